"""The same plan for another year."""

from datetime import date

from ..enums import Certainty
from .years import in_text, own_years

# The words of a plan that name years of its own. Celebrated days, cited documents and names of people are history.
GENERAL = ("title", "theme", "slogan", "purpose", "requirements", "funding")
PARTS = {
    "groups": ("text",),
    "contents": ("text",),
    "criteria": ("text",),
    "solutions": ("text",),
    "targets": ("text",),
    "offers": ("reference", "standards", "quota_population"),
    "standards": ("text",),
    "components": ("name",),
    "responsibilities": ("text",),
}


def shifted(day, years):
    """The same day some years on; 29 February becomes 28 February where there is none."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def a_year_on(data, years=1):
    """A plan `years` later: dates and years in its words shifted, owners kept, number and date of the old plan dropped.

    What had been announced for the old year has to be announced anew, by a document of the kind that the plan awaited
    at first; the day that a document gave is not taken over.
    """
    return YearShift(data, years).plan()


class YearShift:
    def __init__(self, data, years):
        self.data, self.years = data, years
        self.own = own_years(data["year"], data["starts_on"], data["ends_on"])

    def plan(self):
        data = self.data
        new = self.words(data, *GENERAL) | {"year": data["year"] + self.years, "plan_number": "", "plan_date": None}
        new = self.dates(new, "starts_on", "ends_on")
        new["movements"] = [self.dates(self.words(row, "name"), "starts_on", "ends_on") for row in data["movements"]]
        new["phases"] = [self.phase(row) for row in data["phases"]]
        new["celebrations"] = [self.dates(row, "celebrated_on") for row in data["celebrations"]]
        new["milestones"] = [self.milestone(row) for row in data["milestones"]]
        new["tasks"] = [self.dates(self.words(row, "task"), "due_on") for row in data["tasks"]]
        for part, names in PARTS.items():
            if part in data:
                new[part] = [self.words(row, *names) for row in data[part]]
        if data.get("scoring"):
            new["scoring"] = self.dates(data["scoring"], "self_score_until")
        return new

    def words(self, row, *names):
        """The row with the years in these texts moved on, its children's too."""
        new = row | {name: in_text(row[name], self.years, self.own) for name in names if row.get(name)}
        if row.get("children"):
            new["children"] = [self.words(child, *names) for child in row["children"]]
        return new

    def dates(self, row, *names):
        return row | {name: shifted(row[name], self.years) for name in names if name in row}

    def phase(self, row):
        days = [self.dates(day, "celebrated_on") for day in row["celebrations"]]
        return self.dates(self.words(row, "name"), "starts_on", "ends_on") | {"celebrations": days}

    def milestone(self, row):
        new = self.dates(self.words(row, "name", "awaits"), "due_on") | {"set_by": ""}
        if row["certainty"] == Certainty.YEARLY:
            new |= {"first_year": row["first_year"] + self.years, "last_year": row["last_year"] + self.years}
        if row["certainty"] == Certainty.FIXED and new.get("awaits"):
            new |= {"certainty": Certainty.AWAITED, "due_on": None}
        return new
