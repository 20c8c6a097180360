"""Xếp hạng: ties, grades, who wins an offer «theo xếp hạng», publication."""

from django.contrib import messages
from django.shortcuts import redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.web.charts.ranking import RankBar
from thidua.workflow.answers import kindly

from ..actions import scoring as actions
from ..enums import Selection, SheetState
from ..forms.scoring import TieForm
from ..forms.small import ReasonForm
from ..points import most
from ..selectors.scoring import items_of, ranked_for_offer, ranking_of, rule_of, sheets_of
from ..ties import explained_ties
from .overview import get_campaign
from .score_sheet import get_sheet


def visible_groups(request, campaign):
    """What the actor may know of the ranking: units see published sheets only."""
    sheets = list(sheets_of(campaign))
    if not request.actor.may(Permission.VERIFY_SCORES):
        sheets = [sheet for sheet in sheets if sheet.state == SheetState.PUBLISHED]
    return ranking_of(campaign, sheets) if sheets else []


@page(Permission.SEE_CAMPAIGNS)
def score_ranking(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    groups = visible_groups(request, campaign)
    offers = list(campaign.offers.filter(selection=Selection.RANKING).select_related("award"))
    chosen, border = {}, {}
    for offer in offers:
        offer.winners, offer.border = ranked_for_offer(offer)
        chosen |= {sheet.pk: offer for sheet in offer.winners}
        border |= {sheet.pk: offer for sheet in offer.border}
    top, rule = most(items_of(campaign)), rule_of(campaign)
    context = {
        "campaign": campaign,
        "groups": [
            (group, _bars(group, chosen, top), explained_ties(group.places, rule.tie_rules)) for group in groups
        ],
        "offers": offers,
        "nominees": sum(len(offer.winners) for offer in offers),
        "not_nominated": _against_nominating(offers),
        "rule": rule,
        "may_verify": request.actor.may(Permission.VERIFY_SCORES),
        "is_published": any(p.sheet.state == SheetState.PUBLISHED for group in groups for p in group.places),
    }
    return render(request, "campaigns/scoring/ranking.html", context)


def _against_nominating(offers):
    """Why the list of awards by ranking cannot be drawn up yet; «» when it can."""
    for offer in offers:
        if offer.border:
            return f"«{offer}» còn đơn vị đồng hạng ở suất cuối"
        if not offer.winners:
            return f"«{offer}» chưa có đơn vị được chọn"
    return ""


def _bars(group, chosen, top):
    return [
        RankBar(
            str(place.rank), place.sheet.unit_name, place.totals.total, max(top, place.totals.total), place.band,
            chosen=place.sheet.pk in chosen, tied=place.is_tied,
        )
        for place in group.places
    ]  # fmt: skip


@page(Permission.VERIFY_SCORES, methods=BOTH)
def score_publish(request, campaign_id):
    """First the ranking as it would be and who is missing, then the publication."""
    campaign = get_campaign(request, campaign_id)
    if request.method == "POST":
        with kindly(request):
            count = actions.publish_scores(
                campaign=campaign, by=request.actor, without_missing=request.POST.get("without_missing") == "1"
            )
            messages.success(request, f"Đã công bố điểm và xếp hạng của {count} đơn vị; trưởng đơn vị đã được báo.")
            return redirect("score_ranking", tenant=request.tenant.slug, campaign_id=campaign.pk)
        return redirect(request.path)
    sheets = list(sheets_of(campaign))
    context = {
        "tab": "score_ranking",
        "campaign": campaign,
        "groups": ranking_of(campaign, sheets),
        "ready": [sheet for sheet in sheets if sheet.state == SheetState.VERIFIED],
        "missing": [sheet for sheet in sheets if sheet.state in (SheetState.SCORING, SheetState.SUBMITTED)],
    }
    return render(request, "campaigns/scoring/publish.html", context)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_unpublish(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    form = ReasonForm(request.POST)
    with kindly(request):
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.unpublish_scores(campaign=campaign, by=request.actor, reason=reason)
        messages.success(request, "Đã thu hồi công bố; sửa điểm rồi công bố lại.")
    return redirect("score_ranking", tenant=request.tenant.slug, campaign_id=campaign.pk)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_tie(request, sheet_id):
    """The office's own order among units that the rules leave tied."""
    sheet = get_sheet(request, sheet_id)
    form = TieForm(request.POST)
    if form.is_valid():
        with kindly(request):
            actions.resolve_tie(sheet=sheet, by=request.actor, **form.cleaned_data)
            messages.success(request, "Đã ghi thứ tự của các đơn vị đồng hạng.")
    else:
        messages.error(request, "Thứ tự phải là số từ 1 trở lên.")
    return redirect("score_ranking", tenant=request.tenant.slug, campaign_id=sheet.campaign_id)
