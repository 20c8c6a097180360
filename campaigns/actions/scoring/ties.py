"""The office parts equals that the stated rules leave tied, with its reason."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.workflow.table import Refused

from ...models import TieOrder
from ...selectors.scoring import ranking_of, sheets_of
from ...selectors.winners import group_of, winners_of
from .sheets import check_campaign_unpublished, locked_campaign


@transaction.atomic
def resolve_tie(*, campaign, group, sheets, reason, by):
    """Put equals of one group in the order of `sheets` (ids, the first stands first).

    `group`: the key of a group of the ranking, until it is published; or of an offer whose last place is tied, once it
    is. The order holds for these equals only. Raises Refused unless exactly the equals are named.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    locked = locked_campaign(campaign, "xếp thứ tự")
    reason = reason.strip()[:300]
    if not reason:
        raise Refused("Ghi lý do khi tự xếp thứ tự các đơn vị đồng hạng.")
    tied = _tied(locked, group, sheets)
    TieOrder.objects.filter(campaign=locked, group=group, sheets__overlap=sheets).delete()  # of an earlier tie
    order = TieOrder.objects.create(
        campaign=locked, group=group, total=tied[0].totals.total, sheets=sheets, reason=reason
    )
    names = {place.sheet.pk: place.sheet.unit_name for place in tied}
    details = {"group": group, "order": [names[pk] for pk in sheets], "reason": reason}
    record(by=by, verb="xếp thứ tự đồng hạng của", subject=locked, details=details)
    return order


@transaction.atomic
def drop_tie_order(*, order, by):
    """Take the order back: its units are equals again. Raises Refused while the ranking that it made is published."""
    by.require(Permission.VERIFY_SCORES, order.campaign)
    locked = locked_campaign(order.campaign, "bỏ thứ tự")
    if order.group not in {group_of(offer) for offer in locked.offers.all()}:
        check_campaign_unpublished(locked, "bỏ thứ tự")
    record(
        by=by, verb="bỏ thứ tự đồng hạng của", subject=locked, details={"group": order.group, "reason": order.reason}
    )
    order.delete()


def _tied(campaign, group, sheets):
    """The places of the equals that are named."""
    for tied in _all_tied(campaign, group):
        if sorted(place.sheet.pk for place in tied) == sorted(sheets):
            return tied
    raise Refused("Xếp hạng vừa thay đổi, các đơn vị này không còn đồng hạng; hãy tải lại trang.")


def _all_tied(campaign, group):
    """[[Place]]: every set of equals of the group that is not parted yet."""
    for winners in winners_of(campaign):
        if group_of(winners.offer) == group:
            return [winners.border] if winners.border else []
    check_campaign_unpublished(campaign, "xếp lại")
    groups = ranking_of(campaign, list(sheets_of(campaign)))
    return [tied for one in groups if one.key == group for tied in one.ties]
