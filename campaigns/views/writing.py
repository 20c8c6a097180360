"""Soạn phong trào: the parts of the plan in free order, and the launch."""

from functools import partial

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly, says_json
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from .. import actions
from ..actions.plan import VERIFIED_AGAIN
from ..forms.campaign import CampaignForm
from ..forms.outline import OUTLINES, blank_line, lines_of
from ..forms.problems import errors_of, problems_of
from ..forms.sections import CHAPTERS, section_form
from ..forms.showing import check_unchanged, conflict, revision_of
from ..forms.small import AmendmentForm, CopyForm, ReasonForm
from ..policies import advice_before_launch, missing_to_launch
from ..selectors import filled_parts
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
    if request.method != "POST":
        form = section_form(section, campaign)
        context = _section_page(campaign, section, form, revision_of(form), why_of(campaign))
        return render(request, "campaigns/section.html", context)
    form = section_form(section, campaign, request.POST)
    return _save_section(request, campaign, section, form)


def _save_section(request, campaign, section, form):
    """Save and answer the page or its autosave; what cannot be saved stays on the page as it was typed."""
    revision, why = request.POST.get("revision", ""), why_of(campaign, request.POST)
    if not (form.is_valid() and (why is None or why.is_valid())):
        return _not_saved(request, campaign, section, form, revision)
    check = partial(check_unchanged, section=section, revision=revision)
    try:
        amendment = actions.save_section(
            campaign=campaign, section=section, by=request.actor, form=form, check=check,
            **(why.cleaned_data if why is not None else {}),
        )  # fmt: skip
    except Outdated as outdated:
        return _outdated(request, campaign, section, form, outdated.current)
    except Refused as refused:
        return _not_saved(request, campaign, section, form, revision, refused.reasons)
    return _saved(request, campaign, section, form, amendment)


def why_of(campaign, posted=None):
    """By which document and why a launched plan is changed; a draft needs no reason."""
    return None if campaign.is_draft else AmendmentForm(posted, prefix="why")


def _not_saved(request, campaign, section, form, revision, refused=()):
    if says_json(request):
        return JsonResponse({"errors": {"": list(refused)} if refused else errors_of(form)}, status=422)
    context = _section_page(campaign, section, form, revision, why_of(campaign, request.POST))
    context |= {"refused": refused, "problems": problems_of(context["lines"], form)}
    return render(request, "campaigns/section.html", context)


def _outdated(request, campaign, section, form, meanwhile):
    """A colleague was faster: tell what changed; the same button saves over it, knowingly."""
    if says_json(request):
        return JsonResponse(conflict(meanwhile), status=409)
    context = _section_page(campaign, section, form, meanwhile.revision, why_of(campaign, request.POST))
    return render(request, "campaigns/section.html", context | {"meanwhile": meanwhile})


def _saved(request, campaign, section, form, amendment):
    if says_json(request):
        rows = {row.prefix: row.instance.pk for row in getattr(form, "forms", []) if row.instance.pk}
        revision = revision_of(section_form(section, campaign))
        return JsonResponse({"revision": revision, "saved_at": timezone.now().isoformat(), "rows": rows})
    messages.success(request, _said(amendment))
    return redirect(f"{request.path}#da-luu")  # the copy in the browser goes when it sees this


def _said(amendment):
    if amendment is None:
        return "Đã lưu."
    again = [f" {VERIFIED_AGAIN}: {row['after']}." for row in amendment.changes if row["what"] == VERIFIED_AGAIN]
    count = len(amendment.changes) - len(again)
    return f"Đã lưu thành sửa đổi, bổ sung ({count} thay đổi); các đơn vị tham gia đã được thông báo." + "".join(again)


def _section_page(campaign, section, form, revision, why):
    return {
        "campaign": campaign,
        "section": section,
        "label": CHAPTERS[section][0],
        "hint": CHAPTERS[section][1],
        "form": form,
        "why": why,
        "revision": revision,
        **_rows(section, form),
        "chapters": _chapters(campaign, section),
        "readiness": readiness(campaign),
        "told": 0 if campaign.is_draft else campaign.participants.count(),
    }


def _rows(section, form):
    """The rows of a part as lines, with an empty one to add; a part that is one form has none."""
    if section not in OUTLINES:
        return {"outline": None, "lines": []}
    noun = form.model._meta.verbose_name
    return {"outline": OUTLINES[section], "lines": lines_of(section, form), "blank": blank_line(form), "noun": noun}


def _chapters(campaign, current):
    """The stepper: each part with whether it holds something yet."""
    filled, steps = filled_parts(campaign), []
    for slug, (label, _hint) in CHAPTERS.items():
        state = "current" if slug == current else "done" if slug in WHOLE or filled[slug] else "todo"
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
