"""Prizes counted one by one, where no other award is named: «gồm 01 giải Nhất, 02 giải Nhì, 03 giải Ba»."""

import re
from dataclasses import dataclass

from campaigns.reading.awards import Award
from campaigns.reading.lines import tidy
from campaigns.reading.offers.nominees import FOR, KIND, Nominee, kind_of

_PRIZE = re.compile(
    r"(?<![\d/.,])(?P<n>\d{1,3})\s+(?P<name>giai\s+(?:nhat|nhi|ba|tu|khuyen khich|dac biet|phu|toan doan))\b"
)


@dataclass
class Prize:
    """A prize as an award, with whom it is for and how many there are."""

    award: Award
    nominee: Nominee


def prizes_in(text: str, folded: str, inherited: str | None) -> list[Prize]:
    """Every prize with its number; they are all for those named behind them."""
    matches = list(_PRIZE.finditer(folded))
    if not matches:
        return []
    behind = folded[matches[-1].end() :]
    who = FOR.search(behind) or KIND.search(behind)
    kind = kind_of(who["who"]) if who else inherited
    return [
        Prize(Award(match.start(), match.end(), _name(text, match), None), Nominee(kind, int(match["n"])))
        for match in matches
    ]


def _name(text: str, match: re.Match) -> str:
    words = tidy(text[match.start("name") : match.end("name")])
    return words[:1].upper() + words[1:]
