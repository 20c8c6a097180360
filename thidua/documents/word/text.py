"""Words on paper: a paragraph, its runs, its style."""

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from ..layout import nfc

# What XML 1.0 cannot hold; pasted texts bring such signs along.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text):
    """One line of composed letters."""
    return " ".join(re.split(r"[ \t\r\n]+", FORBIDDEN.sub("", nfc(str(text))))).strip(" ")


def lines_of(text):
    """The lines that somebody typed, in one text or in several; empty ones do not count."""
    texts = text if isinstance(text, (list, tuple)) else [text]
    lines = [clean(line) for text in texts for line in str(text).splitlines()]
    return [line for line in lines if line]


def restyle(paragraph, style):
    """By the id of the style: names are for the officer, in Vietnamese."""
    paragraph._p.get_or_add_pPr().style = style
    return paragraph


def say(paragraph, text, *, bold=None, italic=None, size=None):
    """Add words to a paragraph; a tuple of lines stays one paragraph with line breaks."""
    lines = text if isinstance(text, (list, tuple)) else [text]
    run = paragraph.add_run()
    for number, line in enumerate(lines):
        if number:
            run.add_break()
        run.add_text(clean(line))
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
        run._r.rPr.append(element("w:szCs", val=size * 2))
    return paragraph


def element(tag, **attributes):
    """<w:tag w:name="value"/>"""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made
