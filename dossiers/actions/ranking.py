"""Awards «theo kết quả chấm điểm, xếp hạng»: the published ranking names the nominees, no unit hands in a dossier."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from awards.selectors import regime_on
from campaigns.enums import Selection
from campaigns.selectors.scoring import ranked_for_offer
from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.documents.models import take_number
from thidua.notifications.actions import holders_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ..models import Dossier, Nominee
from ..workflow import DOSSIER
from .addresses import url_of


@transaction.atomic
def nominate_from_ranking(*, campaign, by):
    """One list for the director with the winners of every offer that goes by ranking. Returns the Dossier.

    Raises Refused while points are not published or a tie stands across the last place, AlreadyDone the second time.
    """
    by.require(Permission.PREPARE_DECISION)
    offers = list(campaign.offers.filter(selection=Selection.RANKING).select_related("award"))
    if not offers:
        raise Refused("Kế hoạch không có hình thức nào khen theo kết quả chấm điểm, xếp hạng.")
    winners = {offer: _winners(offer) for offer in offers}
    if Nominee.objects.filter(offer__in=offers, dossier__campaign=campaign).exists():
        raise AlreadyDone("Danh sách theo xếp hạng đã được lập.")
    dossier = _list(campaign, by)
    for offer, sheets in winners.items():
        for sheet in sheets:
            _nominate(dossier, offer, sheet)
    dossier = DOSSIER.apply(dossier, "rank", by=by, fields=lambda locked: _received(locked, by))
    count = sum(len(sheets) for sheets in winners.values())
    record(by=by, verb="lập danh sách khen thưởng theo xếp hạng của", subject=campaign, details={"nominees": count})
    notify(
        users=holders_of("giamdoc"),
        key=f"dossier:{dossier.pk}:ranked",
        title=f"Chờ phê duyệt: {count} đơn vị theo kết quả xếp hạng",
        body=campaign.title,
        url=url_of(dossier),
    )
    return dossier


def _winners(offer):
    if offer.quota is None:
        raise Refused(f"Chưa có số suất của «{offer}»: ghi số suất ở phần «Hình thức, số lượng» của kế hoạch.")
    chosen, border = ranked_for_offer(offer)
    if border:
        names = ", ".join(sheet.unit_name for sheet in border)
        raise Refused(f"{names} đồng hạng ở suất cuối của «{offer}»: Văn phòng ghi thứ tự kèm lý do rồi công bố lại.")
    if not chosen:
        raise Refused(f"Chưa công bố điểm nên chưa có đơn vị nào cho «{offer}».")
    return chosen


def _list(campaign, by):
    """The office's own list: it stands under the agency that launched the campaign."""
    try:
        with transaction.atomic():
            return Dossier.objects.create(
                campaign=campaign,
                agency=campaign.organiser,
                created_by_id=by.user_id,
                letter_text="Danh sách theo kết quả chấm điểm, xếp hạng đã công bố; đơn vị không phải nộp hồ sơ.",
            )
    except IntegrityError:
        raise Refused(
            f"{campaign.organiser} đang có hồ sơ trong phong trào này; hoàn tất hoặc rút hồ sơ đó trước."
        ) from None


def _nominate(dossier, offer, sheet):
    campaign, agency = dossier.campaign, sheet.participant.agency
    points = f"{sheet.total.normalize():f}".replace(".", ",")
    published = timezone.localtime(sheet.published_at)
    Nominee.objects.create(
        dossier=dossier,
        offer=offer,
        subject_kind=offer.nominee_kind,
        agency=agency,
        name=agency.current.legal_name,
        achievement_from=campaign.starts_on,
        achievement_to=campaign.ends_on,
        summary=(
            f"Xếp hạng {sheet.rank} với {points} điểm{f', xếp loại {sheet.band}' if sheet.band else ''}, "
            f"theo kết quả chấm điểm công bố ngày {published:%d/%m/%Y}."
        ),
    )


def _received(dossier, by):
    now, today = timezone.now(), timezone.localdate()
    return {
        "agency_version": dossier.agency.current,
        "receipt_year": today.year,
        "receipt_number": take_number(agency=dossier.campaign.organiser, kind="PTN", year=today.year),
        "regime": regime_on(today),
        "submitted_at": now,
        "submitted_by_id": by.user_id,
        "accepted_at": now,
        "accepted_by_id": by.user_id,
    }
