"""What comes due in campaigns and dossiers, and for whom. Finished work is not yielded, so reminding stops by itself."""

from collections import defaultdict

from django.urls import reverse

from campaigns.enums import MilestoneKind
from campaigns.models import Milestone, Participant, Registration
from campaigns.selectors import extensions_of
from thidua.accounts.models import Membership
from thidua.notifications.reminders import Due, days_in_words, holders_by_agency, source

from .enums import DossierState
from .lateness import RUNNING, late_dossiers
from .models import Dossier

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
    more = extensions_of(milestones)
    campaigns = {milestone.campaign_id for milestone in milestones}
    participants = defaultdict(list)
    for participant in Participant.objects.filter(campaign__in=campaigns).select_related("agency__current"):
        participants[participant.campaign_id].append(participant)
    registered = set(
        Registration.objects.standing().filter(campaign__in=campaigns).values_list("campaign_id", "agency_id")
    )
    handed_in = set(
        Dossier.objects.filter(round__in=milestones, submitted_at__isnull=False)
        .exclude(state__in=(DossierState.RETURNED, DossierState.WITHDRAWN))
        .values_list("round_id", "agency_id")
    )
    for milestone in milestones:
        is_dossier = milestone.kind == MilestoneKind.DOSSIER_DEADLINE
        for participant in participants[milestone.campaign_id]:
            unit = participant.agency_id
            if (milestone.pk, unit) in handed_in if is_dossier else (milestone.campaign_id, unit) in registered:
                continue
            due_on = more.get((milestone.pk, participant.pk), milestone.due_on)
            yield _unit_due(milestone, participant, due_on, heads)


def _unit_due(milestone, participant, due_on, heads):
    campaign = milestone.campaign
    is_dossier = milestone.kind == MilestoneKind.DOSSIER_DEADLINE
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
    for late in late_dossiers(today):
        yield Due(
            key=f"m{late.milestone.pk}:late",
            due_on=late.due_on,
            users=office,
            wording=lambda days, late=late: (
                f"{len(late.names)} đơn vị quá hạn nộp hồ sơ {-days} ngày: {late.campaign.title}",
                "Chưa nộp: " + "; ".join(late.names) + ".",
            ),
            url=reverse("campaign_overview", args=[late.campaign.tenant.slug, late.campaign.pk]),
        )
