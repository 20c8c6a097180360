"""One document cited with two dates, or spelt in two ways."""

import re
from datetime import date

from campaigns.reading.citations import citations
from campaigns.reading.lines import fold
from campaigns.reading.paper import Paper
from campaigns.reading.slips.slip import all_blocks, line_of, slip, vn


def citation_slips(paper: Paper) -> list[dict]:
    """One document cited with two dates, or spelt in two ways."""
    found: list[dict] = []
    seen: dict[tuple[str, str], dict] = {}
    for block in all_blocks(paper):
        for citation in citations(block.text):
            key = re.sub(r"[^0-9a-z]", "", fold(citation.number or ""))
            line = line_of(paper, block, block.text[citation.start : citation.start + 18])
            entry = seen.setdefault((key, fold(citation.kind or "")), {"dates": {}, "numbers": {}})
            _conflicts(entry, citation, line, found)
    return found


def later_bases(paper: Paper, issued_on: date | None) -> list[dict]:
    """A plan cannot name a document that is younger than itself."""
    found = []
    for block in all_blocks(paper) if issued_on else []:
        for citation in citations(block.text):
            if citation.issued_on and citation.issued_on > issued_on:
                name = f"{citation.kind or 'Văn bản'} {citation.number}"
                line = line_of(paper, block, block.text[citation.start : citation.start + 18])
                text = f"{name} ngày {vn(citation.issued_on)} ban hành sau Kế hoạch ({vn(issued_on)})."
                found.append(slip("citation_after_plan", text, line))
    return found


def _conflicts(entry: dict, citation, line: int | None, found: list[dict]) -> None:
    name = f"{citation.kind or 'Văn bản'} {citation.number}"
    if citation.dated and citation.dated not in entry["dates"]:
        if entry["dates"]:
            days = [f"{d:02d}/{m:02d}/{y}" for y, m, d in (next(iter(entry["dates"])), citation.dated)]
            found.append(
                slip("citation_date_conflict", f"{name} được dẫn với hai ngày khác nhau: {days[0]} và {days[1]}.", line)
            )
        entry["dates"][citation.dated] = line
    if citation.number not in entry["numbers"]:
        if entry["numbers"]:
            other = next(iter(entry["numbers"]))
            found.append(
                slip(
                    "citation_spelling",
                    f"Một văn bản được ghi số hiệu hai cách: «{other}» và «{citation.number}».",
                    line,
                )
            )
        entry["numbers"][citation.number] = line
