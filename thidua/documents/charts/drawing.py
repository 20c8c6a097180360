"""A drawing: boxes, strokes and words at fixed places, in points, whatever it will be written as."""

from dataclasses import dataclass, field

WIDTH = 467  # points: A4 without the margins of Nghị định 30/2020 (165 mm)
SIZE = 10  # of ordinary words
TALLEST = 660  # a picture that is taller would not fit on a page with its title
HATCH = 4  # points between two strokes


@dataclass(frozen=True)
class Box:
    """A rectangle; `look`: solid, hatched, crossed, grey, hollow, or pale without a border."""

    x: float
    y: float
    width: float
    height: float
    look: str = "solid"


@dataclass(frozen=True)
class Stroke:
    """A line through points; closed ones are filled."""

    points: tuple[tuple[float, float], ...]
    width: float = 0.75
    closed: bool = False
    white: bool = False


@dataclass(frozen=True)
class Words:
    """One line of text; y is its base line."""

    x: float
    y: float
    text: str
    size: float = SIZE
    anchor: str = "start"
    bold: bool = False
    italic: bool = False


@dataclass
class Drawing:
    title: str
    width: float = WIDTH
    height: float = 0
    items: list = field(default_factory=list)

    def add(self, *items):
        self.items.extend(items)


def nothing(text):
    """The picture of no numbers."""
    return Drawing(text, height=24, items=[Words(0, 14, text + ".", italic=True)])


def more(drawing, y, shown, total, noun):
    """What the picture leaves out stands in the table beside it; answers where the picture ends."""
    if shown < total:
        text = f"Hình vẽ {shown} {noun} đầu trên {total} {noun}."
        drawing.add(Words(drawing.width / 2, y + 10, text, anchor="middle", italic=True))
        return y + 16
    return y


def hatch_of(box, slope=1, gap=HATCH):
    """The slanting strokes inside a box: from where each enters it to where it leaves."""
    strokes = []
    reach = box.width + box.height
    at = gap
    while at < reach:
        x1, y1 = (at, 0) if at <= box.width else (box.width, at - box.width)
        x2, y2 = (0, at) if at <= box.height else (at - box.height, box.height)
        if slope < 0:
            x1, x2 = box.width - x1, box.width - x2
        ends = tuple((round(box.x + x, 2), round(box.y + y, 2)) for x, y in ((x1, y1), (x2, y2)))
        strokes.append(Stroke(ends, 0.6))
        at += gap
    return strokes


def strokes_in(box):
    """What lies inside a box of this look."""
    if box.look == "hatched":
        return hatch_of(box)
    if box.look == "crossed":
        return hatch_of(box) + hatch_of(box, slope=-1)
    return []
