"""The parts of a paper by Decree 30/2020: letterhead, title, preamble, body, ending, appendices."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from campaigns.reading.lines import UPPER, Line, fold, is_caps, read_lines, tidy
from campaigns.reading.outline import Block, Node, blocks_of, marker_of, outline
from campaigns.reading.topics import Topics

_TITLE = re.compile(r"^ke\s{0,3}hoach\b")
_SPACED = re.compile(rf"^(?:[{UPPER}]\s){{3,}}")
_BASE = re.compile(
    r"^(?:can cu|thuc hien (?:luat|nghi|chi dao|su chi dao|y kien chi dao|quyet dinh|chi thi|ke hoach|cong van|van ban|huong dan|chuong trinh|ket luan|thong|y kien|cac|theo)|"
    r"theo (?:de nghi|chi dao|ke hoach|cong van|quyet dinh|chi thi|huong dan)|xet de nghi|xet\b|nham\b|tiep tuc thuc hien|trien khai (?:ke hoach|chi thi|luat|quyet dinh|cong van|nghi)|"
    r"thi hanh|huong ung|de (?:trien khai|thuc hien|phat huy|day manh|tiep tuc|dong vien)|kinh gui)"
)
POST = re.compile(
    r"^(?:(?:kt|tm|tl|tuq|q)\s?\.|(?:k/t|t/m|t/l)\b|(?:q\.\s?)?(?:tong |pho |pho tong )?(?:giam doc|chu tich|chu nhiem|hieu truong|cuc truong|kiem toan truong|tong kiem toan|hat truong|pho hat truong|chi huy truong|vien truong vien|hieu pho|vien truong|bo truong|thu truong|vu truong|bi thu|chanh van phong|chanh an|chanh thanh tra|"
    r"truong (?:phong|ban|khoa|cong an|doan)|chi cuc truong|tong cuc truong|thi truong|chu tri|tong bien tap|doi truong|tram truong|vien truong|chi huy|to truong|chinh uy|thuong truc|(?:truong |pho )?(?:khoi|cum) truong|(?:khoi|cum) pho|(?:truong|pho truong) (?:khoi|cum)|pho hieu truong|pho truong)\b|thuong truc|nguoi lap|phu trach)"
)
_RECIPIENTS = re.compile(r"^(?:-\s*)?noi nhan\b")
_APPENDIX = re.compile(
    r"^(?:phu luc|bieu (?:mau|so|\d)|mau (?:so )?\d{1,2}|danh muc|bang (?:diem|tieu chi|cham)|(?:thang|bang) diem|tieu chi)\b"
)
_ANNEX_LABEL = re.compile(r"^phu luc(?:\s+(?:so\s+)?(?:[ivx]{1,5}|\d{1,2}))?\s*[.:]?$")
_OPENING_END = re.compile(r"nhu sau|sau day|cu the\s*:?$|noi dung sau")


@dataclass
class Paper:
    """A plan taken apart; each part is a list of lines."""

    lines: list[Line]
    title_at: int = -1
    title: str | None = None
    title_lines: list[int] = field(default_factory=list)
    head: list[Line] = field(default_factory=list)
    preamble: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    ending: list[Line] = field(default_factory=list)
    annexes: list[list[Block]] = field(default_factory=list)

    @cached_property
    def annex_roots(self) -> list[Node]:
        """Each appendix as a tree of its own: what stands there never belongs to the plan's last section."""
        return [outline(blocks) for blocks in self.annexes]

    @cached_property
    def root(self) -> Node:
        return outline(self.body)

    @cached_property
    def topics(self) -> Topics:
        return Topics(self.root)

    @cached_property
    def folded(self) -> str:
        return "\n".join(line.folded for line in self.lines)


def _title_at(lines: list[Line]) -> int:
    """Where «KẾ HOẠCH» stands by itself or before the plan's name, in capitals."""
    for index, line in enumerate(lines[:80]):
        text = line.text
        if _SPACED.match(text):
            text = re.sub(r"(?<=\S)\s(?=\S(?:\s|$))", "", text)
        folded = fold(text)
        if folded.replace(" ", "").startswith("kehoach") and (is_caps(text[:9]) or len(folded.strip(" :.*")) <= 9):
            return index
        if (
            index == 0
            and folded.startswith("ke hoach ")
            and len(text) < 220
            and not text.rstrip().endswith((";", ":", "./."))
        ):
            return index
        if re.match(r"^(?:i|1|a)\s?[.)]", folded) and index > 3:
            break
    return -1


def _own_name(line: Line) -> str:
    """What stands after «KẾ HOẠCH» on the same line."""
    match = re.match(r"^k\s?e\s?h\s?o\s?a\s?c\s?h\b\s*[:.\-]*\s*|^ke\s+hoach\s*[:.\-]*\s*", line.folded)
    name = line.text[match.end() :].strip() if match else ""
    return "" if fold(name).strip(" :.*") in ("lien tich", "phoi hop") else name  # «KẾ HOẠCH LIÊN TỊCH» over the name


def _is_body(line: Line) -> bool:
    folded = line.folded
    kind = marker_of(line.text)[0]
    return bool(
        _BASE.match(folded)
        or (kind and kind != "paren")
        or line.cells
        or re.search(r"(?:xay dung|ban hanh) ke hoach", folded)
    )


def _take_title(paper: Paper) -> int:
    """Read the plan's name; the index of the first line after it."""
    lines, at = paper.lines, paper.title_at
    parts = [_own_name(lines[at])]
    numbers = [lines[at].number] if parts[0] else []
    index = at + 1
    while index < len(lines) and index <= at + 8 and sum(map(len, parts)) < 600:
        line = lines[index]
        if line.folded.startswith(("(ban hanh", "(kem theo")):
            index += 1
            continue
        first = not any(parts)
        if (
            _is_body(line)
            and not (first and line.folded.startswith(("thuc hien", "trien khai", "huong ung", "tiep tuc")))
        ) or (not first and not _goes_on(parts[-1], line, line.number - lines[index - 1].number)):
            break
        parts.append(line.text)
        numbers.append(line.number)
        index += 1
    title = tidy(" ".join(part for part in parts if part)).strip(" *_#")
    title = title[:-1] if title.endswith(".") and not title.endswith("..") else title
    paper.title, paper.title_lines = title or None, numbers
    return index


def _goes_on(before: str, line: Line, gap: int) -> bool:
    """Whether a line below the title still belongs to it."""
    if before.rstrip().endswith((".", ";")) or line.text.rstrip().endswith((".", ";", ":")) or len(line.text) > 220:
        return False
    if before.count("“") > before.count("”"):
        return True
    if (
        gap > 1
        and not line.text[0].islower()
        and len(before) > 60
        and is_caps(before) == is_caps(line.text)
        and len(line.text) > 100
    ):
        return False
    return not re.match(
        r"^(?:uy ban|so|phong|truong|ban|hoi dong|trung tam|benh vien) .{0,60}(?:xay dung|ban hanh|trien khai)",
        line.folded,
    )


def _ending_at(lines: list[Line], start: int) -> int:
    for index in range(start, len(lines)):
        if any(
            _RECIPIENTS.match(fold(part.strip()))
            for part in (lines[index].cells or lines[index].columns or [lines[index].text])
        ):
            return index
    return len(lines)


def _signed_before(lines: list[Line], start: int, end: int) -> int:
    """Where the signature was copied out before the recipients, it still belongs to the foot."""
    for index in range(max(start, end - 7), end):
        if is_caps(lines[index].text) and POST.match(lines[index].folded) and len(lines[index].text) < 60:
            return index
    return end


def _opens_appendix(line: Line) -> bool:
    if _ANNEX_LABEL.match(line.folded) and len(line.text) <= 40:
        return True
    return bool(_APPENDIX.match(line.folded)) and is_caps(line.text[:12])


def _appendices(lines: list[Line]) -> list[list[Block]]:
    """One list of blocks per «Phụ lục»; a title in capitals under the label does not begin another one."""
    starts = [0] + [
        index
        for index, line in enumerate(lines)
        if index and _opens_appendix(line) and not (_ANNEX_LABEL.match(lines[index - 1].folded))
    ]
    parts = [lines[first:last] for first, last in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return [blocks_of(part) for part in parts if part]


def _appendix_at(lines: list[Line], start: int) -> int:
    for index in range(start + 2, len(lines)):
        line = lines[index]
        if _opens_appendix(line) or (len(line.cells) >= 3 and all(line.cells[:2])):
            return index
    return len(lines)


def _opens_body(block: Block) -> bool:
    if not block.kind:
        return block.caps and len(block.text) < 200 and not _BASE.match(fold(block.text))
    if _BASE.match(fold(block.text)) and block.kind in ("dash", "plus", "dot", "num", "letter"):
        return block.text.rstrip().endswith(":")
    return True


def _split_preamble(paper: Paper, blocks: list[Block]) -> None:
    index = 0
    if paper.title_at >= 0 or (blocks and _BASE.match(fold(blocks[0].text))):
        while index < len(blocks) and not _opens_body(blocks[index]):
            index += 1
            if index >= 1 and _OPENING_END.search(fold(blocks[index - 1].text)[-60:]):
                break
    if index == len(blocks) and index > 12:
        index = next((i for i, block in enumerate(blocks) if not _BASE.match(fold(block.text))), 0)
    paper.preamble, paper.body = blocks[:index], blocks[index:]


def take_apart(text: str) -> Paper:
    """The parts of the paper with this text."""
    paper = Paper(read_lines(text))
    lines = paper.lines
    paper.title_at = _title_at(lines)
    start = _take_title(paper) if paper.title_at >= 0 else _after_head(lines)
    paper.head = lines[: paper.title_at if paper.title_at >= 0 else start]
    end = _ending_at(lines, start)
    end = _signed_before(lines, start, end)
    appendix = _appendix_at(lines, _ending_at(lines, start))
    paper.ending = lines[end:appendix]
    _split_preamble(paper, blocks_of(lines[start:end]))
    paper.annexes = _appendices(lines[appendix:])
    return paper


def _after_head(lines: list[Line]) -> int:
    """Without a title: the letterhead ends where the first sentence or section begins."""
    for index, line in enumerate(lines[:20]):
        if re.match(r"^so\s*:", line.folded) or re.search(r"\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b", line.folded[:90]):
            rest = lines[index + 1 : index + 4]
            if not any(re.match(r"^so\s*:|.{2,40}, ngay", later.folded) for later in rest):
                return index + 1
    return 0
