"""A year of campaigns: a bar a campaign, a diamond a milestone, and the same milestones month by month."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from thidua.web import axis, timeline
from thidua.web.recurrence import occurrences

from .numbers import percent

MARK_WORDS = {
    "done": "đã qua",
    "waiting": "sắp đến hạn",
    "returned": "quá hạn",
    "draft": "chưa đến",
    "feast": "ngày kỷ niệm",
}
LEAST = 0.8  # percent of the width, so that a campaign of one day can be seen


@dataclass(frozen=True)
class YearBar:
    label: str
    starts_on: date
    ends_on: date
    url: str = ""
    tone: str = "draft"
    milestones: list[timeline.Milestone] = field(default_factory=list)


@dataclass(frozen=True)
class Mark:
    campaign: YearBar
    name: str
    kind_label: str
    due_on: date
    tone: str
    x: str

    @property
    def kind(self):
        """Its kind, unless the name already says it."""
        return "" if self.kind_label == self.name else self.kind_label

    @property
    def word(self):
        return MARK_WORDS[self.tone]


@dataclass(frozen=True)
class Row:
    campaign: YearBar
    x: str
    width: str
    begins_before: bool
    runs_on: bool
    word: str
    marks: list[Mark]
    awaited: list[timeline.Milestone]  # those whose day a document has yet to set

    @property
    def due(self):
        """The milestones among the marks: a day to celebrate is none."""
        return [mark for mark in self.marks if mark.tone != "feast"]


@dataclass(frozen=True)
class Month:
    number: int
    x: str  # its first day
    middle: str


@dataclass(frozen=True)
class Year:
    year: int
    today: date
    months: list[Month]
    rows: list[Row]
    agenda: list[tuple[int, list[Mark]]]
    today_x: str
    today_anchor: str
    finding: str

    @property
    def waiting(self):
        """[(campaign, milestone)] without a day."""
        return [(row.campaign, milestone) for row in self.rows for milestone in row.awaited]


def position(day, year):
    return axis.position(day, date(year, 1, 1), date(year, 12, 31))


def months_of(year):
    edges = [position(date(year, month, 1), year) for month in range(1, 13)] + [100.0]
    return [
        Month(number + 1, percent(edges[number]), percent(round((edges[number] + edges[number + 1]) / 2, 2)))
        for number in range(12)
    ]


def marks_of(campaign, year, today):
    marks = []
    for milestone in campaign.milestones:
        for one in occurrences(milestone, campaign.ends_on):
            if one.due_on and one.due_on.year == year:
                tone = timeline.milestone_tone(one, today)
                x = percent(position(one.due_on, year))
                marks.append(Mark(campaign, one.name, one.kind_label, one.due_on, tone, x))
    return sorted(marks, key=lambda mark: (mark.due_on, mark.name))


def word_of(campaign, today):
    if campaign.ends_on < today:
        return "Đã kết thúc"
    return "Đang diễn ra" if campaign.starts_on <= today else "Sắp diễn ra"


def row_of(campaign, year, today):
    x, end = position(campaign.starts_on, year), position(campaign.ends_on, year)
    width = max(end - x, LEAST)
    return Row(
        campaign,
        percent(min(x, 100 - width)),
        percent(round(width, 2)),
        campaign.starts_on.year < year,
        campaign.ends_on.year > year,
        word_of(campaign, today),
        marks_of(campaign, year, today),
        [one for one in campaign.milestones if one.due_on is None and not one.dates],
    )


def agenda_of(rows):
    marks = sorted((mark for row in rows for mark in row.marks), key=lambda mark: (mark.due_on, mark.campaign.label))
    return [(month, list(some)) for month, some in groupby(marks, key=lambda mark: mark.due_on.month)]


def finding_of(year, rows, agenda, today):
    count = sum(len(row.due) for row in rows)
    words = f"Năm {year} có {len(rows)} phong trào, {count} mốc"
    coming = next(
        (mark for _, marks in agenda for mark in marks if mark.due_on >= today and mark.tone != "feast"), None
    )
    return words + (f"; mốc tới là {coming.name}, ngày {coming.due_on:%d/%m/%Y}" if coming else "")


def year_of(year, campaigns, today):
    """The campaigns that touch this year, whoever started first on top."""
    touching = [c for c in campaigns if c.starts_on.year <= year <= c.ends_on.year]
    rows = [row_of(c, year, today) for c in sorted(touching, key=lambda c: (c.starts_on, c.ends_on, c.label))]
    agenda = agenda_of(rows)
    here = position(today, year) if today.year == year else None
    return Year(
        year, today, months_of(year), rows, agenda,
        today_x="" if here is None else percent(here),
        today_anchor=axis.anchor_at(here or 0),
        finding=finding_of(year, rows, agenda, today),
    )  # fmt: skip
