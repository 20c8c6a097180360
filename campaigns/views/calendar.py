"""Dates that move: a milestone gets its day, a unit gets more time, units are reminded."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..forms.small import AnnounceForm, ExtensionForm, NudgeForm
from ..models import Extension, Milestone, Participant
from .overview import asked_round, get_campaign


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def milestone_announce(request, milestone_id):
    """The awaited document has come: fill in the day."""
    milestone = get_object_or_404(Milestone.objects.select_related("campaign__tenant"), pk=milestone_id)
    form = AnnounceForm(request.POST or None, initial={"due_on": milestone.due_on, "document": milestone.source})
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            actions.announce_milestone(milestone=milestone, by=request.actor, **form.cleaned_data)
            messages.success(request, f"Mốc «{milestone.name}» đã có ngày; nhắc hạn chạy theo ngày này.")
        return redirect("campaign_overview", tenant=request.tenant.slug, campaign_id=milestone.campaign_id)
    context = {
        "campaign": milestone.campaign,
        "form": form,
        "title": f"Ấn định ngày: {milestone.name}",
        "note": f"Chờ: {milestone.source}" if milestone.source else "",
    }
    return render(request, "campaigns/small_form.html", context)


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def participant_extend(request, participant_id):
    """More time for one unit, with the reason."""
    found = Participant.objects.select_related("campaign__tenant", "agency__current")
    participant = get_object_or_404(found, pk=participant_id)
    _rounds, chosen = asked_round(request, participant.campaign)
    given = Extension.objects.filter(participant=participant, round=chosen).first()
    form = ExtensionForm(request.POST or None, initial={"until": given.until, "reason": given.reason} if given else {})
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            actions.extend_deadline(participant=participant, of_round=chosen, by=request.actor, **form.cleaned_data)
            messages.success(request, f"Đã gia hạn cho {participant.agency.short_name}; đơn vị đã được báo.")
        return redirect("campaign_overview", tenant=request.tenant.slug, campaign_id=participant.campaign_id)
    context = {
        "campaign": participant.campaign,
        "form": form,
        "title": f"Gia hạn nộp hồ sơ: {participant.agency}",
        "note": f"{chosen.name}, hạn chung: {chosen.when}." if chosen else "Kế hoạch chưa có mốc hạn nộp hồ sơ.",
    }
    return render(request, "campaigns/small_form.html", context)


@page(Permission.NUDGE_UNITS, methods=WRITE)
def campaign_nudge(request, campaign_id):
    """Đôn đốc: first the count and the names, then the message."""
    campaign = get_campaign(request, campaign_id)
    chosen = campaign.participants.select_related("agency__current").filter(pk__in=_ids(request))
    agencies = [participant.agency for participant in chosen]
    if not agencies:
        messages.error(request, "Hãy chọn ít nhất một đơn vị để nhắc.")
        return redirect("campaign_overview", tenant=request.tenant.slug, campaign_id=campaign.pk)
    form = NudgeForm(
        request.POST if "text" in request.POST else None, initial={"text": _usual_words(request, campaign)}
    )
    if form.is_bound and form.is_valid():
        told = actions.nudge_units(
            campaign=campaign, agencies=agencies, by=request.actor, text=form.cleaned_data["text"]
        )
        messages.success(request, f"Đã nhắc {len(agencies)} đơn vị ({told} người nhận; mỗi người một lần trong ngày).")
        return redirect("campaign_overview", tenant=request.tenant.slug, campaign_id=campaign.pk)
    context = {"campaign": campaign, "form": form, "participants": chosen, "names": [str(a) for a in agencies]}
    return render(request, "campaigns/nudge.html", context)


def _ids(request):
    return [value for value in request.POST.getlist("participant") if value.isdecimal()]


def _usual_words(request, campaign):
    """What the page that led here proposes to say, or the general reminder."""
    return request.POST.get("usual", "")[:1000] or (
        f"Văn phòng đề nghị đơn vị khẩn trương hoàn thành các việc còn lại của phong trào «{campaign.title}» "
        "đúng thời hạn. Có vướng mắc, xin liên hệ Văn phòng."
    )
