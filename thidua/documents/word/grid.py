"""Tables as Word keeps them: columns of a fixed width, rows that stay whole."""

from docx.table import Table, _Cell

from .text import element, restyle

TWIPS_IN_MM = 1440 / 25.4
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def grid(document, widths, *, lines, padding=0):
    """An empty table with columns of these widths in millimetres; with lines around every cell, or a mere frame."""
    tbl = element("w:tbl")
    tbl.append(_properties(widths, lines, padding))
    columns = element("w:tblGrid")
    columns.extend(element("w:gridCol", w=twips(width)) for width in widths)
    tbl.append(columns)
    document.element.body[-1].addprevious(tbl)  # the last element of the body is its section
    return Table(tbl, document._body)


def row(table, widths, *, spans=None, repeat=False):
    """The cells of a new row, still without a paragraph; `spans` says how many columns each one covers."""
    tr, properties = element("w:tr"), element("w:trPr")
    properties.append(element("w:cantSplit"))
    if repeat:
        properties.append(element("w:tblHeader"))
    tr.append(properties)
    table._tbl.append(tr)
    starts, cells = iter(widths), []
    for span in spans or [1] * len(widths):
        cells.append(_cell(table, tr, sum(next(starts) for _ in range(span)), span))
    return cells


def line(cell, style):
    """One more paragraph in a cell."""
    return restyle(cell.add_paragraph(), style)


def twips(mm):
    return round(mm * TWIPS_IN_MM)


def _properties(widths, lines, padding):
    properties = element("w:tblPr")
    properties.append(element("w:tblW", w=twips(sum(widths)), type="dxa"))
    if lines:
        borders = element("w:tblBorders")
        borders.extend(element(f"w:{side}", val="single", sz=4, space=0, color="000000") for side in SIDES)
        properties.append(borders)
    properties.append(element("w:tblLayout", type="fixed"))
    margins = element("w:tblCellMar")
    margins.extend(element(f"w:{side}", w=twips(padding), type="dxa") for side in ("left", "right"))
    properties.append(margins)
    return properties


def _cell(table, tr, width, span):
    tc, properties = element("w:tc"), element("w:tcPr")
    properties.append(element("w:tcW", w=twips(width), type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=span))
    tc.append(properties)
    tr.append(tc)
    return _Cell(tc, table)
