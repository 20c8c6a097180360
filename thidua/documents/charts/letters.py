"""The letters of the documents, and how much room words take."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from PIL import ImageFont

FILES = {
    (False, False): "Tinos_400Regular.ttf",
    (True, False): "Tinos_700Bold.ttf",
    (False, True): "Tinos_400Regular_Italic.ttf",
    (True, True): "Tinos_700Bold_Italic.ttf",
}
MEASURE = 200  # the size at which words are measured


@lru_cache(maxsize=64)
def font_of(size, bold=False, italic=False):
    path = Path(settings.DOCUMENT_FONTS_DIR) / FILES[bold, italic]
    # The basic engine gives the same picture on every machine, with or without libraqm.
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def width_of(text, size, bold=False, italic=False):
    return font_of(MEASURE, bold, italic).getlength(text) * size / MEASURE


def lines_of(text, room, size, bold=False, most=2):
    """The words broken into lines of about equal length; what exceeds the last line ends in an ellipsis."""
    lines = broken(text, room, size, bold)
    if len(lines) > most:
        return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), room, size, bold)]
    # The narrowest column of as many lines: no word stays alone at the end.
    while len(lines) > 1 and len(narrower := broken(text, room - 4, size, bold)) == len(lines):
        lines, room = narrower, room - 4
    return lines


def broken(text, room, size, bold=False):
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, size, bold) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def cut(text, room, size, bold=False):
    while text and width_of(text + "…", size, bold) > room:
        text = text[:-1]
    return text.rstrip(" ,;.–-") + "…"
