"""Write a plan, launch it, carry it on; after the launch a change is an amendment."""

from django.db import transaction
from django.db.models import ProtectedError

from thidua.accounts.permissions import Permission
from thidua.agencies.models import Agency
from thidua.audit.trail import record
from thidua.notifications.actions import members_of, notify
from thidua.workflow.table import Refused

from ..models import Amendment, Campaign, Participant
from ..plans import a_year_on, plan_data, write_plan
from ..snapshot import SECTIONS, differences, section_facts
from ..workflow import CAMPAIGN
from .addresses import participants_users, url_of
from .scoring.rechecking import verify_again
from .scoring.sheets import check_campaign_unpublished

VERIFIED_AGAIN = "Phiếu chấm điểm phải thẩm định lại"
WHO = ("groups", "participants")  # parts after which other agencies may take part


@transaction.atomic
def create_campaign(*, by, form):
    """Save a new draft from a valid CampaignForm."""
    by.require(Permission.WRITE_CAMPAIGN)
    campaign = form.save()
    record(by=by, verb="soạn", subject=campaign)
    return campaign


@transaction.atomic
def copy_campaign(*, campaign, year, by):
    """Take a plan over into another year: dates shifted, owners and criteria kept; a new draft.

    Agencies that no longer exist and movements that are over by then stay behind; `advice_before_launch` names them.
    """
    by.require(Permission.WRITE_CAMPAIGN, campaign)
    if year == campaign.year:
        raise Refused("Hãy chọn một năm khác với năm của kế hoạch gốc.")
    data = a_year_on(plan_data(campaign), year - campaign.year)
    _check_celebrations(data, year)
    present = set(Agency.objects.present().values_list("code", flat=True))
    data["participants"] = [code for code in data["participants"] if code in present]
    running = set(Campaign.objects.filter(ends_on__year__gte=year).values_list("pk", flat=True))
    for movement in data["movements"]:
        if movement["platform_campaign_id"] not in running:
            movement["platform_campaign_id"] = None
    copy = write_plan(data, copied_from=campaign)
    record(by=by, verb=f"sao chép sang năm {year} kế hoạch của", subject=campaign, details={"copy": copy.pk})
    return copy


def _check_celebrations(data, year):
    """A day cannot be celebrated before it was founded."""
    days = [*data["celebrations"], *(day for phase in data["phases"] for day in phase["celebrations"])]
    early = [
        f"«{day['name']}» có từ ngày {day['founded_on']:%d/%m/%Y}, không kỷ niệm được trong năm {year}."
        for day in days
        if day["founded_on"] and day["celebrated_on"] and day["celebrated_on"] < day["founded_on"]
    ]
    if early:
        raise Refused(*early)


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
def save_section(*, campaign, section, by, form, check=None, document="", reason=""):
    """Save one part of the plan from a valid form or formset. After the launch the difference becomes an Amendment.

    `check(campaign)` is asked once nobody else can save, and raises what speaks against it. `document`, `reason`: by
    which document and why a launched plan is changed. Returns the Amendment, or None when the campaign is a draft or
    nothing differs.
    """
    by.require(Permission.WRITE_CAMPAIGN, campaign)
    locked = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if locked.state == "closed":
        raise Refused("Phong trào đã kết thúc; hãy mở lại trước khi sửa đổi.")
    if section == "criteria":
        check_campaign_unpublished(locked, "sửa tiêu chí")
    if check:
        check(locked)
    members = _agencies_in(locked) if section in WHO else {}
    before = section_facts(locked, section)
    _keep(form)
    if section == "groups":
        add_matching_agencies(locked)
    again = verify_again(locked, by) if section == "criteria" else []
    locked = Campaign.objects.get(pk=campaign.pk)
    changes = differences(before, section_facts(locked, section)) + _sent_back(again)
    if section == "groups":
        changes += _joined(members, _agencies_in(locked))
    Campaign.objects.filter(pk=campaign.pk).update(revision=locked.revision + 1)
    label = SECTIONS.get(section, "Thông tin chung")
    if not changes:
        return None
    record(by=by, verb=f"sửa {label.lower()} của", subject=locked, details={"changes": changes[:50]})
    if locked.is_draft:
        return None
    if section == "participants":
        _tell_removed(locked, members)
    return amend(locked, label, changes, by, document=document, reason=reason)


def _agencies_in(campaign):
    """{id: agency} of those that take part."""
    return {row.agency_id: row.agency for row in campaign.participants.select_related("agency__current")}


def _joined(before, after):
    return [
        {"what": f"Thêm đơn vị tham gia «{agency}»", "before": "", "after": str(agency)}
        for pk, agency in after.items()
        if pk not in before
    ]


def _tell_removed(campaign, before):
    """The heads of units that were taken off the list hear of it; they are no participants any more."""
    removed = set(before) - set(_agencies_in(campaign))
    notify(
        users=members_of(removed, "truongdonvi"),
        key=f"removed:{campaign.pk}:{campaign.revision}",
        title=f"Đơn vị không còn tham gia phong trào: {campaign.title}",
        body="Văn phòng đã đưa đơn vị ra khỏi danh sách tham gia. Những gì đơn vị đã gửi vẫn được lưu.",
    )


def _keep(form):
    try:
        form.save()
    except ProtectedError:
        raise Refused(
            "Có người vừa dùng đến điều anh/chị bỏ đi (mở phiếu chấm điểm, đăng ký, …); hãy tải lại trang."
        ) from None


def _sent_back(sheets):
    """The line of an amendment that names the sheets to be verified again."""
    names = ", ".join(sheet.unit_name for sheet in sheets)
    return [{"what": VERIFIED_AGAIN, "before": "", "after": names}] if sheets else []


def add_matching_agencies(campaign):
    """Agencies that a rule of «Đối tượng» means and that are not in the list yet join it. Returns them."""
    present = set(campaign.participants.values_list("agency_id", flat=True))
    joining = {agency.pk: agency for group in campaign.groups.all() for agency in group.matching()}
    new = [agency for pk, agency in joining.items() if pk not in present]
    for agency in new:
        Participant.objects.create(campaign=campaign, agency=agency)
    return new


def amend(campaign, label, changes, by, *, document="", reason=""):
    """Keep what differs as an Amendment and tell the participants, with the document and the reason where given."""
    amendment = Amendment.objects.create(
        campaign=campaign, section=label, changes=changes, document=document.strip(), reason=reason.strip(),
        made_by_id=by.user_id, made_by_label=by.label,
    )  # fmt: skip
    lines = [f"- {c['what']}: {c['before'] or '(trống)'} → {c['after'] or '(bỏ)'}" for c in changes]
    why = [f"Theo {amendment.document}."] if amendment.document else []
    why += [f"Lý do: {amendment.reason}"] if amendment.reason else []
    notify(
        users=participants_users(campaign),
        key=f"amendment:{amendment.pk}",
        title=f"Sửa đổi, bổ sung: {campaign.title}",
        body="\n".join([f"{label}:", *lines, *why]),
        url=url_of(campaign),
    )
    return amendment
