"""The words of one Word paragraph."""

import re

from .styles import W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
BREAK = "\x1f"  # Shift+Enter, until it is clear whether a new item begins there
# What is struck out, hidden behind the page, or only says how a field is made.
SKIPPED = {
    f"{W}{tag}"
    for tag in ("pPr", "rPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "sdtPr", "footnoteReference",
                "endnoteReference", "commentReference", "rt", "object")
}  # fmt: skip
SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": BREAK, f"{W}cr": BREAK, f"{W}noBreakHyphen": "-"}
ITEM = re.compile(r"\s*(?:[-–+•*]\s|(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)]\s|[a-zđ]{1,2}\)\s)")
# The Symbol and Wingdings signs that plans use in running text.
SYMBOLS = {
    "B7": "•",
    "2D": "-",
    "E0": "→",
    "A3": "≤",
    "B3": "≥",
    "B1": "±",
    "B4": "×",
    "6F": "□",
    "A8": "□",
    "FE": "☑",
    "FC": "✓",
}
BLANKS = re.compile(r"[^\S\n\xa0]+")


def words_of(paragraph):
    """(text, text boxes): a line break inside the paragraph is kept where a new item begins, else it is a blank."""
    pieces, boxes = [], []
    _collect(paragraph, pieces, boxes)
    first, *others = "".join(pieces).split(BREAK)
    for other in others:
        first += ("\n" if ITEM.match(other) else " ") + other
    lines = [BLANKS.sub(" ", line.replace("\xa0", " ")).strip() for line in first.split("\n")]
    return "\n".join(line for line in lines if line), boxes


def _collect(parent, pieces, boxes):
    for child in parent:
        tag = child.tag
        if tag in (f"{W}t", MATH_TEXT):
            pieces.append((child.text or "").replace("\n", " ").replace("\t", " "))
        elif tag in SIGNS:
            pieces.append(SIGNS[tag])
        elif tag == f"{W}sym":
            pieces.append(SYMBOLS.get((child.get(f"{W}char") or "")[-2:].upper(), ""))
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{MC}AlternateContent":
            _collect(next(iter(child), ()), pieces, boxes)  # the other choices say the same again
        elif tag not in SKIPPED and not _hidden(child):
            _collect(child, pieces, boxes)


def _hidden(child):
    """Text that Word does not print: hidden runs, the grey «Click here» of an empty content control."""
    if child.tag == f"{W}r":
        vanish = child.find(f"{W}rPr/{W}vanish")
        return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false", "off")
    return child.tag == f"{W}sdt" and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
