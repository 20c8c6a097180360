"""The rules of the first page: their length is a share of the text above them."""

from docx.shared import Mm

from .measure import width_mm

SHARE = 0.42  # the decree says one third to one half
WHOLE = 1.0


def draw_rule(paragraph, lines, *, size, room, share=SHARE):
    """Make an empty paragraph the rule under centred bold lines; `room` is the width of its column in millimetres."""
    longest = max(width_mm(line, size) for line in lines)
    margin = max((room - min(longest, room) * share) / 2, 0)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(margin)
