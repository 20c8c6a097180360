"""What the campaign is judged by: the items of «Tiêu chí», or of «Nội dung thi đua» where there are none.

«Giải pháp» are means of the issuer, not measures of those who take part: by themselves they are no criteria.
"""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.outline import BULLETS, Node, items_of
from campaigns.reading.paper import Paper
from campaigns.reading.programme import columns_of, is_programme, tables

_GROUP = re.compile(
    r"^(?:cac\s+)?(?:doi voi|nhiem vu|noi dung|tieu chi|nhom|giai phap)\b|^(?:tap the|ca nhan)\b|\d+\s*diem\b"
)
_SECTION = {
    "targets",
    "time",
    "participants",
    "awards",
    "dossier",
    "organise",
    "funding",
    "review",
    "registration",
    "report",
    "standards",
    "programme",
    "honoured",
    "purpose",
    "requirements",
}
# Beside the criteria in a chapter that is headed with several things at once.
_ASIDE = frozenset(
    {"participants", "time", "awards", "dossier", "dossier_time", "organise", "funding", "honoured", "purpose"}
)
_QUARTER = re.compile(r"^(?:quy\s*(?:[iv]+|[1-4])|thang\s*\d{1,2})\b")
_TOTAL = re.compile(r"^(?:tong|cong)(?:\s+(?:cong|diem|so|so diem))*\b(?=\s*[:.(\d]|\s*$)")
# «Tiêu chí chấm điểm nêu tại Phụ lục I»: not a criterion, but where they stand.
_ELSEWHERE = re.compile(r"^.{0,120}\b(?:theo|tai|trong|xem)\s+(?:\w+\s){0,2}phu luc\b.{0,80}$")
_NOTE = re.compile(
    r"^(?:\(?(?:ban hanh )?kem theo|luu y|ghi chu|cach cham|cach tinh|tren day|trong qua trinh|tong cong|tong diem)\b"
)


def _text(node: Node) -> str:
    text = ""
    for part in node.walk():
        stop = "." if text and text[-1].isalnum() and part.text[:1].isupper() and part.kind != "row" else ""
        text = f"{text}{stop} {part.text}" if text else part.text
    return strip_tail(tidy(text))


def strip_tail(text: str) -> str:
    return text.rstrip(" ;").strip()


def _is_group(node: Node, strict: bool) -> bool:
    """A heading over criteria of its own, rather than a criterion with details."""
    if (
        not node.children
        or node.kind in BULLETS
        or any(
            child.kind in ("para", "row")
            for child in node.children
            if not child.children and len(child.text) > 220 and not strict
        )
    ):
        return False
    if len(node.label) > 130 or node.text.rstrip().endswith((".", ";")):
        return False
    under = [child for child in items_of(node) if child.kind not in ("para", "row")]
    if not under:
        return False
    if strict:
        return True
    numbered = all(child.kind not in BULLETS for child in under)
    return bool(_GROUP.search(node.folded)) and (
        numbered
        or node.text.rstrip().endswith(":")
        or bool(re.match(r"(?:nhiem vu|noi dung|tieu chi|doi voi)", node.folded))
    )


def _collect(
    paper: Paper, node: Node, group: str | None, strict: bool, found: list[Found], aside: frozenset[str] = frozenset()
) -> None:
    """`aside`: topics whose parts stand beside the criteria and are none."""
    children = items_of(node)
    numbered = [child for child in children if child.kind not in ("para", "row", "lead")]
    for child in children:
        if (
            child.kind == "row"
            or _QUARTER.match(child.folded)
            or _NOTE.match(child.folded)
            or (
                paper.topics.own(child) & (aside if strict else _SECTION) and not paper.topics.own(child) & {"criteria"}
            )
        ):
            continue
        if re.match(r"tu (?:ngay |thang )?\d", fold(child.inline)):
            continue  # «Thi đua thường xuyên: từ ngày …»: when, not what
        if child.kind in ("para", "lead") and (numbered or child.kind == "lead"):
            continue
        if _is_group(child, strict):
            _collect(
                paper,
                child,
                strip_end(child.label) if child.inline == "" else strip_end(child.text),
                strict,
                found,
                aside,
            )
        else:
            found.append(Found({"text": _text(child)}, child.all_lines, {"group": group}))


def _points_rows(rows: list[Node]) -> list[Found]:
    """A table of criteria with their points."""
    header: dict[str, list[int]] = {}
    group: str | None = None
    found: list[Found] = []
    for node in rows:
        named = columns_of(node.cells)
        if "points" in named:
            header = named
            continue
        if not header:
            continue
        places = header["points"]
        words = [(i, tidy(cell)) for i, cell in enumerate(node.cells) if i not in places and tidy(cell)]
        points = next((tidy(node.cells[p]) for p in places if p < len(node.cells) and tidy(node.cells[p])), "")
        text = max((cell for _, cell in words), key=len, default="")
        if not text or _TOTAL.match(fold(text)):
            continue
        marker = words[0][1] if words else ""
        if re.fullmatch(r"[IVX]+\.?|[A-H]\.?", marker) or (not points and len(words) <= 2 and not text.endswith(".")):
            group = strip_end(text)
            continue
        suffix = f" ({points} điểm)" if re.fullmatch(r"[\d,.\s]+(?:-\s*\d+)?", points) else ""
        found.append(Found({"text": strip_tail(text) + suffix}, node.lines, {"group": group}))
    return found


def _criteria_tables(root: Node) -> list[Found]:
    return [row for rows in tables(root) for row in _points_rows(rows)]


def _parts(paper: Paper, section: Node) -> list[Node]:
    """«Nội dung, tiêu chí thi đua: 1. Nội dung … 2. Tiêu chí …»: only what is headed as criteria counts."""
    children = items_of(section)
    inner = [child for child in children if "criteria" in paper.topics.own(child) and child.children]
    other = [
        child
        for child in children
        if paper.topics.own(child) & {"content", "tasks"} and "criteria" not in paper.topics.own(child)
    ]
    return inner if inner and other else [section]


def read_criteria(paper: Paper) -> list[Found]:
    """The criteria in order; each with the heading it stands under."""
    found: list[Found] = []
    topics = paper.topics
    for section in topics.sections("criteria"):
        if any(topics.own(above) & {"standards", "dossier", "organise"} for above in section.ancestors()):
            continue
        # «Tiêu chí thi đua» alone holds nothing but criteria, whatever words they use.
        aside = _ASIDE if topics.own(section) != {"criteria"} else frozenset()
        for part in _parts(paper, section):
            _collect(paper, part, None, True, found, aside)
    found = [row for row in found if not _ELSEWHERE.search(fold(row.item["text"]))]
    found += _criteria_tables(paper.root)
    if found:
        return found
    for root in paper.annex_roots:
        found += _criteria_tables(root)
    if found:
        return found
    return _from_contents(paper, ("content", "tasks"))


def _from_contents(paper: Paper, wanted: tuple[str, ...]) -> list[Found]:
    """The items of the first topic that has any."""
    topics = paper.topics
    found: list[Found] = []
    for topic in wanted:
        for section in topics.sections(topic):
            own = topics.own(section)
            if own & {"organise", "awards", "dossier", "purpose", "funding"} or any(
                topics.own(a) & {"organise", "awards", "dossier"} for a in section.ancestors()
            ):
                continue
            if topic == "tasks" and "nhiem vu" not in section.folded and "noi dung" not in section.folded:
                continue
            if not _is_calendar(paper, section):
                _collect(paper, section, None, False, found)
        found = [row for row in found if not _ELSEWHERE.search(fold(row.item["text"]))]
        if found:
            return found
    return found


def _is_calendar(paper: Paper, section: Node) -> bool:
    """«Nội dung: 1. Đăng ký 2. Sơ kết 3. Tổng kết»: what the organiser does in the year, no measure of those who take part."""
    if any(child.kind == "row" and is_programme(columns_of(child.cells)) for child in section.children):
        return True
    children = [child for child in items_of(section) if child.kind != "row"]
    steps = [child for child in children if paper.topics.own(child) & {"registration", "review", "report", "awards"}]
    return len(steps) >= 3 and 2 * len(steps) > len(children)


def read_contents(paper: Paper, criteria: list[Found]) -> list[Found]:
    """«Nội dung thi đua» of a plan that judges by criteria of its own; else they are the criteria already."""
    taken = {line for row in criteria for line in row.lines}
    return [row for row in _from_contents(paper, ("content",)) if not taken & set(row.lines)]


def read_solutions(paper: Paper, criteria: list[Found]) -> list[Found]:
    """«Giải pháp»: how the issuer means to get there."""
    taken = {line for row in criteria for line in row.lines}
    found: list[Found] = []
    for section in paper.root.children:
        if re.match(r"^(?:cac |mot so )?giai phap\b", section.folded):
            _collect(paper, section, None, True, found)
    return [row for row in found if not taken & set(row.lines)]
