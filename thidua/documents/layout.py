"""The parts of an administrative document as Nghị định 30/2020/NĐ-CP, Phụ lục I, sets them out."""

import unicodedata
from dataclasses import dataclass
from datetime import date

# The points (điểm) of a clause follow the Vietnamese alphabet: đ comes after d; f, j, w, z do not exist.
LETTERS = "abcdđeghiklmnopqrstuvxy"
# How many letters surely stand on one line: 12 pt bold capitals in the left column, 14 pt bold in half the width,
# 14 pt bold in the width of the title, 13 pt italic in the width of the page.
ISSUER_LETTERS, POST_LETTERS, TITLE_LETTERS, NOTE_LETTERS = 26, 26, 64, 76
# Words before which a title is broken rather than elsewhere: «Sở Nội vụ / tỉnh Khánh Hòa», «… / trong phong trào».
STARTS_A_LINE = {"tỉnh", "thành", "huyện", "quận", "trong", "ngày", "thủ", "phó"}
BLANK = "\u00a0"  # does not collapse: room to write by hand


@dataclass(frozen=True)
class Letterhead:
    """Ô số 2, 3, 4: who issues, under whom, the number and symbol, the place and date."""

    issuer: str
    symbol: str
    place: str
    superior: str = ""
    number: str = ""
    issued_on: date | None = None

    @property
    def superior_lines(self):
        return balanced(self.superior.upper(), ISSUER_LETTERS)

    @property
    def issuer_lines(self):
        return balanced(self.issuer.upper(), ISSUER_LETTERS)

    @property
    def number_line(self):
        return number_and_symbol(self.number, self.symbol)

    @property
    def place_line(self):
        return place_and_date(self.place, self.issued_on)


@dataclass(frozen=True)
class Signature:
    """Ô số 7: authority lines («KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC»), the name, perhaps a line about the electronic signature.

    `hint` is the small line of the forms under the authority: «(Ký tên, đóng dấu)».
    """

    authority: tuple[str, ...]
    name: str
    note: str = ""
    hint: str = ""

    @property
    def post_lines(self):
        return [part for line in self.authority for part in balanced(line.upper(), POST_LETTERS)]


def number_and_symbol(number, symbol):
    """«Số: 05/QĐ-SNV»; room to write the number by hand when there is none yet."""
    text = str(number).strip().zfill(2) if str(number).strip() else BLANK * 8
    return f"Số: {text}/{symbol}"


def place_and_date(place, day):
    """«Khánh Hòa, ngày 05 tháng 4 năm 2024»; room for the day when there is none yet."""
    if day is None:
        return f"{place}, ngày{BLANK * 5}tháng{BLANK * 5}năm{BLANK * 6}"
    return f"{place}, {day_in_words(day)}"


def day_in_words(day):
    """«ngày 05 tháng 4 năm 2024»: days below 10 and months 1 and 2 get a zero in front."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def balanced(text, most):
    """Centred text in as few lines as it needs, all of about one length: no last word alone on its line."""
    count = -(-len(text) // most)
    words, lines = text.split(), []
    while words:
        goal = len(" ".join(words)) / max(count - len(lines), 1)
        fitting = [end for end in range(1, len(words) + 1) if len(" ".join(words[:end])) <= most]
        end = min(fitting or [1], key=lambda end: _badness(words, end, goal))
        lines.append(" ".join(words[:end]))
        words = words[end:]
    return lines


def _badness(words, end, goal):
    """How far a line of the first `end` words is from the goal; breaks where the sense pauses are better."""
    distance = abs(len(" ".join(words[:end])) - goal)
    pauses = words[end - 1].endswith(",") or (end < len(words) and words[end].lower() in STARTS_A_LINE)
    return distance - 6 if pauses else distance


def basis_lines(bases):
    """Ô số 6, «Căn cứ …»: one per line, each ends with a semicolon, the last with a full stop."""
    lines = [basis.strip().rstrip(";. ") for basis in bases]
    starts = ("Căn cứ", "Theo đề nghị", "Xét đề nghị")
    return closed([line if line.startswith(starts) else f"Căn cứ {line}" for line in lines])


def closed(lines):
    """An enumeration as the decree ends it: «…;» «…;» «….»"""
    return [f"{line}{'.' if number == len(lines) else ';'}" for number, line in enumerate(lines, 1)]


def lettered(lines):
    """The points of a clause: «a) …», «b) …», «c) …», «d) …», «đ) …»."""
    return [f"{letter}) {line}" for letter, line in zip(LETTERS, lines, strict=False)]


def roman(number):
    """1 → «I»: parts of a list, appendices."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def money(amount):
    """2340000 → «2.340.000 đồng»."""
    return f"{amount:,} đồng".replace(",", ".")


def nfc(text):
    """Documents are Unicode in its composed form (TCVN 6909:2001); sources are not always."""
    return unicodedata.normalize("NFC", text)


def lower_first(text):
    """A title inside a sentence: «Phong trào …» → «phong trào …»."""
    return text[:1].lower() + text[1:]
