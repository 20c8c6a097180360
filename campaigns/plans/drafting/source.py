"""What a draft is made from: the reader's facts, the launching agency, the catalogue of awards."""

from datetime import date

from awards.models import Award
from thidua.agencies.names import fold


def day(text):
    """An ISO date of the facts as a date; None stays None."""
    return date.fromisoformat(text) if text else None


def letters(text):
    """The letters and digits of a text, for comparing what is written with other signs."""
    return "".join(sign for sign in fold(text) if sign.isalnum())


class Source:
    """The facts of one plan. `left` gathers sentences on what could not be taken over."""

    def __init__(self, facts, organiser):
        self.facts, self.organiser, self.left = facts, organiser, []
        self.extra = facts.get("extra") or {}
        self.movements = self.extra.get("movements") or []
        self.starts_on, self.ends_on = day(facts["starts_on"]), day(facts["ends_on"])
        self._awards = None

    @property
    def awards(self):
        if self._awards is None:
            self._awards = list(Award.objects.all())
        return self._awards

    def beside(self, part, named=None):
        """(item, the reader's further words on it) of a part, in the order of the plan."""
        rows = self.extra.get(named or part) or []
        items = self.facts[part]
        return zip(items, rows if len(rows) == len(items) else [{}] * len(items), strict=True)

    def movement_of(self, text):
        """The place of the movement of a higher authority that the words name, or None."""
        folded = fold(text)
        for place, row in enumerate(self.movements):
            launcher = fold(row.get("launcher") or "")
            if fold(row["name"]) in folded or (launcher and f"do {launcher} phat dong" in folded):
                return place
        return None
