"""How long a text is in bold Times New Roman: the decree gives rules a share of the length of the text above them."""

import unicodedata

# Thousandths of the size of the type.
WIDTHS = {
    letter: width
    for width, letters in {
        250: " .,", 278: "il", 333: "fjt()-", 389: "Is", 444: "cerz", 500: "Jagovxy0123456789–\"“”/", 556: "Sbdhknpqu",
        611: "FP", 667: "BELTZ", 722: "ACDNRUVXYĐw", 778: "GHKOQ", 833: "m", 944: "M", 1000: "W",
    }.items()
    for letter in letters
} | {"đ": 556}  # fmt: skip
PT_TO_MM = 25.4 / 72


def width_mm(text, size):
    """The length of one line in millimetres; accents do not count."""
    letters = [letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)]
    return sum(WIDTHS.get(letter, 556) for letter in letters) / 1000 * size * PT_TO_MM
