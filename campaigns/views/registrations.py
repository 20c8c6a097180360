"""Đăng ký thi đua."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..forms.small import ReasonForm, RegistrationForm
from ..models import Registration
from ..policies import reasons_against_registration, registration_is_late
from ..selectors import participants_with_registrations
from .overview import get_campaign


def _registrations(actor):
    found = Registration.objects.select_related("agency__current", "award", "person", "campaign")
    return found if actor.sees_whole_tenant else found.filter(agency=actor.agency_id)


@page(Permission.SEE_CAMPAIGNS, methods=BOTH)
def campaign_registrations(request, campaign_id):
    """What units have registered; the unit's own form; for the office, who has not."""
    campaign = get_campaign(request, campaign_id)
    may_register = request.actor.may(Permission.REGISTER_TITLES, campaign)
    if request.method == "POST":
        request.actor.require(Permission.REGISTER_TITLES, campaign)
    form = None
    if may_register:
        form = RegistrationForm(
            request.POST or None, campaign=campaign, agency_id=request.actor.agency_id, day=timezone.localdate()
        )
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            made = actions.register_title(campaign=campaign, by=request.actor, **form.cleaned_data)
            messages.success(request, f"Đã đăng ký {made.award} cho {made.person or 'tập thể đơn vị'}.")
        return redirect(request.path)
    listing = Paginator(_registrations(request.actor).filter(campaign=campaign), 50).get_page(request.GET.get("page"))
    silent = []
    if request.actor.sees_whole_tenant:
        silent = [row for row in participants_with_registrations(campaign) if not row.registered]
    context = {
        "campaign": campaign,
        "form": form,
        "reasons": reasons_against_registration(campaign),
        "late": form and registration_is_late(campaign, timezone.localdate()),
        "page_obj": listing,
        "silent": silent,
    }
    return render(request, "campaigns/registrations.html", context)


@page(Permission.REGISTER_TITLES, methods=WRITE)
def registration_withdraw(request, registration_id):
    registration = get_object_or_404(
        Registration.objects.select_related("campaign", "award", "person"), pk=registration_id
    )
    request.actor.require(Permission.REGISTER_TITLES, registration.campaign)
    form = ReasonForm(request.POST)
    with kindly(request):
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.withdraw_registration(registration=registration, by=request.actor, reason=reason)
        messages.success(request, "Đã rút đăng ký; lý do được lưu lại.")
    return redirect("campaign_registrations", tenant=request.tenant.slug, campaign_id=registration.campaign_id)


@page(Permission.SEE_CAMPAIGNS)
def registration_list(request):
    """All registrations that the actor may see, across campaigns."""
    found = (
        _registrations(request.actor).exclude(campaign__state="draft").order_by("-campaign__year", "campaign", "agency")
    )
    listing = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "campaigns/registration_list.html", {"page_obj": listing})
