"""Write a plan, launch it, carry it on; after the launch a change is an amendment."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import notify
from thidua.workflow.table import Refused

from ..models import Amendment, Campaign, Participant
from ..plans import a_year_on, plan_data, write_plan
from ..snapshot import SECTIONS, differences, section_facts
from ..workflow import CAMPAIGN
from .addresses import participants_users, url_of
from .scoring.opening import refresh_totals
from .scoring.sheets import check_campaign_unpublished


@transaction.atomic
def create_campaign(*, by, form):
    """Save a new draft from a valid CampaignForm."""
    by.require(Permission.WRITE_CAMPAIGN)
    campaign = form.save()
    record(by=by, verb="soạn", subject=campaign)
    return campaign


@transaction.atomic
def copy_campaign(*, campaign, year, by):
    """Take a plan over into another year: dates shifted, owners and criteria kept; a new draft."""
    by.require(Permission.WRITE_CAMPAIGN, campaign)
    if year == campaign.year:
        raise Refused("Hãy chọn một năm khác với năm của kế hoạch gốc.")
    data = a_year_on(plan_data(campaign), year - campaign.year)
    copy = write_plan(data, copied_from=campaign)
    record(by=by, verb=f"sao chép sang năm {year} kế hoạch của", subject=campaign, details={"copy": copy.pk})
    return copy


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
def save_section(*, campaign, section, by, form, check=None):
    """Save one part of the plan from a valid form or formset. After the launch the difference becomes an Amendment.

    `check(campaign)` is asked once nobody else can save, and raises what speaks against it.
    Returns the Amendment, or None when the campaign is a draft or nothing differs.
    """
    by.require(Permission.WRITE_CAMPAIGN, campaign)
    locked = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if locked.state == "closed":
        raise Refused("Phong trào đã kết thúc; hãy mở lại trước khi sửa đổi.")
    if section == "criteria":
        check_campaign_unpublished(locked, "sửa tiêu chí")
    if check:
        check(locked)
    before = section_facts(locked, section)
    form.save()
    if section == "groups":
        add_matching_agencies(locked)
    if section == "criteria":
        refresh_totals(locked)
    locked = Campaign.objects.get(pk=campaign.pk)
    changes = differences(before, section_facts(locked, section))
    Campaign.objects.filter(pk=campaign.pk).update(revision=locked.revision + 1)
    label = SECTIONS.get(section, "Thông tin chung")
    if not changes:
        return None
    record(by=by, verb=f"sửa {label.lower()} của", subject=locked, details={"changes": changes[:50]})
    return None if locked.is_draft else amend(locked, label, changes, by)


def add_matching_agencies(campaign):
    """Agencies that a rule of «Đối tượng» means and that are not in the list yet join it. Returns them."""
    present = set(campaign.participants.values_list("agency_id", flat=True))
    joining = {agency.pk: agency for group in campaign.groups.all() for agency in group.matching()}
    new = [agency for pk, agency in joining.items() if pk not in present]
    for agency in new:
        Participant.objects.create(campaign=campaign, agency=agency)
    return new


def amend(campaign, label, changes, by):
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
