"""Years in the words of a plan: which ones are the campaign's own, and how they move on."""

import re

_YEAR = r"(?:19|20)\d{2}"
_END = r"(?!\w|[/.]\w|-[^\W\d])"  # not inside a number: «12/2024/TT-BNV», «2024/QĐ-UBND»
_SPELT = rf"\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{_YEAR}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{_YEAR}"
# Documents that are cited: «Luật … năm 2022», «Kế hoạch số 12/KH-UBND ngày 05/4/2024», «Nghị quyết số 18 năm 2017».
_CITED = rf"""
    \b(?:Bộ\s+luật|Luật|Pháp\s+lệnh|Hiến\s+pháp|Nghị\s+định|Thông\s+tư)\b [^.;:\n]*? \bnăm\s+{_YEAR}\b
  | \bsố\s*:?\s*\d[^\s,;]* (?:\s*,?\s*ngày\s+(?:{_SPELT})|\s+năm\s+{_YEAR}\b)?
  | \b(?:Luật|Nghị\s+định|Thông\s+tư|Nghị\s+quyết|Chỉ\s+thị|Kết\s+luận|Quyết\s+định|Kế\s+hoạch|Công\s+văn|Hướng\s+dẫn
    |Thông\s+báo|Tờ\s+trình|Chương\s+trình)\s+(?:\d[^\s,;]*\s+)?ngày\s+(?:{_SPELT})
"""
# Where a year belongs to the plan: after a word of time, or after the number of a day, a month, a quarter, a round.
_OWN = rf"""
    \b(?:năm\s+học|niên\s+khóa|giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|năm|từ|đến)\s+{_YEAR}{_END}
      (?:(?:\s*[-–—,]\s*|\s+(?:và|đến|tới|hoặc)\s+)(?:năm\s+)?{_YEAR}{_END})*
  | (?<![\w./])\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{_YEAR}{_END}
  | (?<![\w./])(?:\d{{1,2}}|[IVX]{{1,4}})\s*[/-]\s*{_YEAR}{_END}
  | (?<![\w./-]){_YEAR}\s*[-–—]\s*{_YEAR}{_END}
"""
_SPOKEN = re.compile(rf"(?P<cited>{_CITED})|{_OWN}", re.IGNORECASE | re.VERBOSE)
_NUMBER = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_SYMBOL = re.compile(r"\bsố\s*:?\s*\d[^\s,;]*|\d[^\s,;]*/[^\s,;]*[^\W\d][^\s,;]*", re.IGNORECASE)


def own_years(year, starts_on, ends_on):
    """The years of which a plan speaks as its own: those in which it runs, and the one that it prepares."""
    return range(min(year, starts_on.year), max(year, ends_on.year) + 2)


def in_text(text, years, own):
    """«Quý I/2024, các năm 2024, 2025» some years on: only years of `own`, and a range or list only as a whole.

    The years of documents that are cited stay, and so does every number that no word or sign makes a year.
    """
    return _SPOKEN.sub(lambda found: found[0] if found["cited"] else _moved(found[0], years, own), text)


def _moved(words, years, own):
    if any(int(year) not in own for year in _NUMBER.findall(words)):
        return words
    return _NUMBER.sub(lambda year: str(int(year[0]) + years), words)


def years_in(text):
    """Every number that may be a year, those of cited documents too; their symbols («2024/QĐ-UBND») are none."""
    return {int(year) for year in _NUMBER.findall(_SYMBOL.sub(" ", text))}
