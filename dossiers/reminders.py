"""What comes due in campaigns and dossiers, and for whom. Finished work is not yielded, so reminding stops by itself."""

from collections import defaultdict
from datetime import timedelta

from django.urls import reverse

from campaigns.enums import CampaignState, MilestoneKind
from campaigns.models import Milestone, Participant, Registration
from thidua.accounts.models import Membership
from thidua.notifications.reminders import Due, days_in_words, holders_by_agency, source

from .enums import DossierState
from .models import Dossier

RUNNING = (CampaignState.LAUNCHED, CampaignState.REVIEWING)
# Milestones of the office itself: those who run the campaign are reminded of them.
OFFICE_KINDS = (
    MilestoneKind.INTERIM_REVIEW,
    MilestoneKind.COUNCIL,
    MilestoneKind.FINAL_REVIEW,
    MilestoneKind.CEREMONY,
    MilestoneKind.REPORT,
    MilestoneKind.OTHER,
)


@source
def unit_work(today):
    """Units that have not registered, or not handed in (or resubmitted) their dossier, before each dated milestone."""
    heads = holders_by_agency("truongdonvi", today)
    milestones = list(
        Milestone.objects.dated()
        .filter(kind__in=(MilestoneKind.REGISTRATION, MilestoneKind.DOSSIER_DEADLINE), campaign__state__in=RUNNING)
        .select_related("campaign__tenant")
    )
    campaigns = {milestone.campaign_id for milestone in milestones}
    participants = defaultdict(list)
    for participant in Participant.objects.filter(campaign__in=campaigns).select_related("agency__current"):
        participants[participant.campaign_id].append(participant)
    done = {
        MilestoneKind.REGISTRATION: set(
            Registration.objects.standing().filter(campaign__in=campaigns).values_list("campaign_id", "agency_id")
        ),
        MilestoneKind.DOSSIER_DEADLINE: set(
            Dossier.objects.filter(campaign__in=campaigns, submitted_at__isnull=False)
            .exclude(state=DossierState.RETURNED)
            .values_list("campaign_id", "agency_id")
        ),
    }
    for milestone in milestones:
        for participant in participants[milestone.campaign_id]:
            if (milestone.campaign_id, participant.agency_id) not in done[milestone.kind]:
                yield _unit_due(milestone, participant, heads)


LONG_PAST = timedelta(days=30)  # a year of a yearly deadline is not called for for ever


def _unit_due(milestone, participant, heads):
    campaign = milestone.campaign
    is_dossier = milestone.kind == MilestoneKind.DOSSIER_DEADLINE
    due_on = participant.extended_to if is_dossier and participant.extended_to else milestone.due_on
    work = "Nộp hồ sơ đề nghị khen thưởng" if is_dossier else "Đăng ký thi đua"

    def wording(days):
        return (
            f"{work}: {days_in_words(days)} ({due_on:%d/%m/%Y})",
            f"{participant.agency.current.legal_name} chưa hoàn thành «{milestone.name}» của phong trào "
            f"«{campaign.title}». Hạn: hết ngày {due_on:%d/%m/%Y}.",
        )

    return Due(
        key=f"m{milestone.pk}:a{participant.agency_id}",
        due_on=due_on,
        users=heads[participant.agency_id],
        wording=wording,
        url=reverse("campaign_overview", args=[campaign.tenant.slug, campaign.pk]),
    )


@source
def office_work(today):
    """The office's own milestones, until their day has come."""
    office = set(
        Membership.objects.on(today)
        .with_role("vanphong")
        .filter(user__is_active=True)
        .values_list("user_id", flat=True)
    )
    milestones = (
        Milestone.objects.dated()
        .filter(kind__in=OFFICE_KINDS, campaign__state__in=RUNNING, due_on__gte=today)
        .select_related("campaign__tenant")
    )
    for milestone in milestones:
        yield Due(
            key=f"m{milestone.pk}:office",
            due_on=milestone.due_on,
            users=office,
            wording=lambda days, m=milestone: (
                f"{m.name}: {days_in_words(days)} ({m.due_on:%d/%m/%Y})",
                f"Phong trào «{m.campaign.title}».",
            ),
            url=reverse("campaign_overview", args=[milestone.campaign.tenant.slug, milestone.campaign_id]),
        )


@source
def late_units(today):
    """Escalation: once the dossier deadline has passed, the office is told which units are late."""
    office = set(
        Membership.objects.on(today)
        .with_role("vanphong")
        .filter(user__is_active=True)
        .values_list("user_id", flat=True)
    )
    passed = (
        Milestone.objects.dated()
        .filter(kind=MilestoneKind.DOSSIER_DEADLINE, campaign__state__in=RUNNING, due_on__lt=today)
        .exclude(rule__isnull=False, due_on__lt=today - LONG_PAST)
        .select_related("campaign__tenant")
    )
    handed_in = set(
        Dossier.objects.filter(campaign__in=[m.campaign_id for m in passed], submitted_at__isnull=False).values_list(
            "campaign_id", "agency_id"
        )
    )
    late = defaultdict(list)
    for participant in Participant.objects.filter(campaign__in=[m.campaign_id for m in passed]).select_related(
        "agency__current"
    ):
        if (participant.campaign_id, participant.agency_id) not in handed_in:
            late[participant.campaign_id].append(participant.agency.short_name)
    for milestone in passed:
        names = late[milestone.campaign_id]
        if not names:
            continue
        yield Due(
            key=f"m{milestone.pk}:late",
            due_on=milestone.due_on,
            users=office,
            wording=lambda days, m=milestone, names=names: (
                f"{len(names)} đơn vị quá hạn nộp hồ sơ {-days} ngày: {m.campaign.title}",
                "Chưa nộp: " + "; ".join(names) + ".",
            ),
            url=reverse("campaign_overview", args=[milestone.campaign.tenant.slug, milestone.campaign_id]),
        )
