"""Each change of the office's points is a line of the trail: which criterion, before and after."""

from decimal import Decimal
from typing import NamedTuple

from thidua.audit.trail import record_all

from ...points import in_words


class Judged(NamedTuple):
    """What the office says of one criterion of one sheet."""

    points: Decimal | None
    reason: str

    @classmethod
    def of(cls, score):
        return cls(score.points, score.reason)

    @property
    def as_fact(self):
        return {"points": None if self.points is None else in_words(Decimal(self.points)), "reason": self.reason}


def record_points(*, by, verb, changes):
    """`changes`: (sheet, criterion id, Judged before, Judged after); what stayed the same leaves no line."""
    lines = [
        (sheet, {"criterion": criterion, "before": before.as_fact, "after": after.as_fact})
        for sheet, criterion, before, after in changes
        if before != after
    ]
    if lines:
        record_all(by=by, verb=verb, lines=lines)
