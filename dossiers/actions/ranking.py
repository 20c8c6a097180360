"""Awards «theo kết quả chấm điểm, xếp hạng»: the published ranking names the nominees, no unit hands in a dossier."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from awards.selectors import regime_on
from campaigns.actions.scoring.sheets import locked_campaign
from campaigns.points import in_words
from campaigns.selectors.winners import winners_of
from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.documents.models import take_number
from thidua.notifications.actions import holders_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import DossierState
from ..models import Dossier, Nominee
from ..ranked import is_outdated, ranked_dossiers, ranked_nominees, reasons_against_unpublishing
from ..workflow import DOSSIER
from .addresses import url_of


@transaction.atomic
def nominate_from_ranking(*, campaign, by):
    """One list for the director with the winners of every offer that goes by ranking. Returns the Dossier.

    An offer that came later joins the list; a list that was made of an earlier publication is made anew. Raises Refused
    while points are not published or a tie stands across a last place, AlreadyDone when nothing is left to propose.
    """
    by.require(Permission.PREPARE_DECISION)
    locked = locked_campaign(campaign, "lập danh sách khen thưởng")
    winners = _winners(locked)
    dossier = _list_of(locked)
    if dossier and is_outdated(dossier):
        _empty(dossier, by)
    listed = set(ranked_nominees(locked).values_list("offer", flat=True))
    todo = [row for row in winners if row.chosen and row.offer.pk not in listed]
    if not todo:
        raise AlreadyDone("Danh sách theo xếp hạng đã được lập.")
    dossier = dossier or _new_list(locked, by)
    for row in todo:
        for place in row.chosen:
            _nominate(dossier, row.offer, place)
    if dossier.state == DossierState.DRAFT:
        dossier = DOSSIER.apply(dossier, "rank", by=by, fields=lambda locked: _received(locked, by))
    _tell(dossier, by, sum(len(row.chosen) for row in todo))
    return dossier


def _winners(campaign):
    winners = winners_of(campaign)
    if not winners:
        raise Refused("Kế hoạch không có hình thức nào khen theo kết quả chấm điểm, xếp hạng.")
    for row in winners:
        if row.offer.quota is None:
            raise Refused(f"Chưa có số suất của «{row.offer}»: ghi số suất ở phần «Hình thức, số lượng» của kế hoạch.")
        if row.border:
            names = ", ".join(place.sheet.unit_name for place in row.border)
            raise Refused(
                f"{names} đồng hạng ở suất cuối của «{row.offer}»: Văn phòng ghi thứ tự kèm lý do ở trang Xếp hạng."
            )
    if not any(row.chosen for row in winners):
        raise Refused("Chưa công bố điểm, hoặc không đơn vị nào có điểm, nên chưa có đơn vị nào để đề nghị.")
    return winners


def _list_of(campaign):
    """The list by ranking that awaits the director, locked; None while there is none."""
    dossier = ranked_dossiers(campaign).select_for_update(of=("self",)).first()
    if dossier and dossier.state != DossierState.APPROVAL:
        raise Refused(
            f"Danh sách theo xếp hạng đang «{dossier.get_state_display()}» nên không thêm được; "
            "hình thức thêm sau thì xét theo hồ sơ."
        )
    return dossier


def _empty(dossier, by):
    """The points were published anew: whoever was proposed by the earlier publication goes. Raises Refused."""
    against = reasons_against_unpublishing(dossier.campaign)
    if against:
        raise Refused(*against)
    gone = list(dossier.nominees.values_list("name", flat=True))
    dossier.nominees.all().delete()
    dossier.submitted_at = dossier.accepted_at = timezone.now()
    dossier.save(update_fields=["submitted_at", "accepted_at"])
    record(by=by, verb="lập lại danh sách khen thưởng theo xếp hạng", subject=dossier, details={"before": gone})


def _tell(dossier, by, count):
    details = {"nominees": count}
    record(by=by, verb="lập danh sách khen thưởng theo xếp hạng của", subject=dossier.campaign, details=details)
    notify(
        users=holders_of("giamdoc"),
        key=f"dossier:{dossier.pk}:ranked:{dossier.accepted_at:%Y%m%d%H%M%S}:{dossier.nominees.count()}",
        title=f"Chờ phê duyệt: {count} đơn vị theo kết quả xếp hạng",
        body=dossier.campaign.title,
        url=url_of(dossier),
    )


def _new_list(campaign, by):
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


def _nominate(dossier, offer, place):
    campaign, agency = dossier.campaign, place.sheet.participant.agency
    band = f", xếp loại {place.sheet.band}" if place.sheet.band else ""
    published = timezone.localtime(place.sheet.published_at)
    Nominee.objects.create(
        dossier=dossier,
        offer=offer,
        subject_kind=offer.nominee_kind,
        agency=agency,
        name=agency.current.legal_name,
        achievement_from=campaign.starts_on,
        achievement_to=campaign.ends_on,
        summary=(
            f"Xếp hạng {place.rank} với {in_words(place.totals.total)} điểm{band}, "
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
