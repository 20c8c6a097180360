"""The documents a plan names: kind, number, day and who issued them."""

import re
from dataclasses import dataclass
from datetime import date

from campaigns.reading.dates import iso, mentions
from campaigns.reading.lines import LOWER, first_small, fold, tidy

KINDS = {
    "luat": "Luật", "bo luat": "Bộ luật", "phap lenh": "Pháp lệnh", "nghi dinh": "Nghị định", "thong tu": "Thông tư",
    "thong tu lien tich": "Thông tư liên tịch", "quyet dinh": "Quyết định", "chi thi": "Chỉ thị", "ke hoach": "Kế hoạch",
    "cong van": "Công văn", "nghi quyet": "Nghị quyết", "ket luan": "Kết luận", "huong dan": "Hướng dẫn",
    "chuong trinh": "Chương trình", "chuong trinh hanh dong": "Chương trình hành động", "thong bao": "Thông báo",
    "quy dinh": "Quy định", "quy che": "Quy chế", "cong dien": "Công điện", "to trinh": "Tờ trình", "de an": "Đề án",
    "van ban": "Văn bản", "van ban hop nhat": "Văn bản hợp nhất", "bao cao": "Báo cáo", "hien phap": "Hiến pháp",
    "dieu le": "Điều lệ", "lenh": "Lệnh", "thong tri": "Thông tri", "du an": "Dự án",
}  # fmt: skip
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_UP = "A-ZĐƠƯÂÊÔĂ"
NUMBER = re.compile(
    rf"(?<![\d/])\d{{1,6}}[a-zA-Z]?\s?(?:/\s?(?:19|20)\d{{2}}\s?)?[-–/]\s?[{_UP}][{_UP}a-z&\d]{{0,14}}"
    rf"(?:\s?[-–/.]\s?[{_UP}][{_UP}a-z&\d]{{0,14}}(?![{LOWER}]))*(?:\s[{_UP}]{{2,6}}(?=\s+ngày\s))?"
)
_HEAD = re.compile(rf"\b(?P<kind>{_KIND})\s+(?:lien tich\s+)?(?:so\s*:?\s*)?")
_LAW = re.compile(
    r"\bluat\s+(?:sua doi|thi dua|to chuc|ban hanh|vien chuc|can bo|cong|giao duc|thanh nien|binh|kham|[a-z])"
)
_DATED = re.compile(r"^[\s,;]{0,4}(?:duoc\s+[\w\s]{3,40}\s+)?(?:ban hanh\s+)?(?:ky\s+)?ngay\s+")
_BY = re.compile(r"^[\s,]{0,3}(?:cua|do)\s+")
_BY_END = re.compile(
    r"[,;.(\"“:]|\s(?:ve|quy dinh|huong dan|ban hanh|phat dong|tiep tuc|sua doi|cong bo|phe duyet|trien khai|thuc hien|sua|"
    r"den cac|chi tiet|v/v|khoa|to chuc|nham|da|thong qua|tai|doi voi|tang cuong|day manh|theo|xay dung|trong|den|va (?:ke|chi|nghi|quyet|cong|huong|thong|luat))\b"
)


@dataclass
class Citation:
    """One document named in a text."""

    start: int
    end: int
    kind: str | None
    number: str | None
    issued_on: date | None
    dated: tuple[int, int, int] | None  # as written, possible or not
    issuer: str | None


def squeeze(number: str) -> str:
    """ "34- CT/TW" → "34-CT/TW": blanks are never part of a number."""
    return re.sub(r"\s*([-/.])\s*", r"\1", number.replace("–", "-")).strip()


def _issuer(text: str, folded: str, at: int) -> tuple[str | None, int]:
    match = _BY.match(folded[at : at + 12])
    if not match:
        return None, at
    start = at + match.end()
    end = first_small(text, folded, _BY_END, start, min(len(folded), start + 110))
    name = tidy(text[start:end])
    return (name or None, end) if len(name) < 105 else (None, at)


def _day(folded: str, at: int, whole: list) -> tuple[object | None, int]:
    match = _DATED.match(folded[at : at + 60])
    if match:
        begin = at + match.end()
        for mention in mentions("", folded[begin : begin + 40]):
            if mention.kind == "day" and mention.start <= 2:
                return mention, begin + mention.end
            break
    return None, at


def _complete(text: str, folded: str, start: int, end: int, kind: str | None, number: str | None) -> Citation:
    mention, after = _day(folded, end, [])
    issuer, after = _issuer(text, folded, after)
    if mention is None:
        mention, after = _day(folded, after, [])
    day = mention.first if mention else None
    dated = (mention.year, mention.month, mention.day) if mention else None
    return Citation(start, after, kind, number, day, dated, issuer)


def citations(text: str, folded: str | None = None) -> list[Citation]:
    """Every document named with a number, in order."""
    folded = folded if folded is not None else fold(text)
    found: list[Citation] = []
    for match in NUMBER.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        head = next(reversed(list(_HEAD.finditer(folded, max(0, match.start() - 45), match.start()))), None)
        near = head is not None and match.start() - head.end() <= 22
        kind = KINDS[head["kind"]] if near else None
        start = head.start() if near else match.start()
        found.append(_complete(text, folded, start, match.end(), kind, squeeze(match.group())))
    return found


def law(text: str) -> Citation | None:
    """A law named by its title only: «Luật Thi đua, khen thưởng ngày 15/6/2022»."""
    folded = fold(text)
    head = _HEAD.search(folded)
    if not head:
        return None
    kind = KINDS[head["kind"]]
    mention = None
    for mention in mentions(text, folded):
        if mention.kind == "day" and re.search(r"ngay\s+$", folded[max(0, mention.start - 8) : mention.start]):
            break
        mention = None
    end = mention.end if mention else head.end()
    issuer, end = _issuer(text, folded, end) if mention else (None, end)
    dated = (mention.year, mention.month, mention.day) if mention else None
    return Citation(head.start(), end, kind, None, mention.first if mention else None, dated, issuer)


def as_item(citation: Citation, text: str) -> dict:
    """The row of `legal_bases`."""
    return {
        "kind": citation.kind,
        "number": citation.number,
        "issued_on": iso(citation.issued_on),
        "issuer": citation.issuer,
        "text": text,
    }
