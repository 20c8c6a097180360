"""The movements a plan carries at once, each by who launched it."""

import re
from datetime import date

from campaigns.reading.dates import iso
from campaigns.reading.facts import Found
from campaigns.reading.lines import fold, tidy
from campaigns.reading.paper import Paper

_MOVEMENT = re.compile(r"phong trao (?:thi dua )?do (?P<who>.{4,90}?) phat dong")


def read_movements(paper: Paper) -> list[Found]:
    """The movements a plan carries at once, each by who launched it."""
    found: dict[str, Found] = {}
    for node in paper.root.walk():
        match = _MOVEMENT.search(node.folded)
        about = paper.topics.around(node)
        if not match or node.kind == "row" or not about & {"time", "awards", "dossier_time", "programme"}:
            continue
        who = tidy(node.text[match.start("who") : match.end("who")])
        if len(who) > 80 or ";" in who:
            continue
        name = tidy(node.text[match.start() : match.end()])
        row = found.setdefault(
            fold(who),
            Found(
                {
                    "name": name[:1].upper() + name[1:],
                    "launcher": who,
                    "document": None,
                    "starts_on": None,
                    "ends_on": None,
                },
                node.lines,
            ),
        )
        if row.item["starts_on"] is None and "time" in about:
            years = [int(y) for y in re.findall(r"nam (20\d{2})(?!\d)", node.folded)]
            if years:
                row.item["starts_on"] = iso(date(min(years), 1, 1))
                row.item["ends_on"] = iso(date(max(years), 12, 31))
                row.lines = node.lines
    return list(found.values())
