"""Milestones in the rows of a table."""

import re

from campaigns.reading.dates import mentions, spans
from campaigns.reading.lines import fold, tidy
from campaigns.reading.milestones.days import day_of, is_yearly
from campaigns.reading.milestones.kinds import KINDS, kind_near, refined
from campaigns.reading.milestones.log import Milestones
from campaigns.reading.outline import Node
from campaigns.reading.sentences import masked


def read_row(log: Milestones, node: Node) -> None:
    text = " ".join(cell for cell in node.cells if cell)
    folded = masked(text)
    named = [m for m in mentions(text, folded) if m.kind in ("day", "day_month")]
    if spans(text, folded) or len(node.cells) < 2:
        return
    if not named:
        _month_row(log, node, text, folded)
        return
    mention = named[-1]
    kind = refined(kind_near(folded, len(folded)), folded, 0) or "other"
    places = [(match.start(), k) for k, p in KINDS if (match := p.search(folded))]
    first = min(places)[1] if places else None
    log.add(
        first or kind,
        day_of(mention, named, folded),
        "yearly" if is_yearly(folded, mention, named) else None,
        text,
        node,
    )


def _month_row(log: Milestones, node: Node, text: str, folded: str) -> None:
    """«Sơ kết | Tháng 7/2025 | Hội đồng»: a review whose day is left open."""
    review = re.search(r"\b(?P<so>so ket)\b|\btong ket\b", folded)
    months = [
        cell
        for cell in node.cells
        if re.fullmatch(r"(?:trong )?(?:thang \d{1,2}|quy [ivx\d]{1,3})(?:[/ ]+(?:nam )?20\d\d)?", fold(tidy(cell)))
    ]
    if review and months and "time" in log.paper.topics.around(node):
        log.add("interim_review" if review["so"] else "final_review", None, None, text, node)
