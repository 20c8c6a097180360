"""Ô số 1–4: the nation and its motto on the right, the issuer on the left; under them the number, the place and day."""

from docx.shared import Pt

from .grid import grid, line, row
from .rules import WHOLE, draw_rule
from .text import say

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
LEFT, RIGHT = WIDTHS = (71, 94)


def write_letterhead(document, letterhead):
    table = grid(document, WIDTHS, lines=False)
    issuer, nation = row(table, WIDTHS)
    _write_issuer(issuer, letterhead)
    say(line(nation, "Frame"), NATION, bold=True, size=12)
    say(line(nation, "Frame"), MOTTO, bold=True, size=13)
    draw_rule(line(nation, "Rule"), [MOTTO], size=13, room=RIGHT, share=WHOLE)
    number, place = (line(cell, "Frame") for cell in row(table, WIDTHS))
    number.paragraph_format.space_before = place.paragraph_format.space_before = Pt(8)
    say(number, letterhead.number_line, size=13)
    say(place, letterhead.place_line, italic=True, size=13)


def _write_issuer(cell, letterhead):
    if letterhead.superior:
        say(line(cell, "Frame"), letterhead.superior_lines, size=12)
    say(line(cell, "Frame"), letterhead.issuer_lines, bold=True, size=12)
    draw_rule(line(cell, "Rule"), letterhead.issuer_lines, size=12, room=LEFT)
