"""A drawing as SVG: one string that needs nothing from outside but the font of the document."""

from django.utils.html import escape

from ..layout import nfc
from .drawing import Box, Stroke, strokes_in

FILLS = {"solid": "#333", "pale": "#e4e4e4", "grey": "#bbb"}


def number(value):
    return f"{value:.2f}".rstrip("0").rstrip(".")


def path_of(stroke):
    points = "L".join(f"{number(x)} {number(y)}" for x, y in stroke.points)
    return f"M{points}" + ("Z" if stroke.closed else "")


def stroke_svg(stroke):
    colour = "#fff" if stroke.white else "#000"
    if stroke.closed:
        return f'<path d="{path_of(stroke)}" fill="{colour}"/>'
    return f'<path d="{path_of(stroke)}" fill="none" stroke="{colour}" stroke-width="{number(stroke.width)}"/>'


def box_svg(box):
    """Hatches of one box are one path: sixty columns stay a small file."""
    fill = FILLS.get(box.look, "#fff")
    border = "" if box.look == "pale" else ' stroke="#000" stroke-width="0.75"'
    sides = (("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height))
    lengths = " ".join(f'{name}="{number(value)}"' for name, value in sides)
    hatch = "".join(path_of(stroke) for stroke in strokes_in(box))
    lines = f'<path d="{hatch}" fill="none" stroke="#000" stroke-width="0.6"/>' if hatch else ""
    return f'<rect {lengths} fill="{fill}"{border}/>{lines}'


def words_svg(words):
    style = ' font-weight="bold"' if words.bold else ""
    style += ' font-style="italic"' if words.italic else ""
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    place = f'x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.size)}"'
    return f"<text {place}{anchor}{style}>{escape(nfc(words.text))}</text>"


def item_svg(item):
    if isinstance(item, Box):
        return box_svg(item)
    return stroke_svg(item) if isinstance(item, Stroke) else words_svg(item)


def svg_of(drawing):
    size = f'width="{number(drawing.width)}pt" height="{number(drawing.height)}pt"'
    frame = f'viewBox="0 0 {number(drawing.width)} {number(drawing.height)}"'
    body = "".join(item_svg(item) for item in drawing.items)
    title = escape(nfc(drawing.title))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {frame} role="img" aria-label="{title}" '
        f'font-family="Tinos" fill="#000"><title>{title}</title>{body}</svg>'
    )
