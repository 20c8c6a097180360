"""Lists of dossiers."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from campaigns.models import Campaign
from campaigns.selectors import current, rounds_of
from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..enums import DossierState
from ..filters import DossierFilter
from ..models import Dossier
from ..selectors import dossiers_for, tone_for


@page(Permission.LIST_DOSSIERS)
def dossier_list(request):
    found = DossierFilter(request.GET, queryset=dossiers_for(request.actor), actor=request.actor)
    listing = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    for dossier in listing:
        dossier.tone = tone_for(dossier, request.actor)
    return render(request, "dossiers/list.html", {"filter": found, "page_obj": listing})


@page(Permission.CHECK_DOSSIER)
def check_queue(request):
    """What waits in the office: oldest first, late ones marked, then what is ready for the council."""
    waiting = dossiers_for(request.actor).filter(state=DossierState.SUBMITTED).order_by("submitted_at")
    accepted = dossiers_for(request.actor).filter(state=DossierState.ACCEPTED).order_by("accepted_at")[:50]
    listing = Paginator(waiting, 50).get_page(request.GET.get("page"))
    return render(request, "dossiers/queue.html", {"page_obj": listing, "accepted": accepted})


@page(Permission.WRITE_DOSSIER, methods=WRITE)
def dossier_create(request, campaign_id):
    """Begin the unit's dossier; pressed twice it opens the one that is there."""
    campaign = get_object_or_404(Campaign.objects.visible_to(request.actor), pk=campaign_id)
    rounds = rounds_of(campaign)
    named = [row for row in rounds if str(row.pk) == request.POST.get("dot")]
    of_round = named[0] if named else current(rounds)
    with kindly(request):
        dossier = actions.create_dossier(campaign=campaign, of_round=of_round, by=request.actor)
        return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=dossier.pk)
    mine = Dossier.objects.filter(campaign=campaign, round=of_round, agency=request.actor.agency_id).first()
    if mine:
        return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=mine.pk)
    return redirect("campaign_overview", tenant=request.tenant.slug, campaign_id=campaign.pk)
