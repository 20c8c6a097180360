"""The parts of an administrative document as Nghị định 30/2020/NĐ-CP, Phụ lục I, sets them out."""

import unicodedata
from dataclasses import dataclass
from datetime import date

LETTERS = "abcdđeghiklmnopqrstuvxy"


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
    def number_line(self):
        return number_and_symbol(self.number, self.symbol)

    @property
    def place_line(self):
        return place_and_date(self.place, self.issued_on)


@dataclass(frozen=True)
class Signature:
    """Ô số 7: authority lines («KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC»), the name, perhaps a line about the electronic signature."""

    authority: tuple[str, ...]
    name: str
    note: str = ""


def number_and_symbol(number, symbol):
    """«Số: 05/QĐ-SNV»; room to write the number by hand when there is none yet."""
    text = str(number).zfill(2) if str(number).strip() else "\u00a0" * 8
    return f"Số: {text}/{symbol}"


def place_and_date(place, day):
    """«Khánh Hòa, ngày 05 tháng 4 năm 2024»: days below 10 and months 1 and 2 get a zero in front."""
    if day is None:
        return f"{place}, ngày\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0năm\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"
    return f"{place}, {day_in_words(day)}"


def day_in_words(day):
    """«ngày 05 tháng 4 năm 2024»."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def basis_lines(bases):
    """«Căn cứ …» lines: each ends with a semicolon, the last with a full stop."""
    lines = [basis.strip().rstrip(";.") for basis in bases]
    lines = [line if line.startswith("Căn cứ") else f"Căn cứ {line}" for line in lines]
    return [f"{line}{'.' if number == len(lines) else ';'}" for number, line in enumerate(lines, 1)]


def money(amount):
    """2340000 → «2.340.000 đồng»."""
    return f"{amount:,} đồng".replace(",", ".")


def nfc(text):
    """Documents are Unicode in its composed form (TCVN 6909:2001); sources are not always."""
    return unicodedata.normalize("NFC", text)
