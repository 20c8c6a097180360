"""Where things stand on a campaign's timeline: pure geometry, drawn by templates/components/timeline.html.

Horizontal positions are percents of the picture's width (an SVG takes `x="12.5%"`), so the letters keep their size
while the bars stretch. Heights are pixels.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from textwrap import wrap

from .axis import CHARACTER_WIDTH, REFERENCE_WIDTH, Tick, anchor_at, position, ticks_of
from .recurrence import next_of, occurrences, recurrence_words

LABEL_GAP = 12
LABEL_LENGTH = 26
MAX_LANES = 4
LINE_HEIGHT = 16
LANE_HEIGHT = 36 + LINE_HEIGHT  # a name of two lines, its date
BAR_HEIGHT = 28
BAR_GAP = 6
TOP = 30  # room for "Hôm nay"
AXIS_ROOM = 30
UNDATED_ROOM = 24  # percent of the width, kept free at the right for milestones without a date


@dataclass(frozen=True)
class Phase:
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Milestone:
    name: str
    due_on: date | None = None
    kind_label: str = ""
    state: str = ""  # "done" when the milestone is behind us; otherwise its tone follows from the date
    note: str = ""
    recurs: bool = False  # comes again: on `dates`, or every year from `due_on` to the end
    dates: tuple[date, ...] = ()
    rhythm: str = "Hằng năm"
    feast: bool = False  # a day to celebrate: nothing is due on it
    url: str = ""  # where an awaited day is filled in


@dataclass(frozen=True)
class Timeline:
    starts_on: date
    ends_on: date
    today: date
    phases: list[Phase] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)


@dataclass(frozen=True)
class Bar:
    name: str
    starts_on: date
    ends_on: date
    x: float
    width: float
    y: int
    tone: str
    label: str


@dataclass(frozen=True)
class Mark:
    name: str
    due_on: date | None
    kind_label: str
    note: str
    tone: str
    x: float
    label: str = ""
    more: str = ""  # the second line of the label
    label_y: int = 0
    anchor: str = "middle"
    again: bool = False  # one of the other times of a recurring milestone: drawn lighter, without words
    recurrence: str = ""
    url: str = ""

    @property
    def date_y(self):
        return self.label_y + LINE_HEIGHT if self.more else self.label_y


@dataclass(frozen=True)
class Picture:
    bars: list[Bar]
    marks: list[Mark]
    undated: list[Mark]
    ticks: list[Tick]
    today_x: float | None
    today_anchor: str
    scale_end: float
    marks_y: int
    axis_y: int
    height: int


def shortened(text, length=LABEL_LENGTH):
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" –-,;:") + "…"


def lines_of(name, length=LABEL_LENGTH):
    """A name in one line or two."""
    lines = wrap(name, length, max_lines=2, placeholder="…") or [""]
    return lines[0], lines[1] if len(lines) > 1 else ""


def numbered(milestones):
    """Names that would be cut to the same words get a number, in the picture and in the list."""
    names = list(dict.fromkeys(milestone.name for milestone in milestones))
    shown = Counter(lines_of(name) for name in names)
    alike = [name for name in names if shown[lines_of(name)] > 1]
    return [
        replace(row, name=f"{alike.index(row.name) + 1}. {row.name}") if row.name in alike else row
        for row in milestones
    ]


def phase_tone(phase, today):
    if phase.ends_on < today:
        return "done"
    return "elsewhere" if phase.starts_on <= today else "draft"


def milestone_tone(milestone, today):
    """One colour, one meaning; `hollow` is a date that somebody else has still to announce, `feast` one to celebrate."""
    if milestone.feast:
        return "feast"
    if milestone.due_on is None:
        return "hollow"
    if milestone.state == "done":
        return "done"
    days = (milestone.due_on - today).days
    if days < 0:
        return "returned" if milestone.state == "late" else "done"
    return "waiting" if days <= 14 else "draft"


def rows_of(phases):
    """First free row for each phase, so that phases that overlap (two launchers, two calendars) do not cover each other."""
    ends, rows = [], []
    for phase in phases:
        row = next((i for i, end in enumerate(ends) if end < phase.starts_on), len(ends))
        ends[row : row + 1] = [phase.ends_on]
        rows.append(row)
    return rows


def bar_of(phase, row, timeline, scale_end):
    x = position(phase.starts_on, timeline.starts_on, timeline.ends_on, scale_end)
    width = max(
        position(phase.ends_on, timeline.starts_on, timeline.ends_on, scale_end) - x,
        0.6,
    )
    room = int(width / 100 * REFERENCE_WIDTH / CHARACTER_WIDTH) - 2
    label = shortened(phase.name, room) if room >= 4 else ""
    y = TOP + row * (BAR_HEIGHT + BAR_GAP)
    return Bar(
        phase.name,
        phase.starts_on,
        phase.ends_on,
        x,
        round(width, 2),
        y,
        phase_tone(phase, timeline.today),
        label,
    )


def label_span(x, anchor, label):
    """From and to, in percent at the reference width."""
    width = (max(len(label), 10) * CHARACTER_WIDTH + LABEL_GAP) / REFERENCE_WIDTH * 100
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return left, left + width


def anchor_within(x, label, scale_end):
    """Beside the room of those without a date a label leans away from it."""
    reaches = label_span(x, "middle", label)[1]
    return "end" if scale_end < 100 and reaches > scale_end + 1 else anchor_at(x)


def place_labels(marks, first_y, scale_end=100.0):
    """The first lane where a label does not touch its neighbour; a mark that finds none is told in the list below."""
    lanes, placed = [], []
    for mark in marks:
        if mark.again or mark.tone == "feast":
            placed.append(mark)
            continue
        label, more = lines_of(mark.name)
        widest = max(label, more, key=len)
        anchor = anchor_within(mark.x, widest, scale_end)
        left, right = label_span(mark.x, anchor, widest)
        lane = next((i for i, end in enumerate(lanes) if end <= left), len(lanes))
        if lane == MAX_LANES:
            placed.append(mark)
            continue
        lanes[lane : lane + 1] = [right]
        placed.append(replace(mark, label=label, more=more, label_y=first_y + lane * LANE_HEIGHT, anchor=anchor))
    return placed, len(lanes)


def mark_of(milestone, timeline, scale_end):
    x = 0.0
    if milestone.due_on:
        x = position(milestone.due_on, timeline.starts_on, timeline.ends_on, scale_end)
    tone = milestone_tone(milestone, timeline.today)
    return Mark(milestone.name, milestone.due_on, milestone.kind_label, milestone.note, tone, x, url=milestone.url)


def marks_of(milestone, timeline, scale_end):
    """One mark, or for a recurring milestone the coming one with its words and lighter ones for the other times."""
    times = occurrences(milestone, timeline.ends_on)
    if not milestone.recurs or times[0].due_on is None:
        return [mark_of(times[0], timeline, scale_end)]
    told = next_of(times, timeline.today)
    words = recurrence_words(milestone, times, timeline.today)
    return [
        replace(mark_of(one, timeline, scale_end), again=one is not told, recurrence=words)
        for one in times
        if one is told or timeline.starts_on <= one.due_on <= timeline.ends_on
    ]


def undated_marks(milestones, timeline, first_y):
    x = 100.0 - UNDATED_ROOM + 4
    marks = []
    for row, milestone in enumerate(milestones):
        y = first_y + row * LANE_HEIGHT
        label, more = lines_of(milestone.name, 22)
        marks.append(Mark(milestone.name, None, milestone.kind_label, milestone.note, "hollow", x,
                          label, more, y, "start"))  # fmt: skip
    return marks


def picture_of(timeline):
    """Everything the template draws, in drawing order."""
    milestones = numbered(timeline.milestones)
    undated = [m for m in milestones if m.due_on is None and not (m.recurs and m.dates)]
    dated = [m for m in milestones if m not in undated]
    scale_end = 100.0 - UNDATED_ROOM if undated else 100.0

    phases = sorted(timeline.phases, key=lambda p: (p.starts_on, p.ends_on))
    rows = rows_of(phases)
    bars = [bar_of(phase, row, timeline, scale_end) for phase, row in zip(phases, rows, strict=True)]
    axis_y = TOP + (max(rows, default=0) + 1) * (BAR_HEIGHT + BAR_GAP) + 2
    marks_y = axis_y + AXIS_ROOM + 6
    drawn = [mark for milestone in dated for mark in marks_of(milestone, timeline, scale_end)]
    marks, lanes = place_labels(sorted(drawn, key=lambda mark: mark.due_on), marks_y + 24, scale_end)
    hollow = undated_marks(undated, timeline, TOP + 34)

    bottom = marks_y + 24 + lanes * LANE_HEIGHT
    if hollow:
        bottom = max(bottom, hollow[-1].label_y + 20)
    inside = timeline.starts_on <= timeline.today <= timeline.ends_on
    today_x = position(timeline.today, timeline.starts_on, timeline.ends_on, scale_end) if inside else None
    return Picture(bars, marks, hollow, ticks_of(timeline.starts_on, timeline.ends_on, scale_end), today_x,
                   anchor_at(today_x or 0), scale_end, marks_y, axis_y, bottom)  # fmt: skip


def list_order(timeline):
    """The same milestones as words: dated ones in order, then those that wait for someone's letter."""
    drawn = [mark for milestone in numbered(timeline.milestones) for mark in marks_of(milestone, timeline, 100.0)]
    told = [mark for mark in drawn if not mark.again]
    return sorted(told, key=lambda m: (m.due_on is None, m.due_on or date.max))
