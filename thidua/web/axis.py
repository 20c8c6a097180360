"""The axis below a timeline: where a day stands, and which days are written."""

from dataclasses import dataclass
from datetime import date

REFERENCE_WIDTH = 720  # px; the narrowest width at which the picture is shown: labels must not collide there
CHARACTER_WIDTH = 7  # px of an average letter at the label size
TICK_GAP = 24
TICK_STEPS = (1, 3, 6, 12, 24, 60, 120)  # months


@dataclass(frozen=True)
class Tick:
    x: float
    label: str
    anchor: str


def position(day, starts_on, ends_on, scale_end=100.0):
    """Percent of the width; days outside the period sit at its edge."""
    length = max((ends_on - starts_on).days, 1)
    share = min(max((day - starts_on).days / length, 0), 1)
    return round(share * scale_end, 2)


def anchor_at(x):
    """Near an edge a centred label would be cut."""
    return "start" if x < 8 else "end" if x > 92 else "middle"


def month_after(day, months):
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def tick_label(day, step):
    return str(day.year) if step >= 12 else f"{day.month:02}/{day.year}"


def tick_step(starts_on, ends_on, scale_end=100.0):
    """Months between two ticks: the smallest step whose labels find room beside each other."""
    width = scale_end / 100 * REFERENCE_WIDTH
    months = max((ends_on - starts_on).days / 30.44, 1)
    for step in TICK_STEPS:
        if width / (months / step) >= len(tick_label(starts_on, step)) * CHARACTER_WIDTH + TICK_GAP:
            return step
    return TICK_STEPS[-1]


def first_tick(start, step):
    """The first day of the month, quarter, year or decade in which the period starts."""
    years = max(step // 12, 1)
    month = (start.month - 1) // step * step + 1 if step < 12 else 1
    return date(start.year // years * years, month, 1)


def ticks_of(start, end, scale_end):
    """First days of months, quarters or years, whichever leaves the axis readable."""
    step = tick_step(start, end, scale_end)
    day, ticks, free = first_tick(start, step), [], 0.0
    while day <= end:
        if day >= start:
            x, label = position(day, start, end, scale_end), tick_label(day, step)
            left, right = tick_span(x, label)
            # At an edge a label leans inwards and may reach its neighbour: then it keeps its line only.
            ticks.append(Tick(x, label if left >= free else "", anchor_at(x)))
            free = right if left >= free else free
        day = month_after(day, step)
    return ticks


def tick_span(x, label):
    width = (len(label) * CHARACTER_WIDTH + 6) / REFERENCE_WIDTH * 100
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor_at(x)]
    return left, left + width
