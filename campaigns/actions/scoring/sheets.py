"""What every change of score sheets does: lock them, refuse what is closed or published, keep their totals."""

from django.utils.text import Truncator

from thidua.workflow.table import Refused

from ...enums import CampaignState, SheetState
from ...models import Campaign, ScoreSheet
from ...points import in_words
from ...selectors.scoring import items_of, rule_of, totals_of


def locked_campaign(campaign, what):
    """The campaign with its row locked: what concerns all sheets happens one after another. Refused once closed."""
    locked = Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=campaign.pk)
    check_not_over(locked, what)
    return locked


def locked_sheets(campaign):
    """All sheets of the campaign, locked in one order for everybody."""
    return list(ScoreSheet.objects.filter(campaign=campaign).order_by("pk").select_for_update(of=("self",)))


def locked_sheet(sheet):
    return ScoreSheet.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=sheet.pk)


def check_unpublished(sheet, what):
    check_not_over(sheet.campaign, what)
    if sheet.state == SheetState.PUBLISHED:
        raise Refused(f"Điểm đã công bố: thu hồi công bố trước khi {what}.")


def check_not_over(campaign, what):
    if campaign.state == CampaignState.CLOSED:
        raise Refused(f"Phong trào đã kết thúc: mở lại phong trào trước khi {what}.")


def check_campaign_unpublished(campaign, what):
    if ScoreSheet.objects.filter(campaign=campaign, state=SheetState.PUBLISHED).exists():
        raise Refused(f"Điểm đã công bố: thu hồi công bố trước khi {what}.")


def check_points(criterion, points):
    """Refuse points that the criterion cannot give."""
    if points is not None and not 0 <= points <= criterion.max_points:
        raise Refused(f"Điểm phải từ 0 đến {in_words(criterion.max_points)}: «{Truncator(criterion.text).words(12)}».")


def keep_total(sheet, scores, *fields):
    """Add up the office's points among `scores` and save the sheet, with the other `fields` that have changed."""
    points = {score.criterion_id: score.points for score in scores}
    sheet.total = totals_of(items_of(sheet.campaign), rule_of(sheet.campaign), points).total
    sheet.save(update_fields=["total", *fields])
