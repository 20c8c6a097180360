"""What the office does with a sheet: points with their reasons."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.workflow.table import Refused

from ...models import Score
from ...points import NotPoints, read_points
from ...policies import UNSENT, is_unsent, scored_criteria
from .cells import WHATEVER, Typed, save_cells
from .sheets import check_unpublished, keep_total, locked_sheet
from .trail import Judged, record_points


def as_points(text):
    """«9,5» → Decimal; «» → None. Raises Refused for what is no number."""
    try:
        return read_points(text)
    except NotPoints as wrong:
        raise Refused(str(wrong)) from None


def save_points(*, sheet, criterion, points, reason, by, seen=WHATEVER):
    """The office's points for one criterion, with the reason where they differ from the unit's own.

    `seen`: the points that stood in the cell when it was typed over. Returns the sheet with its new total.
    Raises Refused, and Outdated with the Score when a colleague has changed the cell since.
    """
    typed = Typed(sheet.pk, criterion.pk, points, reason, seen)
    (answer,) = save_cells(campaign=sheet.campaign, cells=[typed], by=by)
    if answer.wrong:
        raise answer.wrong
    return answer.sheet


@transaction.atomic
def accept_self_scores(*, sheet, by):
    """Take over every point that the unit gave itself and the office has not judged yet.

    Points above a maximum that was lowered since are left for the office to judge.
    """
    locked = locked_sheet(sheet)
    by.require(Permission.VERIFY_SCORES, locked.campaign)
    check_unpublished(locked, "sửa")
    if is_unsent(locked):
        raise Refused(f"{UNSENT}: chờ đơn vị gửi phiếu rồi lấy điểm tự chấm.")
    most = {row.pk: row.max_points for row in scored_criteria(locked.campaign)}
    scores = list(locked.scores.all())
    changes = []
    for score in scores:
        before = Judged.of(score)
        if score.points is None and (score.self_points or 0) <= most.get(score.criterion_id, 0):
            score.points = score.self_points
        changes.append((locked, score.criterion_id, before, Judged.of(score)))
    Score.objects.bulk_update(scores, ["points"])
    record_points(by=by, verb="lấy điểm tự chấm làm điểm thẩm định của", changes=changes)
    keep_total(locked, scores)
    return locked
