"""The lines of a paper: cleaned of what copying left behind, each with its number in the source."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

# A line longer than this is no sentence of an office; what follows is not looked at, so that junk costs no time.
LONGEST_LINE = 20_000
MOST_LINES = 12_000  # some three hundred pages
BREAK = "\x1f"  # a line break inside a table cell

# Letters of Vietnamese, for use inside a character class.
_VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
LOWER = "a-z" + _VOWELS
UPPER = "A-Z" + _VOWELS.upper()

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\f\v"), " ")
_NOTHING = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"), None
)
_QUOTES = {ord("«"): "“", ord("»"): "”", ord("„"): "“", ord("‟"): "“"}
_DASHES = {ord("‐"): "-", ord("‑"): "-", ord("‒"): "–", ord("−"): "-", ord("―"): "—", ord("⁃"): "-"}
_CLEAN = {**_SPACES, **_NOTHING, **_QUOTES, **_DASHES}

_TAG_BREAK = re.compile(r"<\s*(?:br|/?li|/?p|/?div)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG_CELL = re.compile(r"<\s*/(?:td|th)\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ROW_OPENS = re.compile(r"<\s*tr\b", re.IGNORECASE)
_ROW_CLOSES = re.compile(r"<\s*/\s*(?:tr|table)\b", re.IGNORECASE)
_ROW_END = re.compile(r"(?<=</tr>)(?=.)", re.IGNORECASE)
LONGEST_ROW = 80  # lines of one row; more is no row
_ENTITY = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_RULE = re.compile(r"^[\s|:\-–—_=*.~+]+$")
_HASHES = re.compile(r"^\s{0,8}(?:>\s?)?#{1,6}\s+")
_BOLD = re.compile(r"\*{2,3}|_{2,3}|`+")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])")
_FAR = re.compile(r"^(?: {12}|\t| *\t)")
_GAP = re.compile(r" {5,}|\t")
# «Số:        /KH-UBND», «ngày        tháng        năm»: a blank left for the pen, not a second column.
_PEN = re.compile(r"(?:^so\s*:?|\bngay|\bthang|\bnam)\s*[.…_]*$")
_AFTER_PEN = re.compile(r"[.…_\d\s]*(?:/|thang\b|nam\b|\d{1,4}\b|-\s?kh)")
_PAGE = re.compile(r"^\s*(?:[-–]\s?)?(?:trang\s+)?\d{1,3}(?:\s?/\s?\d{1,3})?(?:\s?[-–])?\s*$", re.IGNORECASE)
_QUARTER_ALONE = re.compile(
    r"^(?:[ivx\d]+\s*[.)]\s*)?(?:quy\s*(?:[iv]+|[1-4])|thang\s*\d{1,2}|6 thang (?:dau|cuoi) nam)\W*(?:nam\s*\d{4})?\W*$"
)
_BLANKS = re.compile(r"[ \t]+")


class _Fold(dict):
    """One letter for one letter: the letter without its marks, in small type."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0]
        base = {"đ": "d", "Đ": "d", "–": "-", "—": "-", "“": '"', "”": '"', "’": "'", "‘": "'"}.get(base, base)
        self[code] = base.lower()[0]
        return self[code]


_FOLD = _Fold()


def fold(text: str) -> str:
    """The text without diacritics and capitals; same length, so that places in one are places in the other."""
    return text.translate(_FOLD)


@dataclass
class Line:
    """One line of the source: its number, its words, and its cells where it is the row of a table."""

    number: int
    text: str
    cells: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)  # parted by wide gaps, as letterheads and signatures are
    right: bool = False  # begins far from the left edge, as a signature does

    @property
    def folded(self) -> str:
        return fold(self.text)


def tidy(text: str) -> str:
    """Words with single blanks between them."""
    return _BLANKS.sub(" ", text.replace(BREAK, " ")).strip()


def _plain(raw: str) -> str:
    text = unicodedata.normalize("NFC", raw[:LONGEST_LINE].translate(_CLEAN))
    text = "".join(ch for ch in text if not unicodedata.combining(ch)) if not text.isascii() else text
    if "<" in text:
        text = _TAG.sub(" ", _TAG_BREAK.sub(BREAK, _TAG_CELL.sub("\t", text)))
    if "&" in text:
        for entity, char in _ENTITY.items():
            text = text.replace(entity, char)
    text = _HASHES.sub("", text)
    text = _BOLD.sub("", text) if not _RULE.match(text) else text
    return _EMPHASIS.sub(r"\1", text) if "*" in text else text


def _cells(text: str) -> list[str]:
    bare = text.strip(" ")
    if bare.count("|") >= 2 and (bare.startswith("|") or bare.endswith("|")):
        return [cell.strip() for cell in bare.strip("|").split("|")]
    if "\t" in bare.strip("\t") or (bare.endswith("\t") and bare.strip()):
        return [cell.strip() for cell in bare.split("\t")]
    return []


def _columns(text: str) -> list[str]:
    """The parts of a line between wide gaps."""
    found: list[str] = []
    for part in _GAP.split(text.strip()):
        words = tidy(part)
        if found and _PEN.search(fold(found[-1])) and _AFTER_PEN.match(fold(words)):
            found[-1] += f" {words}"
        else:
            found.append(words)
    return found


def _whole_rows(raws: list[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; a row of an HTML table written over several lines is one line, on its first."""
    row: list[str] = []
    first = 0
    for number, raw in enumerate(raws, 1):
        if not row and (not _ROW_OPENS.search(raw) or len(raw) > LONGEST_LINE):
            yield number, raw
            continue
        *whole, raw = _ROW_END.split(raw)  # a table on a single line: each of its rows by itself
        for part in whole:
            yield first if row else number, " ".join([*row, part])
            row = []
        if not raw.strip():
            continue
        first = first if row else number
        row.append(raw)
        if _ROW_CLOSES.search(raw) or len(row) >= LONGEST_ROW:
            yield first, " ".join(row)
            row = []
    if row:
        yield first, " ".join(row)


def read_lines(text: str) -> list[Line]:
    """Every line that says something, numbered as in the source (1-based)."""
    lines = []
    for number, raw in _whole_rows(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if not raw.strip():
            continue
        plain = _plain(raw)
        if _RULE.match(plain) or _PAGE.match(plain):
            continue
        cells = _cells(plain)
        words = tidy(" ".join(cells) if cells else plain)
        if len(lines) >= MOST_LINES:
            break
        if words:
            columns = [] if cells else _columns(plain)
            lines.append(Line(number, words, cells if len(cells) > 1 else [], columns, bool(_FAR.match(plain))))
    _rows_across(lines)
    return lines


def _rows_across(lines: list[Line]) -> None:
    """«QUÝ II» alone between the rows of a table is one of its rows, whatever became of its empty cells."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if before.cells and after.cells and not line.cells and _QUARTER_ALONE.match(line.folded):
            line.cells = [line.text, ""]


def is_caps(text: str) -> bool:
    """Whether a line stands in capitals, as headings and letterheads do."""
    letters = [ch for ch in text if ch.isalpha()]
    return len(letters) >= 2 and sum(ch.isupper() for ch in letters) >= 0.85 * len(letters)


def strip_end(text: str) -> str:
    """Without the punctuation that closes an item of a list."""
    return text.strip().rstrip(";,.:/ ").strip()


def first_small(text: str, folded: str, pattern: re.Pattern, start: int, limit: int) -> int:
    """Where the pattern first matches a word that is no part of a name («của Sở Tài chính» is not «… tại»); else the limit."""
    for match in pattern.finditer(folded, start, limit):
        word = text[match.start() : match.end()].strip()
        if not word[:1].isupper() or word.startswith(("Bằng", "Giấy")):
            return match.start()
    return limit
