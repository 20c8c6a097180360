"""The days that a plan celebrates: «79 năm Ngày thành lập Bộ Nội vụ (28/8/1945 - 28/8/2024)»."""

import re

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, tidy
from campaigns.reading.outline import Node
from campaigns.reading.paper import Paper

_DAY = re.compile(r"(?:chao mung\s+)?(?:ky niem\s+)?(?:lan thu\s+\w+\s+)?\d{1,3} nam[^;.]{3,180}")
_FROM_TO = re.compile(r"\(\s*\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*\d{1,2}/\d{1,2}/\d{4}\s*\)")
_COUNT = re.compile(r"^.*?\d{1,3} nam\s+")


def celebrated(node: Node) -> list[str]:
    """What one paragraph, with what stands below it, celebrates."""
    text = node.full
    found = []
    for match in _DAY.finditer(fold(text)):
        words = tidy(text[match.start() : match.end()])
        if "niệm" in words or "(" in words or "gày" in words:
            found.append(words.rstrip(" ,"))
    return found[:20]


def read_celebrations(paper: Paper, phases: list[Found]) -> list[Found]:
    """Days with both their dates that no round of the campaign celebrates, once each."""
    taken = {_name(words) for phase in phases for words in phase.extra["celebrates"]}
    found: dict[str, Found] = {}
    for node in paper.root.walk():
        if node.kind in ("root", "row") or paper.topics.around(node) & {"standards", "organise", "dossier"}:
            continue
        text, folded = node.text, fold(node.text)
        for match in _FROM_TO.finditer(folded):
            starts = list(re.finditer(r"(?:ky niem\s+)?(?<!\d)\d{1,3} nam\b", folded[: match.start()]))
            if not starts or match.start() - starts[-1].start() > 200:
                continue
            words = tidy(text[starts[-1].start() : match.end()])
            if _name(words) not in taken:
                found.setdefault(_name(words), Found({"text": words}, node.lines))
    return list(found.values())


def _name(words: str) -> str:
    """The day itself, however it is introduced."""
    folded = fold(words)
    return _COUNT.sub("", _FROM_TO.sub("", folded)).strip(" ,;.")
