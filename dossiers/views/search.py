"""Search over people, units, dossiers, campaigns and decisions, with or without Vietnamese marks."""

from django.db.models import Q
from django.shortcuts import render

from campaigns.models import Campaign
from thidua.accounts.pages import page
from thidua.accounts.permissions import Permission
from thidua.agencies.models import Agency, Person
from thidua.agencies.models.person import Fold
from thidua.agencies.names import fold

from ..models import Dossier
from ..visibility import decisions_for

LIMIT = 20


@page(Permission.SEE_HOME)
def search(request):
    query = request.GET.get("q", "").strip()[:100]
    found = _find(request.actor, query) if len(query) >= 2 else {}
    return render(
        request, "dossiers/search.html", {"query": query, "found": found, "total": sum(map(len, found.values()))}
    )


def _find(actor, query):
    folded = fold(query)
    found = {"campaigns": list(Campaign.objects.visible_to(actor).filter(folded__contains=folded)[:LIMIT])}
    if Permission.SEE_AGENCIES in actor.permissions:
        names = Q(legal__contains=folded) | Q(short__contains=folded)
        found["agencies"] = list(
            Agency.objects.present()
            .annotate(legal=Fold("current__legal_name"), short=Fold("current__short_name"))
            .filter(names)[:LIMIT]
        )
        found["people"] = list(Person.objects.filter(folded__contains=folded).order_by("sort_key")[:LIMIT])
    if Permission.LIST_DOSSIERS in actor.permissions:
        names = Q(nominee_name__contains=folded) | Q(agency_name__contains=folded)
        number = query.split("/")[0]
        if number.isdecimal():
            names |= Q(receipt_number=int(number[:6]))
        found["dossiers"] = list(
            Dossier.objects.visible_to(actor)
            .annotate(nominee_name=Fold("nominees__name"), agency_name=Fold("agency__current__legal_name"))
            .filter(names)
            .select_related("campaign", "agency__current")
            .distinct()[:LIMIT]
        )
    decisions = decisions_for(actor).annotate(folded=Fold("title"))
    number = query.split("/")[0]
    wanted = Q(folded__contains=folded) | Q(lines__name__icontains=query)
    if number.isdecimal():
        wanted |= Q(number=int(number[:6]))
    found["decisions"] = list(decisions.filter(wanted).distinct()[:LIMIT])
    return found
