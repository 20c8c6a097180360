"""The papers of a dossier: the letter, the reports, the files."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from campaigns.enums import ComponentKind
from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.documents.downloads import send_file
from thidua.workflow.answers import kindly, says_json
from thidua.workflow.saving import save_draft
from thidua.workflow.table import Refused

from .. import actions
from ..forms import LetterForm, ReportForm, SummaryForm
from ..models import DossierItem, ItemFile, Nominee
from .dossier import frame, get_dossier, newest


def _item(request, item_id):
    found = DossierItem.objects.select_related("component", "nominee__report__form", "nominee__offer__award")
    item = get_object_or_404(found, pk=item_id)
    return get_dossier(request, item.dossier_id), item


def _is_editable(request, dossier, item):
    if not request.actor.may(Permission.WRITE_DOSSIER, dossier):
        return False
    return dossier.state == "draft" or item.verdict == "returned"


@page(Permission.SEE_DOSSIER, methods=BOTH)
def item_page(request, item_id):
    """One paper of a dossier, to be written or read."""
    dossier, item = _item(request, item_id)
    editable = _is_editable(request, dossier, item)
    if request.method == "POST":
        request.actor.require(Permission.WRITE_DOSSIER, dossier)
    if item.component.kind == ComponentKind.SUBMISSION_LETTER:
        return _letter(request, dossier, item, editable)
    if item.component.kind == ComponentKind.ACHIEVEMENT_REPORT and item.nominee_id and hasattr(item.nominee, "report"):
        return _report(request, dossier, item, editable)
    return render(request, "dossiers/item_files.html", _context(request, dossier, item, editable))


@page(Permission.SEE_DOSSIER)
def report_page(request, nominee_id):
    """The report of a nominee, wherever it stands among the papers."""
    nominee = get_object_or_404(Nominee.objects.select_related("dossier"), pk=nominee_id)
    request.actor.require(Permission.SEE_DOSSIER, nominee.dossier)
    item = nominee.items.filter(component__kind=ComponentKind.ACHIEVEMENT_REPORT).first()
    if item is None:
        return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=nominee.dossier_id)
    return redirect("item_page", tenant=request.tenant.slug, item_id=item.pk)


def _context(request, dossier, item, editable, **more):
    context = frame(request, dossier, item=item, editable=editable, **more)
    context["files"] = [
        _file_facts(file, dossier, editable)
        for file in item.files.select_related("file__uploaded_by")
    ]  # fmt: skip
    context["upload_url"] = reverse("item_upload", args=[dossier.tenant.slug, item.pk])
    return context


def _file_facts(item_file, dossier, editable):
    stored, slug = item_file.file, dossier.tenant.slug
    return {
        "name": stored.name,
        "url": reverse("file_download", args=[slug, item_file.pk]),
        "size": stored.size,
        "uploaded_at": stored.uploaded_at,
        "uploaded_by": stored.uploaded_by,
        "content_type": stored.content_type,
        "remove_url": reverse("file_remove", args=[slug, item_file.pk]) if editable else "",
    }


def _letter(request, dossier, item, editable):
    form = LetterForm(request.POST or None, instance=dossier) if editable else None
    if request.method == "POST":
        if form.is_valid():
            save = lambda: actions.save_letter(  # noqa: E731
                dossier=dossier, values=form.cleaned_data, revision=form.cleaned_data["revision"], by=request.actor
            )
            answer = save_draft(
                request, save, lambda now: {name: getattr(now, name) for name in form.Meta.fields}, form
            )
            if answer:
                return answer
        elif says_json(request):
            return JsonResponse({"errors": form.errors}, status=422)
        dossier.refresh_from_db()
    nominees = list(dossier.nominees.with_facts())
    context = _context(
        request, dossier, item, editable, form=form, nominees=nominees, letter=newest("submission_letter", dossier.pk)
    )
    return render(request, "dossiers/item_letter.html", context)


def _report(request, dossier, item, editable):
    report, nominee = item.nominee.report, item.nominee
    form = ReportForm(request.POST or None, report=report, subject_kind=nominee.subject_kind) if editable else None
    if request.method == "POST":
        if form.is_valid():
            save = lambda: actions.save_report(  # noqa: E731
                nominee=nominee, answers=form.answers(), revision=form.cleaned_data["revision"], by=request.actor
            )
            answer = save_draft(request, save, lambda now: now.answers, form)
            if answer:
                return answer
        elif says_json(request):
            return JsonResponse({"errors": form.errors}, status=422)
    sections = [
        {**part, "text": report.answers.get(part["key"], "")} for part in report.form.sections_for(nominee.subject_kind)
    ]
    context = _context(
        request, dossier, item, editable, form=form, report=report, nominee=nominee, sections=sections,
        pdf=newest("achievement_report", nominee.pk),
    )  # fmt: skip
    return render(request, "dossiers/item_report.html", context)


@page(Permission.WRITE_DOSSIER, methods=WRITE)
def nominee_summary(request, nominee_id):
    """The line of the list that goes with the letter."""
    nominee = get_object_or_404(Nominee.objects.select_related("dossier"), pk=nominee_id)
    request.actor.require(Permission.WRITE_DOSSIER, nominee.dossier)
    form = SummaryForm(request.POST)
    if form.is_valid():
        with kindly(request):
            actions.change_summary(nominee=nominee, summary=form.cleaned_data["summary"], by=request.actor)
            messages.success(request, f"Đã lưu tóm tắt thành tích của {nominee.name}.")
    else:
        messages.error(request, "Tóm tắt thành tích cần có nội dung, tối đa 1.200 ký tự.")
    letter = nominee.dossier.items.filter(component__kind=ComponentKind.SUBMISSION_LETTER).first()
    if letter:
        return redirect("item_page", tenant=request.tenant.slug, item_id=letter.pk)
    return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=nominee.dossier_id)


@page(Permission.WRITE_DOSSIER, methods=WRITE)
def item_upload(request, item_id):
    """Take one or more files at once, apart from any form."""
    dossier, item = _item(request, item_id)
    request.actor.require(Permission.WRITE_DOSSIER, dossier)
    taken, errors = [], []
    for upload in request.FILES.getlist("file"):
        try:
            with transaction.atomic():
                taken.append(actions.add_file(item=item, upload=upload, by=request.actor))
        except ValidationError as error:
            errors += error.messages
        except Refused as refused:
            errors += refused.reasons
    if not taken and not errors:
        errors.append("Chưa chọn tệp nào.")
    if says_json(request):
        return _upload_answer(request, taken, errors)
    for error in errors:
        messages.error(request, error)
    if taken:
        messages.success(request, f"Đã tải lên {len(taken)} tệp.")
    return redirect("item_page", tenant=request.tenant.slug, item_id=item.pk)


def _upload_answer(request, taken, errors):
    if errors:
        return JsonResponse({"error": " ".join(errors)}, status=400)
    first = taken[0]
    url = reverse("file_download", args=[request.tenant.slug, first.pk])
    return JsonResponse({"name": first.file.name, "url": url, "size": first.file.size}, status=201)


@page(Permission.WRITE_DOSSIER, methods=WRITE)
def file_remove(request, file_id):
    item_file = get_object_or_404(
        ItemFile.objects.select_related("item__dossier", "item__component", "file"), pk=file_id
    )
    request.actor.require(Permission.WRITE_DOSSIER, item_file.item.dossier)
    with kindly(request):
        actions.remove_file(item_file=item_file, by=request.actor)
        messages.success(request, f"Đã bỏ tệp {item_file.file.name}.")
    return redirect("item_page", tenant=request.tenant.slug, item_id=item_file.item_id)


@page(Permission.SEE_DOSSIER)
def file_download(request, file_id):
    item_file = get_object_or_404(ItemFile.objects.select_related("item__dossier", "file"), pk=file_id)
    request.actor.require(Permission.SEE_DOSSIER, item_file.item.dossier)
    return send_file(item_file.file, inline=request.GET.get("xem") == "1")
