"""Chấm điểm: which campaigns are scored, the office's list of sheets, the rule."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from ..actions import scoring as actions
from ..enums import SheetState
from ..forms.scoring import BandFormSet, ScoringRuleForm
from ..models import Campaign, Score
from ..points import most
from ..policies import is_unsent, scored_criteria
from ..selectors.scoring import items_of, rule_of, sheets_of, standings, states_of
from .overview import get_campaign
from .score_sheet import TONES

ALREADY_KNOWN = "Điểm đã công bố: thu hồi công bố ở trang Xếp hạng trước."


@page(Permission.SEE_CAMPAIGNS)
def score_list(request):
    """The campaigns that are scored: how far the own sheet is, or those of all units."""
    found = Campaign.objects.visible_to(request.actor).filter(sheets__isnull=False).distinct().order_by("-year", "-id")
    listing = Paginator(found, 50).get_page(request.GET.get("page"))
    standing = standings(listing.object_list, request.actor)
    for campaign in listing:
        campaign.standing = standing.get(campaign.pk)
    return render(request, "campaigns/scoring/list.html", {"page_obj": listing})


@page(Permission.SEE_CAMPAIGNS)
def campaign_scores(request, campaign_id):
    """A unit sees its own sheet; the others all of them."""
    campaign = get_campaign(request, campaign_id)
    sheets = sheets_of(campaign)
    if not request.actor.sees_whole_tenant:
        own = sheets.filter(participant__agency=request.actor.agency_id).first()
        if own:
            return redirect("score_sheet", tenant=request.tenant.slug, sheet_id=own.pk)
        sheets = sheets.none()
    return render(request, "campaigns/scoring/sheets.html", _listed(request, campaign, sheets))


def _listed(request, campaign, sheets):
    scored = Score.objects.filter(sheet=OuterRef("pk"), points__isnull=False)
    listing = Paginator(sheets.annotate(is_scored=Exists(scored)), 50).get_page(request.GET.get("page"))
    may_verify = request.actor.may(Permission.VERIFY_SCORES)
    for sheet in listing:
        sheet.tone = TONES[SheetState(sheet.state)]
        sheet.waits_for_unit = is_unsent(sheet)
        sheet.shows_own = sheet.participant_id and not sheet.waits_for_unit
        sheet.shows_total = sheet.is_scored and _is_known(sheet, may_verify)
    counts = states_of(campaign)
    published = counts.get(SheetState.PUBLISHED)
    return {
        "campaign": campaign,
        "page_obj": listing,
        "blocked": ALREADY_KNOWN if published else "",
        "counts": [(label, counts.get(value, 0)) for value, label in SheetState.choices],
        "rule": rule_of(campaign),
        "criteria": scored_criteria(campaign),
        "most": most(items_of(campaign)),
        "bands": list(campaign.bands.all()),
        "may_verify": may_verify,
    }


def _is_known(sheet, may_verify):
    """The office's points are known to others once published; to the office itself not while the unit is at work."""
    return sheet.state == SheetState.PUBLISHED or (may_verify and not is_unsent(sheet))


@page(Permission.VERIFY_SCORES, methods=WRITE)
def scoring_open(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    with kindly(request):
        count = actions.open_scoring(campaign=campaign, by=request.actor)
        messages.success(request, f"Đã mở chấm điểm cho {count} đơn vị; trưởng đơn vị đã được báo.")
    return redirect("campaign_scores", tenant=request.tenant.slug, campaign_id=campaign.pk)


@page(Permission.VERIFY_SCORES, methods=BOTH)
def scoring_rule(request, campaign_id):
    """Deadline, caps, ties, grades."""
    campaign = get_campaign(request, campaign_id)
    data = request.POST if request.method == "POST" else None
    form = ScoringRuleForm(data, instance=rule_of(campaign))
    bands = BandFormSet(data, instance=campaign, prefix="bands")
    if data is not None and form.is_valid() and bands.is_valid():
        with kindly(request):
            actions.save_rule(campaign=campaign, by=request.actor, form=form, bands=bands)
            messages.success(request, "Đã lưu quy định chấm điểm.")
        return redirect("campaign_scores", tenant=request.tenant.slug, campaign_id=campaign.pk)
    context = {"tab": "campaign_scores", "campaign": campaign, "form": form, "bands": bands}
    return render(request, "campaigns/scoring/rule.html", context)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def scoring_verify(request, campaign_id):
    """Every sheet that lacks nothing is verified at once."""
    campaign = get_campaign(request, campaign_id)
    with kindly(request):
        count, lacking = actions.verify_complete(campaign=campaign, by=request.actor)
        messages.success(request, f"Đã thẩm định xong {count} phiếu.")
        if lacking:
            names = ", ".join(sheet.unit_name for sheet in lacking[:10])
            messages.warning(request, f"{len(lacking)} phiếu còn thiếu điểm thẩm định: {names}.")
    return redirect("campaign_scores", tenant=request.tenant.slug, campaign_id=campaign.pk)
