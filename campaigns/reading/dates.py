"""Days, months, quarters and years as plans write them. Nothing here makes up a day that is not written."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from campaigns.reading.lines import fold

_SEP = r"\s{0,2}[/.\-]\s{0,2}"
_YEAR = r"(?:19|20)\d{2}"
_FULL = rf"(?<![\d/])(?P<d1>\d{{1,2}}){_SEP}(?P<m1>\d{{1,2}}){_SEP}(?P<y1>{_YEAR})(?![\d/])"
_WORDS = rf"(?<!\d)(?P<d2>\d{{1,2}})\s{{1,3}}thang\s{{1,3}}(?P<m2>\d{{1,2}})\s{{0,3}}(?:,?\s*nam|/|,|-)?\s{{0,3}}(?P<y2>{_YEAR})(?!\d)"
_MONTH = rf"\bthang\s{{0,3}}(?P<m3>\d{{1,2}})\s{{0,2}}(?:/|-|\.|,?\s*nam)?\s{{0,2}}(?P<y3>{_YEAR})(?![\d/])"
_MONTH_BARE = rf"(?<![\d/.\-])(?P<m4>0?[1-9]|1[0-2])\s?/\s?(?P<y4>{_YEAR})(?!\d|\s?/|\s?-\s?[a-z])"
_QUARTER = rf"\bquy\s{{0,2}}(?P<q>iv|i{{1,3}}|[1-4])\s{{0,2}}(?:/|-|,?\s*nam|,)?\s{{0,2}}(?P<y5>{_YEAR})(?!\d)"
_DAY_MONTH = (
    r"(?<![\d/.\-])(?P<d6>\d{1,2})\s?/\s?(?P<m6>\d{1,2})(?!\d|\s?[/.]\s?\d|\s?/|\s?-\s?[a-z]|%|\s+(?:tong\s+)?so\b)"
)
_DAY_MONTH_WORDS = r"(?<!\d)(?P<d7>\d{1,2})\s{1,3}thang\s{1,3}(?P<m7>\d{1,2})(?!\d)"
_MONTH_ONLY = r"\bthang\s{1,3}(?P<m8>\d{1,2})(?![\d/])"
_YEAR_ONLY = rf"\bnam\s{{1,3}}(?P<y9>{_YEAR})(?!\d|\s?[/])"
_YEAR_BARE = rf"(?:(?<![\d/.\-])|(?<=20\d\d-))(?P<y10>{_YEAR})(?!\d|\s?/)"
_ANY = re.compile(
    "|".join(
        (
            _FULL,
            _WORDS,
            _QUARTER,
            _MONTH,
            _MONTH_BARE,
            _DAY_MONTH_WORDS,
            _DAY_MONTH,
            _MONTH_ONLY,
            _YEAR_ONLY,
            _YEAR_BARE,
        )
    )
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass
class Mention:
    """A time named in a text: its place there and what of day, month and year is written."""

    start: int
    end: int
    kind: str  # day, month, quarter, year, day_month, month_only
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date | None:
        """The first day of what is named."""
        if self.year is None or self.kind in ("day_month", "month_only"):
            return None
        if self.kind == "day":
            return day_or_none(self.year, self.month, self.day)
        if self.kind == "year":
            return day_or_none(self.year, 1, 1)
        return day_or_none(self.year, self.month, 1)

    @property
    def last(self) -> date | None:
        """The last day of what is named."""
        if self.first is None or self.kind == "day":
            return self.first
        if self.kind == "year":
            return day_or_none(self.year, 12, 31)
        month = self.month + 2 if self.kind == "quarter" else self.month
        return day_or_none(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def impossible(self) -> bool:
        """A day that no calendar has, such as 30/2."""
        if self.kind == "day":
            return self.first is None
        if self.kind == "day_month":
            return day_or_none(2024, self.month, self.day) is None
        return False


def day_or_none(year: int, month: int | None, day: int | None) -> date | None:
    """The day, or nothing where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (TypeError, ValueError, OverflowError):
        return None


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: str | None) -> int | None:
    return int(value) if value else None


def _mention(match: re.Match) -> Mention | None:
    group = match.groupdict()
    at = match.start(), match.end()
    for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if group[y]:
            return Mention(*at, "day", int(group[y]), int(group[m]), int(group[d]))
    if group["q"]:
        return Mention(*at, "quarter", int(group["y5"]), 3 * _QUARTERS[group["q"]] - 2)
    for d, m in (("d6", "m6"), ("d7", "m7")):
        if group[d]:
            return Mention(*at, "day_month", None, int(group[m]), int(group[d])) if 1 <= int(group[m]) <= 12 else None
    for m, y in (("m3", "y3"), ("m4", "y4"), ("m8", None)):
        if group[m]:
            year = _number(group[y]) if y else None
            kind = "month" if year else "month_only"
            return Mention(*at, kind, year, int(group[m])) if 1 <= int(group[m]) <= 12 else None
    return Mention(*at, "year", int(group["y9"] or group["y10"]))


def mentions(text: str, folded: str | None = None) -> list[Mention]:
    """Every time named in the text, in order; bare years too."""
    found = (_mention(match) for match in _ANY.finditer(folded if folded is not None else fold(text)))
    return [mention for mention in found if mention]


_FROM = re.compile(r"\b(?:tu|bat dau|thoi gian)\s*:?\s*(?:(?:dau|ngay|thang|tu|vao|nam|het|het ngay)\s+){0,3}$")
_OPEN_START = re.compile(r"\b(?:ngay|khi|thoi diem)?\s*(?:ban hanh|ky|phat dong|co hieu luc|nay)\b")
_TO = re.compile(
    r"^\s*,?\s*(?:-|den|toi|cho den|~|va ket thuc(?: vao)?|ket thuc(?: vao)?)\s*(?:(?:het|ngay|thang|cuoi|nam|quy|thoi diem)\s+){0,4}$"
)
_UNTIL = re.compile(r"(?:den|toi)\s+(?:(?:het|ngay|cuoi)\s+){0,3}$")
_PAREN_AFTER = re.compile(r"^\s*\)")


@dataclass
class Span:
    """From one day to another, as written; either end may be missing."""

    start: int
    end: int
    first: date | None
    last: date | None
    open_start: bool = False  # "from the day this plan is issued"
    explicit: bool = True


def _lend(left: Mention, right: Mention) -> Mention:
    """A left end without its own year (or month) takes it from the right end: "từ 01/3 đến 30/6/2024"."""
    if left.year is not None or right.year is None:
        return left
    month = left.month
    year = right.year - 1 if right.month and month and month > right.month else right.year
    if year != right.year:
        return left  # across a new year the year of the start is not written: not ours to add
    return Mention(left.start, left.end, "day" if left.kind == "day_month" else "month", year, month, left.day)


_DAY_BEFORE = re.compile(r"(?:tu|ngay)\s+(?:ngay\s+)?(\d{1,2})\s*(?:-|den)\s*(?:het\s+)?(?:ngay\s+)?$")


def is_anniversary(left: Mention, right: Mention) -> bool:
    """(28/8/1945 - 28/8/2025): a jubilee, not a period."""
    return bool(left.year and right.year and right.year - left.year >= 8 and left.kind == "day" and right.kind == "day")


def _pair(folded: str, left: Mention, right: Mention) -> Span | None:
    between = folded[left.end : right.start]
    if len(between) > 40 or not _TO.match(between):
        return None
    left = _lend(left, right)
    if is_anniversary(left, right):
        return None
    known = left.first is not None, right.last is not None
    # An end that no calendar has (31/11) stays open; it is pointed out elsewhere.
    if not any(known) or not (known[0] or left.impossible) or not (known[1] or right.impossible):
        return None
    explicit = bool(_FROM.search(folded[max(0, left.start - 40) : left.start]))
    return Span(left.start, right.end, left.first, right.last, explicit=explicit)


def _same_month(folded: str, right: Mention) -> Span | None:
    """ "từ ngày 10 đến ngày 30 tháng 7 năm 2024": the first day borrows the month."""
    head = _DAY_BEFORE.search(folded[max(0, right.start - 40) : right.start])
    first = day_or_none(right.year, right.month, int(head[1])) if head and right.kind == "day" else None
    return Span(right.start, right.end, first, right.last) if first else None


def _open(folded: str, right: Mention) -> Span | None:
    """ "từ ngày ban hành Kế hoạch đến ngày 31/12/2030": only the end is a day."""
    before = folded[max(0, right.start - 90) : right.start]
    if not _UNTIL.search(before) or right.last is None:
        return None
    start = before.rfind("tu ")
    if start >= 0 and _OPEN_START.search(before[start:]):
        return Span(right.start, right.end, None, right.last, open_start=True)
    return None


def spans(text: str, folded: str | None = None, named: list[Mention] | None = None) -> list[Span]:
    """Every "from … to …" of the text."""
    folded = folded if folded is not None else fold(text)
    named = named if named is not None else mentions(text, folded)
    found: list[Span] = []
    used = -1
    for index, right in enumerate(named):
        left = named[index - 1] if index else None
        span = _pair(folded, left, right) if left and left.start > used else None
        span = span or _same_month(folded, right) or _open(folded, right)
        if span:
            found.append(span)
            used = right.start
    return found
