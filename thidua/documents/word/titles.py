"""Ô số 5a, 9a and the head of an annex: what the document is, what it is about, to whom it goes."""

from docx.shared import Pt

from ..layout import BLANK, TITLE_LETTERS, balanced, closed, day_in_words, lower_first, nfc, number_and_symbol
from .rules import draw_rule
from .text import clean, restyle, say

SIZE = 14


def write_title(document, *, kind, subject, room):
    """KẾ HOẠCH / Phát động phong trào … / a short rule."""
    say(_line(document, "Title", before=14), clean(kind).upper())
    lines = balanced(clean(subject), TITLE_LETTERS) or [clean(kind).upper()]
    if subject:
        say(_line(document, "Title"), lines)
    draw_rule(_line(document, "Rule", before=3, after=12), lines, size=SIZE, room=room)


def write_addressees(document, addressees):
    """One addressee on the line of «Kính gửi:»; several on lines of their own."""
    if len(addressees) == 1:
        say(_line(document, "Frame", after=12), f"Kính gửi: {clean(addressees[0])}.")
        return
    say(_line(document, "Frame"), "Kính gửi:")
    for addressee in closed([clean(addressee) for addressee in addressees]):
        say(_line(document, "Frame"), f"- {addressee}")


def write_annex_title(document, *, label, title, reference):
    say(_line(document, "Title"), label)
    say(_line(document, "Title"), balanced(clean(title).upper(), TITLE_LETTERS))
    say(_line(document, "Frame", after=12), f"({reference})", italic=True, size=13)


def reference(kind, letterhead):
    """«Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 4 năm 2024 của Sở Nội vụ»; room to write what is not known yet."""
    number = lower_first(number_and_symbol(letterhead.number, letterhead.symbol)).replace(": ", " ")
    day = letterhead.issued_on
    written = day_in_words(day) if day else f"ngày{BLANK * 5}tháng{BLANK * 5}năm{BLANK * 6}"
    return nfc(f"Kèm theo {clean(kind).capitalize()} {number} {written} của {letterhead.issuer}")


def _line(document, style, *, before=0, after=0):
    paragraph = restyle(document.add_paragraph(), style)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    return paragraph
