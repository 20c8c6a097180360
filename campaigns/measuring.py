"""How far a target is: exact arithmetic on counted subjects, without a database."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from .enums import Comparator, Population, TargetState, TargetUnit

CENT = Decimal("0.01")
NOUNS = {Population.AGENCIES: "đơn vị", Population.PEOPLE: "người"}


@dataclass(frozen=True)
class Period:
    """One year of a campaign, from its first to its last day inside the campaign."""

    year: int
    starts_on: date
    ends_on: date

    def is_over(self, today):
        return today > self.ends_on

    @property
    def label(self):
        if (self.starts_on.month, self.starts_on.day, self.ends_on.month, self.ends_on.day) == (1, 1, 12, 31):
            return f"Năm {self.year}"
        return f"Năm {self.year} ({self.starts_on:%d/%m} – {self.ends_on:%d/%m})"


@dataclass(frozen=True)
class Counts:
    """What a source says of a population: how many attain, of how many anything is known.

    `least` and `most`: between what the number can still end. `provisional`: how many results stand until those of
    the whole year replace them.
    """

    reached: int
    known: int
    least: int
    most: int
    provisional: int = 0


def settled(reached, total):
    """Counts that nothing can change any more."""
    return Counts(reached, total, reached, reached)


def growing(reached, total):
    """Counts of what only grows until the period is over."""
    return Counts(reached, total, reached, total)


@dataclass(frozen=True)
class Measured:
    """Where one target stands in one period, with the numbers behind it."""

    target: object
    period: Period
    reached: int
    total: int
    known: int
    value: Decimal | None
    goal: Decimal
    state: TargetState
    source: str = ""
    provisional: int = 0

    @property
    def numbers(self):
        """«12 trên 20 đơn vị»"""
        return f"{self.reached} trên {self.total} {NOUNS[self.target.population]}" if self.known else ""

    @property
    def silent(self):
        """Of how many nothing is known yet."""
        return self.total - self.known

    @property
    def missing(self):
        """«còn 3 đơn vị chưa có kết quả», «2 kết quả tạm tính»: why the figure is not the last word."""
        noun, parts = NOUNS[self.target.population], []
        if self.known and self.silent:
            parts.append(f"còn {self.silent} {noun} chưa có kết quả")
        if self.provisional:
            parts.append(f"{self.provisional} {noun} tạm tính theo kết quả trong năm, chờ kết quả cả năm")
        return "; ".join(parts)


def periods_of(campaign):
    """The years of a campaign, the first one first."""
    first, last = campaign.starts_on, campaign.ends_on
    return [
        Period(year, max(first, date(year, 1, 1)), min(last, date(year, 12, 31)))
        for year in range(first.year, last.year + 1)
    ]


def period_on(campaign, day):
    """The year of the campaign that `day` falls into; before it the first, after it the last."""
    periods = periods_of(campaign)
    return next((period for period in periods if day <= period.ends_on), periods[-1])


def measure(target, population, counts, *, period, today, source=""):
    """`population`: of how many the target speaks; `counts`: Counts, or None when its source is silent."""
    counts = counts or settled(0, 0)
    unknown = counts.known == 0 or population == 0
    value = None if unknown else _shown(target, counts.reached, population)
    state = TargetState.UNKNOWN if unknown else _state(target, population, counts, period.is_over(today))
    return Measured(
        target, period, counts.reached, population, counts.known, value, target.value, state, source, counts.provisional
    )


def _state(target, population, counts, over):
    """Attained or missed as soon as no result that is still open can turn it; until then nothing is promised."""
    least, most = (_against_goal(target, count, population) for count in (counts.least, counts.most))
    attained = {
        Comparator.AT_LEAST: least >= 0,
        Comparator.AT_MOST: most <= 0,
        Comparator.EXACTLY: least == most == 0,
    }
    missed = {
        Comparator.AT_LEAST: most < 0,
        Comparator.AT_MOST: least > 0,
        Comparator.EXACTLY: least > 0 or most < 0,
    }
    if attained[target.comparator]:
        return TargetState.ATTAINED
    if missed[target.comparator]:
        return TargetState.MISSED
    return TargetState.INCOMPLETE if over else TargetState.ON_THE_WAY


def _against_goal(target, reached, population):
    """-1, 0, 1: below, on, above the goal; crosswise, so that no share is ever rounded."""
    if target.unit == TargetUnit.PERCENT:
        value, goal = Decimal(100 * reached), target.value * population
    else:
        value, goal = Decimal(reached), target.value
    return (value > goal) - (value < goal)


def _shown(target, reached, population):
    """The figure in two places; it never looks like the goal when it is not."""
    if target.unit == TargetUnit.COUNT:
        return Decimal(reached)
    share = Decimal(100 * reached) / population
    rounded = share.quantize(CENT, ROUND_HALF_UP)
    order = _against_goal(target, reached, population)
    if order and rounded == target.value:
        return share.quantize(CENT, ROUND_CEILING if order > 0 else ROUND_FLOOR)
    return rounded
