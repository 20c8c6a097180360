"""Đơn vị and Cán bộ: the agency tree and its people."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from thidua.agencies.models import Agency, Person, Position
from thidua.agencies.names import fold

from ..pages import page
from ..permissions import Permission


@page(Permission.SEE_AGENCIES)
def agency_list(request):
    listing = Paginator(Agency.objects.present(), 100).get_page(request.GET.get("page"))
    return render(request, "accounts/agency_list.html", {"page_obj": listing})


@page(Permission.SEE_AGENCIES)
def agency_page(request, agency_id):
    """One agency: what it was called when, what happened to it, who works there today."""
    agency = get_object_or_404(Agency.objects.select_related("current"), pk=agency_id)
    posts = Position.objects.on(timezone.localdate()).filter(agency=agency).select_related("person")
    context = {
        "agency": agency,
        "versions": agency.versions.select_related("parent__current").order_by("-valid_from"),
        "events": agency.events.select_related("successor__current"),
        "posts": posts.order_by("-is_head", "person__sort_key"),
    }
    return render(request, "accounts/agency_page.html", context)


@page(Permission.SEE_AGENCIES)
def person_list(request):
    query = request.GET.get("q", "").strip()[:100]
    people = Person.objects.order_by("sort_key").prefetch_related("positions__agency__current")
    if query:
        people = people.filter(folded__contains=fold(query))
    listing = Paginator(people, 50).get_page(request.GET.get("page"))
    return render(request, "accounts/person_list.html", {"page_obj": listing, "query": query})


@page(Permission.SEE_AGENCIES)
def person_page(request, person_id):
    person = get_object_or_404(Person, pk=person_id)
    posts = person.positions.select_related("agency__current").order_by("-valid_from")
    return render(request, "accounts/person_page.html", {"person": person, "posts": posts})
