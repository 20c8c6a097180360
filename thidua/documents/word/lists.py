"""Tables of the text: criteria, milestones, who does what until when."""

from docx.shared import Pt

from .grid import grid, line, row
from .text import lines_of, say

PADDING = 1.5


def write_list(document, *, header, rows, widths, centred=(), strong=()):
    """`rows` holds cells of one or several lines; a row that is a text stands alone across the table («QUÝ I»).

    Nothing begins with one row at the end of a page, nor ends with one on the next.
    """
    table = grid(document, widths, lines=True, padding=PADDING)
    for cell, text in zip(row(table, widths, repeat=True), header, strict=True):
        _fill(cell, text, bold=True, centred=True, keep=True)
    for at, cells in enumerate(rows):
        if isinstance(cells, str):
            (cell,) = row(table, widths, spans=[len(widths)])
            _fill(cell, cells, bold=True, keep=True)
            continue
        keep = at in (0, len(rows) - 3, len(rows) - 2) and at < len(rows) - 1
        for number, (cell, text) in enumerate(zip(row(table, widths), cells, strict=True)):
            _fill(cell, text, bold=True if at in strong else None, centred=number in centred, keep=keep)
    return table


def shared_out(widths, count, room):
    """Column widths in millimetres that fill the page: the given ones in proportion, or all alike."""
    widths = widths or [1] * count
    return [width * room / sum(widths) for width in widths]


def _fill(cell, text, *, bold=None, centred=False, keep=False):
    for words in lines_of(text) or [""]:
        paragraph = say(line(cell, "Cell"), words, bold=bold)
        paragraph.alignment = 1 if centred else None
        paragraph.paragraph_format.keep_with_next = keep or None
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
