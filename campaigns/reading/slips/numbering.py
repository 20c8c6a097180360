"""Sections numbered twice or out of order."""

import re

from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.slips.slip import slip

_ROMAN = {"I": 1, "V": 5, "X": 10}


def _value(marker: str) -> int | None:
    if re.fullmatch(r"[IVX]+", marker):
        total = 0
        for here, after in zip(marker, [*marker[1:], " "], strict=True):
            value = _ROMAN[here]
            total += -value if _ROMAN.get(after, 0) > value else value
        return total
    digits = marker.rsplit(".", 1)[-1]
    return int(digits) if digits.isdigit() else None


def numbering_slips(paper: Paper) -> list[dict]:
    found: list[dict] = []

    def check(node: Node) -> None:
        last: dict[str, tuple[int, str]] = {}
        for child in node.children:
            if child.kind == "roman" or child.kind == "num" or child.kind.startswith("deep"):
                found.extend(_step(child, last))
            check(child)

    check(paper.root)
    return found


def _step(child: Node, last: dict[str, tuple[int, str]]) -> list[dict]:
    value = _value(child.marker)
    before = last.get(child.kind)
    if value is None:
        return []
    last[child.kind] = value, child.text
    if before is None or value == before[0] + 1 or value == 1:
        return []
    name = "mục" if child.kind == "roman" else "điểm"
    line = child.lines[0]
    if value == before[0]:
        words = f"Hai {name} cùng đánh số {child.marker}: «{_short(before[1])}» và «{_short(child.text)}»."
        return [slip("section_number_duplicate", words, line)]
    return [
        slip(
            "section_number_order",
            f"Số {name} không liên tục: {child.marker} «{_short(child.text)}» đứng sau số {before[0]}.",
            line,
        )
    ]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
