"""The same plan for another year."""

import re
from datetime import date

from ..enums import Certainty

YEAR = re.compile(r"\b(năm\s+)(\d{4})\b", re.IGNORECASE)


def shifted(day, years):
    """The same day some years on; 29 February becomes 28 February where there is none."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def in_text(text, years):
    """«năm 2025» → «năm 2026»: only years that the word «năm» names; numbers of documents stay."""
    return YEAR.sub(lambda found: f"{found[1]}{int(found[2]) + years}", text)


def a_year_on(data, years=1):
    """A plan `years` later: dates shifted, owners kept, number and date of the old plan dropped.

    What had been announced for the old year has to be announced anew; the day that a document gave is not taken over.
    """
    new = dict(data)
    new |= {"title": in_text(data["title"], years), "year": data["year"] + years, "plan_number": "", "plan_date": None}
    new["starts_on"], new["ends_on"] = shifted(data["starts_on"], years), shifted(data["ends_on"], years)
    new["movements"] = [_dates(row, years, "starts_on", "ends_on") for row in data["movements"]]
    new["phases"] = [_phase(row, years) for row in data["phases"]]
    new["celebrations"] = [_dates(row, years, "celebrated_on") for row in data["celebrations"]]
    new["milestones"] = [_milestone(row, years) for row in data["milestones"]]
    new["tasks"] = [_task(row, years) for row in data["tasks"]]
    return new


def _dates(row, years, *names):
    return row | {name: shifted(row[name], years) for name in names}


def _phase(row, years):
    phase = _dates(row, years, "starts_on", "ends_on")
    return phase | {
        "name": in_text(row["name"], years),
        "celebrations": [_dates(day, years, "celebrated_on") for day in row["celebrations"]],
    }


def _milestone(row, years):
    new = row | {"name": in_text(row["name"], years), "due_on": shifted(row["due_on"], years)}
    if row["certainty"] == Certainty.YEARLY:
        new |= {"first_year": row["first_year"] + years, "last_year": row["last_year"] + years}
    if row["certainty"] == Certainty.FIXED and row["awaits"]:
        new |= {"certainty": Certainty.AWAITED, "due_on": None}
    return new


def _task(row, years):
    return row | {"task": in_text(row["task"], years), "due_on": shifted(row["due_on"], years)}
