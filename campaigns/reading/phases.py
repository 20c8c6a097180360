"""The rounds of a campaign."""

import re
from dataclasses import dataclass, field
from datetime import date

from campaigns.reading.celebrations import celebrated
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


_QUARTERS = re.compile(
    r"\s*[(:,-]?\s*(?:trong )?quy (?P<a>i{1,3}|[1-3])\s*(?:,|va|-|\+)\s*(?:quy )?(?P<b>i{1,3}|iv|[2-4])\s*(?:/|-|nam)\s*(?:nam )?(?P<y>20\d\d)(?!\d)"
)


@dataclass
class Phase:
    """One round of a campaign."""

    name: str
    first: date | None
    last: date | None
    lines: list[int]
    node: Node | None = None
    open_start: bool = False  # «từ nay đến …», «từ ngày ban hành đến …»
    celebrates: list[str] = field(default_factory=list)


def spans_of(text: str) -> list[Span]:
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
            span = _two_quarters(tail) or _one_month(tail)
        if span:
            found.append(Phase(_phase_name(text, match, span), span.first, span.last, lines, node, span.open_start))
    return found


def _two_quarters(tail: str) -> Span | None:
    """«Đợt 1 (Quý I, II/2023)»: two quarters that share their year."""
    match = _QUARTERS.match(fold(tail[:60]))
    if not match:
        return None
    first, last = (mentions(f"quy {match[key]}/{match['y']}")[0] for key in "ab")
    return Span(match.start(), match.end(), first.first, last.last) if first.first < last.first else None


def _one_month(tail: str) -> Span | None:
    """«Bước 3 (tháng 11/2025)»: a round of a single month or quarter."""
    for mention in mentions(tail[:60]):
        before = fold(tail[: mention.start])
        if mention.kind in ("month", "quarter") and re.fullmatch(r"\s*[(:,-]?\s*(?:trong |vao )?", before):
            return Span(mention.start, mention.end, mention.first, mention.last)
        break
    return None


def _usable(text: str) -> list[Span]:
    return [span for span in spans_of(text) if (span.first or span.last or span.open_start) and span.start <= 240]


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
        if folded[: match.start()].rstrip().endswith('"'):
            continue  # «Phong trào “…” giai đoạn 2021 - 2025»: the years of a movement of others
        first, last = date(int(match["a"]), 1, 1), date(int(match["b"]), 12, 31)
        stated = next((span for span in _usable(node.text[match.end() :]) if span.explicit), None)
        if stated:  # «Giai đoạn 2023 - 2025: từ ngày 15/6/2023 đến …»: the days win over the years of the name
            first, last = stated.first, stated.last
        found.append(Phase(f"Giai đoạn {match['a']} - {match['b']}", first, last, node.lines, node))
    return found


def read_phases(paper: Paper) -> list[Phase]:
    """The rounds, once each, in the order of the text."""
    topics = paper.topics
    found: dict[str, Phase] = {}
    for node in paper.root.walk():
        about = topics.around(node)
        if about & {"standards", "purpose", "requirements", "components", "situation"} or (node.kind == "root"):
            continue
        named = _node_phases(node)
        if not named and "time" in about and re.search(r"so ket|tong ket|chia|gom|^giai doan", node.folded):
            named = _year_phases(node)
        for phase in named:
            found.setdefault(fold(phase.name), phase)
    phases = list(found.values())
    for phase in phases:
        phase.celebrates = celebrated(phase.node) if phase.node else []
    return phases


def phase_rows(phases: list[Phase]) -> list[Found]:
    return [
        Found(
            {"name": p.name, "starts_on": iso(p.first), "ends_on": iso(p.last)}, p.lines, {"celebrates": p.celebrates}
        )
        for p in phases
    ]
