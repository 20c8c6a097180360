"""Danh hiệu, hình thức: the catalogue, with votes and money of today."""

from django.shortcuts import render
from django.utils import timezone

from thidua.accounts.pages import page
from thidua.accounts.permissions import Permission

from ..models import Award, OwnVoteRule, VoteRule
from ..selectors import bonuses, regime_on


@page(Permission.SEE_CATALOGUE)
def award_list(request):
    """Every award with its article, the share of votes it needs and the money it brings, under today's law."""
    today = timezone.localdate()
    regime = regime_on(today)
    money = bonuses(regime=regime, day=today)
    rules = {rule.award_id: rule for rule in OwnVoteRule.objects.filter(valid_from__lte=today).order_by("valid_from")}
    rules |= {rule.award_id: rule for rule in VoteRule.objects.filter(regime=regime)}
    awards = list(Award.objects.all())
    for award in awards:
        award.rule = rules.get(award.pk)
        award.collective_money = money.get((award.pk, "collective"))
        award.individual_money = money.get((award.pk, "individual"))
    return render(request, "awards/list.html", {"awards": awards, "regime": regime})
