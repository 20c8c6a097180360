"""What a plan promises in numbers: at least so many, at most so many per cent, none at all."""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, strip_end, tidy
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper
from campaigns.reading.programme import tables
from campaigns.reading.sentences import masked, sentences
from campaigns.reading.targets_table import rows_of_table

_LESS = re.compile(
    r"\b(?:khong (?:qua|vuot(?: qua)?|de|lon hon)|toi da|nhieu nhat|duoi|giam (?:con|xuong)|nho hon|it hon)\s*$|\b(?:khong qua|toi da|duoi)\s+(?:\w+\s+){0,2}$"
)
_MORE = re.compile(
    r"\b(?:it nhat|toi thieu|tren|hon|phan dau(?: co| dat)?|co|dat|tu|khong (?:duoi|thap hon|it hon)|vuot)\s+(?:\w+\s+){0,3}$|\b(?:it nhat|toi thieu|tren|tu|khong duoi)\s*$"
)
_EXPLICIT_MORE = re.compile(
    r"\b(?:it nhat|toi thieu|tren|hon|khong (?:duoi|thap hon|it hon)|vuot|tu)\s+(?:(?:la|dat|co|muc)\s+)?$"
)
_UPWARD = re.compile(r"^\s*(?:\w+\s+){0,6}?tro len\b")
_DOWNWARD = re.compile(r"^\s*(?:\w+\s+){0,3}?tro xuong\b")
_PERCENT = re.compile(r"(?<![\d.,/])(?P<v>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|phan tram)")
_COUNT = re.compile(
    r"(?P<cue>(?::|\b(?:tien tien|co so|lao dong xuat sac)\b[”\"]?:?|\b(?:it nhat|toi thieu|tren|khong qua|toi da|phan dau co|phan dau dat|phan dau|co tu|dat tu|co|dat|tu|duoi|khong duoi|them|xay dung|moi \w+ (?:\w+ ){0,2}co|trong do co))\s+(?:it nhat |toi thieu |tu |duoc )?(?:(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|lam|tram|tu) ){0,4}\(?)"
    r"(?P<v>\d{1,3}(?:\.\d{3})+|\d{1,6})\)?(?!\s?[/%.,]\s?\d|\d|\s?%|/)\s+(?P<noun>[a-z]+(?:\s[a-z]+)?)"
)
_NOT_A_THING = re.compile(
    r"^(?:nam|thang|ngay|quy|gio|phut|tuan|lan thu|diem|dot|giai doan|trieu|ty|dong|nghin|khoa|muc|phan|chuong|dieu|khoan|noi dung sau|nhom|buoc|tro|phan tram)\b"
)
_NONE = re.compile(
    r"\b(?:khong (?:co|con|de (?:xay ra|co)|phat sinh)|khong xay ra)\s+(?P<what>(?<=xay ra )[a-z]|(?<=phat sinh )[a-z]|(?:truong hop|don vi|tap the|ca nhan|nguoi|can bo|cong chuc|vien chuc|doan vien|dang vien|phong|vu|hoc sinh|giao vien|nao|ho so|thon|xa|khu|tai nan|don thu|khieu|sai|tinh trang|co quan)\b)"
)
_CUT = re.compile(
    r";\s*|,?\s+(?:va|dong thoi)\s+(?=(?:co (?:it nhat|tu|tren|toi thieu|\d)|khong co |khong de |it nhat|toi thieu|tren \d|phan dau|\d{1,3}(?:[.,]\d+)?\s?%|tu \d))|,\s+(?=(?:va\s+)?(?:co (?:it nhat|tu|tren|\d)|khong co |it nhat|toi thieu|trong do|phan dau|dong thoi|tren \d|\d{1,3}(?:[.,]\d+)?\s?%))"
)
_SUBJECT_END = re.compile(r"[;.]|,?\s+(?:trong do|nham|gop phan)\s|(?<!khong),?\s+de\s|\s+tro len\b|\s+tro xuong\b")
_HEAD = re.compile(r"^(?:(?:tro len|tro xuong|so|cac|tong so|cua|la|luot|:)\s+)*")
_PROMISE = re.compile(
    r"\bphan dau\b|\b100\s?%|\bit nhat\b|\btoi thieu\b|\btren \d|\btro len\b|\bkhong qua\b|\bdat \d|(?:^|[;:,]\s*|\b(?:co|dam bao|bao dam|va)\s+)\d{1,3}(?:[.,]\d+)?\s?%"
)

_RATE = re.compile(r"\b(?:nang|tang|bao dam|dam bao|phan dau)\b.{0,20}\bty le\b.{0,80}\d\s?%")
_LEAST = re.compile(r"\b(?:it nhat|toi thieu)\s+(?:\w+\s+\()?\d")
# «05 xã đạt chuẩn, 02 xã đạt chuẩn nâng cao»: one number after another, each with its thing
_THING = "xa|phuong|thon|don vi|tap the|ca nhan|truong|co so|chi bo|ho|mo hinh|cong trinh|de tai|sang kien|doanh nghiep|hop tac xa|nguoi|phong|lop|khu|to|san pham"
_SECOND = re.compile(rf"\(?(?P<v>\d{{1,3}})\)?\s+(?P<noun>{_THING})\b")
_ALSO = re.compile(rf",\s+(?:va\s+)?(?={_SECOND.pattern.replace('?P<v>', '?:').replace('?P<noun>', '?:')})")


def _clauses(sentence: str, folded: str) -> list[tuple[int, int]]:
    cuts, start = [], 0
    # Where one number follows another, the words of the first («có ít nhất») hold for both.
    also = _ALSO.finditer(folded) if _COUNT.search(folded) else ()
    for match in sorted([*_CUT.finditer(folded), *also], key=lambda m: m.start()):
        if match.start() < start:
            continue
        part = sentence[start : match.start()]
        if part.count("“") > part.count("”") or part.count("(") > part.count(")"):
            continue
        cuts.append((start, match.start()))
        start = match.end()
    return [*cuts, (start, len(sentence))]


def _value(text: str) -> int | float:
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


def _subject(clause: str, folded: str, start: int, end: int, keep: int = -1) -> str:
    """The words the number counts: behind it, or before it where nothing follows."""
    tail_from = keep if keep >= 0 else end
    tail = folded[tail_from:]
    skip = _HEAD.match(tail.lstrip()) if tail.strip() else None
    stop = _SUBJECT_END.search(tail, (len(tail) - len(tail.lstrip())) + (skip.end() if skip else 0))
    words = tidy(clause[tail_from : tail_from + (stop.start() if stop else len(tail))])
    words = re.sub(r"^(?:trở lên|trở xuống|số|tổng số)(?:\s+|$)", "", words, flags=re.IGNORECASE).strip(" ,.;:)(")
    if len(words) > 3:
        return words
    before = tidy(clause[:start])
    before = re.sub(
        r"(?:^|\s)(?:đạt|có|từ|ít nhất|tối thiểu|trên|là|không quá|tối đa|phấn đấu|chiếm|dưới|khoảng|lên|:)*\s*$",
        "",
        before,
        flags=re.IGNORECASE,
    )
    return _bare_before(before)


def _bare_before(text: str) -> str:
    previous = None
    while previous != text:
        previous = text
        text = re.sub(
            r"\s*(?:\b(?:đạt|có|từ|ít nhất|tối thiểu|trên|là|không quá|tối đa|phấn đấu|chiếm|dưới|đạt tỷ lệ)|[:,\-–(])\s*$",
            "",
            text,
            flags=re.IGNORECASE,
        )
    return tidy(re.sub(r"^(?:[-+•]\s*|phấn đấu\s+(?:có\s+)?|và\s+|tỷ lệ\s+)", "", text, flags=re.IGNORECASE))


def _comparator(before: str, after: str, hundred: bool) -> str:
    if _LESS.search(before) or _DOWNWARD.match(after):
        return "<="
    if hundred:
        return ">=" if _EXPLICIT_MORE.search(before) or after.lstrip().startswith("tro len") else "="
    if _UPWARD.match(after):
        return ">="
    return ">="


def _clause_rows(clause: str, lines: list[int]) -> list[Found]:
    folded = masked(clause)
    text = strip_end(tidy(clause))
    rows, used = [], []
    for match in _PERCENT.finditer(folded):
        value = _value(match["v"])
        sign = _comparator(folded[max(0, match.start() - 45) : match.start()], folded[match.end() :], value == 100)
        subject = _subject(clause, folded, match.start(), match.end())
        rows.append(
            Found({"comparator": sign, "value": value, "unit": "percent", "subject": subject, "text": text}, lines)
        )
        used.append((match.start(), match.end()))
    none = _NONE.search(folded)
    if none and not rows:  # «không còn xã dưới 15 tiêu chí» counts the communes, not the criteria
        subject = _subject(clause, folded, none.start(), none.start("what"))
        rows.append(Found({"comparator": "=", "value": 0, "unit": "count", "subject": subject, "text": text}, lines))
    for match in [] if rows else _COUNT.finditer(folded):
        if _NOT_A_THING.match(match["noun"]) or (
            match["cue"].strip() in ("tu", "co tu") and "tro len" not in folded and "den" in folded
        ):
            continue
        before = folded[: match.start("v")]
        sign = _comparator(before[-45:].rstrip("( "), folded[match.end("v") :], False)
        rows.append(_count_row(clause, folded, match, sign, lines))
        break
    return rows


def _count_row(clause: str, folded: str, match: re.Match, sign: str, lines: list[int]) -> Found:
    item = {
        "comparator": sign,
        "value": int(match["v"].replace(".", "")),
        "unit": "count",
        "subject": _subject(clause, folded, match.start(), match.end("v"), match.start("noun")),
        "text": strip_end(tidy(clause)),
    }
    return Found(item, lines)


def _following(clause: str, before: list[Found], lines: list[int]) -> list[Found]:
    """«có ít nhất 05 xã đạt chuẩn, 02 xã đạt chuẩn nâng cao»: the second number is meant as the first."""
    folded = masked(clause)
    match = _SECOND.match(folded) if before and before[-1].item["unit"] == "count" else None
    return [_count_row(clause, folded, match, before[-1].item["comparator"], lines)] if match else []


def rows_of(text: str, lines: list[int]) -> list[Found]:
    """The targets of a paragraph."""
    found = []
    for sentence in sentences(text):
        folded = masked(sentence)
        for start, end in _clauses(sentence, folded):
            clause = sentence[start:end]
            found += _clause_rows(clause, lines) or _following(clause, found, lines)
    return found


def _is_target_place(paper: Paper, node: Node) -> bool:
    near = paper.topics.nearest(node)
    around = paper.topics.around(node)
    if (
        around & {"quota", "dossier", "standards", "funding", "organise", "dossier_time", "situation"}
        and "targets" not in near
    ):
        return False
    elsewhere = {"tasks", "criteria", "time", "participants", "purpose", "requirements"}
    return "targets" in near or ("targets" in around and not near & elsewhere)


def read_targets(paper: Paper) -> list[Found]:
    """Every promise in numbers."""
    found: list[Found] = [row for rows in tables(paper.root) for row in rows_of_table(rows)]
    tabled = {line for row in found for line in row.lines}
    own_section = bool(paper.topics.sections("targets"))
    for node in paper.root.walk():
        if node.kind == "root" or tabled & set(node.lines):
            continue
        if _is_target_place(paper, node):
            text = " ".join(cell for cell in node.cells if cell) if node.kind == "row" else node.text
            if node.children and paper.topics.own(node) and not node.inline:
                continue
            found += rows_of(text, node.lines)
        elif (
            paper.topics.around(node) & {"content", "tasks"}
            and not paper.topics.around(node) & {"dossier", "standards", "organise", "quota", "criteria", "situation"}
            and ("awards" not in paper.topics.around(node) or _RATE.search(node.folded))
            and node.kind != "row"
        ):
            for sentence in sentences(node.text):
                if _PROMISE.search(fold(sentence)) and re.search(r"\d", sentence):
                    found += [
                        row
                        for row in rows_of(sentence, node.lines)
                        if row.item["unit"] == "percent"
                        or (not own_section and _LEAST.search(fold(row.item["text"])))
                        or "phan dau" in fold(sentence)
                    ]
    return found
