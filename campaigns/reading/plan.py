"""A plan's text → one dict that can be written as JSON."""

import re
from collections.abc import Callable

from campaigns.reading.bases import read_bases
from campaigns.reading.celebrations import read_celebrations
from campaigns.reading.components import read_components
from campaigns.reading.criteria import read_contents, read_criteria, read_solutions
from campaigns.reading.dates import iso
from campaigns.reading.ending import Ending, read_ending
from campaigns.reading.errors import Unreadable
from campaigns.reading.facts import Found
from campaigns.reading.genre import EMPTY, check
from campaigns.reading.letterhead import Letterhead, read_letterhead
from campaigns.reading.lines import fold, tidy
from campaigns.reading.milestones import read_milestones
from campaigns.reading.movements import read_movements
from campaigns.reading.offers import read_offers
from campaigns.reading.paper import Paper, take_apart
from campaigns.reading.participants import read_participants
from campaigns.reading.period import Period, read_period
from campaigns.reading.phases import phase_rows, read_phases
from campaigns.reading.programme import read_programme
from campaigns.reading.responsibilities import read_responsibilities
from campaigns.reading.slips import read_slips
from campaigns.reading.targets import read_targets

_THEME = re.compile(r"\b(?:chu de|voi chu de|chu de thi dua|chu de nam)\b[^“\"”]{0,30}[“\"](?P<t>[^“\"”]{4,300})[”\"]")
_KIND = re.compile(
    r"\bthi dua (?P<kind>thuong xuyen|theo dot|(?:theo )?chuyen de|dac biet)\b,? (?:duoc |do .{3,60} )?(?:to chuc|thuc hien|phat dong|dien ra|bat dau)"
)
_KINDS = {"thuong xuyen": "regular", "dot": "phased", "chuyen de": "thematic", "dac biet": "special"}
_SLOGAN = re.compile(r"\b(?:khau hieu|phuong cham)\b[^“\"”]{0,30}[“\"](?P<t>[^“\"”]{4,300})[”\"]")


def _items(found: list[Found]) -> list[dict]:
    return [row.item for row in found]


def _lines(found: list[Found]) -> list[list[int]]:
    return [row.lines for row in found]


def _words_under(paper: Paper, topic: str) -> tuple[str, list[int]]:
    """The text below a heading such as «Mục đích»."""
    nodes = paper.topics.deepest(topic)
    parts, lines = [], []
    for node in nodes[:1]:
        parts = [node.inline, *(child.full for child in node.children)]
        lines = node.all_lines
    return "\n".join(tidy(part) for part in parts if part), lines


def _quoted(paper: Paper, pattern: re.Pattern) -> tuple[str | None, list[int]]:
    for block in [*paper.preamble, *paper.body]:
        match = pattern.search(fold(block.text))
        if match:
            return tidy(block.text[match.start("t") : match.end("t")]), block.lines
    return None, []


def _kind(paper: Paper) -> tuple[str | None, list[int]]:
    """The kind of movement where the plan says when it runs: «Phong trào thi đua đặc biệt tổ chức thực hiện …»."""
    for section in paper.topics.sections("time"):
        for node in section.walk():
            match = _KIND.search(node.folded)
            if match:
                return _KINDS[match["kind"].removeprefix("theo ")], node.lines
    return None, []


def _funding(paper: Paper) -> tuple[str | None, list[int]]:
    for node in paper.topics.deepest("funding"):
        text = tidy(" ".join([node.inline, *(child.full for child in node.children)]))
        if text:
            return text, node.all_lines
    return None, []


def _standards(paper: Paper) -> list[Found]:
    found: list[Found] = []
    for section in paper.topics.deepest("standards"):
        for child in section.children:
            kind = re.match(r"(?:doi voi\s+)?(?:cac\s+)?(tap the|ca nhan)\b", child.folded)
            side = {"tap the": "collective", "ca nhan": "individual"}[kind[1]] if kind else None
            leaves = child.children if side and child.children and len(child.text) < 60 else [child]
            found += [
                Found({"nominee_kind": side, "text": tidy(leaf.full).rstrip(" ;")}, leaf.all_lines) for leaf in leaves
            ]
    return found


def _extra(paper: Paper, lists: dict[str, list[Found]], failed: list[str]) -> tuple[dict, dict]:
    """What the plan says beyond the named keys, and where."""
    purpose, purpose_lines = _words_under(paper, "purpose")
    requirements, requirement_lines = _words_under(paper, "requirements")
    if requirements == purpose:
        requirements, requirement_lines = "", []  # «Mục đích, yêu cầu» in one breath
    theme, theme_lines = _quoted(paper, _THEME)
    slogan, slogan_lines = _quoted(paper, _SLOGAN)
    funding, funding_lines = _funding(paper)
    movements = _safely("movements", failed, lambda: read_movements(paper, lists["legal_bases"]))
    celebrations = _safely("celebrations", failed, lambda: read_celebrations(paper, lists["phases"]))
    standards = _safely("standards", failed, lambda: _standards(paper))
    contents = _safely("contents", failed, lambda: read_contents(paper, lists["criteria"]))
    solutions = _safely("solutions", failed, lambda: read_solutions(paper, lists["criteria"]))
    kind, kind_lines = _kind(paper)
    extra = {
        "kind": kind,
        "purpose": purpose, "requirements": requirements, "theme": theme, "slogan": slogan, "funding": funding,
        "movements": _items(movements),
        "celebrations": [row.item["text"] for row in celebrations],
        "phases": [row.extra for row in lists["phases"]],
        "standards": _items(standards),
        "contents": [row.item["text"] for row in contents],
        "solutions": [row.item["text"] for row in solutions],
        "criteria_groups": [row.extra["group"] for row in lists["criteria"]],
        "milestones": [row.extra for row in lists["milestones"]],
        "offers": [row.extra for row in lists["offers"]],
        "components": [row.extra for row in lists["dossier_components"]],
        "programme": [row.extra for row in lists["programme"]],
    }  # fmt: skip
    evidence = {
        "kind": kind_lines, "purpose": purpose_lines, "requirements": requirement_lines, "theme": theme_lines, "slogan": slogan_lines,
        "funding": funding_lines, "movements": _lines(movements), "celebrations": _lines(celebrations), "standards": _lines(standards),
        "contents": _lines(contents), "solutions": _lines(solutions),
    }  # fmt: skip
    return extra, evidence


def _answer(head: Letterhead, paper: Paper, period: Period, lists: dict[str, list[Found]], end: Ending) -> dict:
    signatory = {"title": end.title, "name": end.name}
    return {
        "issuer": head.issuer,
        "number": head.number,
        "place": head.place,
        "issued_on": iso(head.issued_on),
        "title": paper.title,
        "legal_bases": _items(lists["legal_bases"]),
        "starts_on": iso(period.first),
        "ends_on": iso(period.last),
        "phases": _items(lists["phases"]),
        "milestones": _items(lists["milestones"]),
        "participants": _items(lists["participants"]),
        "criteria": [row.item["text"] for row in lists["criteria"]],
        "targets": _items(lists["targets"]),
        "offers": _items(lists["offers"]),
        "dossier_components": _items(lists["dossier_components"]),
        "programme": _items(lists["programme"]),
        "responsibilities": _items(lists["responsibilities"]),
        "recipients": end.recipients,
        "signatory": signatory,
        "warnings": [],
    }


def _evidence(
    answer: dict, head: Letterhead, paper: Paper, period: Period, lists: dict[str, list[Found]], end: Ending
) -> dict:
    found: dict = {
        "issuer": head.issuer_lines, "number": head.number_lines, "place": head.date_lines, "issued_on": head.date_lines,
        "title": paper.title_lines, "starts_on": period.first_lines, "ends_on": period.last_lines,
        "recipients": end.recipient_lines, "signatory": end.lines,
    }  # fmt: skip
    found.update({key: _lines(rows) for key, rows in lists.items()})
    found["warnings"] = [[slip["line"]] if slip["line"] else [] for slip in answer["warnings"]]
    return {key: found[key] for key in answer}


def _safely(name: str, failed: list[str], read: Callable[[], list[Found]]) -> list[Found]:
    """One part that cannot be read must not cost the office the other parts; the answer says which it was."""
    try:
        return read()
    except Exception:
        failed.append(name)
        return []


def _read(text: str, paper: Paper) -> dict:
    head = read_letterhead(paper)
    phases = read_phases(paper)
    period = read_period(paper, phases, head.issued_on, head.date_lines)
    failed: list[str] = []
    lists: dict[str, list[Found]] = {
        "legal_bases": _safely("legal_bases", failed, lambda: read_bases(paper)),
        "phases": phase_rows(phases),
        "milestones": _safely("milestones", failed, lambda: read_milestones(paper, phases)),
        "participants": _safely("participants", failed, lambda: read_participants(paper)),
        "criteria": _safely("criteria", failed, lambda: read_criteria(paper)),
        "targets": _safely("targets", failed, lambda: read_targets(paper)),
        "offers": _safely("offers", failed, lambda: read_offers(paper, head.issuer)),
        "dossier_components": _safely("dossier_components", failed, lambda: read_components(paper)),
        "programme": _safely("programme", failed, lambda: read_programme(paper)),
        "responsibilities": _safely("responsibilities", failed, lambda: read_responsibilities(paper)),
    }
    end = read_ending(paper)
    extra, where = _extra(paper, lists, failed)
    answer = _answer(head, paper, period, lists, end)
    answer["warnings"] = read_slips(paper, head, period, phases, lists["milestones"])
    answer["warnings"] += [
        {"code": "reader_failed", "text": f"Chưa đọc được phần «{name}» của kế hoạch.", "line": None} for name in failed
    ]
    evidence = _evidence(answer, head, paper, period, lists, end)
    evidence["extra"] = where
    answer["evidence"], answer["extra"] = evidence, extra
    return answer


def read_text(text: str) -> dict:
    """The facts of a plan, each with the lines it was read from.

    Raises Unreadable for an empty text and NotAPlan for a text of another kind.
    """
    if not text or not text.strip():
        raise Unreadable(EMPTY)
    paper = take_apart(text)
    check(paper)
    return _read(text, paper)
