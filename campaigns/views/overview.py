"""Lists of campaigns, and one campaign: where its units are, what its plan says, what happened."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from thidua.accounts.pages import page
from thidua.accounts.permissions import Permission

from ..enums import CampaignState
from ..filters import CampaignFilter
from ..models import Campaign
from ..progress import matrix
from ..selectors import campaign_plan, campaigns_for, dossier_deadline, timeline_of
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
    campaign = get_campaign(request, campaign_id)
    phases, milestones = list(campaign.phases.all()), list(campaign.milestones.all())
    participants = campaign.participants.select_related("agency__current")
    whole = request.actor.sees_whole_tenant
    if not whole:
        participants = participants.filter(agency=request.actor.agency_id)
    listing = Paginator(participants, 50).get_page(request.GET.get("page"))
    columns, rows = matrix(campaign, request.actor, list(listing))
    if request.GET.get("sap-xep") == "tre":
        rows.sort(key=lambda row: -row.lateness)
    context = {
        "campaign": campaign,
        "movements": list(campaign.movements.select_related("document")),
        "milestones": milestones,
        "timeline_data": timeline_of(campaign, phases, milestones),
        "columns": columns,
        "rows": rows,
        "page_obj": listing,
        "summary": _summary(columns, rows),
        "steps": CAMPAIGN.offered(campaign, request.actor),
        "takes_part": not whole and any(row.participant.agency_id == request.actor.agency_id for row in rows),
        "deadline": dossier_deadline(campaign, request.actor.agency_id) if not whole else None,
        "may_write": request.actor.may(Permission.WRITE_CAMPAIGN),
        "may_nudge": request.actor.may(Permission.NUDGE_UNITS) and campaign.takes_dossiers,
        "today": timezone.localdate(),
    }
    return render(request, "campaigns/overview.html", context)


def _summary(columns, rows):
    """[(step, done, total)]: how many of the units shown have finished each step."""
    return [
        (title, sum(row.cells[index].tone == "done" for row in rows), len(rows)) for index, title in enumerate(columns)
    ]


@page(Permission.SEE_CAMPAIGNS)
def campaign_plan_page(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    context = campaign_plan(campaign) | {"may_write": request.actor.may(Permission.WRITE_CAMPAIGN)}
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
