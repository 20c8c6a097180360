"""Ô số 7 and 9b: «Nơi nhận» on the left, the signature on the right, together on one page with the last words."""

from docx.shared import Mm

from ..layout import closed
from .grid import grid, line, row
from .text import clean, restyle, say

WIDTHS = (78, 87)
ROOM = 24  # millimetres for the hand and the seal


def write_ending(document, *, recipients, signature):
    gap = restyle(document.add_paragraph(), "Gap")
    gap.paragraph_format.keep_with_next = True
    table = grid(document, WIDTHS, lines=False)
    left, right = row(table, WIDTHS)
    _write_recipients(left, recipients)
    _write_signature(right, signature)


def write_signing_place(document, place, post, hint, *, room):
    widths = (room / 2, room / 2)
    left, right = row(grid(document, widths, lines=False), widths)
    line(left, "Cell")
    say(line(right, "Frame"), place, italic=True)
    say(line(right, "Frame"), post, bold=True)
    say(line(right, "Frame"), hint, italic=True)
    restyle(document.add_paragraph(), "Gap")  # Word wants a paragraph after a table


def finish(paragraph):
    """The last sentence of the text ends with «./.»"""
    run = paragraph.runs[-1]
    run.text = run.text.rstrip(" .;,/") + "./."
    paragraph.paragraph_format.keep_with_next = True


def _write_recipients(cell, recipients):
    say(line(cell, "Cell"), "Nơi nhận:", bold=True, italic=True, size=12)
    for recipient in closed([clean(recipient).removeprefix("- ").rstrip(";. ") for recipient in recipients]):
        say(line(cell, "Cell"), f"- {recipient}", size=11)


def _write_signature(cell, signature):
    for post in signature.post_lines:
        say(line(cell, "Frame"), post, bold=True)
    if signature.hint:
        say(line(cell, "Frame"), signature.hint, italic=True, size=12)
    name = line(cell, "Frame")
    name.paragraph_format.space_before = Mm(ROOM)
    say(name, signature.name, bold=True)
    if signature.note:
        say(line(cell, "Frame"), signature.note, size=10)
