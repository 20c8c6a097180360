"""Tables of awards: one row an award, one column a kind of nominee or a number."""

import re

from campaigns.reading.awards import Award, awards_in
from campaigns.reading.lines import fold, tidy
from campaigns.reading.offers.context import authorities_of
from campaigns.reading.offers.nominees import BEHIND, KIND, NOMINEE, NUMBERED, Nominee, kind_of
from campaigns.reading.offers.reader import OfferReader
from campaigns.reading.outline import Node


def read_table(reader: OfferReader, rows: list[Node]) -> None:
    """A table of awards: one row an award, one column a kind of nominee."""
    header: dict[int, str] = {}
    for node in rows:
        if not header:
            header = award_columns(node.cells)
            continue
        _table_row(reader, node, header)


def _table_row(reader: OfferReader, node: Node, header: dict[int, str]) -> None:
    for index, cell in enumerate(node.cells):
        named = awards_in(cell)
        if not named or header.get(index, "award") != "award":
            continue
        award = named[0]
        authorities = authorities_of(cell, fold(cell), award)
        authorities = (
            authorities
            or [
                tidy(node.cells[i])
                for i, what in header.items()
                if what == "authority" and i < len(node.cells) and node.cells[i].strip()
            ][:1]
        )
        text = " ".join(c for c in node.cells if c)
        for kind, quota in _cells_of(node.cells, header, award):
            for authority in authorities or [None]:
                reader.add(award, authority, Nominee(kind, quota), text, node.lines, None)
        return


def _cells_of(cells: list[str], header: dict[int, str], award: Award) -> list[tuple[str | None, int | None]]:
    found: list[tuple[str | None, int | None]] = []
    for index, what in header.items():
        cell = fold(tidy(cells[index])) if index < len(cells) else ""
        number = re.search(r"(?<![\d/])(\d{1,4})(?!\s?[%\d/])", cell)
        if what in ("collective", "individual") and number and int(number[1]):
            found.append((what, int(number[1])))
        elif what == "quota":
            rows = [(kind_of(m["who"]), int(m["n"])) for m in NUMBERED.finditer(cell)] or [
                (kind_of(m["who"]), int(m["n"])) for m in BEHIND.finditer(cell)
            ]
            found += rows or ([(award.honours or _row_kind(cells, header), int(number[1]))] if number else [])
    return found or [(award.honours or _row_kind(cells, header), None)]


def _row_kind(cells: list[str], header: dict[int, str]) -> str | None:
    kinds = {kind_of(m["who"]) for cell in cells for m in KIND.finditer(fold(cell))}
    if not kinds:
        columns = [cells[i] for i, what in header.items() if what == "nominee" and i < len(cells)]
        kinds = {kind_of(match.group()) for cell in columns if (match := NOMINEE.match(fold(tidy(cell))))}
    return kinds.pop() if len(kinds) == 1 else None


def award_columns(cells: list[str]) -> dict[int, str]:
    """What the columns of a table of awards hold; empty where it is another table."""
    found: dict[int, str] = {}
    for index, cell in enumerate(cells):
        folded = fold(tidy(cell))
        if re.search(r"\bhinh thuc\b|\bdanh hieu\b|khen thuong", folded):
            found[index] = "award"
        elif re.search(r"tham quyen|cap khen|cap quyet dinh|nguoi ky", folded):
            found[index] = "authority"
        elif re.fullmatch(r".{0,20}\btap the\b.{0,12}", folded):
            found[index] = "collective"
        elif re.fullmatch(r".{0,20}\bca nhan\b.{0,12}", folded):
            found[index] = "individual"
        elif re.fullmatch(r"(?:cac )?doi tuong.{0,30}", folded):
            found[index] = "nominee"
        elif re.search(r"so luong|chi tieu|dinh muc", folded):
            found[index] = "quota"
    return found if "award" in found.values() and len(found) >= 2 else {}
