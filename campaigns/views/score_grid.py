"""The office's grid: every unit × every criterion, one cell saved at a time."""

from django.http import JsonResponse
from django.shortcuts import render

from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from ..actions import scoring as actions
from ..points import in_words
from ..selectors.scoring import grid_of
from .overview import get_campaign
from .score_sheet import get_criterion, get_sheet


@page(Permission.VERIFY_SCORES)
def score_grid(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    criteria, rows = grid_of(campaign)
    context = {"tab": "campaign_scores", "campaign": campaign, "criteria": criteria, "rows": rows}
    return render(request, "campaigns/scoring/grid.html", context)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_cell(request, sheet_id, criterion_id):
    """One cell of the grid: answers with the new total, with what is wrong, or with what a colleague wrote there."""
    sheet = get_sheet(request, sheet_id)
    criterion = get_criterion(sheet, criterion_id)
    try:
        sheet = actions.save_points(
            sheet=sheet, criterion=criterion, points=actions.as_points(request.POST.get("points")),
            seen=_seen(request.POST), reason=request.POST.get("reason", ""), by=request.actor,
        )  # fmt: skip
    except Outdated as outdated:
        return _changed_meanwhile(outdated.current)
    except Refused as refused:
        return JsonResponse({"error": " ".join(refused.reasons)}, status=422)
    return JsonResponse({"total": in_words(sheet.total)})


def _seen(data):
    """What stood in the cell when it was typed over, for those who say so."""
    return actions.as_points(data["seen"]) if "seen" in data else actions.WHATEVER


def _changed_meanwhile(score):
    now = "" if score.points is None else in_words(score.points)
    stands = f"ghi {now}" if now else "xoá điểm"
    error = f"Đồng nghiệp vừa {stands} ở ô này. Bấm Enter ở ô để ghi điểm của mình, bấm Esc để giữ điểm mới."
    return JsonResponse({"error": error, "now": now}, status=409)
