"""What can be won: each award by the authority that gives it, by who it honours, with its number."""

from campaigns.reading.facts import Found
from campaigns.reading.offers.merge import merge
from campaigns.reading.offers.reader import OfferReader
from campaigns.reading.offers.sections import fallback, sections
from campaigns.reading.offers.tables import award_columns, read_table
from campaigns.reading.paper import Paper
from campaigns.reading.programme import tables

__all__ = ["read_offers"]


def read_offers(paper: Paper, issuer: str | None) -> list[Found]:
    """Every award that can be won, in order."""
    reader = OfferReader(paper, issuer)
    for section in sections(paper):
        reader.node(section)
    for rows in tables(paper.root):
        if any(award_columns(node.cells) for node in rows):
            read_table(reader, rows)
    if not reader.found:
        fallback(paper, reader)
    return merge(reader.found)
