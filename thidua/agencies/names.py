"""Vietnamese names: how they sort and how they are searched."""

import re
import unicodedata

# The order of the alphabet and, within a letter, of the tones: ngang, huyền, hỏi, ngã, sắc, nặng.
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SHAPES = {"\u0302", "\u0306", "\u031b"}


def fold(text):
    """Lower case without marks, one spelling of sĩ/sỹ: the same as SQL's vn_fold()."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not "\u0300" <= c <= "\u036f")
    return re.sub(r"\b([hklmnrst])y\b", r"\1i", bare.replace("đ", "d"))


def sort_key(full_name):
    """Key by which lists of people are ordered: given name first, Vietnamese alphabet, then the rest of the name."""
    words = unicodedata.normalize("NFC", full_name).lower().split()
    ordered = words[-1:] + words[:-1]
    return " ".join(_syllable_key(word) for word in ordered)


def _syllable_key(word):
    letters, tone = [], 0
    for char in word:
        base, marks = "", ""
        for part in unicodedata.normalize("NFD", char):
            if part in TONES:
                tone = TONES[part]
            elif part in SHAPES:
                marks += part
            else:
                base += part
        letter = unicodedata.normalize("NFC", base + marks)
        letters.append(f"{LETTERS.index(letter):02d}" if letter in LETTERS else f"9{letter}")
    return "".join(letters) + f".{tone}"
