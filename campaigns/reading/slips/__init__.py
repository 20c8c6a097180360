"""Slips of the paper itself, pointed out and never silently put right."""

from campaigns.reading.facts import Found
from campaigns.reading.letterhead import Letterhead
from campaigns.reading.paper import Paper
from campaigns.reading.period import Period
from campaigns.reading.phases import Phase
from campaigns.reading.slips.authorities import authority_slips
from campaigns.reading.slips.citations import citation_slips, later_bases
from campaigns.reading.slips.dates import date_slips
from campaigns.reading.slips.letterhead import letterhead_slips
from campaigns.reading.slips.numbering import numbering_slips
from campaigns.reading.slips.quotas import quota_slips
from campaigns.reading.slips.slip import all_blocks, slip
from campaigns.reading.slips.times import order_slips, other_period, time_slips
from campaigns.reading.slips.wording import wording_slips

__all__ = ["read_slips"]


def read_slips(
    paper: Paper, head: Letterhead, period: Period, phases: list[Phase], milestones: list[Found]
) -> list[dict]:
    """Everything the office should look at again."""
    found = letterhead_slips(head, paper)
    if paper.title is None:
        found.append(slip("title_missing", "Không thấy tên kế hoạch dưới chữ «KẾ HOẠCH».", None))
    for block in all_blocks(paper):
        found += date_slips(paper, block)
    found += numbering_slips(paper) + citation_slips(paper) + authority_slips(paper, head.issuer)
    found += time_slips(period, phases, milestones) + other_period(paper, period) + quota_slips(paper)
    found += later_bases(paper, head.issued_on) + order_slips(milestones) + wording_slips(paper)
    found = _said_once(found)
    unique = {(row["code"], row["text"], row["line"]): row for row in found}
    return list(unique.values())


def _said_once(found: list[dict]) -> list[dict]:
    """A period that runs backwards is told with its own words, where they are known."""
    quoted = any(row["code"] == "period_reversed" and "«" in row["text"] for row in found)
    return [row for row in found if not (quoted and row["code"] == "period_reversed" and "«" not in row["text"])]
