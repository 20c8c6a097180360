"""Points and ranks become known to everybody, all at once; and are taken back, with the reason."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import Message, members_by_agency, notify_all
from thidua.workflow.table import AlreadyDone, Refused

from ...enums import SheetState
from ...models import PublishedPlace
from ...points import in_words
from ...policies import AGAINST_UNPUBLISHING, scored_criteria, wrong_points
from ...selectors.scoring import points_by_sheet, ranking_now, sheets_of, unopened_sheets
from ...workflow import SHEET
from ..addresses import url_of
from .sheets import locked_campaign, locked_sheets


@transaction.atomic
def publish_scores(*, campaign, by, without_missing=False):
    """Rank all verified sheets and publish them at once; heads of units are told their result. Returns how many.

    What is published is kept with each sheet and group, so that it stays as it was. Raises Refused with the units that
    are not verified yet or have no sheet, unless `without_missing`; AlreadyDone the second time.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    locked = locked_campaign(campaign, "công bố điểm")
    locked_sheets(locked)
    sheets = list(sheets_of(locked))
    ready = [sheet for sheet in sheets if sheet.state == SheetState.VERIFIED]
    _check_all_at_once(sheets, ready)
    if not without_missing:
        _check_nobody_missing(locked, sheets)
    _check_points(locked, ready)
    groups = ranking_now(locked, ready)
    own = _own_places(groups)
    _check_grouped(ready, own)
    SHEET.apply_all(ready, "publish", by=by, fields=lambda sheet: _result(own[sheet.pk]))
    PublishedPlace.objects.bulk_create(_frozen(groups), batch_size=500)
    record(by=by, verb="công bố điểm, xếp hạng của", subject=locked, details={"places": _in_words(groups)})
    _tell_results(locked, ready, own)
    return len(ready)


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


def _check_nobody_missing(campaign, sheets):
    missing = [sheet for sheet in sheets if sheet.state in (SheetState.SCORING, SheetState.SUBMITTED)]
    without = unopened_sheets(campaign, sheets)
    reasons = []
    if missing:
        reasons.append(
            f"Chưa thẩm định xong: {_names(missing)}. Thẩm định nốt, hoặc chọn công bố không có các đơn vị này."
        )
    if without:
        reasons.append(
            f"Chưa có phiếu chấm điểm: {_names(without)}. Mở chấm điểm cho các đơn vị này, "
            "hoặc chọn công bố không có các đơn vị này."
        )
    if reasons:
        raise Refused(*reasons)


def _check_points(campaign, ready):
    """What was verified is asked once more: nothing wrong is ever published."""
    criteria, points = scored_criteria(campaign), points_by_sheet(campaign)
    wrong = [sheet for sheet in ready if wrong_points(criteria, points.get(sheet.pk, {}))]
    if wrong:
        raise Refused(f"Điểm còn thiếu hoặc vượt điểm tối đa: {_names(wrong)}. Sửa điểm rồi công bố.")


def _check_grouped(ready, own):
    alone = [sheet for sheet in ready if sheet.pk not in own]
    if alone:
        raise Refused(
            f"Không thuộc nhóm xếp hạng nào: {_names(alone)}. Cụm của các đơn vị này không còn chấm điểm theo phong trào: "
            "mở trang cụm thi đua và chọn lại phong trào cho năm của cụm."
        )


def _names(sheets):
    names = ", ".join(sheet.unit_name for sheet in sheets[:10])
    return names + (f" và {len(sheets) - 10} đơn vị khác" if len(sheets) > 10 else "")


def _own_places(groups):
    """{sheet id: Place} in the group that counts for the sheet: its kind, or its cluster for units outside."""
    places = {}
    for group in groups:
        for place in group.places:
            if not group.is_cluster or place.sheet.member_id:
                places[place.sheet.pk] = place
    return places


def _result(place):
    return {"rank": place.rank, "is_tied": place.is_tied, "band": place.band, "total": place.totals.total}


def _frozen(groups):
    return [
        PublishedPlace(
            sheet=place.sheet, group=group.key, title=group.title, is_cluster=group.is_cluster,
            rank=place.rank, is_tied=place.is_tied, band=place.band, total=place.totals.total,
            plain=place.totals.plain, bonus=place.totals.bonus, minus=place.totals.minus,
        )
        for group in groups
        for place in group.places
    ]  # fmt: skip


def _in_words(groups):
    """{group: [«1. Phòng A: 27 điểm»]} for the trail."""
    return {
        group.title: [
            f"{place.rank}. {place.sheet.unit_name}: {in_words(place.totals.total)} điểm" for place in group.places
        ]
        for group in groups
    }


def _tell_results(campaign, sheets, places):
    def body(sheet):
        place = places[sheet.pk]
        grade = f", {place.band}" if place.band else ""
        return f"Đơn vị đạt {in_words(place.totals.total)} điểm, xếp hạng {place.rank}{grade}."

    _tell(campaign, sheets, "published", f"Kết quả chấm điểm: {campaign.title}", body)


def _tell(campaign, sheets, event, title, body):
    """One message to the heads of each unit; `body(sheet)` is its text."""
    sheets = [sheet for sheet in sheets if sheet.participant_id]
    heads = members_by_agency([sheet.participant.agency_id for sheet in sheets], "truongdonvi")
    notify_all(
        [
            Message(
                users=frozenset(heads[sheet.participant.agency_id]),
                key=f"sheet:{sheet.pk}:{event}:{sheet.published_at:%Y%m%d%H%M%S%f}",
                title=title,
                body=body(sheet),
                url=url_of(campaign),
            )
            for sheet in sheets
        ]
    )


@transaction.atomic
def unpublish_scores(*, campaign, by, reason):
    """Take back the publication of all sheets, with the reason; heads of units are told. Returns how many.

    Raises Refused while something stands on the ranking (an award approved by it), AlreadyDone the second time.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    locked = locked_campaign(campaign, "thu hồi công bố")
    locked_sheets(locked)
    sheets = list(sheets_of(locked).filter(state=SheetState.PUBLISHED))
    if not sheets:
        raise AlreadyDone("Điểm chưa được công bố.")
    against = [sentence for reasons in AGAINST_UNPUBLISHING for sentence in reasons(locked)]
    if against:
        raise Refused(*against)
    SHEET.apply_all(
        sheets, "withdraw", by=by, reason=reason, fields=lambda sheet: {"rank": None, "is_tied": False, "band": ""}
    )
    PublishedPlace.objects.filter(sheet__campaign=locked).delete()
    record(by=by, verb="thu hồi công bố điểm của", subject=locked, details={"reason": reason.strip()})
    title, body = f"Thu hồi công bố điểm: {locked.title}", f"Văn phòng sẽ công bố lại. Lý do: {reason.strip()}"
    _tell(locked, sheets, "withdrawn", title, lambda sheet: body)
    return len(sheets)
