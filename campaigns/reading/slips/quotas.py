"""Numbers of places whose words and digits differ."""

import re

from campaigns.reading.lines import fold
from campaigns.reading.paper import Paper
from campaigns.reading.slips.slip import all_blocks, line_of, slip

_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}


_SAID = re.compile(r"(?<!muoi )\b(?P<w>mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) \((?P<n>\d{1,3})\)")


def quota_slips(paper: Paper) -> list[dict]:
    """«hai (03) tập thể»: the number in words and in digits differ."""
    found = []
    for block in all_blocks(paper):
        for match in _SAID.finditer(fold(block.text)):
            before = fold(block.text[: match.start()]).split()[-1:]
            if _WORDS[match["w"]] != int(match["n"]) and not set(before) & set(_WORDS):
                words = block.text[match.start() : match.end()]
                found.append(
                    slip(
                        "quota_conflict",
                        f"Số ghi bằng chữ và bằng số khác nhau: «{words}».",
                        line_of(paper, block, words),
                    )
                )
    return found
