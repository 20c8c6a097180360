"""What the office does with a sheet: points with their reasons."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from ...enums import SheetState
from ...models import Score
from ...points import NotPoints, in_words, read_points
from ...policies import scored_criteria
from .sheets import check_points, check_unpublished, keep_total, locked_sheet

WHATEVER = object()


def as_points(text):
    """«9,5» → Decimal; «» → None. Raises Refused for what is no number."""
    try:
        return read_points(text)
    except NotPoints as wrong:
        raise Refused(str(wrong)) from None


def _office_sheet(sheet, by, what):
    locked = locked_sheet(sheet)
    by.require(Permission.VERIFY_SCORES, locked.campaign)
    check_unpublished(locked, what)
    return locked


@transaction.atomic
def save_points(*, sheet, criterion, points, reason, by, seen=WHATEVER):
    """The office's points for one criterion, with the reason where they differ from the unit's own.

    `seen`: the points that stood in the cell when it was typed over. Returns the sheet with its new total.
    Raises Refused, and Outdated with the Score when a colleague has changed the cell since.
    """
    locked = _office_sheet(sheet, by, "sửa")
    check_points(criterion, points)
    if points is None and locked.state == SheetState.VERIFIED:
        raise Refused("Phiếu đã thẩm định xong nên không xoá điểm được: ghi điểm khác, không đạt thì ghi 0.")
    scores = {score.criterion_id: score for score in locked.scores.all()}
    score = scores.setdefault(criterion.pk, Score(sheet=locked, criterion=criterion))
    if seen is not WHATEVER and seen != score.points:
        raise Outdated(score)
    score.points, score.reason = points, needed_reason(score, points, reason)
    score.save()
    keep_total(locked, scores.values())
    return locked


def needed_reason(score, points, reason):
    """The reason to keep: «» where the points are those of the unit itself. Raises Refused when it is missing."""
    own, reason = score.self_points, reason.strip()[:500]
    if points is None or own is None or points == own:
        return ""
    if not reason:
        raise Refused(f"Điểm thẩm định khác điểm tự chấm ({in_words(own)}): hãy ghi lý do.")
    return reason


@transaction.atomic
def accept_self_scores(*, sheet, by):
    """Take over every point that the unit gave itself and the office has not judged yet.

    Points above a maximum that was lowered since are left for the office to judge.
    """
    locked = _office_sheet(sheet, by, "sửa")
    most = {row.pk: row.max_points for row in scored_criteria(locked.campaign)}
    scores = list(locked.scores.all())
    for score in scores:
        if score.points is None and (score.self_points or 0) <= most.get(score.criterion_id, 0):
            score.points = score.self_points
    Score.objects.bulk_update(scores, ["points"])
    keep_total(locked, scores)
    return locked
