"""Units that have let a day of a running campaign pass, campaign by campaign; a fixed number of queries for all."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from campaigns.enums import CampaignState, MilestoneKind, SheetState
from campaigns.models import Campaign, Milestone, Participant, Registration, ScoreSheet
from campaigns.selectors import current, extensions_of

from .enums import DossierState
from .models import Dossier

RUNNING = (CampaignState.LAUNCHED, CampaignState.REVIEWING)


@dataclass(frozen=True)
class Late:
    """What the named units of a campaign have not done, and since when."""

    campaign: Campaign
    work: str
    due_on: date
    names: list[str]
    milestone: Milestone | None = None


def current_of_each(milestones, today):
    """The milestone of each campaign that is spoken of today."""
    found = defaultdict(list)
    for milestone in milestones:
        found[milestone.campaign_id].append(milestone)
    return [current(rows, today) for rows in found.values()]


def late_dossiers(today):
    """Units without a dossier in the current round; an extension of the unit wins."""
    rounds = Milestone.objects.rounds().filter(campaign__state__in=RUNNING).select_related("campaign__tenant")
    passed = [row for row in current_of_each(rounds, today) if row.due_on and row.due_on < today]
    done, more = handed_in(passed), extensions_of(passed)
    for milestone, units in _units_of(passed):
        missing = [
            (more.get((milestone.pk, pk), milestone.due_on), name)
            for pk, agency_id, name in units
            if (milestone.pk, agency_id) not in done
        ]
        late = [(day, name) for day, name in missing if day < today]
        if late:
            names = [name for _day, name in late]
            yield Late(milestone.campaign, "chưa nộp hồ sơ", min(late)[0], names, milestone)


def handed_in(rounds):
    """{(round id, agency id)} of the dossiers that have been handed in and not given up."""
    rows = Dossier.objects.filter(round__in=rounds, submitted_at__isnull=False).exclude(state=DossierState.WITHDRAWN)
    return set(rows.values_list("round", "agency"))


def late_registrations(today):
    """Units that have registered nothing although the day has passed; only while one can register."""
    days = Milestone.objects.dated().filter(
        kind=MilestoneKind.REGISTRATION, campaign__state=CampaignState.LAUNCHED
    )  # fmt: skip
    passed = [row for row in current_of_each(days.select_related("campaign"), today) if row.due_on < today]
    campaigns = [row.campaign_id for row in passed]
    registered = set(
        Registration.objects.standing().filter(campaign__in=campaigns).order_by().values_list("campaign", "agency")
    )
    for milestone, units in _units_of(passed):
        names = [name for _pk, agency_id, name in units if (milestone.campaign_id, agency_id) not in registered]
        if names:
            yield Late(milestone.campaign, "chưa đăng ký thi đua", milestone.due_on, names, milestone)


def late_sheets(today):
    """Units that have not sent their own points; a sheet that was given back is no longer bound by the day."""
    late = (
        ScoreSheet.objects.filter(
            state=SheetState.SCORING,
            participant__isnull=False,
            campaign__state__in=RUNNING,
            campaign__scoring_rule__self_score_until__lt=today,
        )
        .exclude(transitions__event="return")
        .select_related("campaign__scoring_rule", "participant__agency__current")
        .order_by("campaign", "participant__agency__position", "pk")
    )
    found = defaultdict(list)
    for sheet in late:
        found[sheet.campaign].append(sheet.participant.agency.short_name)
    for campaign, names in found.items():
        yield Late(campaign, "chưa tự chấm điểm", campaign.scoring_rule.self_score_until, names)


def _units_of(milestones):
    """[(milestone, [(participant id, agency id, name)])]"""
    names = ("pk", "campaign", "agency", "agency__current__short_name", "agency__current__legal_name")
    rows = Participant.objects.filter(campaign__in=[row.campaign_id for row in milestones])
    units = defaultdict(list)
    for pk, campaign_id, agency_id, short, legal in rows.values_list(*names):
        units[campaign_id].append((pk, agency_id, short or legal))
    return [(milestone, units[milestone.campaign_id]) for milestone in milestones]
