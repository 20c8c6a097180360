"""A drawing as PNG for Word: 200 dots to the inch, the same bytes for the same drawing."""

from io import BytesIO

from PIL import Image, ImageDraw

from ..layout import nfc
from .drawing import Box, Stroke, strokes_in
from .letters import font_of

DPI = 200
FINER = 2  # drawn larger and then reduced, so that slanting lines are smooth
SCALE = DPI * FINER / 72
FILLS = {"solid": 0x33, "pale": 0xE4, "grey": 0xBB}
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def at(value):
    return round(value * SCALE)


def draw_stroke(canvas, stroke):
    points = [(at(x), at(y)) for x, y in stroke.points]
    colour = 255 if stroke.white else 0
    if stroke.closed:
        canvas.polygon(points, fill=colour)
    else:
        canvas.line(points, fill=colour, width=max(at(stroke.width), 1), joint="curve")


def draw_box(canvas, box):
    corners = (at(box.x), at(box.y), at(box.x + box.width), at(box.y + box.height))
    if corners[2] <= corners[0] or corners[3] <= corners[1]:
        return
    canvas.rectangle(corners, fill=FILLS.get(box.look, 255))
    for stroke in strokes_in(box):
        draw_stroke(canvas, stroke)
    if box.look != "pale":
        canvas.rectangle(corners, outline=0, width=at(0.75))


def draw_words(canvas, words):
    font = font_of(at(words.size), words.bold, words.italic)
    canvas.text((at(words.x), at(words.y)), nfc(words.text), fill=0, font=font, anchor=ANCHORS[words.anchor])


def draw_item(canvas, item):
    if isinstance(item, Box):
        draw_box(canvas, item)
    elif isinstance(item, Stroke):
        draw_stroke(canvas, item)
    else:
        draw_words(canvas, item)


def png_of(drawing):
    image = Image.new("L", (at(drawing.width), at(drawing.height)), 255)
    canvas = ImageDraw.Draw(image)
    for item in drawing.items:
        draw_item(canvas, item)
    out = BytesIO()
    image.reduce(FINER).save(out, "PNG", dpi=(DPI, DPI), compress_level=9)
    return out.getvalue()
