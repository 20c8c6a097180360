"""Chỉ tiêu: how far each one is in a year, who stands behind it, and the figures that the office enters."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from thidua.accounts.pages import BOTH, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..counting import population_of
from ..enums import Measure
from ..forms.targets import ReadingForm
from ..measuring import periods_of
from ..models import Target
from ..selectors.targets import gauge_of, period_of_year, subjects_behind, targets_in
from .overview import get_campaign


def _year(request):
    asked = request.GET.get("nam", "")
    return int(asked) if asked.isdecimal() else None


def _get_target(request, target_id):
    target = get_object_or_404(Target, pk=target_id)
    return target, get_campaign(request, target.campaign_id)


@page(Permission.SEE_CAMPAIGNS)
def campaign_targets(request, campaign_id):
    """All targets of a year as gauges; the office enters the figures of those that no register measures."""
    campaign = get_campaign(request, campaign_id)
    period = period_of_year(campaign, _year(request))
    found = targets_in(campaign, period)
    context = {
        "tab": "campaign_targets",
        "campaign": campaign,
        "period": period,
        "periods": periods_of(campaign),
        "measured": found,
        "gauges": [gauge_of(one) for one in found],
        "may_write": request.actor.may(Permission.WRITE_CAMPAIGN),
        "may_see_ratings": request.actor.may(Permission.SEE_RATINGS),
    }
    return render(request, "campaigns/targets.html", context)


@page(Permission.SEE_RATINGS)
def target_subjects(request, target_id):
    """Who counts for a target and of whom nothing is known yet; a unit head reads of the own unit only."""
    target, campaign = _get_target(request, target_id)
    period = period_of_year(campaign, _year(request))
    own = None if request.actor.sees_whole_tenant else [request.actor.agency_id]
    one, groups = subjects_behind(target, period, agency_ids=own)
    context = {
        "tab": "campaign_targets",
        "campaign": campaign,
        "target": target,
        "period": period,
        "periods": periods_of(campaign),
        "one": one,
        "gauges": [gauge_of(one)] if own is None else [],
        "groups": _titled(target, groups),
    }
    return render(request, "campaigns/target_subjects.html", context)


def _titled(target, groups):
    if target.measure == Measure.REGISTRATION:
        titles = {"reached": "Đã đăng ký", "silent": "Chưa đăng ký"}
    else:
        titles = {"reached": "Tính vào chỉ tiêu", "others": "Xếp loại khác", "silent": "Chưa có kết quả xếp loại"}
    return [(key, title, groups[key]) for key, title in titles.items()]


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def target_reading(request, target_id):
    """The office's own figure for a year, with its source."""
    target, campaign = _get_target(request, target_id)
    period = period_of_year(campaign, _year(request), timezone.localdate())
    form = ReadingForm(request.POST or None, campaign=campaign, initial=_entered(target, period))
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            reading = actions.enter_reading(target=target, by=request.actor, **form.cleaned_data)
            messages.success(request, f"Đã ghi số liệu năm {reading.year}: {reading.reached} trên {reading.total}.")
            address = reverse("campaign_targets", args=[request.tenant.slug, campaign.pk])
            return redirect(f"{address}?nam={reading.year}")
    context = {
        "tab": "campaign_targets",
        "campaign": campaign,
        "target": target,
        "form": form,
        "readings": list(target.readings.all()),
    }
    return render(request, "campaigns/target_reading.html", context)


def _entered(target, period):
    reading = target.readings.filter(year=period.year).first()
    if reading is None:
        return {"year": period.year, "total": population_of(target, period, today=timezone.localdate())}
    return {"year": reading.year, "reached": reading.reached, "total": reading.total, "note": reading.note}
