"""One award said twice is one row."""

from campaigns.reading.facts import Found
from campaigns.reading.lines import fold


def merge(found: list[Found]) -> list[Found]:
    """The section on numbers repeats the section on forms: a row that says less than another is dropped."""
    for row in found:
        if row.item["authority"] is None:
            others = {
                r.item["authority"] for r in found if r.item["award"] == row.item["award"] and r.item["authority"]
            }
            if len(others) == 1 and row.item["quota"] is not None:
                row.item["authority"] = others.pop()
    kept: list[Found] = []
    for index, row in enumerate(found):
        if not any(_covers(other, row, j < index) for j, other in enumerate(found) if j != index):
            kept.append(row)
    return kept


def _covers(other: Found, row: Found, earlier: bool) -> bool:
    a, b = other.item, row.item
    if a["award"] != b["award"] or (b["authority"] and a["authority"] and fold(a["authority"]) != fold(b["authority"])):
        return False
    if (b["authority"] and not a["authority"]) or (
        (other.extra["movement"] or "") != (row.extra["movement"] or "")
        and other.extra["movement"]
        and row.extra["movement"]
    ):
        return False
    if b["nominee_kind"] and b["nominee_kind"] != a["nominee_kind"]:
        return False
    if b["quota"] is not None:
        return (
            a["quota"] == b["quota"]
            and earlier
            and (
                a["text"] == b["text"]
                or (a["nominee_kind"] == b["nominee_kind"] and fold(a["text"])[:25] == fold(b["text"])[:25])
            )
        )
    if row.extra["quota_kind"] == "percent":
        return other.extra["quota_kind"] == "percent" and earlier and other.extra["reference"] == row.extra["reference"]
    same = (a["nominee_kind"], a["quota"], a["authority"]) == (b["nominee_kind"], b["quota"], b["authority"])
    return (
        earlier
        if same and other.extra["quota_kind"] != "percent"
        else not same or other.extra["quota_kind"] == "percent"
    )
