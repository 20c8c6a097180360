"""The criteria have changed: what the office verified may no longer be what counts."""

from ...enums import SheetState
from ...policies import scored_criteria, wrong_points
from ...selectors.scoring import points_by_sheet, sheets_of
from ...workflow import SHEET
from .opening import refresh_totals
from .sheets import locked_sheets


def verify_again(campaign, by):
    """Totals anew; verified sheets whose total moves, that lack a point or exceed a maximum wait to be verified again.

    Returns the sheets that went back. Raises Refused while points are published.
    """
    before = {sheet.pk: sheet.total for sheet in locked_sheets(campaign)}
    totals = {sheet.pk: sheet.total for sheet in refresh_totals(campaign)}
    criteria, points = scored_criteria(campaign), points_by_sheet(campaign)
    again = [
        sheet
        for sheet in sheets_of(campaign).filter(state=SheetState.VERIFIED)
        if before[sheet.pk] != totals[sheet.pk] or wrong_points(criteria, points.get(sheet.pk, {}))
    ]
    SHEET.apply_all(again, "recheck", by=by, reason="Tiêu chí chấm điểm của kế hoạch đã thay đổi.")
    return again
