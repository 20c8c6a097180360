"""Points and ranks become known to everybody, all at once; and are taken back, with the reason."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.notifications.actions import members_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ...enums import SheetState
from ...models import ScoreSheet
from ...points import in_words
from ...selectors.scoring import ranking_of, sheets_of
from ...workflow import SHEET
from ..addresses import url_of


@transaction.atomic
def publish_scores(*, campaign, by, without_missing=False):
    """Rank all verified sheets and publish them at once; heads of units are told their result.

    Raises Refused with the units that are not verified yet, unless `without_missing`; AlreadyDone the second time.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    sheets = list(sheets_of(campaign).select_for_update(of=("self",)))
    ready = [sheet for sheet in sheets if sheet.state == SheetState.VERIFIED]
    _check_all_at_once(sheets, ready)
    missing = [sheet for sheet in sheets if sheet.state in (SheetState.SCORING, SheetState.SUBMITTED)]
    if missing and not without_missing:
        raise Refused(
            f"Chưa thẩm định xong: {_names(missing)}. Thẩm định nốt, hoặc chọn công bố không có các đơn vị này."
        )
    places = _own_places(ranking_of(campaign, sheets))
    published = [SHEET.apply(sheet, "publish", by=by, fields=_result(places[sheet.pk])) for sheet in ready]
    _tell_results(campaign, ready, places)
    return len(published)


def _check_all_at_once(sheets, ready):
    """A unit that came later would move ranks that are already known."""
    published = sum(sheet.state == SheetState.PUBLISHED for sheet in sheets)
    if published and ready:
        raise Refused(
            f"Điểm của {published} đơn vị đã công bố; thêm đơn vị thì hạng thay đổi. "
            "Thu hồi công bố, rồi công bố lại cho tất cả."
        )
    if published:
        raise AlreadyDone("Điểm đã được công bố.")
    if not ready:
        raise Refused("Chưa có phiếu nào thẩm định xong để công bố.")


def _names(sheets):
    names = ", ".join(sheet.unit_name for sheet in sheets[:10])
    return names + (f" và {len(sheets) - 10} đơn vị khác" if len(sheets) > 10 else "")


def _result(place):
    return lambda locked: {
        "rank": place.rank,
        "is_tied": place.is_tied,
        "band": place.band,
        "total": place.totals.total,
    }


def _own_places(groups):
    """{sheet id: Place} in the group that counts for the sheet: its kind, or its cluster for units outside."""
    places = {}
    for group in groups:
        for place in group.places:
            if not group.is_cluster or place.sheet.member_id:
                places[place.sheet.pk] = place
    return places


def _tell_results(campaign, sheets, places):
    for sheet in sheets:
        if not sheet.participant_id:
            continue
        place = places[sheet.pk]
        grade = f", {place.band}" if place.band else ""
        notify(
            users=members_of([sheet.participant.agency_id], "truongdonvi"),
            key=f"sheet:{sheet.pk}:published:{sheet.transitions.count()}",
            title=f"Kết quả chấm điểm: {campaign.title}",
            body=f"Đơn vị đạt {in_words(place.totals.total)} điểm, xếp hạng {place.rank}{grade}.",
            url=url_of(campaign),
        )


@transaction.atomic
def unpublish_scores(*, campaign, by, reason):
    """Take back the publication of all sheets, with the reason; points can be changed again."""
    by.require(Permission.VERIFY_SCORES, campaign)
    sheets = list(ScoreSheet.objects.filter(campaign=campaign, state=SheetState.PUBLISHED))
    if not sheets:
        raise AlreadyDone("Điểm chưa được công bố.")
    for sheet in sheets:
        SHEET.apply(
            sheet, "withdraw", by=by, reason=reason,
            fields=lambda locked: {"rank": None, "is_tied": False, "band": ""},
        )  # fmt: skip
    return len(sheets)
