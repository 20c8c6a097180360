"""The office's grid: every unit × every criterion; a cell is saved on its own, a block that was pasted in one request."""

import json

from django.http import JsonResponse
from django.shortcuts import render

from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from ..actions import scoring as actions
from ..enums import SheetState
from ..points import in_words
from ..score_trail import who_judged
from ..selectors.scoring import grid_of
from .overview import get_campaign
from .score_sheet import get_criterion, get_sheet

MOST_CELLS = 2000


@page(Permission.VERIFY_SCORES)
def score_grid(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    criteria, rows = grid_of(campaign)
    context = {
        "tab": "campaign_scores",
        "campaign": campaign,
        "criteria": criteria,
        "rows": rows,
        "is_published": any(row.sheet.state == SheetState.PUBLISHED for row in rows),
    }
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
        return JsonResponse(_changed_meanwhile(sheet, outdated.current), status=409)
    except Refused as refused:
        return JsonResponse({"error": " ".join(refused.reasons)}, status=422)
    return JsonResponse({"total": in_words(sheet.total)})


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_block(request, campaign_id):
    """A block that was pasted: `cells` is a list of {sheet, criterion, points, seen, reason}; each gets its answer."""
    campaign = get_campaign(request, campaign_id)
    try:
        cells = [_Cell(cell) for cell in _read(request.POST.get("cells", ""))]
    except (ValueError, TypeError, KeyError):
        return JsonResponse({"error": "Không đọc được khối ô vừa dán; tải lại trang rồi dán lại."}, status=400)
    if len(cells) > MOST_CELLS:
        return JsonResponse({"error": f"Khối quá lớn: mỗi lần dán nhiều nhất {MOST_CELLS} ô."}, status=422)
    readable = [cell for cell in cells if cell.typed]
    answers = actions.save_cells(campaign=campaign, cells=[cell.typed for cell in readable], by=request.actor)
    for cell, answer in zip(readable, answers, strict=True):
        cell.answer = _answer(answer)
    return JsonResponse({"cells": [cell.answer for cell in cells]})


class _Cell:
    """One cell as it came: what to write, or at once the answer that it is no number of points."""

    def __init__(self, data):
        self.typed, self.answer = None, None
        try:
            self.typed = actions.Typed(
                int(data["sheet"]), int(data["criterion"]), actions.as_points(data["points"]),
                str(data.get("reason", "")), actions.as_points(data["seen"]),
            )  # fmt: skip
        except Refused as refused:
            self.answer = {"error": str(refused)}


def _read(text):
    cells = json.loads(text)
    if not isinstance(cells, list):
        raise ValueError
    return cells


def _answer(answer):
    if isinstance(answer.wrong, Outdated):
        return _changed_meanwhile(answer.sheet, answer.wrong.current)
    if answer.wrong:
        return {"error": str(answer.wrong)}
    return {"total": in_words(answer.sheet.total)}


def _seen(data):
    """What stood in the cell when it was typed over, for those who say so."""
    return actions.as_points(data["seen"]) if "seen" in data else actions.WHATEVER


def _changed_meanwhile(sheet, score):
    now = "" if score.points is None else in_words(score.points)
    stands = f"ghi {now}" if now else "xoá điểm"
    error = (
        f"{who_judged(sheet, score.criterion_id)} vừa {stands} ở ô này. "
        "Bấm Enter ở ô để ghi điểm của mình, bấm Esc để giữ điểm mới."
    )
    return {"error": error, "now": now}
