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

    `final`: no later figure can change it, so that the target is decided before its period ends.
    """

    reached: int
    known: int
    final: bool = False


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

    @property
    def numbers(self):
        """«12 trên 20 đơn vị»"""
        return f"{self.reached} trên {self.total} {NOUNS[self.target.population]}" if self.known else ""

    @property
    def silent(self):
        """Of how many nothing is known yet."""
        return self.total - self.known


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
    counts = counts or Counts(0, 0)
    unknown = counts.known == 0 or population == 0
    value = None if unknown else _shown(target, counts.reached, population)
    state = TargetState.UNKNOWN if unknown else _state(target, population, counts, period.is_over(today))
    return Measured(target, period, counts.reached, population, counts.known, value, target.value, state, source)


def _state(target, population, counts, over):
    """What is reached only grows within a period, so «ít nhất» may be attained early and the others broken early."""
    order = _against_goal(target, counts.reached, population)
    decided = over or counts.final
    if order > 0:
        return TargetState.ATTAINED if target.comparator == Comparator.AT_LEAST else TargetState.MISSED
    if order < 0 and target.comparator != Comparator.AT_MOST:
        return TargetState.MISSED if decided else TargetState.ON_THE_WAY
    if target.comparator == Comparator.AT_LEAST:
        return TargetState.ATTAINED
    # Once everybody is counted («100%»), nothing more can break it; until then «không quá» still may be broken.
    return TargetState.ATTAINED if decided or counts.reached == population else TargetState.ON_THE_WAY


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
