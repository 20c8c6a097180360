"""The documents a plan stands on: its «Căn cứ …» and «Thực hiện …»."""

import re

from campaigns.reading.citations import _KIND, KINDS, as_item, citations, law
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, tidy
from campaigns.reading.paper import Paper

_LEAD = re.compile(
    r"^(?:-\s*)?(?:can cu(?: vao)?|thuc hien(?: theo)?|thi hanh|trien khai(?: thuc hien)?|theo|tiep tuc thuc hien|xet|huong ung|va)\s*:?\s+(?:cac\s+)?(?:(?:y kien\s+)?(?:chi dao|de nghi)\s+cua\s+[^,;:]{3,90}?\s+tai\s+)?"
)
_SPLIT = re.compile(
    rf"\s*;\s*|\s*,\s+(?=(?:{_KIND})\s+so\s)|\s+va\s+(?=(?:{_KIND})\s+so\s)|\s+va\s+(?=luat\s)|,\s+(?=luat\s+sua doi)|\.\s+(?=(?:can cu|thuc hien)\s)|,\s+(?=can cu\s)"
)
# «Căn cứ Kế hoạch nhiệm vụ năm học 2021-2022 của nhà trường»: a document all the same, only without a number.
_UNNUMBERED = re.compile(r"(?:ke hoach|chuong trinh|nghi quyet|huong dan|quyet dinh|quy che|chi thi|cong van)\b")
_CLAUSE = re.compile(
    r"[,.]\s+(?=(?:[\w&\-–.]+\s+){1,14}?(?:\([^()]{1,60}\)\s+)?(?:xay dung|ban hanh|trien khai|de ra|lap)\s+(?:\w+\s+){0,2}ke hoach)"
)
_STARTS = re.compile(r"^(?:-\s*)?(?:can cu|thuc hien|thi hanh|trien khai|theo|tiep tuc thuc hien|xet|huong ung)\b")


def _cut_opening(text: str) -> str:
    """Without «…, Sở Nội vụ xây dựng kế hoạch … như sau:»."""
    folded = fold(text)
    cuts = [match.start() for match in _CLAUSE.finditer(folded)]
    return text[: cuts[-1]] if cuts else text


def _parts(text: str) -> list[str]:
    """Split where one document ends and the next begins, never inside quotation marks."""
    folded = fold(text)
    parts, start = [], 0
    for match in _SPLIT.finditer(folded):
        if text[start : match.start()].count("“") > text[start : match.start()].count("”"):
            continue
        parts.append(text[start : match.start()])
        start = match.end()
    return [*parts, text[start:]]


def _basis(part: str) -> dict | None:
    lead = _LEAD.match(fold(part))
    text = tidy(part[lead.end() :] if lead else part).rstrip(";,. ")
    folded = fold(text)
    head = re.match(rf"(?:cac\s+)?(?:{_KIND})\b", folded)
    if not head:
        return None
    named = citations(text, folded)[:1]
    statute = re.match(r"(?:luat|bo luat|phap lenh)\b", folded)
    if named and statute and re.search(r"/(?:UBTV)?QH", named[0].number or "") and named[0].start < 200:
        named[0].kind = KINDS[statute[0]]
        return as_item(named[0], text)
    if named and named[0].start <= 4 and not statute:
        return as_item(named[0], text)
    if named and not statute and re.search(r"\b(?:ban hanh )?kem theo (?:\w+ )?$", folded[: named[0].start]):
        return as_item(named[0], text)  # «Quy chế … ban hành kèm theo Quyết định số …»
    title = law(text)
    if title and (title.dated or folded.startswith(("luat", "bo luat", "phap lenh", "hien phap", "dieu le"))):
        return as_item(title, text)
    if title and re.search(r"\bso\s*:?\s*[.…_/ ]{1,20}", folded[:60]):
        return as_item(title, text)
    if title and lead and _UNNUMBERED.match(folded) and re.match(r"(?:-\s*)?can cu\b", fold(part)):
        return as_item(title, text)
    return None


def read_bases(paper: Paper) -> list[Found]:
    """One row per document of the preamble."""
    found = []
    open_list = False
    for block in paper.preamble:
        text = _cut_opening(block.text)
        folded = fold(text)
        starts = bool(_STARTS.match(folded))
        if not (starts or open_list or re.match(rf"(?:{_KIND})\b", folded)):
            continue
        if (
            not starts
            and re.search(r"(?:xay dung|ban hanh|trien khai)\s+(?:\w+\s+){0,2}ke hoach", fold(block.text))
            and not re.match(rf"(?:{_KIND})\s+so", folded)
        ):
            continue
        for index, part in enumerate(_parts(text)):
            item = _basis(part)
            # «… thi hành Luật X và Luật sửa đổi Luật X» within the title of a decree is no document of its own.
            if item and (index == 0 or item["number"] or item["issued_on"] or not re.match(r"\s*luat\b", fold(part))):
                found.append(Found(item, block.lines))
        open_list = block.text.rstrip().endswith((";", ":", ",")) or folded in ("can cu", "can cu:")
    return found or _from_section(paper)


def _from_section(paper: Paper) -> list[Found]:
    """A plan with «CĂN CỨ» as a section of its own."""
    found = []
    for node in paper.root.walk():
        if node.kind in ("root", "para", "row") or not re.fullmatch(
            r"(?:cac |nhung )?(?:can cu|co so)(?: phap ly| xay dung| ban hanh)?(?: ke hoach)?\s*:?", node.folded
        ):
            continue
        for child in node.children:
            for part in _parts(child.text):
                item = _basis(part)
                found += [Found(item, child.lines)] if item else []
    return found
