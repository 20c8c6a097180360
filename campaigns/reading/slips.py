"""Slips of the paper itself, pointed out and never silently put right."""

import re
from datetime import date

from campaigns.reading.awards import authority_at, awards_in
from campaigns.reading.citations import citations
from campaigns.reading.dates import iso, mentions, spans
from campaigns.reading.facts import Found
from campaigns.reading.letterhead import Letterhead
from campaigns.reading.lines import fold
from campaigns.reading.outline import Block, Node
from campaigns.reading.paper import Paper
from campaigns.reading.period import Period, Phase
from campaigns.reading.sentences import masked

_JUBILEE = re.compile(
    r"\b(?P<n>\d{1,3}) nam\b(?P<what>[^().;]{2,170}?)\(\s*(?P<a>[^()]{4,14}?)\s*-\s*(?P<b>[^()]{4,14}?)\s*\)"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def _vn(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _slip(code: str, text: str, line: int | None) -> dict:
    return {"code": code, "text": text, "line": line}


def _letterhead(head: Letterhead, paper: Paper) -> list[dict]:
    found = []
    if head.number is None:
        line = head.number_lines[0] if head.number_lines else None
        words = (
            f"Kế hoạch chưa có số (ký hiệu «{head.symbol}»)." if head.symbol else "Không thấy số, ký hiệu của kế hoạch."
        )
        found.append(_slip("number_missing", words, line))
    if head.issued_on is None:
        line = head.date_lines[0] if head.date_lines else None
        words = (
            f"Ngày ban hành chưa đủ ngày, tháng, năm: «{head.date_text}»."
            if head.date_text
            else "Không thấy ngày ban hành kế hoạch."
        )
        found.append(_slip("date_incomplete", words, line))
    return found


def _blocks(paper: Paper) -> list[Block]:
    title = [Block("", "", paper.title, paper.title_lines, [], False)] if paper.title else []
    return [*title, *paper.preamble, *paper.body]


def _line_of(paper: Paper, block: Block, words: str) -> int | None:
    """The line of a joined paragraph on which the words stand."""
    if len(block.lines) > 1:
        wanted = fold(words)
        for line in paper.lines:
            if line.number in block.lines and wanted in line.folded:
                return line.number
    return block.lines[0] if block.lines else None


def _dates(paper: Paper, block: Block) -> list[dict]:
    text, folded = block.text, fold(block.text)
    found = []
    for mention in mentions(text, folded):
        if mention.impossible:
            words = text[mention.start : mention.end]
            found.append(
                _slip("date_impossible", f"Không có ngày «{words}» trong lịch.", _line_of(paper, block, words))
            )
    for match in re.finditer(r"\bthang\s+(\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{4})", folded):
        if not re.search(r"ngay\s+\d{1,2}\s*$", folded[: match.start()][-10:]):
            words = text[match.start() : match.end()]
            found.append(
                _slip(
                    "date_wording", f"Ghi «{words}»: sau chữ «tháng» là một ngày đầy đủ.", _line_of(paper, block, words)
                )
            )
    return found + _jubilees(paper, block, folded) + _backwards(paper, block)


def _jubilees(paper: Paper, block: Block, folded: str) -> list[dict]:
    found = []
    for match in _JUBILEE.finditer(folded):
        first, last = mentions("", match["a"]), mentions("", match["b"])
        if not first or not last or not first[0].year or not last[-1].year:
            continue
        years, said = last[-1].year - first[0].year, int(match["n"])
        words = block.text[match.start("a") - 1 : match.end()]
        if re.search(r"\b\d{1,3} nam\b", match["what"]) or years == said or years <= 0:
            continue
        found.append(
            _slip(
                "anniversary_mismatch", f"Ghi {said} năm nhưng «{words}» là {years} năm.", _line_of(paper, block, words)
            )
        )
    return found


def _backwards(paper: Paper, block: Block) -> list[dict]:
    found = []
    folded = masked(block.text)
    for span in spans(block.text, folded):
        if span.first and span.last and span.last < span.first:
            words = block.text[span.start : span.end]
            found.append(
                _slip("period_reversed", f"«{words}»: ngày kết thúc trước ngày bắt đầu.", _line_of(paper, block, words))
            )
    return found


def _value(marker: str) -> int | None:
    if re.fullmatch(r"[IVX]+", marker):
        total = 0
        for here, after in zip(marker, [*marker[1:], " "], strict=True):
            value = _ROMAN[here]
            total += -value if _ROMAN.get(after, 0) > value else value
        return total
    digits = marker.rsplit(".", 1)[-1]
    return int(digits) if digits.isdigit() else None


def _numbering(paper: Paper) -> list[dict]:
    found: list[dict] = []

    def check(node: Node) -> None:
        last: dict[str, tuple[int, str]] = {}
        for child in node.children:
            if child.kind == "roman" or child.kind == "num" or child.kind.startswith("deep"):
                found.extend(_step(child, last))
            check(child)

    check(paper.root)
    return found


def _step(child: Node, last: dict[str, tuple[int, str]]) -> list[dict]:
    value = _value(child.marker)
    before = last.get(child.kind)
    if value is None:
        return []
    last[child.kind] = value, child.text
    if before is None or value == before[0] + 1 or value == 1:
        return []
    name = "mục" if child.kind == "roman" else "điểm"
    line = child.lines[0]
    if value == before[0]:
        words = f"Hai {name} cùng đánh số {child.marker}: «{_short(before[1])}» và «{_short(child.text)}»."
        return [_slip("section_number_duplicate", words, line)]
    return [
        _slip(
            "section_number_order",
            f"Số {name} không liên tục: {child.marker} «{_short(child.text)}» đứng sau số {before[0]}.",
            line,
        )
    ]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def _documents(paper: Paper) -> list[dict]:
    """One document cited with two dates, or spelt in two ways."""
    found: list[dict] = []
    seen: dict[tuple[str, str], dict] = {}
    for block in _blocks(paper):
        for citation in citations(block.text):
            key = re.sub(r"[^0-9a-z]", "", fold(citation.number or ""))
            line = _line_of(paper, block, block.text[citation.start : citation.start + 18])
            entry = seen.setdefault((key, fold(citation.kind or "")), {"dates": {}, "numbers": {}})
            _conflicts(entry, citation, line, found)
    return found


def _conflicts(entry: dict, citation, line: int | None, found: list[dict]) -> None:
    name = f"{citation.kind or 'Văn bản'} {citation.number}"
    if citation.dated and citation.dated not in entry["dates"]:
        if entry["dates"]:
            days = [f"{d:02d}/{m:02d}/{y}" for y, m, d in (next(iter(entry["dates"])), citation.dated)]
            found.append(
                _slip(
                    "citation_date_conflict", f"{name} được dẫn với hai ngày khác nhau: {days[0]} và {days[1]}.", line
                )
            )
        entry["dates"][citation.dated] = line
    if citation.number not in entry["numbers"]:
        if entry["numbers"]:
            other = next(iter(entry["numbers"]))
            found.append(
                _slip(
                    "citation_spelling",
                    f"Một văn bản được ghi số hiệu hai cách: «{other}» và «{citation.number}».",
                    line,
                )
            )
        entry["numbers"][citation.number] = line


def _authorities(paper: Paper, issuer: str | None) -> list[dict]:
    """A director or a district chairman gives Giấy khen, not Bằng khen."""
    found = []
    lower = re.compile(
        r"^(?:giam doc|hieu truong|truong phong|chanh van phong|chi cuc truong|chu tich (?:ubnd|uy ban nhan dan) (?:cac )?(?:huyen|xa|phuong|quan|thi xa|thi tran|cap huyen|cap xa|dac khu))\b"
    )
    for block in _blocks(paper):
        folded = fold(block.text)
        for award in awards_in(block.text, folded):
            link = re.match(r"\s+cua\s+", folded[award.end : award.end + 6])
            named = (
                authority_at(block.text, folded, award.end + link.end()) if award.name == "Bằng khen" and link else None
            )
            if named and lower.match(fold(named[0])) and "dai hoc quoc gia" not in fold(named[0]):
                line = _line_of(paper, block, named[0])
                words = f"«Bằng khen của {named[0]}»: người này có thẩm quyền tặng Giấy khen, không phải Bằng khen."
                found.append(_slip("award_authority_mismatch", words, line))
    return found


def _times(period: Period, phases: list[Phase], milestones: list[Found]) -> list[dict]:
    found = []
    if period.first and period.last and period.last < period.first:
        found.append(
            _slip(
                "period_reversed",
                "Thời gian kết thúc trước thời gian bắt đầu.",
                period.first_lines[0] if period.first_lines else None,
            )
        )
        return found
    for phase in phases:
        outside = (period.first and phase.first and phase.first < period.first) or (
            period.last and phase.last and phase.last > period.last
        )
        if outside:
            found.append(
                _slip("phase_outside_period", f"{phase.name} nằm ngoài thời gian của phong trào.", phase.lines[0])
            )
    for row in milestones:
        due = row.item["due_on"]
        ahead = row.item["kind"] in ("registration", "other") or period.source == "phases"
        early = not ahead and due and period.first and due < iso(period.first)
        late = (
            due
            and period.last
            and due
            > iso(
                period.last.replace(year=period.last.year + 1)
                if (period.last.month, period.last.day) != (2, 29)
                else period.last
            )
        )
        if early or late:
            day = _vn(date.fromisoformat(due))
            found.append(
                _slip("milestone_outside_period", f"Mốc {day} nằm ngoài thời gian của phong trào.", row.lines[0])
            )
    return found


def _other_period(paper: Paper, period: Period) -> list[dict]:
    """The period said once in the section on time and once more, differently, elsewhere."""
    if period.source != "section" or not period.first or not period.last:
        return []
    found = []
    for block in paper.body:
        if set(block.lines) & {*period.first_lines, *period.last_lines} or block.kind == "row":
            continue
        folded = masked(block.text)
        for span in spans(block.text, folded):
            words = folded[max(0, span.start - 260) : span.start]
            about = re.search(
                r"\b(?:dot thi dua|phong trao thi dua|thoi gian thi dua|thoi gian thuc hien|ke hoach thi dua)\b", words
            )
            days = span.first and span.last and (span.first, span.last) != (period.first, period.last)
            if (
                about
                and days
                and span.explicit
                and not re.search(r"\bgiai doan\s*(?:tu\s*)?(?:nam\s*)?$|\bdot \d|\bgiai doan \d", words[-60:])
            ):
                said = block.text[span.start : span.end]
                words = f"Thời gian ghi «{said}» khác với mục thời gian ({_vn(period.first)} - {_vn(period.last)})."
                found.append(_slip("dates_differ", words, _line_of(paper, block, said)))
    return found[:3]


_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_SAID = re.compile(r"(?<!muoi )\b(?P<w>mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) \((?P<n>\d{1,3})\)")


def _quotas(paper: Paper) -> list[dict]:
    """«hai (03) tập thể»: the number in words and in digits differ."""
    found = []
    for block in _blocks(paper):
        for match in _SAID.finditer(fold(block.text)):
            before = fold(block.text[: match.start()]).split()[-1:]
            if _WORDS[match["w"]] != int(match["n"]) and not set(before) & set(_WORDS):
                words = block.text[match.start() : match.end()]
                found.append(
                    _slip(
                        "quota_conflict",
                        f"Số ghi bằng chữ và bằng số khác nhau: «{words}».",
                        _line_of(paper, block, words),
                    )
                )
    return found


def read_slips(
    paper: Paper, head: Letterhead, period: Period, phases: list[Phase], milestones: list[Found]
) -> list[dict]:
    """Everything the office should look at again."""
    found = _letterhead(head, paper)
    if paper.title is None:
        found.append(_slip("title_missing", "Không thấy tên kế hoạch dưới chữ «KẾ HOẠCH».", None))
    for block in _blocks(paper):
        found += _dates(paper, block)
    found += _numbering(paper) + _documents(paper) + _authorities(paper, head.issuer)
    found += _times(period, phases, milestones) + _other_period(paper, period) + _quotas(paper)
    unique = {(slip["code"], slip["text"], slip["line"]): slip for slip in found}
    return list(unique.values())
