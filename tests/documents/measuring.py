"""Reading a PDF with a ruler: where a text stands, in which size and weight, and which rules are drawn."""

from dataclasses import dataclass
from io import BytesIO

import pdfplumber

MM = 72 / 25.4


@dataclass(frozen=True)
class Piece:
    """A piece of text on a page; lengths in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    sizes: frozenset[float]
    faces: frozenset[str]

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def middle(self):
        return (self.x0 + self.x1) / 2

    @property
    def style(self):
        """(size, face) of a piece that is all of one style."""
        (size,), (face,) = self.sizes, self.faces
        return size, face


class Measured:
    """A rendered document, opened for measuring."""

    def __init__(self, rendered):
        self.rendered = rendered
        self.pdf = pdfplumber.open(BytesIO(rendered.pdf))
        self.pages = self.pdf.pages

    def text(self, page):
        """All text of a page; line ends are spaces."""
        return " ".join((self.pages[page].extract_text() or "").split())

    def page_with(self, text):
        """The number of the first page on which the text stands."""
        return next(number for number in range(len(self.pages)) if text in self.text(number))

    def find(self, text, page=0):
        """The one place on the page where the text stands on one line."""
        (piece,) = self.find_all(text, page)
        return piece

    def find_all(self, text, page=0):
        height = float(self.pages[page].height)
        return [_piece(match, height) for match in self.pages[page].search(text, regex=False, case=True)]

    def rules(self, page=0):
        """Horizontal rules outside of tables: (x0, x1, top)."""
        thin = [rect for rect in self.pages[page].rects if rect["height"] < 1.5 < rect["width"]]
        return [(rect["x0"], rect["x1"], rect["top"]) for rect in thin]

    def rule_below(self, piece, page=0):
        """The length of the rule centred right under a piece, in shares of the width of the piece."""
        centred = [rule for rule in self.rules(page) if abs((rule[0] + rule[1]) / 2 - piece.middle) < 1]
        x0, x1, top = min((rule for rule in centred if rule[2] > piece.baseline), key=lambda rule: rule[2])
        assert top - piece.baseline < 10
        return (x1 - x0) / piece.width

    def chars(self):
        return [char for page in self.pages for char in page.chars if char["text"].strip()]

    def lines(self, page):
        """(top, text) of each line of body text, from above."""
        return [(line["top"], line["text"]) for line in self.pages[page].extract_text_lines(return_chars=False)]


def face(char):
    """«Tinos-Bold», without the tag of the subset."""
    return char["fontname"].split("+")[-1]


def _piece(match, page_height):
    chars = [char for char in match["chars"] if char["text"].strip()]
    return Piece(
        text=match["text"],
        x0=match["x0"],
        x1=match["x1"],
        top=match["top"],
        bottom=match["bottom"],
        baseline=page_height - chars[0]["matrix"][5],
        sizes=frozenset(round(char["size"], 1) for char in chars),
        faces=frozenset(face(char) for char in chars),
    )
