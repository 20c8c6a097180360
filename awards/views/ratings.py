"""Kết quả xếp loại: the register, the entry of a whole unit on one page, corrections."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.agencies.models import Agency
from thidua.documents.downloads import send_workbook
from thidua.workflow.answers import kindly

from .. import actions
from ..enums import RatingPeriod
from ..filters import RatingFilter
from ..forms import ChooseUnitForm, RatingForm, RemovalForm, UnitRatingsForm
from ..models import QualityRating
from ..selectors import ratings_for
from ..sheets import people_in, register_sheet


@page(Permission.SEE_RATINGS)
def rating_list(request):
    found = RatingFilter(request.GET, queryset=ratings_for(request.actor), actor=request.actor)
    listing = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    export = reverse("rating_export", args=[request.tenant.slug])
    context = {
        "filter": found,
        "page_obj": listing,
        "export_url": f"{export}?{request.GET.urlencode()}",
        "may_write": request.actor.may(Permission.WRITE_RATINGS),
    }
    return render(request, "awards/rating_list.html", context)


@page(Permission.SEE_RATINGS)
def rating_export(request):
    """Excel of exactly what the list shows with this filter."""
    found = RatingFilter(request.GET, queryset=ratings_for(request.actor), actor=request.actor)
    return send_workbook(register_sheet(found.qs), f"Kết quả xếp loại {timezone.localdate():%d-%m-%Y}.xlsx")


@page(Permission.WRITE_RATINGS)
def rating_choose(request):
    """Whose ratings of which year: leads to the page of the unit."""
    form = ChooseUnitForm(request.GET or None)
    if form.is_bound and form.is_valid():
        values = form.cleaned_data
        address = reverse("rating_unit", args=[request.tenant.slug, values["don_vi"].pk])
        return redirect(f"{address}?nam={values['nam']}&ky={values['ky']}")
    return render(request, "awards/rating_choose.html", {"form": form})


@page(Permission.WRITE_RATINGS, methods=BOTH)
def rating_unit(request, agency_id):
    """The unit and all its people of one year on one page."""
    agency = get_object_or_404(Agency.objects.select_related("current"), pk=agency_id)
    year, period = _asked(request)
    form = _unit_form(request, agency, year, period)
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            written = actions.write_ratings(
                entries=form.entries(), removed=form.removed(), by=request.actor, subject=agency
            )
            messages.success(request, f"{agency.short_name}, năm {year}: {written}.")
            return redirect(request.get_full_path())
    context = {"agency": agency, "year": year, "period": RatingPeriod(period), "form": form}
    return render(request, "awards/rating_unit.html", context)


def _asked(request):
    """Year and period in the address; this whole year when it names none."""
    year, period = request.GET.get("nam", ""), request.GET.get("ky", RatingPeriod.YEAR)
    year = int(year) if year.isdecimal() else timezone.localdate().year
    if not 1990 <= year <= 2100 or period not in RatingPeriod.values:
        raise Http404("Không có kỳ xếp loại này.")
    return year, period


def _unit_form(request, agency, year, period):
    people = list(dict.fromkeys(post.person for post in people_in(year, agency=agency)))
    rows = QualityRating.objects.filter(agency=agency, year=year, period=period).select_related("person")
    standing = {row.person_id: row for row in rows}
    people += [row.person for row in standing.values() if row.person and row.person not in people]
    return UnitRatingsForm(
        request.POST or None, agency=agency, people=people, year=year, period=period, standing=standing
    )  # fmt: skip


def _get_rating(rating_id):
    return get_object_or_404(QualityRating.objects.select_related("agency__current", "person"), pk=rating_id)


@page(Permission.WRITE_RATINGS, methods=BOTH)
def rating_edit(request, rating_id):
    rating = _get_rating(rating_id)
    form = RatingForm(request.POST or None, instance=rating)
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            actions.change_rating(rating=rating, by=request.actor, **form.cleaned_data)
            messages.success(request, f"Đã lưu kết quả xếp loại của {rating.person or rating.agency.short_name}.")
            return redirect("rating_list", tenant=request.tenant.slug)
    return render(request, "awards/rating_edit.html", {"rating": _get_rating(rating_id), "form": form})


@page(Permission.WRITE_RATINGS, methods=WRITE)
def rating_remove(request, rating_id):
    """Take one line out, with the reason."""
    rating = _get_rating(rating_id)
    form = RemovalForm(request.POST)
    with kindly(request):
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.remove_rating(rating=rating, reason=reason, by=request.actor)
        messages.success(request, f"Đã bỏ kết quả xếp loại của {rating.person or rating.agency.short_name}.")
        return redirect("rating_list", tenant=request.tenant.slug)
    return redirect("rating_edit", tenant=request.tenant.slug, rating_id=rating_id)
