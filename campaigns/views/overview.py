"""Lists of campaigns, and one campaign: where its units are, what its plan says, what happened."""

from datetime import date

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from thidua.accounts.pages import page
from thidua.accounts.permissions import Permission
from thidua.web.charts.heat import HeatRow
from thidua.web.charts.yearly import YearBar

from ..enums import CampaignState
from ..filters import CampaignFilter
from ..models import Campaign
from ..progress import Look, matrix, units_of
from ..selectors import (
    campaign_plan,
    campaigns_for,
    campaigns_of_year,
    current,
    dossier_deadline,
    feasts_of,
    labelled,
    marks_of,
    movements_of,
    rounds_of,
    timeline_of,
)
from ..selectors.targets import target_gauges
from ..workflow import CAMPAIGN

TONES = {
    CampaignState.DRAFT: "draft",
    CampaignState.LAUNCHED: "elsewhere",
    CampaignState.REVIEWING: "waiting",
    CampaignState.CLOSED: "done",
}


def get_campaign(request, campaign_id):
    """A campaign that the actor may know of; 404 in another tenant, 403 when it is not for this unit."""
    found = Campaign.objects.select_related("organiser__current", "tenant")
    campaign = get_object_or_404(found, pk=campaign_id)
    request.actor.require(Permission.SEE_CAMPAIGNS, campaign)
    campaign.tone = TONES[CampaignState(campaign.state)]
    return campaign


@page(Permission.SEE_CAMPAIGNS)
def campaign_list(request):
    found = CampaignFilter(request.GET, queryset=campaigns_for(request.actor))
    listing = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    for campaign in listing:
        campaign.tone = TONES[CampaignState(campaign.state)]
    context = {"filter": found, "page_obj": listing, "may_write": request.actor.may(Permission.WRITE_CAMPAIGN)}
    return render(request, "campaigns/list.html", context)


@page(Permission.SEE_CAMPAIGNS)
def campaign_overview(request, campaign_id):
    """Where the campaign stands: its time, its targets, every unit in every step."""
    campaign = get_campaign(request, campaign_id)
    phases, milestones = list(campaign.phases.all()), list(campaign.milestones.all())
    whole = request.actor.sees_whole_tenant
    rounds, chosen = asked_round(request, campaign)
    units = units_of(_participants(request, campaign), chosen)
    columns, rows = matrix(Look(campaign, request.actor, units, whole, chosen))
    if request.GET.get("sap-xep") == "tre":
        rows.sort(key=lambda row: -row.lateness)
    movements = movements_of(campaign, request.actor)
    may_write = request.actor.may(Permission.WRITE_CAMPAIGN)
    context = {
        "campaign": campaign,
        "movements": movements,
        "timeline_data": timeline_of(
            campaign,
            phases,
            milestones,
            movements,
            campaign.celebrations.all(),
            announce=_announcing(request) if may_write else None,
        ),
        "columns": columns,
        "rounds": labelled(rounds),
        "round": chosen,
        "unit_count": len(units),
        "rows": [HeatRow(row.unit.name, "", row.cells, row.unit.note) for row in rows],
        "gauges": target_gauges(campaign),
        "steps": CAMPAIGN.offered(campaign, request.actor),
        "takes_part": not whole and bool(rows),
        "deadline": dossier_deadline(campaign, request.actor.agency_id, chosen) if not whole and chosen else None,
        "may_write": may_write,
        "may_nudge": request.actor.may(Permission.NUDGE_UNITS) and campaign.takes_dossiers,
    }
    return render(request, "campaigns/overview.html", context)


def _announcing(request):
    return lambda milestone: reverse("milestone_announce", args=[request.tenant.slug, milestone.pk])


def asked_round(request, campaign):
    """(the rounds of handing in dossiers, the one that the address names or the current one)."""
    rounds = rounds_of(campaign)
    named = [row for row in rounds if str(row.pk) == request.GET.get("dot")]
    return rounds, named[0] if named else current(rounds)


def _participants(request, campaign):
    if request.actor.sees_whole_tenant:
        return campaign.participants.all()
    return campaign.participants.filter(agency=request.actor.agency_id)


@page(Permission.NUDGE_UNITS)
def campaign_units(request, campaign_id):
    """The units that are late, to be reminded or given more time."""
    campaign = get_campaign(request, campaign_id)
    listing = Paginator(_participants(request, campaign), 50).get_page(request.GET.get("page"))
    rounds, chosen = asked_round(request, campaign)
    columns, rows = matrix(Look(campaign, request.actor, units_of(listing.object_list, chosen), round=chosen))
    rows.sort(key=lambda row: -row.lateness)
    context = {"campaign": campaign, "columns": columns, "rows": rows, "page_obj": listing}
    context |= {"rounds": labelled(rounds), "round": chosen}
    return render(request, "campaigns/units.html", context)


@page(Permission.SEE_CAMPAIGNS)
def year_calendar(request):
    """All campaigns of a year with their milestones."""
    today = timezone.localdate()
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and 1990 <= int(asked) <= 2100 else today.year
    bars = [
        YearBar(
            campaign.title,
            campaign.starts_on,
            campaign.ends_on,
            reverse("campaign_overview", args=[request.tenant.slug, campaign.pk]),
            TONES[CampaignState(campaign.state)],
            marks_of(campaign.milestones.all())
            + feasts_of(campaign.celebrations.all(), date(year, 1, 1), date(year, 12, 31)),
        )
        for campaign in campaigns_of_year(request.actor, year)
    ]
    return render(request, "campaigns/year.html", {"year": year, "bars": bars, "today": today})


@page(Permission.SEE_CAMPAIGNS)
def campaign_plan_page(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    context = campaign_plan(campaign, request.actor) | {"may_write": request.actor.may(Permission.WRITE_CAMPAIGN)}
    return render(request, "campaigns/plan.html", context)


@page(Permission.SEE_CAMPAIGNS)
def campaign_history(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    labels = {step.event: step.label for step in CAMPAIGN.steps}
    history = [
        {"text": labels[item.event], "who": item.by_label, "note": item.reason, "at": item.at}
        for item in campaign.transitions.all()
    ]
    amendments = Paginator(campaign.amendments.all(), 30).get_page(request.GET.get("page"))
    context = {"campaign": campaign, "history": history, "page_obj": amendments}
    return render(request, "campaigns/history.html", context)
