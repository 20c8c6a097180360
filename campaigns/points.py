"""What the points of a score sheet add up to: pure arithmetic, exact. And how offices write points."""

import re
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)
WRITTEN = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,2})?")


class NotPoints(ValueError):
    """What was typed is no number of points; the text of the error says what to write instead."""


def read_points(text):
    """«9,5» or «9.5» → Decimal; nothing → None. Raises NotPoints."""
    text = "" if text is None else str(text).strip()
    if not text:
        return None
    if not WRITTEN.fullmatch(text):
        raise NotPoints(f"«{text[:30]}» không phải điểm; ghi số từ 0, nhiều nhất hai chữ số thập phân, như 9 hoặc 9,5.")
    return Decimal(text.replace(",", "."))


def in_words(points):
    """Decimal("9.50") → «9,5», as offices write it."""
    return f"{points.normalize():f}".replace(".", ",")


@dataclass(frozen=True)
class Item:
    """A criterion that is scored: the most it gives (or takes), its kind of points, its group with the group's cap."""

    id: int
    max_points: Decimal
    kind: str = "plain"  # plain, bonus, minus
    group: int | None = None
    group_cap: Decimal | None = None


@dataclass(frozen=True)
class Totals:
    """Sums of one sheet; `total` is what ranks and grades it, never below 0."""

    plain: Decimal
    bonus: Decimal
    minus: Decimal

    @property
    def total(self):
        return max(self.plain + self.bonus - self.minus, ZERO)


def within(points, item):
    """Points of one criterion held between 0 and its maximum; nothing scored is nothing."""
    return min(max(points or ZERO, ZERO), item.max_points)


def add_up(items, points, *, bonus_cap=None, minus_cap=None):
    """The Totals of {criterion id: points or None}; groups, bonus and minus stop at their caps."""
    groups = {}
    bonus = minus = ZERO
    for item in items:
        value = within(points.get(item.id), item)
        if item.kind == "bonus":
            bonus += value
        elif item.kind == "minus":
            minus += value
        else:
            so_far, cap = groups.get(item.group, (ZERO, item.group_cap))
            groups[item.group] = (so_far + value, cap)
    plain = sum((value if cap is None else min(value, cap) for value, cap in groups.values()), ZERO)
    return Totals(plain, _capped(bonus, bonus_cap), _capped(minus, minus_cap))


def _capped(value, cap):
    return value if cap is None else min(value, cap)


def most(items):
    """The highest total without bonus."""
    return add_up(items, {item.id: item.max_points for item in items if item.kind == "plain"}).total


def highest(items):
    """The highest total that anybody can reach, with every bonus."""
    return add_up(items, {item.id: item.max_points for item in items if item.kind != "minus"}).total
