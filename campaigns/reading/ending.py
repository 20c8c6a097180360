"""The foot of the paper: who receives it and who signs it."""

import re
from dataclasses import dataclass, field

from campaigns.reading.lines import UPPER, Line, fold, is_caps, strip_end, tidy
from campaigns.reading.paper import POST, Paper

_SEAL = re.compile(r"^[(\[]?\s*(?:da ky|ky\b|ky ten|chu ky|dong dau|da duyet|ky so|signed)")
_NAME = re.compile(
    rf"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)\s+)?(?:(?:PGS|GS|TS|ThS|Ths|BS|BSCKI{{1,2}}|BS\.?CKI{{1,2}}|CN|KS|DS|LS|Đ/c|NGƯT|TTƯT|CKI{{1,2}}|CVC)\s?\.?\s?)*(?:[{UPPER}][^\s\d.,;:()]{{0,9}}\s?){{2,6}}$"
)
_LABEL = re.compile(r"^(?:-\s*)?noi nhan\s*:?\s*")
_NOISE = re.compile(
    r"^[\s}{)(\[\].,;:*_-]*$|^\}|^\((?:vbdt|qua mang|b/c)\)$|^gui (?:ban dien tu|qua|vbdt|ban giay)|^gui:?$"
)


@dataclass
class Ending:
    """Recipients and signatory with their lines."""

    recipients: list[str] = field(default_factory=list)
    recipient_lines: list[list[int]] = field(default_factory=list)
    title: str | None = None
    name: str | None = None
    lines: list[int] = field(default_factory=list)


def _cells(lines: list[Line]) -> list[tuple[int, int, str]]:
    """(line, column, words) of the foot: recipients stand on the left, the signature on the right."""
    found = []
    for line in lines:
        cells = [tidy(cell) for cell in line.cells] or line.columns or [line.text]
        shift = 1 if line.right and len(cells) == 1 else 0
        found.extend((line.number, column + shift, cell) for column, cell in enumerate(cells) if cell)
    return found


def _split(text: str) -> list[str]:
    return [
        part
        for part in re.split(
            r";\s*(?:[-–+•]\s*|(?=Lưu\b))|(?<=\S)\s+[-–]\s+(?=(?:Lưu|Như)\b)|(?<=[,)])\s+[-–]\s+(?=(?:UBND|Các|Sở|TT)\b)",
            text,
        )
        if part.strip()
    ]


def _add_recipient(end: Ending, number: int, text: str) -> None:
    bulleted = bool(re.match(r"^\s*[-–+•*]", text))
    for index, part in enumerate(_split(text)):
        words = strip_end(tidy(part).lstrip("-–+•* "))
        if not words or _NOISE.match(fold(words)):
            continue
        if not bulleted and index == 0 and end.recipients and words[0].islower() and not words.startswith("lưu"):
            end.recipients[-1] += " " + words
            end.recipient_lines[-1].append(number)
        else:
            end.recipients.append(words)
            end.recipient_lines.append([number])


def _read_signature(end: Ending, cells: list[tuple[int, str]]) -> None:
    posts: list[str] = []
    for number, text in cells:
        if _SEAL.match(fold(text)) or len(text) > 90:
            continue
        if _is_post(text, bool(posts)) and end.name is None:
            if number in end.lines:
                continue  # two offices sign side by side: the first signs for the plan
            posts.append(strip_end(text) if not text.endswith(".") else text)
            end.lines.append(number)
        elif posts and end.name is None and _is_name(text):
            end.name = tidy(text)
            end.lines.append(number)
    title = re.sub(r"\b(KT|TM|TL|TUQ|Q)\s?\.\s*", r"\1. ", " ".join(posts))
    end.title = tidy(title) or None


def _is_post(text: str, after: bool) -> bool:
    if not is_caps(text):
        return False
    folded = fold(text)
    return (
        bool(POST.match(folded))
        or (after and not _NAME.match(text))
        or (after and bool(re.match(r"^(?:uy ban|hoi dong|ban |so |phong |dang|pho |giam|chu )", folded)))
    )


def _is_name(text: str) -> bool:
    return (
        bool(_NAME.match(tidy(text)))
        and not fold(text).startswith(("noi nhan", "phu luc"))
        and 2 <= len(text.split()) <= 9
    )


def read_ending(paper: Paper) -> Ending:
    """Recipients, the signer's post and name."""
    end = Ending()
    cells = _cells(paper.ending)
    signature: list[tuple[int, str]] = []
    signed = False
    for number, column, text in cells:
        label = _LABEL.match(fold(text))
        if label:
            signed = False
            text = text[label.end() :].strip()
            if _is_post(text, False):  # «Nơi nhận: GIÁM ĐỐC»: two columns copied into one line
                signature.append((number, text))
                continue
            if text and not _NOISE.match(fold(text)):
                _add_recipient(end, number, text)
            continue
        right = column > 0 or (signed and not re.match(r"[-–+•*]", text))
        if right or _is_post(text, False):
            signed = signed or column == 0
            signature.append((number, text))
        else:
            _add_recipient(end, number, text)
    if signature and not any(_is_name(text) for _, text in signature):
        signature += [(n, t) for n, c, t in cells if _is_name(t) and (n, t) not in signature]
    if not any(_is_post(text, False) for _, text in signature):
        signature = [(line.number, line.text) for line in _before_ending(paper)] or signature
    _read_signature(end, signature)
    if end.title and end.name is None and end.recipients:
        _take_name_behind(end)
    if end.title and end.name is None and len(end.recipients) > 1 and _is_name(end.recipients[-1]):
        end.name = end.recipients.pop()
        end.lines += end.recipient_lines.pop()
    return end


def _take_name_behind(end: Ending) -> None:
    """«- Lưu: VT, TCNS. Phạm Thị Trúc»: the name of the right column behind the last recipient."""
    match = re.match(r"^(?P<kept>(?:[Ll]ưu)\b.{2,40}?)[.;]\s+(?P<name>\S.*)$", end.recipients[-1])
    if match and _is_name(match["name"]):
        end.recipients[-1], end.name = match["kept"], tidy(match["name"])
        end.lines += end.recipient_lines[-1]


def _before_ending(paper: Paper) -> list[Line]:
    """A signature that was copied out before the recipients, or a paper that names none."""
    stop = paper.lines.index(paper.ending[0]) if paper.ending else len(paper.lines)
    return [line for line in paper.lines[max(0, stop - 8) : stop] if line.number > (paper.title_lines or [0])[-1]]
