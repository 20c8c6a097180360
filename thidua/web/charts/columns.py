"""Groups of columns for reports: registered, submitted, awarded; a unit or a phase a group.

Columns have a width in pixels and stand around the middle of their group, which is a percent: the picture stretches,
letters and hatches do not. Where the columns find no room (a phone, sixty units) the same numbers lie as bars.
"""

from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from .numbers import number_words, percent, share

REFERENCE_WIDTH = 600  # px; the narrowest width at which the columns are shown: a sheet of paper
LETTER = 7
COLUMN = 26
GROUP_GAP = 28
GROUP_ROOM = 88  # between groups where there is room enough
HEIGHT = 200
TOP = 24  # room for the number above the highest column
LINE = 16
LINES = 3
SHOWN = 20  # groups; the others are in the table
LOOKS = 4  # hatches that can be told apart


@dataclass(frozen=True)
class Series:
    label: str
    values: tuple[Decimal | int | None, ...]
    award: bool = False  # awards wear gold


@dataclass(frozen=True)
class Columns:
    groups: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    heading: str = "Đơn vị"  # what the groups are


@dataclass(frozen=True)
class Column:
    """One column, standing (x, y, height) and lying (width)."""

    label: str
    look: str
    words: str
    x: int
    y: int
    height: int
    width: str


@dataclass(frozen=True)
class Group:
    label: str
    lines: list[tuple[int, str]]
    middle: str
    columns: list[Column]


@dataclass(frozen=True)
class Picture:
    groups: list[Group]
    rows: list[Group]  # everyone, for the table
    legend: list[tuple[str, str]]
    stands: bool
    base_y: int
    width: int
    height: int
    finding: str


def look_of(place, series):
    return "look-award" if series.award else f"look-{place % LOOKS + 1}"


def highest(chart):
    return max((value for series in chart.series for value in series.values if value is not None), default=0)


def pitch_of(chart):
    """From one column's middle to the next: its number must not touch the neighbour's."""
    longest = max((len(number_words(v)) for series in chart.series for v in series.values), default=1)
    return max(COLUMN + 4, longest * LETTER + 8)


def lines_of(label, room):
    """A group's name in up to three lines below the axis."""
    lines = wrap(label, max(int(room / LETTER), 6), max_lines=LINES, placeholder=" …")
    return [(TOP + HEIGHT + 20 + place * LINE, line) for place, line in enumerate(lines)]


def column_of(place, series, value, x, top):
    height = max(round(share(value, top) / 100 * HEIGHT), 1 if value else 0)
    return Column(
        series.label,
        look_of(place, series),
        number_words(value),
        x,
        TOP + HEIGHT - height,
        height,
        percent(share(value, top)),
    )


def natural_width(chart, pitch):
    """Two groups are not torn apart over a whole desk."""
    return len(chart.groups) * (len(chart.series) * pitch + GROUP_ROOM)


def group_of(number, chart, pitch, top):
    count = len(chart.groups)
    first = -(len(chart.series) - 1) * pitch // 2
    columns = [
        column_of(place, series, series.values[number], first + place * pitch, top)
        for place, series in enumerate(chart.series)
    ]
    middle = percent(round((number + 0.5) / count * 100, 2))
    lines = lines_of(chart.groups[number], min(REFERENCE_WIDTH, natural_width(chart, pitch)) / count - 12)
    return Group(chart.groups[number], lines, middle, columns)


def finding_of(chart):
    """The sums, and where the first series peaks."""
    parts = []
    for series in chart.series:
        known = [value for value in series.values if value is not None]
        parts.append(f"{series.label} {number_words(sum(known))}")
    words = "Tổng cộng: " + ", ".join(parts) + (f" ({chart.unit})" if chart.unit else "")
    top = max(chart.series[0].values, key=lambda value: value or 0)
    peaks = [label for label, value in zip(chart.groups, chart.series[0].values, strict=True) if value == top]
    if top and len(peaks) == 1:
        words += f"; {chart.series[0].label.lower()} nhiều nhất: {peaks[0]}"
    return words


def picture_of(chart):
    pitch, top = pitch_of(chart), highest(chart)
    groups = [group_of(number, chart, pitch, top) for number in range(len(chart.groups))]
    lines = max((len(group.lines) for group in groups), default=1)
    stands = len(groups) * (len(chart.series) * pitch + GROUP_GAP) <= REFERENCE_WIDTH
    return Picture(
        groups[:SHOWN],
        groups,
        [(look_of(place, series), series.label) for place, series in enumerate(chart.series)],
        stands,
        TOP + HEIGHT,
        natural_width(chart, pitch),
        TOP + HEIGHT + 12 + lines * LINE,
        finding_of(chart) if groups and chart.series else "Chưa có số liệu",
    )
