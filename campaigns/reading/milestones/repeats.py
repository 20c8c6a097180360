"""A review named a second time without its day is the review already found."""

import re

from campaigns.reading.dates import mentions
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold

_REVIEWS = ("interim_review", "final_review")


def without_repeats(found: list[Found]) -> list[Found]:
    """«Tổng kết (năm 2025)» over the awards, where «Tổng kết trước ngày 15/12/2025» stands in the section on time."""
    return [row for row in found if not (_only_a_year(row) and any(_says_more(other, row) for other in found))]


def _only_a_year(row: Found) -> bool:
    kinds = {mention.kind for mention in mentions("", fold(row.item["text"]))}
    bare = row.item["due_on"] is None and row.item["recurs"] is None and row.item["kind"] in _REVIEWS
    return (
        bare
        and kinds == {"year"}
        and len(row.item["text"]) < 60
        and bool(re.match(r"(?:so|tong) ket", fold(row.item["text"])))
    )


def _says_more(other: Found, row: Found) -> bool:
    year = next(mention.year for mention in mentions("", fold(row.item["text"])))
    same = other is not row and other.item["kind"] == row.item["kind"]
    return same and any(m.year == year and m.kind != "year" for m in mentions("", fold(other.item["text"])))
