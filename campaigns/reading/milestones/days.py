"""The day of a milestone as far as it is written, and whether it comes back every year."""

import re

from campaigns.reading.dates import Mention, day_or_none, iso
from campaigns.reading.lines import tidy

YEARLY = re.compile(r"\b(?:hang|hằng|moi|cac|tung) nam\b|\bnam sau\b|\bdinh ky (?:hang |moi )?nam\b|\bhang nam\b")


def day_of(mention: Mention, named: list[Mention], folded: str) -> str | None:
    """The day as far as it is written; «15/6 và 15/12/2024» share their year."""
    if mention.kind == "day":
        return iso(mention.first)
    if mention.kind != "day_month":
        return None
    later = [m for m in named if m.start > mention.end]
    if (
        later
        and later[0].kind == "day"
        and re.fullmatch(
            r"\s*(?:,|va|hoac)?\s*(?:va\s+)?(?:truoc\s+)?(?:ngay\s+)?", folded[mention.end : later[0].start]
        )
    ):
        return iso(day_or_none(later[0].year, mention.month, mention.day))
    return None


def is_yearly(folded: str, mention: Mention, named: list[Mention]) -> bool:
    tail = folded[mention.end : mention.end + 45]
    if mention.kind == "day":
        return False
    return bool(
        YEARLY.search(tail.split(";")[0])
        or YEARLY.search(folded[max(0, mention.start - 60) : mention.start])
        or re.search(
            r"(?:^|: )(?:hang|moi) nam\b", folded[: mention.start]
        )  # «Hằng năm, các đơn vị gửi … trước ngày 30 tháng 11»
    )


def piece_of(sentence: str, folded: str, mention: Mention, named: list[Mention]) -> str | None:
    """«… 6 tháng trước ngày 10/6, năm trước ngày 10/12 hằng năm»: each day with its own words."""
    days = [m for m in named if m.kind == "day_month"]
    if len(days) < 2:
        return None
    index = days.index(mention)
    start = 0 if index == 0 else days[index - 1].end
    stop = len(sentence)
    if index + 1 < len(days):
        comma = re.search(r",|;|\s+va\b", folded[mention.end : days[index + 1].start])
        stop = mention.end + comma.start() if comma else mention.end
    piece = re.sub(r"^[\s,;).]*(?:và\s+)?", "", sentence[start:stop])
    return tidy(piece) or None
