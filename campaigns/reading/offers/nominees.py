"""Who is honoured and how many: «02 tập thể, 03 cá nhân», «không quá 15% cán bộ»."""

import re
from dataclasses import dataclass

from campaigns.reading.awards import Award
from campaigns.reading.lines import tidy

_GROUP = (
    "tap the|don vi|co quan|phong|to chuc|truong|khoa|xa|phuong|thon|chi bo|cong doan|ho gia dinh|doanh nghiep|lop|to chuyen mon|to|gia dinh|ban|huyen|cum|"
    "chi cuc|cuc|vien|benh vien|trung tam|hoi|doi|doan|khu|cong ty|van phong|chi doan|tram|hop tac xa|nha truong|dia phuong|so|ho|nhom|khoi|dang bo|cdcs|ap|mo hinh|ban quan ly"
)


_ONE = "ca nhan|can bo|cong chuc|vien chuc|giao vien|giang vien|nguoi lao dong|nguoi|doan vien|hoc sinh|sinh vien|nha giao|nhan vien|hoi vien|bac si|doanh nhan|dong chi|dang vien|cong nhan|nong dan|chien si|hoc vien|can su|thanh nien|phu nu|chi em|chi(?! bo| doan| cuc| hoi| nhanh| uy)|nghe nhan"


_WORD = r"(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"


NUMBERED = re.compile(
    rf"(?<![\d/.,])(?<!\bduoi )(?<!\btren )(?<!\btu )(?:{_WORD}\s+)?\(?(?P<n>\d{{1,4}})\)?\s+(?:giai\s+|suat\s+|giay khen\s+(?:cho\s+)?|bang khen\s+(?:cho\s+)?)?(?P<who>{_ONE}|{_GROUP})\b"
)


BEHIND = re.compile(
    r"\b(?P<who>tap the|ca nhan|don vi)(?:\s+\([^()]{1,40}\))?\s*(?::|-|la|co|khong qua|toi da)\s*(?:khong qua|toi da|khong vuot qua|so luong|la|:)?\s*:?\s*\(?(?P<n>\d{1,4})(?!\s?[%/\d])"
)


_PERCENT = re.compile(
    r"(?P<cap>khong qua|toi da|khong vuot qua)?\s*(?:(?P<n>\d{1,3}(?:[.,]\d+)?)\s?%|\d{1,2}/\d{1,2}(?=\s+(?:tong\s+)?so\b)|\bmot phan (?:hai|ba|tu|nam)\b)(?:\s*(?:tren\s+)?(?:tong\s+)?(?:so\s+)?(?:luong\s+)?(?P<who>[a-z ]{2,40}))?"
)


# «cho hai tập thể, năm cá nhân»; «trong năm tập thể …» is no number
_VALUES = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_IN_WORDS = re.compile(
    r"(?:\bcho|:|,|\bva|\bkhong qua|\btoi da)\s+(?P<w>mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+(?P<who>tap the|ca nhan|don vi)\b"
)
FOR = re.compile(rf"\bcho\s+(?:cac\s+|mot so\s+|nhung\s+)?(?P<who>{_ONE}|{_GROUP})\b")
NOMINEE = re.compile(rf"(?:cac )?(?:{_ONE}|{_GROUP})\b")
KIND = re.compile(r"\b(?P<who>tap the|ca nhan)\b")


_BARE = re.compile(
    r"^[\s:,\-–(]*(?:so luong\s*:?\s*)?(?:khong qua\s+|toi da\s+)?(?P<n>\d{1,4})\s*(?:giay khen|bang khen|giay|bang|suat|giai|co|chiec|danh hieu)?\s*\)?[.;]?\s*$"
)


_LEADING = re.compile(r"(?<![\d/.,])(?P<n>\d{1,3})\s+[“\"']?$")


# «06 tập thể (gồm 03 Chi cục, 03 phòng)»: the parts of a number already given
BREAKDOWN = re.compile(r"\((?:gom|bao gom|trong do)\b[^()]{0,200}\)|,?\s*trong do\b.{0,200}")
# «02 giải Nhì: Giấy khen …»: as many awards as there are prizes
PRIZE = re.compile(
    r"(?<![\d/.,])(?P<n>\d{1,3})\s+giai\s+(?:nhat|nhi|ba|khuyen khich|dac biet|phu|toan doan)\b[^.;]{0,30}$"
)
_STOP_KIND = re.compile(
    r"\b(?:thuoc|da co|co thanh tich|co nhieu|dat thanh tich|trong phong trao|thuc hien theo|theo quy dinh|tai diem|do )\b"
)


@dataclass
class Nominee:
    """A kind of nominee with its number."""

    kind: str | None
    quota: int | None = None
    percent: str | None = None


def kind_of(word: str) -> str:
    word = word.removeprefix("cac ")
    return "individual" if re.fullmatch(_ONE, word) else "collective"


def nominees_in(folded: str, inherited: str | None, award: Award, before: str = "") -> list[Nominee]:
    """Who a piece of text honours and how many."""
    folded = BREAKDOWN.sub(" ", folded)
    found = [Nominee(kind_of(m["who"]), int(m["n"])) for m in NUMBERED.finditer(folded)]
    if not found:
        found = [Nominee(kind_of(m["who"]), int(m["n"])) for m in BEHIND.finditer(folded)]
    found = found or [Nominee(kind_of(m["who"]), _VALUES[m["w"]]) for m in _IN_WORDS.finditer(folded)]
    if found:
        return distinct(found) + _shares_beside(folded, found)
    percent = percents(folded, inherited or award.honours)
    if percent:
        return percent
    stop = _STOP_KIND.search(folded)
    head = folded[: stop.start()] if stop and stop.start() > 3 else folded
    kinds = [kind_of(m["who"]) for m in KIND.finditer(head[:220])]
    kinds = list(dict.fromkeys(kinds)) or [kind_of(m["who"]) for m in FOR.finditer(head[:120])][:1]
    bare = _BARE.match(folded) or _LEADING.search(before) or PRIZE.search(before)
    quota = int(bare["n"]) if bare else None
    if award.honours:
        return [Nominee(award.honours, quota)]
    if not kinds:
        return [Nominee(inherited, quota)]
    return [Nominee(kind, quota if len(kinds) == 1 else None) for kind in kinds]


def _shares_beside(folded: str, found: list[Nominee]) -> list[Nominee]:
    """«01 huyện và 5% số xã»: a share of others than those already counted."""
    kinds = {nominee.kind for nominee in found}
    counted = {match["who"] for match in NUMBERED.finditer(folded)}
    rows = percents(folded, None)
    words = [
        re.match(rf"[\d.,%/ ]+(?:tong )?so (?:luong )?(?P<who>{_ONE}|{_GROUP})\b", row.percent or "") for row in rows
    ]
    return [
        row
        for row, word in zip(rows, words, strict=True)
        if row.kind and (row.kind not in kinds or (word and word["who"] not in counted))
    ]


def distinct(found: list[Nominee]) -> list[Nominee]:
    rows: list[Nominee] = []
    for nominee in found:
        if not any(row.kind == nominee.kind and row.quota == nominee.quota for row in rows):
            rows.append(nominee)
    return rows


def percents(folded: str, inherited: str | None) -> list[Nominee]:
    found = []
    for match in _PERCENT.finditer(folded):
        words = match["who"] or ""
        before = folded[max(0, match.start() - 40) : match.start()]
        who = re.search(rf"\b(?:{_ONE}|{_GROUP})\b", words) or None
        sides = list(re.finditer(r"\b(?:tap the|ca nhan)\b", before))
        kind = kind_of(who.group()) if who else (kind_of(sides[-1].group()) if sides else inherited)
        found.append(Nominee(kind, None, tidy(match.group())))
    return found
