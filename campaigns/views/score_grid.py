"""The office's grid: every unit × every criterion, one cell saved at a time; and one sheet verified by hand."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.documents.downloads import send_file
from thidua.workflow.answers import kindly
from thidua.workflow.table import Refused

from ..actions import scoring as actions
from ..models import Criterion, Score
from ..policies import scored_criteria
from ..selectors.scoring import grid_of
from ..workflow import SHEET
from .overview import get_campaign
from .scoring import get_sheet


@page(Permission.VERIFY_SCORES)
def score_grid(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    criteria, rows = grid_of(campaign)
    context = {"campaign": campaign, "criteria": criteria, "rows": rows}
    return render(request, "campaigns/scoring/grid.html", context)


def _criterion(sheet, criterion_id):
    return get_object_or_404(Criterion, pk=criterion_id, campaign=sheet.campaign_id, max_points__isnull=False)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_cell(request, sheet_id, criterion_id):
    """One cell of the grid: answers with the new total, or with what is wrong."""
    sheet = get_sheet(request, sheet_id)
    try:
        points = actions.as_points(request.POST.get("points"))
        sheet = actions.save_points(
            sheet=sheet, criterion=_criterion(sheet, criterion_id), points=points,
            reason=request.POST.get("reason", ""), by=request.actor,
        )  # fmt: skip
    except Refused as refused:
        return JsonResponse({"error": " ".join(refused.reasons)}, status=422)
    return JsonResponse({"total": f"{sheet.total.normalize():f}".replace(".", ",")})


@page(Permission.VERIFY_SCORES, methods=BOTH)
def score_verify(request, sheet_id):
    """One sheet before the office: own points, evidence, verified points and reasons on one page, without JavaScript."""
    sheet = get_sheet(request, sheet_id)
    scores = {score.criterion_id: score for score in sheet.scores.select_related("file")}
    rows = [
        {"number": number, "criterion": row, "score": scores.get(row.pk)}
        for number, row in enumerate(scored_criteria(sheet.campaign), 1)
    ]
    if request.method == "POST":
        _save_rows(request, sheet, rows)
        return redirect(request.path)
    context = {
        "campaign": sheet.campaign,
        "sheet": sheet,
        "rows": rows,
        "steps": SHEET.offered(sheet, request.actor),
    }
    return render(request, "campaigns/scoring/verify.html", context)


def _save_rows(request, sheet, rows):
    """Keep every row that differs from what is stored; rows that are refused are named with their number."""
    saved = 0
    for row in rows:
        key, score = row["criterion"].pk, row["score"]
        try:
            points = actions.as_points(request.POST.get(f"p{key}"))
            reason = request.POST.get(f"r{key}", "").strip()
            if (score.points if score else None) == points and (not score or score.reason == reason):
                continue
            actions.save_points(sheet=sheet, criterion=row["criterion"], points=points, reason=reason, by=request.actor)
            saved += 1
        except Refused as refused:
            messages.error(request, f"Tiêu chí {row['number']}: {' '.join(refused.reasons)}")
    if saved:
        messages.success(request, f"Đã lưu {saved} tiêu chí.")


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_accept(request, sheet_id):
    """Take over what the unit scored, where the office has said nothing yet."""
    sheet = get_sheet(request, sheet_id)
    with kindly(request):
        actions.accept_self_scores(sheet=sheet, by=request.actor)
        messages.success(request, "Đã lấy điểm tự chấm làm điểm thẩm định ở các tiêu chí chưa thẩm định.")
    return redirect("score_verify", tenant=request.tenant.slug, sheet_id=sheet.pk)


@page(Permission.SELF_SCORE, methods=WRITE)
def score_evidence(request, sheet_id, criterion_id):
    """A file that proves the points of one criterion."""
    sheet = get_sheet(request, sheet_id)
    criterion = _criterion(sheet, criterion_id)
    upload = request.FILES.get("file")
    with kindly(request):
        try:
            if upload is None:
                raise Refused("Hãy chọn tệp minh chứng.")
            actions.attach_evidence(sheet=sheet, criterion=criterion, upload=upload, by=request.actor)
            messages.success(request, f"Đã lưu minh chứng «{upload.name}».")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    return redirect("score_sheet", tenant=request.tenant.slug, sheet_id=sheet.pk)


@page(Permission.SEE_CAMPAIGNS)
def score_evidence_file(request, sheet_id, criterion_id):
    sheet = get_sheet(request, sheet_id)
    score = get_object_or_404(
        Score.objects.select_related("file"), sheet=sheet, criterion=criterion_id, file__isnull=False
    )
    return send_file(score.file, inline=True)
