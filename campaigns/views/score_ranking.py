"""Xếp hạng: ties, grades, who wins an offer «theo xếp hạng», publication."""

from django.contrib import messages
from django.shortcuts import redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.web.charts.ranking import RankBar
from thidua.workflow.answers import kindly

from ..actions import scoring as actions
from ..enums import SheetState
from ..forms.scoring import TieDropForm, TieForm
from ..forms.small import ReasonForm
from ..points import most
from ..selectors.scoring import items_of, ranking_of, rule_of, sheets_of, tie_orders, unopened_sheets
from ..selectors.winners import group_of, winners_of
from ..ties import explained_ties
from .overview import get_campaign


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
    may_verify = request.actor.may(Permission.VERIFY_SCORES)
    winners, rule, orders = winners_of(campaign), rule_of(campaign), tie_orders(campaign)
    chosen = {place.sheet.pk for row in winners for place in row.chosen}
    top = most(items_of(campaign))
    words = [order for order, _names in orders]
    context = {
        "campaign": campaign,
        "groups": [
            (group, _bars(group, chosen, top), explained_ties(group, rule.tie_rules, words)) for group in groups
        ],
        "winners": [(row, group_of(row.offer)) for row in winners],
        "nominees": sum(len(row.chosen) for row in winners),
        "not_nominated": _against_nominating(winners),
        "orders": orders if may_verify else [],
        "rule": rule,
        "may_verify": may_verify,
        "is_published": any(p.sheet.state == SheetState.PUBLISHED for group in groups for p in group.places),
    }
    return render(request, "campaigns/scoring/ranking.html", context)


def _against_nominating(winners):
    """Why the list of awards by ranking cannot be drawn up yet; «» when it can."""
    for row in winners:
        if row.border:
            return f"«{row.offer}» còn đơn vị đồng hạng ở suất cuối"
    return "" if any(row.chosen for row in winners) else "Chưa có đơn vị nào được chọn theo xếp hạng"


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
        "unopened": unopened_sheets(campaign, sheets),
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
def score_tie(request, campaign_id):
    """The office's own order among units that the rules leave tied."""
    campaign = get_campaign(request, campaign_id)
    form = TieForm(request.POST)
    if form.is_valid():
        with kindly(request):
            actions.resolve_tie(campaign=campaign, by=request.actor, **form.cleaned_data)
            messages.success(request, "Đã ghi thứ tự của các đơn vị đồng hạng.")
    else:
        messages.error(request, " ".join(form.non_field_errors()) or "Thiếu nhóm xếp hạng; hãy tải lại trang.")
    return redirect("score_ranking", tenant=request.tenant.slug, campaign_id=campaign.pk)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_tie_drop(request, campaign_id):
    """Equals again: the office takes its order back."""
    campaign = get_campaign(request, campaign_id)
    form = TieDropForm(request.POST, campaign=campaign)
    if form.is_valid():
        with kindly(request):
            actions.drop_tie_order(order=form.cleaned_data["order"], by=request.actor)
            messages.success(request, "Đã bỏ thứ tự; các đơn vị lại đồng hạng.")
    else:
        messages.info(request, "Thứ tự này đã được bỏ hoặc thay bằng thứ tự khác.")
    return redirect("score_ranking", tenant=request.tenant.slug, campaign_id=campaign.pk)
