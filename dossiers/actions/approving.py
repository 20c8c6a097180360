"""What the director does before signing: approve or return each nominee, within the quota whoever clicks when."""

from django.db import IntegrityError, transaction

from campaigns.enums import QuotaKind, Selection
from campaigns.models import AwardOffer
from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import holders_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import DossierState, Outcome
from ..models import Approval, Nominee
from ..ranked import is_outdated
from ..workflow import DOSSIER
from .addresses import url_of
from .concluding import conclude

OPEN_OUTCOMES = (Outcome.PENDING, Outcome.RETURNED)


def _locked(nominee, by):
    row = Nominee.objects.select_for_update(of=("self",)).get(pk=nominee.pk)
    by.require(Permission.APPROVE, row)
    if row.dossier.state != DossierState.APPROVAL:
        raise Refused(f"Hồ sơ đang «{row.dossier.get_state_display()}», chưa đến bước phê duyệt.")
    return row


@transaction.atomic
def approve_nominee(*, nominee, by):
    """Phê duyệt one nominee: takes one place of the offer's quota.

    Raises Refused when the quota is used up or the council did not pass the nominee, AlreadyDone on a second click.
    """
    row = _locked(nominee, by)
    if row.outcome in (Outcome.APPROVED, Outcome.PROPOSED):
        raise AlreadyDone(f"{row.name} đã được phê duyệt.")
    if row.outcome not in OPEN_OUTCOMES:
        raise Refused(f"{row.name} đang «{row.get_outcome_display()}».")
    result = getattr(row, "council_result", None)
    by_ranking = row.offer.selection == Selection.RANKING and result is None
    if not by_ranking and (result is None or not result.passed):
        raise Refused(f"Hội đồng chưa thông qua {row.name}" + (f": {result.sentence}." if result else "."))
    if by_ranking and is_outdated(row.dossier):
        raise Refused("Điểm đã được thu hồi hoặc công bố lại sau khi lập danh sách: chờ Văn phòng lập lại danh sách.")
    offer = AwardOffer.objects.select_for_update(of=("self",)).get(pk=row.offer_id)  # one director at a time
    slot = _free_slot(offer)
    try:
        with transaction.atomic():
            Approval.objects.create(nominee=row, offer=offer, slot=slot, quota=offer.quota, by_id=by.user_id)
    except IntegrityError:
        raise Refused(f"Suất «{offer}» vừa được người khác dùng; hãy tải lại trang.") from None
    row.outcome, row.outcome_reason = Outcome.APPROVED if offer.decided_here else Outcome.PROPOSED, ""
    row.save(update_fields=["outcome", "outcome_reason"])
    record(by=by, verb="phê duyệt khen thưởng", subject=row, details={"offer": str(offer), "slot": slot})
    if not row.dossier.nominees.exclude(outcome=Outcome.PROPOSED).exists():
        conclude(row.dossier, by, "Đã phê duyệt trình cấp trên")
    return row


def _free_slot(offer):
    """The lowest free place of the quota; None where no number is set. Raises Refused when there is none left."""
    if offer.quota_kind != QuotaKind.FIXED:
        return None
    taken = set(offer.approvals.values_list("slot", flat=True))
    free = next((slot for slot in range(1, offer.quota + 1) if slot not in taken), None)
    if free is None:
        raise Refused(
            f"Đã dùng hết {offer.quota:02d} suất «{offer}». "
            "Rút phê duyệt một trường hợp khác, hoặc sửa số lượng trong kế hoạch."
        )
    return free


@transaction.atomic
def withdraw_approval(*, nominee, by, reason):
    """Rút phê duyệt, with a reason; the place of the quota becomes free. Not once the nominee is in a decision."""
    row = _locked(nominee, by)
    if row.outcome not in (Outcome.APPROVED, Outcome.PROPOSED):
        raise AlreadyDone(f"{row.name} không còn ở trạng thái đã phê duyệt.")
    if hasattr(row, "decision_line"):
        raise Refused(f"{row.name} đã có trong dự thảo quyết định; hãy trả lại dự thảo trước.")
    row.approval.delete()
    return _set(row, Outcome.PENDING, reason, by, "rút phê duyệt")


@transaction.atomic
def return_nominee(*, nominee, by, reason):
    """Trả lại one nominee to the office, with a reason. It may be approved later."""
    row = _locked(nominee, by)
    if row.outcome == Outcome.RETURNED:
        raise AlreadyDone(f"{row.name} đã được trả lại.")
    if row.outcome != Outcome.PENDING:
        raise Refused(f"{row.name} đang «{row.get_outcome_display()}»; rút phê duyệt trước khi trả lại.")
    row = _set(row, Outcome.RETURNED, reason, by, "trả lại đề nghị")
    notify(
        users=holders_of("vanphong"),
        key=f"nominee:{row.pk}:returned:{row.dossier.transitions.count()}",
        title=f"Giám đốc trả lại đề nghị: {row.name}",
        body=reason,
        url=url_of(row.dossier),
    )
    return row


@transaction.atomic
def decline_nominee(*, nominee, by, reason):
    """Không khen, with a reason. Known to nobody outside until the decision is signed."""
    row = _locked(nominee, by)
    if row.outcome == Outcome.NOT_AWARDED:
        raise AlreadyDone(f"{row.name}: đã ghi «Không khen».")
    if row.outcome not in OPEN_OUTCOMES:
        raise Refused(f"{row.name} đang «{row.get_outcome_display()}»; rút phê duyệt trước.")
    return _set(row, Outcome.NOT_AWARDED, reason, by, "không khen")


@transaction.atomic
def return_to_council(*, dossier, by, reason):
    if dossier.nominees.filter(outcome__in=(Outcome.APPROVED, Outcome.PROPOSED)).exists():
        raise Refused("Hồ sơ có người đã được phê duyệt; rút phê duyệt trước khi trả về Hội đồng.")
    return DOSSIER.apply(dossier, "back_to_council", by=by, reason=reason)


def _set(row, outcome, reason, by, verb):
    if not reason.strip():
        raise Refused(f"Hãy ghi lý do {verb}.")
    row.outcome, row.outcome_reason = outcome, reason.strip()
    row.save(update_fields=["outcome", "outcome_reason"])
    record(by=by, verb=verb, subject=row, details={"reason": reason})
    return row
