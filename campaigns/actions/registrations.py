"""Titles that units register to strive for."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from awards.enums import SubjectKind
from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import RegistrationState
from ..models import Campaign, Registration
from ..policies import reasons_against_registration, registration_is_late


@transaction.atomic
def register_title(*, campaign, award, by, person=None, target=""):
    """Register a title for the actor's own unit or for one of its people. Late ones are marked, not refused."""
    campaign = Campaign.objects.get(pk=campaign.pk)  # as it is now, not as the page saw it
    by.require(Permission.REGISTER_TITLES, campaign)
    reasons = reasons_against_registration(campaign)
    wanted = SubjectKind.INDIVIDUAL if person else SubjectKind.COLLECTIVE
    if wanted not in award.subjects:
        reasons.append(f"«{award.name}» không dành cho {SubjectKind(wanted).label.lower()}.")
    if reasons:
        raise Refused(*reasons)
    try:
        with transaction.atomic():
            registration = Registration.objects.create(
                campaign=campaign,
                agency_id=by.agency_id,
                award=award,
                person=person,
                target=target,
                is_late=registration_is_late(campaign, timezone.localdate()),
                registered_by_id=by.user_id,
            )
    except IntegrityError as error:
        if "registration_once" in str(error):
            raise AlreadyDone(f"{person or 'Đơn vị'} đã đăng ký «{award.name}» rồi.") from None
        raise
    record(by=by, verb="đăng ký thi đua", subject=registration)
    return registration


@transaction.atomic
def withdraw_registration(*, registration, by, reason):
    """Withdraw a registration; it stays in the list with its reason."""
    campaign = Campaign.objects.get(pk=registration.campaign_id)
    by.require(Permission.REGISTER_TITLES, campaign)
    if campaign.is_closed:
        raise Refused("Phong trào đã kết thúc nên đăng ký không rút được nữa.")
    locked = Registration.objects.select_for_update(of=("self",)).get(pk=registration.pk)
    if locked.agency_id != by.agency_id:
        raise Refused("Chỉ rút được đăng ký của đơn vị mình.")
    if locked.state == RegistrationState.WITHDRAWN:
        raise AlreadyDone("Đăng ký này đã được rút.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do rút đăng ký.")
    locked.state, locked.withdrawn_at = RegistrationState.WITHDRAWN, timezone.now()
    locked.withdrawal_reason = reason.strip()[:300]
    locked.save(update_fields=["state", "withdrawn_at", "withdrawal_reason"])
    record(by=by, verb="rút đăng ký thi đua", subject=locked, details={"reason": reason})
    return locked
