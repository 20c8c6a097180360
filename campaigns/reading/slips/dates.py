"""Days no calendar has, jubilees that do not add up, periods that run backwards."""

import re

from campaigns.reading.dates import mentions, spans
from campaigns.reading.lines import fold
from campaigns.reading.outline import Block
from campaigns.reading.paper import Paper
from campaigns.reading.sentences import masked
from campaigns.reading.slips.slip import line_of, slip

_JUBILEE = re.compile(
    r"\b(?P<n>\d{1,3}) nam\b(?P<what>[^().;]{2,170}?)\(\s*(?P<a>[^()]{4,14}?)\s*-\s*(?P<b>[^()]{4,14}?)\s*\)"
)


# A year of three or five digits, or one no campaign falls in: 15/10/20204, ngày 3 tháng 4 năm 2204.
_NO_YEAR = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?!(?:1[89]|20)\d\d(?!\d))(?:\d{3,6}))(?![\d/])|\bngay \d{1,2} thang \d{1,2} nam (?!(?:1[89]|20)\d\d(?!\d))\d{3,6}(?!\d)"
)


def date_slips(paper: Paper, block: Block) -> list[dict]:
    text, folded = block.text, fold(block.text)
    found = []
    for mention in mentions(text, folded):
        if mention.impossible:
            words = text[mention.start : mention.end]
            found.append(slip("date_impossible", f"Không có ngày «{words}» trong lịch.", line_of(paper, block, words)))
    for match in _NO_YEAR.finditer(folded):
        words = text[match.start() : match.end()]
        found.append(slip("date_impossible", f"Năm của ngày «{words}» không hợp lệ.", line_of(paper, block, words)))
    for match in re.finditer(r"\bthang\s+(\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{4})", folded):
        if not re.search(r"ngay\s+\d{1,2}\s*$", folded[: match.start()][-10:]):
            words = text[match.start() : match.end()]
            found.append(
                slip(
                    "date_wording", f"Ghi «{words}»: sau chữ «tháng» là một ngày đầy đủ.", line_of(paper, block, words)
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
            slip(
                "anniversary_mismatch", f"Ghi {said} năm nhưng «{words}» là {years} năm.", line_of(paper, block, words)
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
                slip("period_reversed", f"«{words}»: ngày kết thúc trước ngày bắt đầu.", line_of(paper, block, words))
            )
    return found
