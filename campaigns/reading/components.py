"""The papers of a dossier: their names, copies and forms."""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.outline import Node, items_of
from campaigns.reading.paper import Paper

_COPIES = re.compile(r"(?:\b|\()(?:moi loai\s+)?(?P<n>\d{1,2})\s*(?:\(\s*\w+\s*\)\s*)?(?:bo|ban(?! hanh))\b")
_FORM = re.compile(
    r"\b(?:(?:bieu\s+)?mau|bieu(?=\s+so))\s+(?:bao cao\s+)?(?:so\s*)?(?P<n>\d{1,2}(?:\.\d{1,2})?[a-z]?(?:[-/][a-z]{2,6})?)\b"
)
_DECREE = re.compile(r"\bnghi dinh\s*(?:so\s*)?:?\s*(?P<n>\d{1,4})\s*/\s*(?P<y>\d{4})\s*/\s*n[dđ]\s*-?\s*cp\b")
_PAPER = re.compile(
    r"^(?:to trinh|cong van|bao cao|bien ban|danh sach|quyet dinh|cac (?:minh chung|tai lieu|van ban|giay)|minh chung|ban sao|giay|xac nhan|van ban|chung nhan|bang|phieu|tom tat|"
    r"ho so minh chung|tai lieu|file|du thao|don|ket qua|hinh anh|bang tong hop|y kien|trich ngang|so lieu|sang kien|ban (?:bao cao|dang ky|thanh tich|tu|ke|nhan xet|tom tat|cam ket|mo ta|chinh|dien tu)|anh|phu luc|mau)\b"
)
_NEXT = re.compile(
    r"[;,]\s+(?:va\s+)?(?=(?:\(\d\)\s*)?(?:to trinh|cong van|bao cao|bien ban|danh sach|quyet dinh|cac minh chung|minh chung|ban sao|giay chung nhan|van ban de nghi|phieu|bang (?:tong hop|diem|cham|ke|tu cham)|ban tom tat|tom tat|trich ngang|don de nghi|hinh anh|ban (?:thanh tich|tu|ke|dang ky|nhan xet|sao|cam ket))\b)|\s*;\s*"
)
_FORM_TAIL = re.compile(
    r"\s*\((?:theo\s+)?(?:(?:bieu\s+)?mau|bieu so)[^()]{0,200}\)|,?\s+(?:\()?theo\s+(?:bieu\s+)?mau\b.*$"
)
_COPY_TAIL = re.compile(
    r"\s*[(,:]\s*(?:so luong\s*:?\s*)?(?:moi loai\s+)?\d{1,2}\s*(?:\(\s*\w+\s*\)\s*)?(?:bo|ban(?! hanh))\b[^()]{0,40}\)?\s*$"
)
_SENT_TAIL = re.compile(
    r",?\s*(?:va\s+)?(?:gui|nop)\s+(?:ve|truoc|cho|den|qua|phong|van phong|so|ban|ubnd|hoi dong|bo|hd)\b.*$|,?\s*truoc ngay\s+\d.*$"
)
_ORIGINALS = re.compile(r"\b(?P<n>\d{1,2})\s*(?:\(\s*\w+\s*\)\s*)?ban chinh\b")
_EACH = re.compile(r"\bmoi loai\s+(?P<n>\d{1,2})\s*(?:\(\s*\w+\s*\)\s*)?(?:ban(?! hanh)|bo)\b")
_COPY_PAREN = re.compile(r"\s*\(\s*(?:so luong\s*:?\s*)?(?:moi loai\s+)?\d{1,2}\s*(?:bo|ban(?! hanh))\b[^()]{0,40}\)")


_OPENS = re.compile(r"^\s*(?:\d{1,2}\s+(?:bộ|bản)[^:;,]{0,20}?,?\s*)?(?:bao\s+)?gồm(?:\s+có)?\s*:?\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}\)|\(?[ivx]{1,4}\)|\(?[a-zđ]\)|\d{1,2}\.(?=\s))\s*")


def _cut(text: str, pattern: re.Pattern) -> str:
    folded = fold(text)
    match = pattern.search(folded)
    return text[: match.start()] + text[match.end() :] if match else text


def _copies(text: str) -> int | None:
    match = _COPIES.search(fold(text))
    return int(match["n"]) if match else None


def _originals(folded: str) -> int | None:
    """«02 bản chính» of this paper alone, apart from the number of whole dossiers."""
    match = _ORIGINALS.search(folded)
    return int(match["n"]) if match else None


def _component(text: str, lines: list[int]) -> Found | None:
    folded = fold(text)
    form, decree = _FORM.search(folded), _DECREE.search(folded)
    name = text
    for pattern in (_SENT_TAIL, _FORM_TAIL, _COPY_PAREN, _COPY_TAIL):
        name = _cut(name, pattern)
    name = strip_end(tidy(name).lstrip("-–+• "))
    if len(name) < 3 or not any(ch.isalpha() for ch in name):
        return None
    item = {
        "name": name,
        "copies": _copies(text),
        "form": f"Mẫu số {text[form.start('n') : form.end('n')]}" if form else None,
        "decree": f"{decree['n']}/{decree['y']}/NĐ-CP" if decree else None,
    }
    low = fold(name)
    per_nominee = low.startswith("bao cao") and not re.search(r"bao cao (?:tong hop|tong ket|ket qua)", low)
    extra = {"required": "neu co" not in folded, "per_nominee": per_nominee, "originals": _originals(folded)}
    return Found(item, lines, extra)


def _inline(text: str, lines: list[int]) -> list[Found]:
    text = _OPENS.sub("", text)
    folded = fold(text)
    parts, start = [], 0
    for match in _NEXT.finditer(folded):
        parts.append(text[start : match.start()])
        start = match.end()
    parts.append(text[start:])
    parts = [_NUMBERED.sub("", part) for part in parts]
    rows = [_component(part, lines) for part in parts if _PAPER.match(fold(tidy(part).lstrip("-–+ ")))]
    return [row for row in rows if row]


def _listed(node: Node, found: list[Found], depth: int = 0) -> None:
    for child in items_of(node):
        folded = child.folded
        if found and folded.startswith("luu y"):  # what the paper above it has to say
            found[-1].extra["note"] = strip_end(re.sub(r"^\S+\s+\S+?\s*:?\s+", "", tidy(child.full), count=1))
            continue
        if child.kind == "row" or re.match(
            r"(?:ghi chu|so luong|thoi (?:gian|han)|noi nhan|ho so .{0,60}gui|ho so gui)\b", folded
        ):
            continue
        inner = (
            child.children
            and depth < 2
            and (child.text.rstrip().endswith(":") or re.search(r"(?:doi voi|ho so)\b", folded[:20]))
            and not _PAPER.match(folded)
        )
        if inner:
            if child.inline:
                found += _inline(child.inline, child.lines)
            _listed(child, found, depth + 1)
        elif child.kind not in ("para", "lead") or _PAPER.match(folded):
            row = _component(child.text, child.lines) if _PAPER.match(folded) or child.kind != "num" else None
            tail = re.match(r"ho so\b.{0,80}?gom", folded)
            if tail:
                found += _inline(child.inline or child.text[tail.end() :].lstrip(" có:"), child.lines)
            elif row and (_PAPER.match(fold(row.item["name"])) or "components" in node_topics(node)):
                found.append(row)


def node_topics(node: Node) -> set[str]:
    from campaigns.reading.topics import topics_of

    return topics_of(node)


def _shared_copies(paper: Paper) -> int | None:
    """«Số lượng hồ sơ: 01 bộ» holds for every part, where the plan does not say different numbers."""
    counts = set()
    for node in paper.root.walk():
        about = paper.topics.around(node)
        if node.kind != "row" and "dossier" in about:
            each = _EACH.search(node.folded)
            if each:
                return int(each["n"])
            stated = re.search(r"\bho so\b.{0,12}\(\s*(\d{1,2})\s+ban\b", node.folded)
            if stated:
                counts.add(int(stated[1]))
            for match in re.finditer(
                r"(?<![\d/])(\d{1,2})\s*(?:\(\s*\w+\s*\)\s*)?bo\b(?! truong| noi vu| y te| tu phap| giao duc)",
                node.folded,
            ):
                counts.add(int(match[1]))
    return counts.pop() if len(counts) == 1 else None


def _fallback(paper: Paper) -> list[Found]:
    """«Hồ sơ gồm: …» in the middle of a sentence."""
    for node in paper.root.walk():
        match = re.search(r"\bho so\b[^.;:]{0,180}?\b(?:bao )?gom(?: co)?\s*:?", node.folded)
        if not match:
            continue
        found = _inline(node.text[match.end() :].split(". ")[0], node.lines)
        if not found and node.children:
            _listed(node, found)
        if found:
            return found
    return []


def read_components(paper: Paper) -> list[Found]:
    """The parts of a dossier, once each."""
    topics = paper.topics
    found: list[Found] = []
    sections = topics.deepest("components") or topics.deepest("dossier")
    for section in sections:
        if section.inline:
            found += _inline(section.inline, section.lines)
        _listed(section, found)
    found = found or _fallback(paper)
    unique: dict[str, Found] = {}
    for row in found:
        unique.setdefault(fold(row.item["name"]), row)
    shared = _shared_copies(paper)
    for row in unique.values():
        row.item["copies"] = row.item["copies"] if row.item["copies"] is not None else shared
    return list(unique.values())
