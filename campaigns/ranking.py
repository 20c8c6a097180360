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


@dataclass(frozen=True)
class Word:
    """The office's own order among equals: the keys at `total`, the first stands first. It speaks of nobody else."""

    total: Decimal
    keys: tuple

    def decides(self, tied):
        return tied[0].total == self.total and {entry.key for entry in tied} == set(self.keys)


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


def _key(rules):
    tests = [RULES[rule] for rule in rules]
    return lambda entry: (-entry.total, *(test(entry) for test in tests))


def rank(entries, rules=(), words=()):
    """Standard competition ranking of entries, best first; what rules and words cannot tell apart shares a rank."""
    key = _key(rules)
    ranked = []
    for _value, group in groupby(sorted(entries, key=lambda entry: (key(entry), entry.key)), key=key):
        ranked += _places(list(group), len(ranked) + 1, words)
    return ranked


def _places(tied, first, words):
    """Equals from rank `first` on: apart where the office has spoken of exactly them, else all on one rank."""
    word = next((word for word in words if word.decides(tied)), None)
    if word is None:
        return [Ranked(entry, first, len(tied) > 1) for entry in tied]
    by_key = {entry.key: entry for entry in tied}
    return [Ranked(by_key[key], place, False) for place, key in enumerate(word.keys, first)]


def choose(ranked, quota):
    """The best `quota` of the rows of a ranking; a tie across the border is reported instead of cut."""
    inside, outside = ranked[:quota], ranked[quota:]
    if not inside or not outside or inside[-1].rank < outside[0].rank:
        return Choice(inside, [])
    last = inside[-1].rank
    return Choice([row for row in ranked if row.rank < last], [row for row in ranked if row.rank == last])


def band_of(total, bands):
    """The name of the highest band whose floor is reached; «» when none is. `bands`: (name, min points)."""
    reached = [(floor, name) for name, floor in bands if total >= floor]
    return max(reached)[1] if reached else ""
