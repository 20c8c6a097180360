"""Paragraphs cut into sentences and clauses, with the places kept that must not be read as deadlines."""

import re
from functools import lru_cache

from campaigns.reading.citations import citations
from campaigns.reading.dates import is_anniversary, mentions
from campaigns.reading.lines import fold, tidy

# «TP. Hồ Chí Minh», «KT. GIÁM ĐỐC», «PGS. TS.»: a full stop that ends nothing.
_ABBREVIATION = re.compile(r"(?:\b(?:tp|tx|kt|tm|ts|pgs|gs|ths|bs|th|so|mr|st|v\.v|p|q|tt)|\d)$")
_STOP = re.compile(r"[.!?…](?=\s+\S)|\.{3}\s|;\s*")
_JUBILEE = re.compile(r"\([^()]{0,40}\d{4}\s*-[^()]{0,30}\d{4}\s*\)")


def sentences(text: str, clauses: bool = False) -> list[str]:
    """The sentences of a paragraph; with `clauses` cut at semicolons too. Quotation marks hold a sentence together."""
    folded = fold(text)
    found, start = [], 0
    for match in _STOP.finditer(folded):
        if match.group().startswith(";") and not clauses:
            continue
        if (
            folded[match.start()] == "."
            and _ABBREVIATION.search(folded[max(0, match.start() - 5) : match.start()])
            and not folded[match.end() :].lstrip()[:1].isupper()
        ):
            after = text[match.end() :].lstrip()[:1]
            if not (folded[match.start() - 1].isdigit() and after.isupper()):
                continue
        part = text[start : match.end()]
        if part.count("“") > part.count("”"):
            continue
        found.append(tidy(part))
        start = match.end()
    found.append(tidy(text[start:]))
    return [part for part in found if len(part) > 1]


@lru_cache(maxsize=1024)
def masked(text: str) -> str:
    """The folded text with documents and jubilees blanked out: their dates are no deadlines."""
    folded = fold(text)
    if not any(ch.isdigit() for ch in folded):
        return folded
    chars = list(folded)
    for citation in citations(text, folded):
        chars[citation.start : citation.end] = " " * (citation.end - citation.start)
    for match in _JUBILEE.finditer(folded):
        named = mentions("", match.group())
        if len(named) >= 2 and is_anniversary(named[0], named[-1]):
            chars[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(chars)
