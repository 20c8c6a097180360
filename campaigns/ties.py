"""How units with equal points came to their places, in words."""

from itertools import pairwise
from typing import NamedTuple

from .enums import TieRule
from .ranking import RULES


class Tie(NamedTuple):
    """Two neighbours of a ranking with the same total, and what put the one above the other."""

    upper: object
    lower: object
    how: str


def explained_ties(group, rules, orders):
    """[Tie] of each pair of neighbours of a ranking's group with the same total. `orders`: the campaign's TieOrders."""
    own = [order for order in orders if order.group == group.key]
    return [
        Tie(upper, lower, _how(upper, lower, rules, own))
        for upper, lower in pairwise(group.places)
        if upper.totals.total == lower.totals.total
    ]


def _how(upper, lower, rules, orders):
    if upper.rank == lower.rank:
        return "đồng hạng, quy định không phân được"
    for rule in rules:
        # What was published keeps sums, not each criterion: there «tiêu chí đứng trước» is what remains below.
        if _can_tell(rule, upper, lower) and RULES[rule](upper.totals) != RULES[rule](lower.totals):
            return _by(rule)
    both = {upper.sheet.pk, lower.sheet.pk}
    said = next((order.reason for order in orders if both <= set(order.sheets)), None)
    return f"xếp trên theo thứ tự của Văn phòng: {said}" if said else _by(TieRule.FIRST_CRITERIA)


def _can_tell(rule, *places):
    return rule != TieRule.FIRST_CRITERIA or all(hasattr(place.totals, "places") for place in places)


def _by(rule):
    label = TieRule(rule).label
    return f"xếp trên vì {label[:1].lower()}{label[1:]}"
