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


def explained_ties(places, rules):
    """[Tie] of each pair of neighbours with the same total; places: best first, with `totals` and `sheet`."""
    return [
        Tie(upper, lower, _how(upper, lower, rules))
        for upper, lower in pairwise(places)
        if upper.totals.total == lower.totals.total
    ]


def _how(upper, lower, rules):
    for rule in rules:
        if RULES[rule](upper.totals) != RULES[rule](lower.totals):
            label = TieRule(rule).label
            return f"xếp trên vì {label[:1].lower()}{label[1:]}"
    if upper.rank == lower.rank:
        return "đồng hạng, quy định không phân được"
    said = upper.sheet if upper.sheet.tie_order is not None else lower.sheet
    return f"xếp trên theo thứ tự của Văn phòng: {said.tie_reason}"
