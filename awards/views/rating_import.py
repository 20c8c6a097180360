"""Ratings from Excel: upload, look, answer what is asked, save. Nothing is kept before the last step."""

from collections import Counter

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone

from thidua.accounts.pages import BOTH, page
from thidua.accounts.permissions import Permission
from thidua.documents.downloads import send_workbook
from thidua.documents.sheets import read_table
from thidua.workflow.answers import kindly

from .. import actions
from ..enums import RatingPeriod
from ..forms import SheetForm
from ..matching import Line, check_lines, read_lines
from ..sheets import blank_sheet

SALT = "awards.rating-sheet"  # the sheet travels through the page between the look and the saving
LASTS = 24 * 60 * 60
TO_SAVE = ("new", "changed")


@page(Permission.WRITE_RATINGS)
def rating_blank(request):
    """The form to fill in: every unit and its people, this year unless another one is asked for."""
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and 1990 <= int(asked) <= 2100 else timezone.localdate().year
    return send_workbook(blank_sheet(year, RatingPeriod.YEAR), f"Mẫu kết quả xếp loại {year}.xlsx")


@page(Permission.WRITE_RATINGS, methods=BOTH)
def rating_import(request):
    if request.method == "POST" and "sheet" in request.POST:
        return _second_step(request)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        lines = _lines_of(form)
        if lines:
            return _show(request, lines, check_lines(lines))
    context = {"form": form, "year": timezone.localdate().year}
    return render(request, "awards/rating_import.html", context)


def _lines_of(form):
    """The lines of the uploaded sheet; without any, the form says why."""
    try:
        lines, problems = read_lines(read_table(form.cleaned_data["file"]))
    except ValidationError as error:
        lines, problems = [], error.messages
    for problem in problems:
        form.add_error("file", problem)
    return lines


def _second_step(request):
    """The sheet comes back from the page, with answers to what was asked."""
    try:
        payload = signing.loads(request.POST["sheet"], salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        messages.error(request, "Bảng xem trước đã quá một ngày hoặc bị thay đổi; hãy tải tệp Excel lên lần nữa.")
        return redirect("rating_import", tenant=request.tenant.slug)
    lines = [Line(**line) for line in payload]
    checked = check_lines(lines, _choices(request.POST))
    open_questions = sum(one.state == "ask" for one in checked)
    if open_questions:
        messages.error(request, f"Còn {open_questions} dòng trùng tên: chọn đúng người, hoặc chọn «Bỏ qua dòng này».")
        return _show(request, lines, checked)
    with kindly(request):
        entries = [one.entry for one in checked if one.state in TO_SAVE]
        written = actions.write_ratings(entries=entries, by=request.actor)
        messages.success(request, f"Đã nhập từ Excel: {written}.")
        return redirect("rating_list", tenant=request.tenant.slug)
    return _show(request, lines, checked)


def _choices(data):
    """{line number: person id, 0 to skip}"""
    answers = ((name.removeprefix("person_"), value) for name, value in data.items() if name.startswith("person_"))
    return {int(at): int(value) for at, value in answers if at.isdecimal() and value.isdecimal()}


def _show(request, lines, checked):
    counts = Counter(one.state for one in checked)
    context = {
        "checked": checked,
        "counts": {state: counts[state] for state in ("new", "changed", "same", "error", "ask", "skipped")},
        "to_save": sum(counts[state] for state in TO_SAVE) + counts["ask"],
        "sheet": signing.dumps([line.as_dict() for line in lines], salt=SALT, compress=True),
    }
    return render(request, "awards/rating_preview.html", context)
