"""Reviews, reports and dossiers whose day is left open or written by another office."""

import re

from campaigns.reading.awards import awards_in
from campaigns.reading.dates import iso, mentions
from campaigns.reading.lines import fold, tidy
from campaigns.reading.milestones.days import YEARLY
from campaigns.reading.milestones.kinds import heading_kind, kind_near, refined
from campaigns.reading.milestones.log import Milestones
from campaigns.reading.outline import Node
from campaigns.reading.sentences import masked

_VAGUE = re.compile(
    r"\b(?:vao\s+)?(?:cuoi|dau|giua) (?:nam|thang|quy|ky|dot|giai doan)\b.{0,12}|\bvao nam\s+20\d{2}|\b(?:trong |vao )?(?:nam|thang|quy)\s+[\div]{1,4}|\b0?6 thang(?: dau nam)?|\bdip\b|\bket thuc\b|\bnam 20\d\d"
)


_REVIEW = re.compile(r"\b(?:to chuc|tien hanh|hoi nghi|thuc hien)?\s*(?:\w+\s){0,3}(?:so ket|tong ket)\b")


_AWAITS = re.compile(
    r"(?:(?:thuc hien\s+)?theo|can cu(?: vao)?|sau khi co)\s+(?:cac\s+)?(?:van ban\s+)?(?:huong dan|van ban|thong bao|cong van)(?: cu the)?(?: huong dan)?(?:,? chi dao)?\s+(?:cua|tu)\s+(?P<who>[^.;:]{3,140})"
)


_GENERAL = re.compile(
    r"\btheo (?:quy dinh|huong dan|thong bao)\b|\bse (?:co )?(?:thong bao|huong dan)\b|\bthong bao sau\b|\bhuong dan (?:rieng|sau)\b"
)


_EACH_QUARTER = re.compile(
    r"\b(?:truoc|cham nhat|vao)\s+(?:vao\s+|la\s+)?ngay\s+(?:lam viec\s+)?(?:\d{1,2}|cuoi cung|cuoi|dau tien)\s+(?:(?:cua\s+)?(?:hang|moi)\s+(?:thang|quy)|(?:cua )?thang (?:cuoi|dau|thu)|cua quy)"
)
_COUNTED = re.compile(
    r"\b(?:sau|trong(?: vong| thoi han| thoi gian)?|cham nhat(?: la)?|truoc|khong qua)\s+(?:\w+\s+)?\(?\d{1,3}\)?\s+ngay(?: lam viec)?,?\s+(?:ke\s+|tinh\s+)?(?:tu|sau)\s+(?:ngay|khi|thoi diem)\b"
)
_OWN_CALENDAR = re.compile(
    r"\bgiao uoc\b|\bdang ky (?:thi dua|danh hieu)\b|\b(?:so|tong) ket (?:phong trao|cong tac thi dua|hoat dong|dot thi dua|cum|khoi)|\bhoi dong (?:sang kien|thi dua)\b.{0,40}\b(?:hop|xet)\b"
)
_SENDS = re.compile(r"\b(?:gui|nop)\s+bao cao\b|\ble (?:tuyen duong|trao|ton vinh|tong ket|vinh danh)\b")


def read_undated(
    log: Milestones, sentence: str, folded: str, node: Node, quiet: bool, about: set[str], ranges: list
) -> None:
    """Reviews and reports without a day: «vào cuối năm 2024», «hằng năm»."""
    if (
        (quiet and not _of_the_campaign(sentence, folded))
        or awards_in(sentence)
        or any(row.lines == node.lines and row.item["text"] == tidy(sentence) for row in log.found)
    ):
        return
    if not quiet and not about & {
        "procedure",
        "time",
        "review",
        "report",
        "registration",
        "dossier_time",
        "organise",
        "awards",
    }:
        return
    review = _REVIEW.search(folded)
    strong = quiet or bool(about & {"time", "review", "procedure"})
    moment = next((m for m in mentions(sentence, folded) if m.kind in ("month", "quarter", "month_only")), None)
    soon = bool(about & {"organise", "report", "awards"}) and (
        moment is not None or re.search(r"\b(?:cuoi|dau|giua) nam\b|\bvao dip\b", folded)
    )
    if (
        review
        and (strong or soon)
        and (moment is not None or _VAGUE.search(folded) or YEARLY.search(folded))
        and len(sentence) < 330
    ):
        _reviews(log, sentence, folded, node)
        return
    if re.search(r"\bbao cao\b(?! thanh tich)", folded) and (
        YEARLY.search(folded)
        or re.search(
            r"\bngay\s+\d{1,2}\s+(?:hang|moi|cua)|\b(?:hang|moi) (?:thang|quy|tuan)\b|\bdinh ky\s+(?:hang\s+)?(?:0?[369] thang|thang|quy(?! dinh)|nam)\b",
            folded,
        )
    ):
        log.add("report", None, "yearly" if YEARLY.search(folded) else None, sentence, node)
        return
    if _hands_in_each_quarter(log, sentence, folded, node) or read_relative(log, sentence, folded, folded, node):
        return
    month = next((m for m in mentions(sentence, folded) if m.kind in ("month", "quarter", "month_only")), None)
    if (
        month is not None
        and not ranges
        and len(sentence) < 330
        and (strong or about & {"report", "registration", "dossier_time"} or _SENDS.search(folded))
    ):
        kind = refined(kind_near(folded, month.start), folded, month.start) or (
            heading_kind(node) if about & {"review", "dossier_time", "registration", "report"} else None
        )
        if kind:
            log.add(kind, None, "yearly" if YEARLY.search(folded) else None, sentence, node)


def _of_the_campaign(sentence: str, folded: str) -> bool:
    """«Các khối thi đua ký giao ước trong Quý I/2024» among the tasks of a year: the campaign's own calendar."""
    moment = any(mention.kind in ("month", "quarter") for mention in mentions(sentence, folded))
    return moment and bool(_OWN_CALENDAR.search(folded))


def comes_each_quarter(folded: str) -> re.Match | None:
    """«ngày 15 của tháng cuối quý», «ngày 20 hằng tháng»."""
    return _EACH_QUARTER.search(folded)


def read_relative(log: Milestones, clause: str, folded: str, whole: str, node: Node) -> bool:
    """«… sau 10 ngày kể từ ngày kết thúc đợt thi đua»: a day counted from another, so none is written."""
    match = _COUNTED.search(folded)
    if not match:
        return False
    kind = refined(kind_near(folded, match.start()), folded, match.start())
    if kind in (None, "interim_review", "final_review") and re.search(r"\bho so\b", whole):
        kind = "dossier_deadline"
    kind = kind or heading_kind(node)
    if kind:
        log.add(kind, None, None, clause, node)
    return bool(kind)


def _hands_in_each_quarter(log: Milestones, sentence: str, folded: str, node: Node) -> bool:
    """«trước ngày 15 của tháng cuối quý đối với khen thưởng theo đợt»: it comes back, but not once a year."""
    match = comes_each_quarter(folded)
    kind = refined(kind_near(folded, match.start()), folded, match.start()) if match else None
    kind = kind or (heading_kind(node) if match else None)
    if kind:
        log.add(kind, None, None, sentence, node)
    return bool(kind)


def _reviews(log: Milestones, sentence: str, folded: str, node: Node) -> None:
    yearly = "yearly" if YEARLY.search(folded) else None
    kinds = []
    for match in re.finditer(r"\b(?P<so>so ket)\b|\b(?P<ca>so, tong ket)\b|\b(?P<tong>tong ket)\b", folded):
        if match["ca"]:
            kinds += ["interim_review", "final_review"]
        else:
            kinds.append("interim_review" if match["so"] else "final_review")
    for kind in dict.fromkeys(kinds):
        log.add(kind, None, yearly, sentence, node)


def read_jubilee(log: Milestones, sentence: str, node: Node) -> None:
    """«… vào dịp Lễ kỷ niệm … (28/8/1945 - 28/8/2025)»: the day of the jubilee."""
    folded = fold(sentence)
    match = re.search(
        r"\b(?:vao|nhan|trong)\s+dip\b(?P<what>[^.;]{0,220}?)\(\s*(?P<a>[^()\-]{6,14})\s*-\s*(?P<b>[^()\-]{6,14})\s*\)",
        folded,
    )
    if not match or any(mention.kind in ("month", "quarter") for mention in mentions(sentence, masked(sentence))):
        return  # «tổng kết vào tháng 11/2026, nhân dịp kỷ niệm …»: the month is the review's own
    named = mentions("", match["b"])
    kind = refined(kind_near(folded, match.start()), folded, match.start())
    if kind and named and named[0].kind == "day" and named[0].first:
        log.add(kind, iso(named[0].first), None, sentence, node)


def read_awaited(log: Milestones, node: Node) -> None:
    match = _AWAITS.search(node.folded)
    if match:
        who = tidy(node.text[match.start("who") : match.end("who")])
        log.add("dossier_deadline", None, None, node.text, node, re.sub(r"\s*\([^()]*\)?\s*$", "", who))
    elif _GENERAL.search(node.folded) and node.kind == "para":
        log.add("dossier_deadline", None, None, node.text, node, None)
