"""Soạn phong trào: the parts of the plan in free order, and the launch."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..actions.plan import VERIFIED_AGAIN
from ..forms.campaign import CampaignForm
from ..forms.sections import CHAPTERS, section_form
from ..forms.small import AmendmentForm, CopyForm, ReasonForm
from ..policies import advice_before_launch, missing_to_launch
from ..snapshot import WHOLE
from ..workflow import CAMPAIGN
from .overview import get_campaign


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def campaign_create(request):
    form = CampaignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        campaign = actions.create_campaign(by=request.actor, form=form)
        messages.success(request, "Đã lưu bản nháp. Soạn tiếp các phần của kế hoạch theo thứ tự tùy ý.")
        return redirect("campaign_section", tenant=request.tenant.slug, campaign_id=campaign.pk, section="participants")
    return render(request, "campaigns/create.html", {"form": form})


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def campaign_section(request, campaign_id, section):
    """One part of the plan. After the launch, what is saved here is an amendment."""
    campaign = get_campaign(request, campaign_id)
    if section not in CHAPTERS:
        raise Http404("Kế hoạch không có phần này.")
    posted = request.POST if request.method == "POST" else None
    form, why = section_form(section, campaign, posted), AmendmentForm(posted, prefix="why")
    if posted is not None and form.is_valid() and why.is_valid():
        with kindly(request):
            amendment = actions.save_section(
                campaign=campaign, section=section, by=request.actor, form=form, **why.cleaned_data
            )
            messages.success(request, _saved(amendment))
            return redirect(request.path)
    context = {
        "campaign": campaign,
        "section": section,
        "label": CHAPTERS[section][0],
        "hint": CHAPTERS[section][1],
        "form": form,
        "why": None if campaign.is_draft else why,
        "is_formset": hasattr(form, "forms"),
        "chapters": _chapters(campaign, section),
        "readiness": readiness(campaign),
    }
    return render(request, "campaigns/section.html", context)


def _saved(amendment):
    if amendment is None:
        return "Đã lưu."
    again = [f" {VERIFIED_AGAIN}: {row['after']}." for row in amendment.changes if row["what"] == VERIFIED_AGAIN]
    count = len(amendment.changes) - len(again)
    return f"Đã lưu thành sửa đổi, bổ sung ({count} thay đổi); các đơn vị tham gia đã được thông báo." + "".join(again)


def _chapters(campaign, current):
    """The stepper: each part with whether it holds something yet."""
    steps = []
    for slug, (label, _hint) in CHAPTERS.items():
        filled = slug in WHOLE or getattr(campaign, slug).exists()
        state = "current" if slug == current else "done" if filled else "todo"
        url = reverse("campaign_section", args=[campaign.tenant.slug, campaign.pk, slug])
        steps.append({"label": label, "url": url, "state": state})
    return steps


def readiness(campaign):
    """What stands between the draft and its launch: errors first, then hints."""
    errors = missing_to_launch(campaign) if campaign.is_draft else []
    return [{"level": "error", "text": text} for text in errors] + [
        {"level": "hint", "text": text} for text in advice_before_launch(campaign)
    ]


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def campaign_copy(request, campaign_id):
    """The plan taken over into another year: dates shifted, owners kept."""
    campaign = get_campaign(request, campaign_id)
    form = CopyForm(request.POST or None, initial={"year": campaign.year + 1})
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            copy = actions.copy_campaign(campaign=campaign, year=form.cleaned_data["year"], by=request.actor)
            messages.success(request, "Đã sao chép thành bản nháp. Rà lại ngày tháng, mốc và tiêu chí rồi phát động.")
            return redirect("campaign_section", tenant=request.tenant.slug, campaign_id=copy.pk, section="general")
        return redirect(request.path)
    return render(request, "campaigns/copy.html", {"campaign": campaign, "form": form})


@page(Permission.LAUNCH_CAMPAIGN, methods=BOTH)
def campaign_launch(request, campaign_id):
    """Phát động: who will be told, before the button."""
    campaign = get_campaign(request, campaign_id)
    if request.method == "POST":
        with kindly(request):
            actions.launch_campaign(campaign=campaign, by=request.actor)
            messages.success(request, CAMPAIGN.by_event["launch"].done)
        return redirect("campaign_overview", tenant=request.tenant.slug, campaign_id=campaign.pk)
    context = {
        "campaign": campaign,
        "names": [str(p) for p in campaign.participants.select_related("agency__current")],
        "missing": missing_to_launch(campaign),
        "readiness": readiness(campaign),
    }
    return render(request, "campaigns/launch.html", context)


@page(Permission.LAUNCH_CAMPAIGN, methods=WRITE)
def campaign_step(request, campaign_id, event):
    """The other steps of the table: begin_review, close, reopen."""
    campaign = get_campaign(request, campaign_id)
    if event not in CAMPAIGN.by_event:
        raise Http404("Không có bước này.")
    form = ReasonForm(request.POST)
    with kindly(request):
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.move_campaign(campaign=campaign, event=event, by=request.actor, reason=reason)
        messages.success(request, CAMPAIGN.by_event[event].done)
    return redirect("campaign_overview", tenant=request.tenant.slug, campaign_id=campaign.pk)
