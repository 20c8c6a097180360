"""Targets in a table: one row a target, its unit and its number in columns of their own."""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.outline import Node

_SUBJECT = re.compile(r"\b(?:chi tieu|noi dung|muc tieu)\b")
_UNIT = re.compile(r"\b(?:don vi tinh|dvt)\b")
_VALUE = re.compile(r"\b(?:ke hoach|muc phan dau|chi tieu giao|phan dau|muc dat|nam 20\d\d|so luong|muc tieu)\b")
_CELL = re.compile(
    r"(?P<sign>>=|<=|[≥≤><]|tu|toi thieu|it nhat|khong qua|toi da|duoi|tren)?\s*(?P<v>\d{1,3}(?:\.\d{3})+|\d{1,6}(?:,\d{1,2})?)\s*(?P<percent>%)?(?:\s+tro len)?"
)
_AT_MOST = ("<=", "≤", "<", "khong qua", "toi da", "duoi")


def _columns(cells: list[str]) -> dict[str, int]:
    """Which column names the target, its unit and its number; empty where the row heads another table."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        folded = fold(tidy(cell))
        for name, pattern in (("unit", _UNIT), ("value", _VALUE), ("subject", _SUBJECT)):
            if name not in found and pattern.search(folded) and not (name == "value" and "subject" not in found):
                found[name] = index
                break
    return found if {"subject", "unit", "value"} <= set(found) else {}


def _row(node: Node, places: dict[str, int]) -> Found | None:
    if max(places.values()) >= len(node.cells):
        return None
    subject, unit, value = (tidy(node.cells[places[name]]) for name in ("subject", "unit", "value"))
    match = _CELL.fullmatch(fold(value))
    if not match or not subject:
        return None
    number = float(match["v"].replace(".", "").replace(",", "."))
    percent = bool(match["percent"]) or unit.strip() == "%" or fold(unit) == "phan tram"
    sign = "<=" if match["sign"] in _AT_MOST else ">="
    if percent and number == 100 and not match["sign"]:
        sign = "="
    item = {
        "comparator": sign,
        "value": int(number) if number.is_integer() else number,
        "unit": "percent" if percent else "count",
        "subject": strip_end(subject),
        "text": " ".join(tidy(cell) for cell in node.cells if cell.strip()),
    }
    return Found(item, node.lines)


def rows_of_table(rows: list[Node]) -> list[Found]:
    """The targets of one table; none where its header names no unit."""
    places: dict[str, int] = {}
    found = []
    for node in rows:
        if not places:
            places = _columns(node.cells)
            continue
        row = _row(node, places)
        found += [row] if row else []
    return found
