"""How long the campaign runs."""

import re
from dataclasses import dataclass, field
from datetime import date

from campaigns.reading.dates import Mention, mentions, spans
from campaigns.reading.lines import fold
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.phases import Phase, spans_of
from campaigns.reading.sentences import masked

_SINGLE_YEAR = re.compile(r"\b(?:trong|tu|ca|la|:)\s+(?:\w+\s)?nam\s+(20\d{2})(?!\d)|^nam\s+(20\d{2})(?!\d)")


_WHEN = re.compile(r"\b(?:thoi gian|tu ngay|tu thang|bat dau|dot thi dua|thuc hien tu|phat dong tu|thoi han)\b")
# A school year, a term of office: they name no day of the campaign.
_SCHOOL_YEAR = re.compile(r"\b(?:nam hoc|nhiem ky)\s+20\d\d(?:\s*-\s*20\d\d)?")
# «chấm điểm từ 01/8 đến 30/9»: one step within the campaign, not its length
_STEP = re.compile(
    r"\b(?:cham diem|binh xet|xet chon|tham dinh|nhan ho so|nop ho so|tiep nhan|dang ky|kiem tra|hop|so ket|tong ket)\b[^.;:]{0,25}(?::\s*(?:tu\s+)?(?:ngay\s+)?)?$"
)
_OTHERS = re.compile(r'"\s*giai doan\s*(?:tu\s+)?(?:nam\s+)?$')  # «Phong trào “…” giai đoạn 2021 - 2025»
_BEGINS = re.compile(
    r"\b(?:phat dong|bat dau|thuc hien|trien khai|tinh|ke)\s+tu\s+(?:ngay\s+|thang\s+)?$|\bbat dau\s*(?:vao|tu|:)?\s*(?:tu\s+)?(?:ngay\s+|thang\s+)?$"
)
_CLOSES = re.compile(r"\bket thuc\s*(?:vao|:)?\s*(?:vao\s+)?(?:het\s+)?(?:ngay\s+|thang\s+)?$")


@dataclass
class Period:
    """When the campaign begins and ends, and where that is written."""

    first: date | None = None
    last: date | None = None
    first_lines: list[int] = field(default_factory=list)
    last_lines: list[int] = field(default_factory=list)
    open_start: bool = False
    source: str = ""


def _time_nodes(paper: Paper) -> list[Node]:
    topics = paper.topics
    found = []
    for section in topics.sections("time", without=("dossier_time",)):
        for node in section.walk():
            about = set()
            for place in (node, *node.ancestors()):
                about |= topics.own(place)
                if place is section:
                    break
            if node.kind == "row" or (about - topics.own(section)) & {
                "participants",
                "content",
                "tasks",
                "criteria",
                "awards",
                "dossier",
                "review",
                "programme",
            }:
                continue
            found.append(node)
    return found


def _is_review(node: Node) -> bool:
    return bool(
        re.match(
            r"(?:thang|truoc|quy|ngay)\b[^:;]{1,40}:|(?:to chuc\s+)?(?:hoi nghi\s+)?(?:so ket|tong ket|dang ky|ho so|gui|bao cao|binh xet|le )",
            node.folded,
        )
    )


def _from_time_sections(paper: Paper, phases: list[Phase]) -> Period | None:
    every = {id(phase.node) for phase in phases}
    named = {id(phase.node) for phase in phases if not phase.name.startswith("Giai đoạn 20")}
    return _stated(paper, every) or _stated(paper, named)


def _stated(paper: Paper, own: set[int]) -> Period | None:
    """The period that the section on time states outside of the nodes `own`."""
    period = Period(source="section")
    for node in _time_nodes(paper):
        if _is_review(node) or id(node) in own or any(id(above) in own for above in node.ancestors()):
            continue
        for span in spans_of(node.text):
            before = fold(node.text[max(0, span.start - 60) : span.start])
            if _STEP.search(before) or _OTHERS.search(before):
                continue
            _widen(period, span.first, span.last, node.lines)
            period.open_start = period.open_start or span.open_start
        if not spans_of(node.text):
            start, end = _one_end(node, _BEGINS), _one_end(node, _CLOSES)
            _widen(period, start and start.first, end and end.last, node.lines)
            for match in () if start or end else _SINGLE_YEAR.finditer(masked(node.inline or node.text)):
                year = int(match[1] or match[2])
                _widen(period, date(year, 1, 1), date(year, 12, 31), node.lines)
    if period.open_start:
        period.first, period.first_lines = None, []
    return period if period.first or period.last else None


def _one_end(node: Node, words: re.Pattern) -> Mention | None:
    """«Phát động từ tháng 4/2020», «Kết thúc: ngày 30/6/2021»: one end of the period by itself."""
    folded = masked(node.text)
    for mention in mentions(node.text, folded):
        if mention.kind in ("day", "month") and words.search(folded[max(0, mention.start - 50) : mention.start]):
            return mention
    return None


def _widen(period: Period, first: date | None, last: date | None, lines: list[int]) -> None:
    if first and (period.first is None or first < period.first):
        period.first, period.first_lines = first, lines
    if last and (period.last is None or last > period.last):
        period.last, period.last_lines = last, lines


def _hull(phases: list[Phase]) -> Period | None:
    period = Period(source="phases")
    for phase in phases:
        _widen(period, phase.first, phase.last, phase.lines)
    if phases and phases[0].open_start:
        period.first, period.first_lines, period.open_start = None, [], True
    if any(phase.last is None for phase in phases):
        period.last, period.last_lines = None, []
    return period if period.first or period.last else None


def _from_sentences(paper: Paper) -> Period | None:
    """«Phong trào được thực hiện từ … đến …», wherever it stands."""
    for node in paper.root.walk():
        about = paper.topics.around(node)
        if about & {"standards", "dossier", "purpose"} or node.kind == "row" or not _WHEN.search(node.folded):
            continue
        for span in spans_of(node.text):
            step = _STEP.search(fold(node.text[max(0, span.start - 60) : span.start])) or _is_step(node)
            if (span.explicit or span.open_start) and not step:
                return Period(span.first, span.last, node.lines, node.lines, span.open_start, "sentence")
    return None


def _is_step(node: Node) -> bool:
    """«- Từ ngày 21/10 đến 23/10: …» beside other days of a list: one step, not the whole."""
    beside = node.parent.children if node.parent else []
    return sum(bool(re.match(r"(?:tu ngay|ngay|truoc ngay)\s+\d", other.folded)) for other in beside) >= 3


def _from_title(paper: Paper) -> Period | None:
    """«… năm 2024», «… giai đoạn 2021 - 2025»: the years of the plan's own name."""
    title = paper.title or ""
    folded = _SCHOOL_YEAR.sub(lambda match: " " * len(match[0]), masked(title))
    named = [m for m in mentions(title, folded) if m.kind in ("year", "month", "quarter", "day")]
    ranges = spans(title, folded, named)
    if ranges:
        return Period(ranges[0].first, ranges[0].last, paper.title_lines, paper.title_lines, False, "title")
    parts = [m for m in named if m.kind in ("quarter", "month")]
    if len(parts) == 1:
        return Period(parts[0].first, parts[0].last, paper.title_lines, paper.title_lines, False, "title")
    years = re.findall(r"(?<!hoc )\bnam\s+(20\d{2})(?!\d)", folded)
    until = re.search(r"\bden (?:het )?nam\s+(20\d{2})(?!\d)", folded)
    if until and len(set(years)) == 1:  # «… đến năm 2025»: nothing is said of its beginning
        return Period(None, date(int(until[1]), 12, 31), [], paper.title_lines, False, "title")
    if "nam hoc" in folded or len(set(years)) != 1:
        return None
    year = int(years[0])
    return Period(date(year, 1, 1), date(year, 12, 31), paper.title_lines, paper.title_lines, False, "title")


def read_period(paper: Paper, phases: list[Phase], issued_on: date | None, issued_lines: list[int]) -> Period:
    """The section on time first, then the rounds, then any sentence, then the plan's own name."""
    named = [phase for phase in phases if not phase.name.startswith("Giai đoạn 20")]
    period = (
        _from_time_sections(paper, phases)
        or _hull(named)
        or _from_sentences(paper)
        or _hull(phases)
        or _from_title(paper)
        or Period()
    )
    if period.open_start and issued_on:
        period.first, period.first_lines = issued_on, issued_lines
    return period
