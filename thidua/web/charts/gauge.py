"""How far a target is: a bar for what was reached, a line for the goal."""

from dataclasses import dataclass
from decimal import Decimal

from .numbers import amount_words, percent, share

# tone, icon, word: the colour never stands alone
STATES = {
    "attained": ("done", "check-circle-fill", "Đạt"),
    "on_the_way": ("elsewhere", "graph-up-arrow", "Đang phấn đấu"),
    "missed": ("returned", "x-circle-fill", "Không đạt"),
    "incomplete": ("draft", "hourglass-split", "Chưa đủ số liệu"),
    "unknown": ("draft", "question-circle", "Chưa có số liệu"),
}
COMPARATORS = {">=": "từ {} trở lên", "<=": "không quá {}", "=": "đúng {}"}
ROOM = Decimal("1.15")  # so that a goal is not mistaken for the end of the bar
LONGEST = 2  # times the goal; what goes far beyond is cut and says so
NARROWEST = 280  # px of a gauge on a phone
LETTER = 7


@dataclass(frozen=True)
class Gauge:
    label: str
    value: Decimal | None
    goal: Decimal
    unit: str = "percent"  # "count" or "percent"
    comparator: str = ">="
    state: str = "unknown"
    note: str = ""
    numbers: str = ""  # what the value was counted from: "12 trên 20 đơn vị"


@dataclass(frozen=True)
class Drawn:
    """One gauge with its lengths and words."""

    gauge: Gauge
    tone: str
    icon: str
    word: str
    value: str
    goal: str
    filled: str
    goal_x: str
    goal_anchor: str
    beyond: bool
    finding: str


def scale_top(gauge):
    """The number at the right end of the bar."""
    value, goal = gauge.value or Decimal(0), gauge.goal
    least = Decimal(100) if gauge.unit == "percent" else goal * ROOM
    longest = max(goal * LONGEST, least, Decimal(1)) if goal > 0 else max(value, least, Decimal(1))
    wanted = value if value <= least else value * Decimal("1.02")
    return max(least, min(wanted, longest), Decimal(1))


def goal_words(gauge):
    words = COMPARATORS.get(gauge.comparator, "{}")
    return words.format(amount_words(gauge.goal, gauge.unit))


def anchor_of(x, text):
    """A centred label that would be cut at an edge leans on it."""
    half = len(text) * LETTER / NARROWEST * 50
    return "start" if x < half else "end" if x > 100 - half else "middle"


def draw(gauge):
    top = scale_top(gauge)
    tone, icon, word = STATES.get(gauge.state, STATES["unknown"])
    value, goal = amount_words(gauge.value, gauge.unit), goal_words(gauge)
    goal_x = share(gauge.goal, top)
    finding = f"{gauge.label}: {value.lower()}; chỉ tiêu {goal}"
    if gauge.value is not None:
        finding += f"; {word.lower()}"
    elif gauge.note:
        finding += f"; {gauge.note}"
    return Drawn(
        gauge, tone, icon, word, value, goal,
        filled=percent(share(gauge.value, top)),
        goal_x=percent(goal_x),
        goal_anchor=anchor_of(goal_x, f"Chỉ tiêu: {goal}"),
        beyond=gauge.value is not None and gauge.value > top,
        finding=finding,
    )  # fmt: skip


def finding_of(gauges):
    """What the whole list says: "3 chỉ tiêu: 1 đạt, 2 đang phấn đấu"."""
    counts = [(word.lower(), sum(g.state == state for g in gauges)) for state, (_, _, word) in STATES.items()]
    parts = ", ".join(f"{count} {word}" for word, count in counts if count)
    return f"{len(gauges)} chỉ tiêu: {parts}"
