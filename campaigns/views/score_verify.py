"""One sheet before the office, without JavaScript: own points, evidence, verified points and reasons on one page."""

from django.contrib import messages
from django.shortcuts import redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly
from thidua.workflow.table import Refused

from ..actions import scoring as actions
from ..models import Score
from ..points import in_words
from ..policies import scored_criteria
from ..workflow import SHEET
from .score_sheet import get_sheet


@page(Permission.VERIFY_SCORES, methods=BOTH)
def score_verify(request, sheet_id):
    """Rows that are refused stay as they were typed, with the sentence beside them."""
    sheet = get_sheet(request, sheet_id)
    rows = _rows(sheet)
    if request.method == "POST" and _save_rows(request, sheet, rows):
        return redirect(request.path)
    context = {
        "tab": "campaign_scores",
        "campaign": sheet.campaign,
        "sheet": sheet,
        "rows": rows,
        "has_errors": any(row["error"] for row in rows),
        "steps": SHEET.offered(sheet, request.actor),
    }
    return render(request, "campaigns/scoring/verify.html", context)


def _rows(sheet):
    scores = {score.criterion_id: score for score in sheet.scores.select_related("file")}
    rows = []
    for number, criterion in enumerate(scored_criteria(sheet.campaign), 1):
        score = scores.get(criterion.pk) or Score()
        points = "" if score.points is None else in_words(score.points)
        row = {"number": number, "criterion": criterion, "score": score, "error": ""}
        rows.append(row | {"points": points, "reason": score.reason})
    return rows


def _save_rows(request, sheet, rows):
    """Keep every row that differs from what is stored. True when none was refused."""
    saved = 0
    for row in rows:
        key = row["criterion"].pk
        typed = request.POST.get(f"p{key}", "").strip(), request.POST.get(f"r{key}", "").strip()
        if typed == (row["points"], row["reason"]):
            continue
        row["points"], row["reason"] = typed
        try:
            points = actions.as_points(typed[0])
            actions.save_points(
                sheet=sheet, criterion=row["criterion"], points=points, reason=typed[1], by=request.actor
            )
            saved += 1
        except Refused as refused:
            row["error"] = " ".join(refused.reasons)
    if saved:
        messages.success(request, f"Đã lưu {saved} tiêu chí.")
    sheet.refresh_from_db(fields=["total"])
    return not any(row["error"] for row in rows)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_accept(request, sheet_id):
    """Take over what the unit scored, where the office has said nothing yet."""
    sheet = get_sheet(request, sheet_id)
    with kindly(request):
        actions.accept_self_scores(sheet=sheet, by=request.actor)
        messages.success(request, "Đã lấy điểm tự chấm làm điểm thẩm định ở các tiêu chí chưa thẩm định.")
    return redirect("score_verify", tenant=request.tenant.slug, sheet_id=sheet.pk)
