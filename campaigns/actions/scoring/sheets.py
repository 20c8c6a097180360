"""What every change of a score sheet does: lock it, refuse once published, keep its total."""

from django.utils.text import Truncator

from thidua.workflow.table import Refused

from ...enums import SheetState
from ...models import ScoreSheet
from ...points import in_words
from ...selectors.scoring import items_of, rule_of, totals_of


def locked_sheet(sheet):
    return ScoreSheet.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=sheet.pk)


def check_unpublished(sheet, what):
    if sheet.state == SheetState.PUBLISHED:
        raise Refused(f"Điểm đã công bố: thu hồi công bố trước khi {what}.")


def check_campaign_unpublished(campaign, what):
    if ScoreSheet.objects.filter(campaign=campaign, state=SheetState.PUBLISHED).exists():
        raise Refused(f"Điểm đã công bố: thu hồi công bố trước khi {what}.")


def check_points(criterion, points):
    """Refuse points that the criterion cannot give."""
    if points is not None and not 0 <= points <= criterion.max_points:
        raise Refused(f"Điểm phải từ 0 đến {in_words(criterion.max_points)}: «{Truncator(criterion.text).words(12)}».")


def set_total(sheet, total):
    """A word on the order among equals speaks of that total only: it goes when the total changes."""
    if total != sheet.total:
        sheet.total, sheet.tie_order, sheet.tie_reason = total, None, ""


TOTAL = ("total", "tie_order", "tie_reason")


def keep_total(sheet, scores, *fields):
    """Add up the office's points among `scores` and save the sheet, with the other `fields` that have changed."""
    points = {score.criterion_id: score.points for score in scores}
    set_total(sheet, totals_of(items_of(sheet.campaign), rule_of(sheet.campaign), points).total)
    sheet.save(update_fields=[*TOTAL, *fields])
