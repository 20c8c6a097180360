"""The order of a plan: sections, items, bullets and table rows as a tree, whatever numbering the office uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from campaigns.reading.lines import LOWER, UPPER, Line, fold, is_caps

LONGEST_BLOCK = 6_000

_MARKERS = (
    ("part", re.compile(r"^(?P<n>(?:PHẦN|CHƯƠNG|Phần|Chương)\s+(?:[IVX]+|\d{1,2}|THỨ\s+\w+))\s*[.:)\-–]?\s*")),
    ("roman", re.compile(r"^(?:(?:MỤC|Mục)\s+)?(?P<n>[IVX]{1,6})\s{0,2}(?:[.)]\s?/?|/\.|/(?=\s)|[-–:]\s)\s*(?=\S)")),
    ("roman", re.compile(rf"^(?P<n>[IVX]{{1,5}})\s+(?=[{UPPER}]{{3,}}[^{LOWER}]*$)")),
    (
        "num",
        re.compile(
            r"^(?P<n>\d{1,2})\s+(?=(?:Mục đích|Yêu cầu|Thời gian|Đối tượng|Nội dung|Chỉ tiêu|Hình thức|Hồ sơ|Tiêu chuẩn|Tiêu chí|Kinh phí)\b.{0,40}$)"
        ),
    ),
    ("article", re.compile(r"^(?P<n>Điều\s+\d{1,3})\s*[.:]\s*")),
    ("deep", re.compile(r"^(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)(?:[.)/]{1,2}\s*|\s+)(?=[^\d\s%])")),
    (
        "num",
        re.compile(
            r"^(?P<n>\d{1,2})\s?(?:[.)]\s?/|/\.|/(?=\s)|[.)])(?:\s*(?=[^\d\s/%])|\s+(?=\d{1,4}\s?(?:%|[^\d\s/.,]|\s[^\d/])))"
        ),
    ),
    ("num", re.compile(rf"^(?P<n>\d{{1,2}})\s?[-–]\s+(?=[{UPPER}]|\d{{1,3}}\s?%)")),
    ("paren", re.compile(r"^\((?P<n>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*")),
    ("upper", re.compile(r"^(?P<n>[A-HĐ])\s?[.)/]\s+(?=\S)")),
    ("letter", re.compile(r"^(?P<n>[a-zđ])\s?(?:[)/]|\.(?=\s))\s*(?=\S)")),
    ("dash", re.compile(r"^(?P<n>[-–—])\s*(?=\S)")),
    ("plus", re.compile(r"^(?P<n>\+)\s*(?=\S)")),
    ("dot", re.compile(r"^(?P<n>[•●▪◦·*✓✔➢⮚►■□§\uf0b7\uf02d\uf0a7\uf0d8\uf0fc])\s*(?=\S)")),
    ("dot", re.compile(rf"^(?P<n>o)\s+(?=[{UPPER}])")),
)
BULLETS = {"dash", "plus", "dot"}
_CAPS_HEADING = re.compile(
    r"^(?:muc dich|yeu cau|noi dung|thoi gian|doi tuong|tieu chi|tieu chuan|hinh thuc|so luong|thanh phan|ho so|kinh phi"
    r"|to chuc thuc hien|tong ket|so ket|khen thuong|chi tieu|muc tieu|nhiem vu|giai phap|phu luc|trach nhiem|phan cong|can cu"
    r"|pham vi|cac phong trao|bieu|tien do|chuong trinh|quy [iv1-4]+\b|thang \d)"
)
# A plan without numbers heads its paragraphs with a word and a colon.
_LABEL = re.compile(
    r"^(?:thoi gian|doi tuong|noi dung|chi tieu|muc tieu|khen thuong|hinh thuc|ho so|tieu chi|to chuc thuc hien|kinh phi|muc dich|yeu cau|so luong|tieu chuan|thanh phan)"
    r"(?: [a-z,]+){0,5}:"
)
# «Tháng 9/2024», «Quý II năm 2025» alone on a line: the head of what is done then.
_CALENDAR = re.compile(
    r"(?:(?:trong |cong viec |nhiem vu )?(?:thang \d{1,2}|quy (?:[ivx]{1,3}|[1-4]))(?:\s*[/,\-]?\s*(?:nam )?20\d\d)?|hoc ky (?:[i1]{1,2}|2))\s*[:.]?"
)
_ROUND = re.compile(r"(?:dot|giai doan|buoc|chang|hoc ky) (?:thu )?(?:\d{1,2}|[ivx]{1,4}|nhat|hai|mot)\s*[:.(]")
_ENDS = re.compile(r"[.;:!?…]\s*[”\"')\]]*$|/$|\./\.?$")
# No heading ends with one of these: the sentence goes on.
_DANGLING = re.compile(
    r"(?:,|\(|[“]|\b(?:cua|va|cho|cac|nhung|ve|voi|tai|theo|trong|la|bang|den|ngay|hoac|khi|duoc|bi|mot|giua|nham|moi))$"
)
# A heading may end with one of these; a long sentence does not.
_WEAK = re.compile(r"(?:-|\b(?:de|do|tu|thang|nam|so|tren|duoi|vi|thuoc|tinh|huyen|co|khong|cung|toan|nhat|gan|tham))$")
_AWAITS_NUMBER = re.compile(r"(?<!\w)(?:số|ngày|ngày \d{1,2} tháng|khoản|điều|phụ lục|trước|đến|từ|và)$", re.IGNORECASE)
_TORN_DATE = re.compile(r"(?:\d{1,2}|[IVX]{1,3})\s?/\s?20\d\d")  # «… trong quý / IV/2030»
_SECOND_HALF = re.compile(
    r"^[-–] (?:khen thuong|thuong binh|xa hoi|ke hoach|tai chinh|hanh chinh|cong nghiep|to chuc|dao tao|quan tri|tong hop|the thao|thong tin|ke toan|ky thuat|20\d\d)\b"
)
_LOWER = re.compile(rf"^[\"'“(]?[{LOWER}]")
_MISS = re.compile(r"^(?:can cu|thuc hien|noi nhan|tren day la|trong qua trinh|de nghi cac|luu y)\b")


@dataclass
class Node:
    """A section, an item, a paragraph or a table row, with what stands under it."""

    kind: str
    marker: str
    text: str
    lines: list[int]
    cells: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    parent: "Node | None" = None

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def label(self) -> str:
        """What the item is headed with: up to its first colon, or the whole of a short line."""
        head, colon, _ = self.text.partition(":")
        return head.strip() if colon and len(head) <= 140 else self.text

    @property
    def inline(self) -> str:
        """What follows the colon on the heading's own line."""
        head, colon, tail = self.text.partition(":")
        return tail.strip() if colon and len(head) <= 140 else ""

    @property
    def is_heading(self) -> bool:
        """Short, no full sentence: the name of what follows."""
        return len(self.label) <= 170 and not self.label.rstrip().endswith((".", ";")) and self.kind != "row"

    @property
    def full(self) -> str:
        """Own words and those of everything below."""
        return " ".join(node.text for node in self.walk())

    @property
    def all_lines(self) -> list[int]:
        return sorted({number for node in self.walk() for number in node.lines})

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self) -> Iterator["Node"]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def marker_of(text: str) -> tuple[str, str, str]:
    """(kind, marker, rest) of a line; kind "" where it has no numbering."""
    if text[:1].isalnum() or text[:1] in "(-–—+•●▪◦·*✓✔➢⮚►■□§\uf0b7\uf02d\uf0a7\uf0d8\uf0fc":
        for kind, pattern in _MARKERS:
            match = pattern.match(text)
            if match:
                name = match["n"]
                depth = f"{kind}{name.count('.')}" if kind == "deep" else kind
                return depth, name, text[match.end() :].strip()
    return "", "", text


@dataclass
class Block:
    """One paragraph: lines that a page break or a narrow page tore apart are one again."""

    kind: str
    marker: str
    text: str
    lines: list[int]
    cells: list[str]
    caps: bool


def _wrapped(lines: list[Line]) -> int:
    """The width of a page whose paragraphs are broken into lines; 0 where one line is one paragraph."""
    lengths = sorted(len(line.text) for line in lines if not line.cells)
    if len(lengths) < 12:
        return 0
    widest = lengths[int(len(lengths) * 0.97)]
    return widest if 40 <= widest <= 125 else 0


def _continues(block: Block, line: Line, width: int, gap: int) -> bool:
    """Whether the line goes on with the sentence of the block above it."""
    if block.cells or line.cells or len(block.text) > LONGEST_BLOCK:
        return False
    full = bool(width) and gap == 1 and _last_length(block) >= 0.8 * width
    kind = marker_of(line.text)[0]
    if _ENDS.search(block.text[-12:]):
        # «… cụ thể:» at the end of a full line, and the sentence goes on in small letters below it
        return full and not kind and block.text[-1:] in ":;" and bool(_LOWER.match(line.text))
    caps = is_caps(line.text)
    if kind:
        return _torn_number(block, line, kind) or (full and kind == "dash" and _torn_dash(block, line))
    if gap <= 2 and (
        (line.text[0].isdigit() and _AWAITS_NUMBER.search(block.text[-18:]))
        or (_TORN_DATE.match(line.text) and re.search(r"\b(?:thang|quy)$", fold(block.text[-8:])))
    ):
        return True
    if caps != block.caps:
        return caps and full and len(line.text) < 40 and bool(_DANGLING.search(fold(block.text[-14:])))
    if caps:
        return gap == 1 and not _CAPS_HEADING.match(line.folded) and block.kind != ""
    if _MISS.match(line.folded):
        return False
    tail = fold(block.text[-14:])
    long = len(block.text) > 100 or (block.kind in BULLETS and len(block.text) > 60)
    dangling = bool(_DANGLING.search(tail)) or (long and bool(_WEAK.search(tail)))
    if _LOWER.match(line.text):
        return dangling or gap <= 2 or len(block.text) > 60
    if line.text[0].isdigit() and re.match(r"\d{1,4}(?:[/.\-]\d|\s|%)", line.text):
        return dangling or (gap == 1 and bool(width))
    if dangling:
        return True
    return bool(width) and gap == 1 and _last_length(block) >= 0.82 * width


def _torn_number(block: Block, line: Line, kind: str) -> bool:
    """«… Chỉ thị số / 34-CT/TW», «… tổ chức / b/c»: what looks like a number of an item belongs to the sentence above."""
    if kind == "letter":
        return line.text[1] == "/" and bool(_DANGLING.search(fold(block.text[-12:])))
    return line.text[0].isdigit() and bool(_AWAITS_NUMBER.search(block.text[-18:]))


def _torn_dash(block: Block, line: Line) -> bool:
    """«… Hội đồng Thi đua / - Khen thưởng»: a name torn at its hyphen, below a full line that has not ended."""
    return bool(_SECOND_HALF.match(line.folded)) and len(block.text) > 60


def _last_length(block: Block) -> int:
    return getattr(block, "last_length", len(block.text))


def _roman_chapters(lines: list[Line]) -> list[Line]:
    """«ii. Đối tượng», «iii. Nội dung»: chapters numbered in small roman numerals are chapters all the same."""
    if sum(bool(re.match(r"^(?:ii|iii)[.)]\s", line.text)) for line in lines) < 2:
        return lines
    small = re.compile(rf"^[ivx]{{1,5}}(?=[.)]\s+[{UPPER}])")
    return [replace(line, text=small.sub(lambda m: m[0].upper(), line.text)) for line in lines]


def blocks_of(lines: list[Line]) -> list[Block]:
    """The paragraphs of the paper."""
    width = _wrapped(lines)
    lines = _roman_chapters(lines)
    blocks: list[Block] = []
    before = 0
    for line in lines:
        if blocks and _continues(blocks[-1], line, width, line.number - before):
            blocks[-1].text += " " + line.text
            blocks[-1].lines.append(line.number)
        else:
            kind, marker, rest = ("row", "", line.text) if line.cells else marker_of(line.text)
            blocks.append(Block(kind, marker, rest, [line.number], line.cells, is_caps(rest)))
        blocks[-1].last_length = len(line.text)
        before = line.number
    return blocks


def _kind(block: Block) -> str:
    if block.kind:
        return block.kind
    if block.caps and len(block.text) <= 200 and _CAPS_HEADING.match(fold(block.text)):
        return "caps"
    if _CALENDAR.fullmatch(fold(block.text)):
        return "lead"
    return "lead" if block.text.rstrip().endswith(":") or _LABEL.match(fold(block.text[:60])) else "para"


def _home(stack: list[Node], kind: str) -> None:
    """Close every section that a paragraph or item of this kind cannot stand in."""
    if kind in ("para", "lead"):
        while stack[-1].kind in BULLETS | {"lead"}:
            stack.pop()
        return
    if kind == "row":
        while stack[-1].kind in BULLETS:
            stack.pop()
        return
    if kind in ("part", "caps"):
        keep = [node for node in stack[1:] if kind == "caps" and node.kind == "part"]
        del stack[1 + len(keep) :]
        return
    names = [node.kind for node in stack]
    if kind in names:
        del stack[names.index(kind) :]
    elif kind in ("roman", "upper") and "num" in names:
        del stack[names.index("num") :]  # a higher numbering after a lower one closes it


def outline(blocks: list[Block]) -> Node:
    """The tree of the blocks; its root has no words of its own."""
    root = Node("root", "", "", [])
    stack = [root]
    for index, block in enumerate(blocks):
        kind = _kind(block)
        after = blocks[index + 1].kind if index + 1 < len(blocks) else ""
        if kind == "para" and after in BULLETS and len(block.text) <= 200 and _ROUND.match(fold(block.text)):
            kind = "lead"  # «Đợt 1: chào mừng …» over «- Thời gian: …»
        _home(stack, kind)
        node = Node(kind, block.marker, block.text, block.lines, block.cells, parent=stack[-1])
        stack[-1].children.append(node)
        if kind not in ("para", "row"):
            stack.append(node)
    return root


def items_of(node: Node) -> list[Node]:
    """What stands directly under a heading; a sentence that only introduces a list is looked through."""
    found = []
    for child in node.children:
        found.extend(items_of(child) if child.kind == "lead" and child.children else [child])
    return found
