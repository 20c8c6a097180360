"""The verbs of campaigns: each is one transaction with its trail and its messages."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from awards.enums import SubjectKind
from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import holders_of, members_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from .enums import Certainty, RegistrationState
from .models import Amendment, Campaign, Registration
from .policies import reasons_against_registration, registration_is_late
from .snapshot import SECTIONS, differences, section_facts
from .workflow import CAMPAIGN


def url_of(campaign):
    return reverse("campaign_overview", args=[campaign.tenant.slug, campaign.pk])


def participants_users(campaign):
    """Ids of the heads of the participating units."""
    agencies = list(campaign.participants.values_list("agency_id", flat=True))
    return members_of(agencies, "truongdonvi")


@transaction.atomic
def create_campaign(*, by, form):
    """Save a new draft from a valid CampaignForm."""
    by.require(Permission.WRITE_CAMPAIGN)
    campaign = form.save()
    record(by=by, verb="soạn", subject=campaign)
    return campaign


@transaction.atomic
def launch_campaign(*, campaign, by):
    """Phát động: participants are told; from now on changes are amendments. Raises Refused with what is missing."""
    campaign = CAMPAIGN.apply(campaign, "launch", by=by)
    notify(
        users=participants_users(campaign),
        key=f"campaign:{campaign.pk}:launched",
        title=f"Phát động phong trào: {campaign.title}",
        body=(
            f"{campaign.organiser} phát động phong trào thi đua từ {campaign.starts_on:%d/%m/%Y} "
            f"đến {campaign.ends_on:%d/%m/%Y}. Anh/chị xem nội dung, tiêu chí và đăng ký thi đua cho đơn vị."
        ),
        url=url_of(campaign),
    )
    return campaign


@transaction.atomic
def move_campaign(*, campaign, event, by, reason=""):
    """Any other step of the table: begin_review, close, reopen."""
    if event == "launch":
        return launch_campaign(campaign=campaign, by=by)
    return CAMPAIGN.apply(campaign, event, by=by, reason=reason)


@transaction.atomic
def save_section(*, campaign, section, by, form):
    """Save one part of the plan from a valid form or formset. After the launch the difference becomes an Amendment.

    Returns the Amendment, or None when the campaign is a draft or nothing differs.
    """
    by.require(Permission.WRITE_CAMPAIGN, campaign)
    locked = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if locked.state == "closed":
        raise Refused("Phong trào đã kết thúc; hãy mở lại trước khi sửa đổi.")
    before = section_facts(locked, section)
    form.save()
    locked = Campaign.objects.get(pk=campaign.pk)
    changes = differences(before, section_facts(locked, section))
    Campaign.objects.filter(pk=campaign.pk).update(revision=locked.revision + 1)
    label = SECTIONS.get(section, "Thông tin chung")
    if not changes:
        return None
    record(by=by, verb=f"sửa {label.lower()} của", subject=locked, details={"changes": changes[:50]})
    return None if locked.is_draft else _amend(locked, label, changes, by)


def _amend(campaign, label, changes, by):
    amendment = Amendment.objects.create(
        campaign=campaign, section=label, changes=changes, made_by_id=by.user_id, made_by_label=by.label
    )
    notify(
        users=participants_users(campaign),
        key=f"amendment:{amendment.pk}",
        title=f"Sửa đổi, bổ sung: {campaign.title}",
        body=f"{label}:\n"
        + "\n".join(f"- {c['what']}: {c['before'] or '(trống)'} → {c['after'] or '(bỏ)'}" for c in changes),
        url=url_of(campaign),
    )
    return amendment


@transaction.atomic
def announce_milestone(*, milestone, due_on, document, by):
    """Fill in the date of an awaited milestone once its document has come; reminders follow it from now on."""
    by.require(Permission.WRITE_CAMPAIGN, milestone.campaign)
    locked = type(milestone).objects.select_for_update(of=("self",)).get(pk=milestone.pk)
    if locked.certainty == Certainty.FIXED and locked.due_on == due_on:
        raise AlreadyDone(f"Mốc «{locked.name}» đã có ngày {due_on:%d/%m/%Y}.")
    before = section_facts(locked.campaign, "milestones")
    locked.certainty, locked.due_on, locked.awaits = Certainty.FIXED, due_on, document
    locked.save(update_fields=["certainty", "due_on", "awaits"])
    changes = differences(before, section_facts(locked.campaign, "milestones"))
    record(by=by, verb="ấn định ngày của mốc", subject=locked, details={"due_on": str(due_on), "document": document})
    if not locked.campaign.is_draft and changes:
        _amend(locked.campaign, SECTIONS["milestones"], changes, by)
    return locked


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
    by.require(Permission.REGISTER_TITLES, registration.campaign)
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


@transaction.atomic
def nudge_units(*, campaign, agencies, by, text):
    """Đôn đốc: a message to the heads of the named units. Returns how many people were newly told today."""
    by.require(Permission.NUDGE_UNITS)
    day = timezone.localdate()
    told = 0
    for agency in agencies:
        told += notify(
            users=members_of([agency.pk], "truongdonvi"),
            key=f"nudge:{campaign.pk}:{agency.pk}:{day}",
            title=f"Đôn đốc: {campaign.title}",
            body=text,
            url=url_of(campaign),
        )
    record(by=by, verb="đôn đốc các đơn vị của", subject=campaign, details={"agencies": [a.pk for a in agencies]})
    return told


@transaction.atomic
def extend_deadline(*, participant, until, reason, by):
    """Give one unit more time for its dossier, with the reason; the unit is told."""
    by.require(Permission.WRITE_CAMPAIGN, participant.campaign)
    if not reason.strip():
        raise Refused("Hãy ghi lý do gia hạn.")
    participant.extended_to, participant.extension_reason = until, reason.strip()[:300]
    participant.save(update_fields=["extended_to", "extension_reason"])
    record(by=by, verb="gia hạn nộp hồ sơ cho", subject=participant, details={"until": str(until), "reason": reason})
    notify(
        users=members_of([participant.agency_id], "truongdonvi"),
        key=f"extension:{participant.pk}:{until}",
        title=f"Gia hạn nộp hồ sơ đến {until:%d/%m/%Y}: {participant.campaign.title}",
        body=reason,
        url=url_of(participant.campaign),
    )
    return participant


def office_users():
    return holders_of("vanphong")
