"""How a number of places is given: fixed, a share, by ranking, by another document."""

import re

from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.offers.nominees import Nominee

_REFERENCE = re.compile(
    r"\b(?:(?:thuc hien\s+)?theo (?:quy dinh|huong dan|ke hoach|phan bo)|can cu (?:vao\s+)?(?:van ban|huong dan|quy dinh|ke hoach|ket qua)|ap dung)\b"
)


_RANKING = re.compile(
    r"\b(?:dan dau|xep (?:loai|hang|thu)|cham diem|dung dau|diem cao|hang nhat|nhat, nhi|giai nhat)\b"
)


def quota_kind(nominee: Nominee, folded: str) -> str:
    if nominee.percent:
        return "percent"
    if nominee.quota is not None:
        return "ranking" if _RANKING.search(folded) else "fixed"
    if _RANKING.search(folded):
        return "ranking"
    return "by_reference" if _REFERENCE.search(folded) else "none"


def reference(text: str) -> str | None:
    match = _REFERENCE.search(fold(text))
    return strip_end(text[match.start() :]) if match else None


def agency_text(text: str) -> str | None:
    match = re.search(
        r"\bthuoc\s+(?P<who>[^.;]{3,160}?)(?=,?\s+(?:da co|co thanh tich|dat|trong phong trao)|[.;]|$)", fold(text)
    )
    return tidy(text[match.start("who") : match.end("who")]) if match else None
