"""What a day is for, told from the words around it."""

import re

from campaigns.reading.lines import fold
from campaigns.reading.outline import Node

KINDS = (
    ("registration", re.compile(r"\b(?:dang ky|ky (?:ket )?giao uoc|giao uoc)\b")),
    (
        "dossier_deadline",
        re.compile(
            r"\bho so\b|\btrinh cap (?:tren|co tham quyen)\b|\bto trinh de nghi\b|\bde nghi khen thuong\b(?=.{0,80}\b(?:gui|nop|trinh|ve)\b)|\b(?:gui|nop|trinh)\b.{0,60}\bde nghi khen thuong\b|\bbao cao thanh tich\b|\bdanh sach de nghi\b|\b(?:gui|nop)\b.{0,30}\bde nghi\b"
        ),
    ),
    ("report", re.compile(r"\bbao cao\b(?! thanh tich)")),
    ("interim_review", re.compile(r"\bso ket\b|\bso, tong ket\b")),
    ("final_review", re.compile(r"\btong ket\b")),
    (
        "ceremony",
        re.compile(
            r"\ble (?:trao|tuyen duong|ton vinh|ky niem|tong ket|don nhan|vinh danh|cong bo)\b|\btrao (?:tang|thuong|khen|giai)\b|\btuyen duong\b|\bton vinh\b|\bbieu duong\b|\bvinh danh\b|\bhoi nghi dien hinh\b|\bcong bo quyet dinh khen\b|\bdai hoi thi dua\b"
        ),
    ),
    (
        "council",
        re.compile(
            r"\b(?:hop )?hoi dong\b.{0,60}\b(?:hop|xet|binh xet|tham dinh|cham|danh gia|bo phieu|phien)\b|\bhop (?:xet|hoi dong|binh)\b|\bbinh xet\b|\bbinh bau\b|\bxet (?:thi dua|khen thuong|danh hieu|chon)\b|\bhoi dong (?:sang kien|thi dua).{0,30}\bhop\b|(?<!tu )(?<!bang )\bcham diem\b|\btham dinh\b"
        ),
    ),
)


def kind_near(folded: str, at: int) -> str | None:
    """The nearest thing named before the day; else the first named after it."""
    best: tuple[int, str] | None = None
    after: tuple[int, str] | None = None
    for kind, pattern in KINDS:
        for match in pattern.finditer(folded):
            if match.start() < at:
                if best is None or match.start() > best[0]:
                    best = match.start(), kind
            elif after is None or match.start() < after[0]:
                after = match.start(), kind
    return best[1] if best else (after[1] if after else None)


def refined(kind: str | None, folded: str, at: int) -> str | None:
    """Words that share a sentence: whose day is it?"""
    head = folded[:at]
    if kind == "council" and re.search(
        r"\b(?:hop|hop xet|binh xet|xet chon)\s+(?:vao\s+|truoc\s+|xong\s+|ngay\s+)*$", head
    ):
        return kind
    if (
        kind in ("interim_review", "final_review", "council", "ceremony", "report")
        and at > 0
        and (
            re.search(r"\bho so\b", head)
            and re.search(r"\b(?:gui|nop|trinh|tiep nhan|hoan thien|hoan thanh|thoi han|thoi gian|nhan)\b", head)
            and not re.search(r"\bbao cao (?:ket qua|so ket|tong ket)\b(?!.*\bho so\b)", head)
        )
    ):
        return "dossier_deadline"
    own = (
        head if re.search(r"\b(?:so|tong) ket\b", head) else folded
    )  # «tổng kết trước ngày 10/12, gửi báo cáo trước …»
    if kind in ("interim_review", "final_review") and re.search(
        r"\bbao cao(?: \w+){0,3} (?:so|tong) ket\b|\b(?:gui|nop) bao cao\b", own
    ):
        return "report"
    if kind == "council" and re.search(r"\b(?:gui|nop)\b.{0,30}\bbao cao\b(?! thanh tich)", head):
        return "report"
    if kind in ("ceremony", "council") and re.search(r"\b(?:to chuc|hoi nghi) tong ket\b", folded):
        return "final_review"
    return kind


def heading_kind(node: Node) -> str | None:
    for place in (node, *node.ancestors()):
        if place.kind in ("root", "row", "para") or len(place.label) > 120:
            continue
        label = fold(place.label)
        if re.search(r"\bthoi (?:gian|han)\b.{0,30}\b(?:de nghi|gui|nop|ho so|trinh)", label) or re.search(
            r"\bho so\b", label
        ):
            return "dossier_deadline"
        for kind, pattern in KINDS:
            if pattern.search(label):
                return kind
    return None
