"""Tables of a PDF page: columns found again from the blanks between them, each row on one line with TABs."""

import re
from collections import Counter

TABLE_HEAD = re.compile(
    r"^\s*(?:S?TT|Số TT)\b.*(?:NỘI DUNG|Nội dung|TIÊU CHÍ|Tiêu chí|NHIỆM VỤ|Nhiệm vụ|CÔNG VIỆC|Công việc)", re.MULTILINE
)
_CELL = re.compile(r"\S+(?: \S+)*")
_HEAD = re.compile(r"\s*(?:S?TT|Số TT)\s{2,}\S")
_NUMBER = re.compile(r"\s*(?:\d{1,3}|[IVX]{1,5}|[A-HĐ])[.)]?(?:\s{2,}|$)")
_QUARTER = re.compile(r"\s*(?:QUÝ|Quý|THÁNG|Tháng)\s+[IVX\d]+\s*$")
_FAR = 3  # blanks between two cells


def with_rows(page):
    """The page's lines; where a table stands, its rows as «TT<TAB>content<TAB>units»."""
    lines, made, place = page.splitlines(), [], 0
    while place < len(lines):
        if not _HEAD.match(lines[place]):
            made.append(" ".join(lines[place].split()))
            place += 1
            continue
        end = _end(lines, place)
        made += _rows(lines[place:end])
        place = end
    return "\n".join(line for line in made if line)


def _cells(line):
    """[(where it begins, its words)]; two blanks part words of a justified line, three part cells."""
    found = []
    for match in _CELL.finditer(line):
        if found and match.start() - found[-1][2] < _FAR:
            begin, words, _stop = found.pop()
            found.append((begin, f"{words} {match[0]}", match.end()))
        else:
            found.append((match.start(), match[0], match.end()))
    return [(begin, words) for begin, words, _stop in found]


def _end(lines, start):
    """The first line after the table: text that fills the page from the left without a number and without a gap."""
    for place in range(start + 1, len(lines)):
        cells = _cells(lines[place])
        outside = len(cells) == 1 and cells[0][0] <= 1 and len(cells[0][1]) > 25
        if outside and not _QUARTER.match(lines[place]):
            return place
    return len(lines)


def _rows(lines):
    columns = _columns(lines[1:])
    rows = [[words for _begin, words in _cells(lines[0])]]
    open_row = None
    for line in lines[1:]:
        if not line.strip():
            continue
        if _QUARTER.match(line):
            rows.append([line.strip(), ""])
            open_row = None
            continue
        if open_row is None or (_NUMBER.match(line) and _cells(line)[0][0] < columns[0] + _FAR):
            open_row = [""] * len(columns)
            rows.append(open_row)
        for begin, words in _parted(line, columns):
            column = min(range(len(columns)), key=lambda n: abs(columns[n] - begin))
            open_row[column] = f"{open_row[column]} {words}".strip()
    return ["\t".join(row) for row in rows]


def _parted(line, columns):
    """The cells of a line; one that runs full to the next column is parted where that column begins."""
    for begin, words in _cells(line):
        inside = [edge - begin for edge in columns if begin < edge < begin + len(words) and line[edge - 1] == " "]
        for start, stop in zip([0, *inside], [*inside, len(words)], strict=True):
            yield begin + start, words[start:stop].strip()


def _columns(lines):
    """Where the columns begin: places at which many lines begin a cell."""
    begins = Counter(begin for line in lines if not _QUARTER.match(line) for begin, _words in _cells(line))
    enough = max(2, sum(1 for line in lines if line.strip()) // 6)
    edges = sorted(begin for begin, count in begins.items() if count >= enough)
    columns = [edge for n, edge in enumerate(edges) if n == 0 or edge - edges[n - 1] > 2]
    return columns or [0]
