"""What still names the years of the plan from which another one was copied."""

from ..enums import DocumentKind
from ..models import LegalDocument
from .years import own_years, years_in

# Not words of the plan, or words that go on naming an older year rightly.
NOT_PROSE = {"plan_number", "plan_date", "founded_on", "organiser", "participants", "decree", "form"}
NATIONAL = {DocumentKind.LAW, DocumentKind.DECREE, DocumentKind.CIRCULAR}


def leftovers(data, source, copy):
    """{part of the plan data: its texts that still name a year of `source` or the year before} of the campaign `copy`.

    Laws, decrees and circulars stay in force; other documents of an old year are listed too.
    """
    before, now = (own_years(row.year, row.starts_on, row.ends_on) for row in (source, copy))
    old = set(range(before[0] - 1, before[-1])) - set(now)
    found = {part: [text for text in _texts(value) if years_in(text) & old] for part, value in data.items()}
    return {part: texts for part, texts in found.items() if texts and part not in NOT_PROSE}


def _texts(value):
    """Every text in a part; a cited document is one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for row in value:
            yield from _texts(row)
    elif isinstance(value, dict) and "issued_on" in value:
        if value["kind"] not in NATIONAL:
            yield str(LegalDocument(**value))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in NOT_PROSE:
                yield from _texts(inner)
