"""Words written twice, and appendices the plan names but does not carry."""

import re

from campaigns.reading.lines import LOWER, fold
from campaigns.reading.paper import Paper
from campaigns.reading.slips.slip import all_blocks, line_of, slip

# «luôn luôn», «từng ngày từng ngày» are words of the language; a word of grammar is never said twice.
_TWICE = re.compile(
    rf"(?<![\w])(?P<w>các|của|và|trong|được|cho|với|theo|những|tại|về|là|để|bị|phải|đã|trên|nhằm|(?P<a>[{LOWER}]{{2,}}) (?P<b>[{LOWER}]{{2,}})) (?P=w)(?![\w])",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"\b(?:phu luc|bieu mau|bieu|mau bieu|mau)(?:\s+(?:so\s+)?(?:[ivx]{1,4}|\d{1,2}))?(?:\s*,\s*(?:[ivx]{1,4}|\d{1,2}))*\s+(?:(?:ban hanh\s+)?(?:kem theo|dinh kem|gui kem)|duoc ban hanh kem theo)(?!\s+(?:nghi dinh|thong tu|quyet dinh|luat|huong dan|cong van|quy che|quy dinh|to trinh|bao cao|ke hoach so))"
)


def wording_slips(paper: Paper) -> list[dict]:
    """«nghiêm túc nghiêm túc»; «theo Phụ lục 02 kèm theo» of a plan without appendices."""
    found: list[dict] = []
    for block in all_blocks(paper):
        if block.kind == "row":
            continue
        for match in _TWICE.finditer(block.text):
            if match["a"] and fold(match["a"]) == fold(match["b"]):
                continue
            words = match.group()
            found.append(slip("word_doubled", f"Lặp chữ: «{words}».", line_of(paper, block, words)))
        if not paper.annexes:
            found += _missing(paper, block)
    return found


def _missing(paper: Paper, block) -> list[dict]:
    found = []
    for match in _ANNEX.finditer(fold(block.text)):
        words = block.text[match.start() : match.end()]
        text = f"Nhắc đến «{words}» nhưng văn bản không có phần này."
        found.append(slip("annex_missing", text, line_of(paper, block, words)))
    return found
