"""The year's programme: what is done in which quarter, and by whom."""

import re

from campaigns.reading.dates import mentions
from campaigns.reading.facts import Found
from campaigns.reading.lines import BREAK, UPPER, fold, strip_end, tidy
from campaigns.reading.outline import Node, items_of
from campaigns.reading.paper import Paper

_QUARTER = re.compile(r"\bquy\s*(?P<q>iv|iii|ii|i|[1-4])\b")
_MONTH = re.compile(r"\bthang\s*(?P<m>\d{1,2})\b|(?<![\d/])(?:\d{1,2}/)?(?P<m2>\d{1,2})/20\d{2}")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COLUMN = (
    ("position", re.compile(r"^(?:s?tt|stt|so tt|no\.?|so thu tu)$")),
    ("points", re.compile(r"\bdiem\b|\bthang diem\b")),
    ("time", re.compile(r"\b(?:thoi gian|thoi han|tien do|thoi diem|quy|thang|hoan thanh)\b")),
    (
        "units",
        re.compile(
            r"\b(?:don vi|co quan|bo phan|phu trach|chu tri|phoi hop|nguoi|to chuc thuc hien|phan cong|phong|chiu trach nhiem)\b"
        ),
    ),
    ("task", re.compile(r"\b(?:noi dung|nhiem vu|cong viec|hoat dong|cong tac|viec)\b")),
    ("result", re.compile(r"\b(?:san pham|ket qua|ghi chu|du kien|kinh phi)\b")),
)
_ORG = (
    "Văn phòng|Phòng|Ban|Hội đồng|Các|Lãnh đạo|Đại biểu|Công đoàn|Đoàn|Sở|UBND|Ủy ban|Uỷ ban|Trung tâm|Trường|Toàn|Cá nhân|Tập thể|Thủ trưởng|Hội|Tổ|Chi|"
    "Cán bộ|Giám đốc|Khoa|Bộ phận|Chánh|Trưởng|Phó|HĐ|Thường trực|Cụm|Khối|Đảng|BCH|BGH|Ban|Bệnh viện|Chủ tịch|Hiệu trưởng|Giáo viên|GV|Kế toán|CĐ|Đội|Cục|Chi cục|Viện|Mặt trận|Công chức|Bộ|Vụ|Thanh tra|Học viện|Tổng cục|Kho bạc|Nhà trường|BTC|CĐCS|Ngành"
)
_ITEM = re.compile(rf"(?:(?<=[.;,])\s*|^\s*)[-–+•]\s*(?=[{UPPER}])|\s+[-–+•]\s+(?=(?:{_ORG})\b)")
_COMMA = re.compile(rf",\s+(?=(?:{_ORG})\b)")


def quarter_of(text: str) -> int | None:
    """The quarter a heading or a cell names, by itself or by its (first) month."""
    folded = fold(text)
    match = _QUARTER.search(folded)
    if match:
        return _QUARTERS[match["q"]]
    month = _MONTH.search(folded)
    number = int(month["m"] or month["m2"]) if month else 0
    if not number:
        days = [m.month for m in mentions(text, folded) if m.month]
        number = days[0] if days else 0
    return (number + 2) // 3 if 1 <= number <= 12 else None


def units_of(cell: str) -> list[str]:
    """The agencies of a cell, without dashes and full stops."""
    parts: list[str] = []
    for piece in cell.replace(BREAK, "\n").split("\n"):
        for clause in piece.split(";"):
            parts.extend(_ITEM.split(clause))
    found = []
    for part in parts:
        words = strip_end(tidy(part).lstrip("-–+•* "))
        found.extend(strip_end(unit) for unit in _COMMA.split(words) if strip_end(unit))
    return found


def task_of(cell: str) -> str:
    """The words of a cell without the bullets of its list."""
    text = tidy(cell.replace(BREAK, " ")).lstrip("-–+•* ")
    return tidy(re.sub(rf"(?<=[.;:])\s+[-–+•]\s+(?=[{UPPER}])", " ", text))


def parts_of(cell: str) -> list[str]:
    """The items of a list inside a cell, one each; a cell without a list is one item."""
    pieces = [piece for line in cell.split(BREAK) for piece in re.split(rf"(?<=[.;])\s+[-–+•]\s+(?=[{UPPER}])", line)]
    return [words for words in (tidy(piece).lstrip("-–+•* ") for piece in pieces) if words]


def columns_of(cells: list[str]) -> dict[str, list[int]]:
    """What each column of a header row is for; empty where the row is no header."""
    found: dict[str, list[int]] = {}
    filled = [cell for cell in cells if cell.strip()]
    if (
        len(filled) < 2
        or any(len(cell) > 70 or cell.rstrip().endswith((".", ";")) for cell in filled)
        or filled[0].strip(" .").isdigit()
    ):
        return {}
    for index, cell in enumerate(cells):
        folded = fold(tidy(cell)).strip(" .:*")
        for name, pattern in _COLUMN:
            if folded and pattern.search(folded):
                found.setdefault(name, []).append(index)
                break
    return found if len(found) >= 2 else {}


def tables(root: Node) -> list[list[Node]]:
    """Rows of one table, also where a page break or a quarter's heading parts them."""
    found: list[list[Node]] = []

    def search(node: Node) -> None:
        run: list[Node] = []
        for child in node.children:
            if child.kind == "row":
                run.append(child)
            elif _is_quarter_row(child) and (run or child.children):
                # A quarter's name across the table is a line of its own; the rows below it hang on it.
                run += [child, *child.children]
            elif run and _is_torn_cell(child):
                continue
            else:
                if run:
                    found.append(run)
                    run = []
                search(child)
        if run:
            found.append(run)

    search(root)
    return found


def _is_torn_cell(node: Node) -> bool:
    """A few words between two rows: the second line of a cell, not the end of the table."""
    beside = node.parent.children if node.parent else []
    after = beside[beside.index(node) + 1 :][:2]
    return (
        not node.children
        and len(node.text) < 60
        and not node.text.rstrip().endswith((".", ":"))
        and any(other.kind == "row" for other in after)
    )


def _is_quarter_row(node: Node) -> bool:
    return (
        len(node.text) <= 40
        and bool(
            re.match(
                r"^(?:[ivx\d]+\s*[.)]?\s*)?(?:quy\s*(?:[iv]+|[1-4])|thang\s*\d{1,2}|6 thang (?:dau|cuoi) nam)\b",
                node.folded,
            )
        )
        and all(child.kind == "row" for child in node.children)
    )


def _cell(cells: list[str], places: list[int]) -> str:
    return BREAK.join(cells[place] for place in places if place < len(cells) and cells[place].strip())


def is_programme(header: dict[str, list[int]]) -> bool:
    return "task" in header and "points" not in header and bool({"units", "time"} & set(header))


def _table_rows(rows: list[Node]) -> list[Found]:
    header: dict[str, list[int]] = {}
    quarter: int | None = None
    quarters_seen = False
    found: list[Found] = []
    for node in rows:
        cells = node.cells or [node.text]
        named = columns_of(cells)
        if is_programme(named):
            header = named
            continue
        if named and "points" in named:
            return []
        filled = [cell for cell in cells if cell.strip()]
        if _heads_quarter(filled):
            quarter, quarters_seen = quarter_of(" ".join(filled)), True
            continue
        if not header and not quarters_seen:
            continue
        row = _row(node, cells, header or {"position": [0], "task": [1], "units": [2]}, quarter, len(found) + 1)
        if row:
            found.append(row)
    return found


def _heads_quarter(filled: list[str]) -> bool:
    text = " ".join(filled)
    return (
        len(filled) <= 2
        and len(text) < 45
        and bool(re.match(r"^(?:[ivx\d]+\s*[.)]?\s*)?(?:quy|thang|6 thang)\s*(?:[iv]+|\d{1,2}|dau|cuoi)\b", fold(text)))
    )


def _heads_group(cells: list[str]) -> bool:
    """«II | Công tác khen thưởng | | |»: the head of the rows below it."""
    filled = [tidy(cell) for cell in cells if cell.strip()]
    return len(filled) == 2 and len(cells) >= 3 and bool(re.fullmatch(r"(?:[IVX]{1,5}|[A-H])\.?", filled[0]))


def _row(
    node: Node, cells: list[str], header: dict[str, list[int]], quarter: int | None, position: int
) -> Found | None:
    task = task_of(_cell(cells, header["task"]))
    time = _cell(cells, header.get("time", []))
    number = re.match(
        r"^\s*(\d{1,3})\s*[.)]?\s*$",
        _cell(cells, header.get("position", [])) or (cells[0] if 0 not in header["task"] else ""),
    )
    if not task or _heads_group(cells):
        return None
    if not number and len([cell for cell in cells if cell.strip()]) < 2:
        return None
    item = {
        "quarter": (quarter_of(time) if time else None) or quarter,
        "position": int(number[1]) if number else position,
        "task": task,
        "units": units_of(_cell(cells, header.get("units", []))),
    }
    return Found(item, node.lines, {"time": tidy(time), "parts": parts_of(_cell(cells, header["task"]))})


_BY = re.compile(
    r"\(\s*(?:don vi (?:thuc hien|chu tri|phu trach)\s*:\s*|giao\s+|do\s+)?(?P<who>[^()]{3,120}?)\s*(?:chu tri|thuc hien|phu trach|tham muu)?\s*(?:thuc hien)?\)\s*[.;]?$"
)
_BY_LINE = re.compile(
    r"(?:don vi|co quan|bo phan|phong)\s*(?:thuc hien|chu tri|phu trach|tham muu|phoi hop)?\s*:\s*(?P<who>.{3,160})$"
)


def _list_row(node: Node, quarter: int | None, position: int) -> Found | None:
    text = " ".join([node.text, *(child.text for child in node.children)])
    folded = fold(text)
    by = _BY.search(folded) or _BY_LINE.search(folded)
    units = []
    if by and re.match(rf"(?:{_ORG})\b", tidy(text[by.start("who") :]).lstrip("-– ")):
        units = units_of(text[by.start("who") : by.end("who")])
        text = text[: by.start()]
    task = strip_end(tidy(text))
    return (
        Found({"quarter": quarter, "position": position, "task": task, "units": units}, node.all_lines, {"time": ""})
        if task
        else None
    )


def _quarter_nodes(root: Node) -> list[Node]:
    pattern = re.compile(
        r"^(?:trong\s+|cong viec\s+|nhiem vu\s+)?(?:quy\s*(?:[iv]+|[1-4])\b|thang\s*\d{1,2}(?!\d|\s*nam\s*\d{4}\s*den)\b|thang\s*\d{1,2}/20\d\d)"
    )
    return [
        n
        for n in root.walk()
        if n.kind != "row" and len(n.label) <= 60 and pattern.match(n.folded) and (n.children or n.inline)
    ]


def _mostly_other(nodes: list[Node]) -> bool:
    """A list of deadlines in which a month stands here and there is no programme by months."""
    beside = [child for child in (nodes[0].parent.children if nodes[0].parent else []) if child.kind == nodes[0].kind]
    return sum(any(child is node for node in nodes) for child in beside) < 0.6 * len(beside)


def _from_lists(paper: Paper) -> list[Found]:
    nodes = [
        n
        for n in _quarter_nodes(paper.root)
        if not paper.topics.around(n) & {"purpose", "standards", "dossier", "organise"}
        or "programme" in paper.topics.around(n)
    ]
    if len(nodes) < 2 or _mostly_other(nodes):
        return []
    found: list[Found] = []
    for node in nodes:
        quarter = quarter_of(node.label)
        children = [child for child in items_of(node) if child.kind != "row"]
        if node.inline:
            for part in node.inline.split(";"):
                if tidy(part):
                    row = _list_row(Node("dash", "", tidy(part), node.lines), quarter, len(found) + 1)
                    found += [row] if row else []
        for child in children:
            row = _list_row(child, quarter, len(found) + 1)
            found += [row] if row else []
    return found


def read_programme(paper: Paper) -> list[Found]:
    """The rows of the programme in the order of the paper."""
    found: list[Found] = []
    for rows in tables(paper.root):
        found += _table_rows(rows)
    found = found or _from_lists(paper)
    if found:
        return found
    for root in paper.annex_roots:
        for rows in tables(root):
            found += _table_rows(rows)
    return found
