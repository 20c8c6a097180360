"""Who stands where: ranks with ties, the stated rules that resolve them, grades, and who wins a quota. Pure."""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby


@dataclass(frozen=True)
class Entry:
    """One unit in a ranking. `places`: its points criterion by criterion, in the order of the plan."""

    key: int
    total: Decimal
    plain: Decimal = Decimal(0)
    bonus: Decimal = Decimal(0)
    minus: Decimal = Decimal(0)
    places: tuple = ()
    tie_order: int | None = None  # the office's own word, where the rules leave a tie


@dataclass(frozen=True)
class Ranked:
    entry: Entry
    rank: int  # 1, 2, 2, 4
    is_tied: bool


@dataclass(frozen=True)
class Choice:
    """Who wins `quota` places; `border` are units tied across the last place: nobody of them is taken by chance."""

    chosen: list = field(default_factory=list)
    border: list = field(default_factory=list)


RULES = {
    "fewer_minus": lambda entry: entry.minus,
    "more_plain": lambda entry: -entry.plain,
    "more_bonus": lambda entry: -entry.bonus,
    "first_criteria": lambda entry: tuple(-points for points in entry.places),
}
UNSAID = 10**9


def _key(rules):
    tests = [RULES[rule] for rule in rules]

    def key(entry):
        order = UNSAID if entry.tie_order is None else entry.tie_order
        return (-entry.total, *(test(entry) for test in tests), order)

    return key


def rank(entries, rules=()):
    """Standard competition ranking of entries, best first; what the rules cannot tell apart shares a rank."""
    key = _key(rules)
    ranked, place = [], 1
    for _value, group in groupby(sorted(entries, key=lambda entry: (key(entry), entry.key)), key=key):
        tied = list(group)
        ranked += [Ranked(entry, place, len(tied) > 1) for entry in tied]
        place += len(tied)
    return ranked


def choose(ranked, quota):
    """The best `quota` of a ranking; a tie across the border is reported instead of cut."""
    inside = [row for row in ranked if row.rank <= quota]
    if len(inside) <= quota:
        return Choice(inside, [])
    last = inside[-1].rank
    return Choice([row for row in inside if row.rank < last], [row for row in inside if row.rank == last])


def band_of(total, bands):
    """The name of the highest band whose floor is reached; «» when none is. `bands`: (name, min points)."""
    reached = [(floor, name) for name, floor in bands if total >= floor]
    return max(reached)[1] if reached else ""
