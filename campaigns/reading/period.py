"""How long the campaign runs and in which rounds."""

import re
from dataclasses import dataclass, field
from datetime import date

from campaigns.reading.dates import Span, iso, mentions, spans
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, tidy
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.sentences import masked

_NAME = re.compile(
    r"\b(?P<word>dot thi dua|dot|giai doan|hoc ky|hoc ki|buoc|chang|ky)\s+(?:thu\s+)?(?P<n>\d{1,2}(?!\d|\s?[/%]|\s?\w{2,4}\s?thi)|[ivx]{1,4}\b|mot\b|hai\b|ba\b|bon\b|nhat\b|nhi\b|dau\b|cuoi\b)"
)
_YEARS = re.compile(
    r"\bgiai doan\s+(?:tu\s+)?(?:nam\s+)?(?P<a>20\d{2})(?!\d)\s*(?:-|den)\s*(?:nam\s+)?(?P<b>20\d{2})(?!\d)"
)
_SINGLE_YEAR = re.compile(r"\b(?:trong|tu|ca|la|:)\s+(?:\w+\s)?nam\s+(20\d{2})(?!\d)|^nam\s+(20\d{2})(?!\d)")
_WHEN = re.compile(r"\b(?:thoi gian|tu ngay|tu thang|bat dau|dot thi dua|thuc hien tu|phat dong tu|thoi han)\b")
_MOVEMENT = re.compile(r"phong trao (?:thi dua )?do (?P<who>.{4,90}?) phat dong")
_CELEBRATES = re.compile(r"(?:ky niem|chao mung)[^;.]{0,200}")


@dataclass
class Phase:
    """One round of a campaign."""

    name: str
    first: date | None
    last: date | None
    lines: list[int]
    node: Node | None = None
    celebrates: list[str] = field(default_factory=list)


@dataclass
class Period:
    """When the campaign begins and ends, and where that is written."""

    first: date | None = None
    last: date | None = None
    first_lines: list[int] = field(default_factory=list)
    last_lines: list[int] = field(default_factory=list)
    open_start: bool = False
    source: str = ""


def _spans(text: str) -> list[Span]:
    folded = masked(text)
    return spans(text, folded, mentions(text, folded))


def _phase_name(text: str, match: re.Match, span: Span | None) -> str:
    name = tidy(text[match.start() : match.end()])
    return name[:1].upper() + name[1:]


def _node_phases(node: Node) -> list[Phase]:
    """Rounds named in one paragraph with their days behind the name, in the paragraph or below it."""
    text = node.text
    folded = fold(text)
    found = []
    names = list(_NAME.finditer(folded))
    for index, match in enumerate(names):
        stop = names[index + 1].start() if index + 1 < len(names) else len(text)
        tail = text[match.end() : min(stop, match.end() + 320)]
        lines = node.lines
        usable = _usable(tail)
        span = next((s for s in usable if s.explicit), usable[0] if usable else None)
        if span is None and match.start() <= 20 and len(names) == 1:
            span, below = _below(node)
            lines = below or node.lines
        if span is None and match.start() <= 3:
            span = _one_month(tail)
        if span:
            found.append(Phase(_phase_name(text, match, span), span.first, span.last, lines, node))
    return found


def _one_month(tail: str) -> Span | None:
    """«Bước 3 (tháng 11/2025)»: a round of a single month or quarter."""
    for mention in mentions(tail[:60]):
        before = fold(tail[: mention.start])
        if mention.kind in ("month", "quarter") and re.fullmatch(r"\s*[(:,-]?\s*(?:trong |vao )?", before):
            return Span(mention.start, mention.end, mention.first, mention.last)
        break
    return None


def _usable(text: str) -> list[Span]:
    return [span for span in _spans(text) if (span.first or span.last or span.open_start) and span.start <= 240]


def _below(node: Node) -> tuple[Span | None, list[int]]:
    for child in node.children[:3]:
        for span in _usable(child.text):
            if span.explicit or fold(child.text).startswith(("thoi gian", "tu ")):
                return span, sorted({*node.lines, *child.lines})
    return None, []


def _year_phases(node: Node) -> list[Phase]:
    """«Sơ kết giai đoạn 2023 - 2025»: rounds named by their years."""
    found = []
    folded = masked(node.text)
    for match in _YEARS.finditer(folded):
        first, last = date(int(match["a"]), 1, 1), date(int(match["b"]), 12, 31)
        stated = next((span for span in _usable(node.text[match.end() :]) if span.explicit), None)
        if stated:  # «Giai đoạn 2023 - 2025: từ ngày 15/6/2023 đến …»: the days win over the years of the name
            first, last = stated.first, stated.last
        found.append(Phase(f"Giai đoạn {match['a']} - {match['b']}", first, last, node.lines, node))
    return found


def _celebrations(node: Node) -> list[str]:
    text = node.full
    folded = fold(text)
    found = []
    for match in re.finditer(r"(?:chao mung\s+)?(?:ky niem\s+)?(?:lan thu\s+\w+\s+)?\d{1,3} nam[^;.]{3,180}", folded):
        words = tidy(text[match.start() : match.end()])
        if "niệm" in words or "(" in words or "gày" in words:
            found.append(words.rstrip(" ,"))
    return found[:20]


def read_phases(paper: Paper) -> list[Phase]:
    """The rounds, once each, in the order of the text."""
    topics = paper.topics
    found: dict[str, Phase] = {}
    for node in paper.root.walk():
        about = topics.around(node)
        if about & {"standards", "purpose", "requirements", "components"} or (node.kind == "root"):
            continue
        named = _node_phases(node)
        if not named and "time" in about and re.search(r"so ket|tong ket|chia|gom|^giai doan", node.folded):
            named = _year_phases(node)
        for phase in named:
            found.setdefault(fold(phase.name), phase)
    phases = list(found.values())
    for phase in phases:
        phase.celebrates = _celebrations(phase.node) if phase.node else []
    return phases


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
        for span in _spans(node.text):
            _widen(period, span.first, span.last, node.lines)
            period.open_start = period.open_start or span.open_start
        if not _spans(node.text):
            for match in _SINGLE_YEAR.finditer(masked(node.inline or node.text)):
                year = int(match[1] or match[2])
                _widen(period, date(year, 1, 1), date(year, 12, 31), node.lines)
    if period.open_start:
        period.first, period.first_lines = None, []
    return period if period.first or period.last else None


def _widen(period: Period, first: date | None, last: date | None, lines: list[int]) -> None:
    if first and (period.first is None or first < period.first):
        period.first, period.first_lines = first, lines
    if last and (period.last is None or last > period.last):
        period.last, period.last_lines = last, lines


def _hull(phases: list[Phase]) -> Period | None:
    period = Period(source="phases")
    for phase in phases:
        _widen(period, phase.first, phase.last, phase.lines)
    if any(phase.last is None for phase in phases):
        period.last, period.last_lines = None, []
    return period if period.first or period.last else None


def _from_sentences(paper: Paper) -> Period | None:
    """«Phong trào được thực hiện từ … đến …», wherever it stands."""
    for node in paper.root.walk():
        about = paper.topics.around(node)
        if about & {"standards", "dossier", "purpose"} or node.kind == "row" or not _WHEN.search(node.folded):
            continue
        for span in _spans(node.text):
            if span.explicit or span.open_start:
                return Period(span.first, span.last, node.lines, node.lines, span.open_start, "sentence")
    return None


def _from_title(paper: Paper) -> Period | None:
    """«… năm 2024», «… giai đoạn 2021 - 2025»: the years of the plan's own name."""
    title = paper.title or ""
    folded = masked(title)
    named = [m for m in mentions(title, folded) if m.kind in ("year", "month", "quarter", "day")]
    ranges = spans(title, folded, named)
    if ranges:
        return Period(ranges[0].first, ranges[0].last, paper.title_lines, paper.title_lines, False, "title")
    parts = [m for m in named if m.kind in ("quarter", "month")]
    if len(parts) == 1:
        return Period(parts[0].first, parts[0].last, paper.title_lines, paper.title_lines, False, "title")
    years = re.findall(r"(?<!hoc )\bnam\s+(20\d{2})(?!\d)", folded)
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


def phase_rows(phases: list[Phase]) -> list[Found]:
    return [
        Found(
            {"name": p.name, "starts_on": iso(p.first), "ends_on": iso(p.last)}, p.lines, {"celebrates": p.celebrates}
        )
        for p in phases
    ]


def read_movements(paper: Paper) -> list[Found]:
    """The movements a plan carries at once, each by who launched it."""
    found: dict[str, Found] = {}
    for node in paper.root.walk():
        match = _MOVEMENT.search(node.folded)
        about = paper.topics.around(node)
        if not match or node.kind == "row" or not about & {"time", "awards", "dossier_time", "programme"}:
            continue
        who = tidy(node.text[match.start("who") : match.end("who")])
        if len(who) > 80 or ";" in who:
            continue
        name = tidy(node.text[match.start() : match.end()])
        row = found.setdefault(
            fold(who),
            Found(
                {
                    "name": name[:1].upper() + name[1:],
                    "launcher": who,
                    "document": None,
                    "starts_on": None,
                    "ends_on": None,
                },
                node.lines,
            ),
        )
        if row.item["starts_on"] is None and "time" in about:
            years = [int(y) for y in re.findall(r"nam (20\d{2})(?!\d)", node.folded)]
            if years:
                row.item["starts_on"] = iso(date(min(years), 1, 1))
                row.item["ends_on"] = iso(date(max(years), 12, 31))
                row.lines = node.lines
    return list(found.values())
