"""The text of a .docx in the order in which it is printed (ISO/IEC 29500-1, chapter 17).

Kept: paragraphs with their automatic numbers, tables, text boxes, content controls, accepted and tracked insertions.
Left out: tracked deletions, hidden text, headers, footers, footnotes, comments, the codes of fields.
"""

import re

from .archive import Archive
from .numbering import Numbering
from .runs import words_of
from .styles import Styles, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P, TBL, TR, TC = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
# What only wraps the text that stands in it.
WRAPPERS = {
    f"{W}{tag}" for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "txbxContent")
}
# Letterhead and ending stand in tables without lines, side by side (NĐ 30/2020 PL I): they are no lists.
FRAME = re.compile(r"^\s*(cộng hòa xã hội chủ nghĩa|số\s*:|nơi nhận)", re.IGNORECASE)
NESTED = " | "  # between the cells of a table inside a cell: TAB belongs to the outer table


def read(data):
    archive = Archive(data)
    styles = Styles(archive.beside("styles.xml"))
    reader = Reader(Numbering(archive.beside("numbering.xml"), styles))
    return "\n".join(reader.lines(archive.main().find(f"{W}body")))


def _is_frame(cells):
    """True for a row of the letterhead or of the ending: each cell is read down, one after the other."""
    return len(cells) in (2, 3) and any(FRAME.match(line) for cell in cells for line in cell)


class Reader:
    """Walks through a document once; numbers are counted on the way."""

    def __init__(self, numbering):
        self.numbering = numbering

    def lines(self, parent, *, bare_numbers=False):
        """The lines of a body, a cell or a text box. A number without words is no line, but it may be all a cell says."""
        carried = ""  # of a paragraph whose end was deleted: it runs on into the next
        for block in blocks(parent):
            if block.tag == TBL:
                yield from self.table(block)
                continue
            text, boxes = words_of(block)
            carried = f"{carried} {text}".strip()
            if not _end_deleted(block):
                yield from self.numbered(block, carried, bare_numbers)
                carried = ""
            for box in boxes:
                yield from self.lines(box)
        if carried:
            yield from carried.split("\n")

    def numbered(self, block, text, bare_numbers):
        """The lines of one paragraph, the first with its automatic number."""
        label = self.numbering.label(block.find(f"{W}pPr"))
        if text or bare_numbers:
            text = f"{label} {text}".strip()
        return text.split("\n") if text else []

    def table(self, table):
        rows = [cells for row in children(table, TR) if (cells := self.row(row)) is not None]
        if all(len(cells) == 1 for cells in rows):
            # One column is a frame around text, not a list.
            for (cell,) in rows:
                yield from cell
            return
        for cells in rows:
            if _is_frame(cells):
                for cell in cells:
                    yield from (line for line in cell if line)
            else:
                yield "\t".join(map(_as_items, cells))

    def row(self, row):
        """The cells of a row, each a list of lines; nothing for a deleted row."""
        if row.find(f"{W}trPr/{W}del") is not None:
            return None
        return [self.cell(cell) for cell in children(row, TC) if not _cell_deleted(cell)]

    def cell(self, cell):
        """The lines of a cell; none where it only goes on with the cell above it."""
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val", "continue") == "continue":
            return []
        return list(self.lines(cell, bare_numbers=True))


def blocks(parent):
    """Paragraphs and tables, whatever wraps them."""
    return _found(parent, {P, TBL})


def children(parent, tag):
    return _found(parent, {tag})


def _found(parent, tags):
    for child in parent if parent is not None else ():
        if child.tag in tags:
            yield child
        elif child.tag in WRAPPERS:
            yield from _found(child, tags)
        elif child.tag == f"{MC}AlternateContent":
            yield from _found(next(iter(child), None), tags)


def _as_items(lines):
    lines = [line.replace("\t", NESTED) for line in lines]
    if len(lines) > 1:
        return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
    return lines[0] if lines else ""


def _end_deleted(block):
    return block.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _cell_deleted(cell):
    return cell.find(f"{W}tcPr/{W}cellDel") is not None
