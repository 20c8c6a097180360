from decimal import Decimal

import pytest

from campaigns.actions import scoring
from campaigns.policies import scored_criteria
from campaigns.selectors.scoring import sheets_of


class Board:
    """A launched campaign whose scoring is open: short verbs for tests. Three criteria of ten points."""

    def __init__(self, campaign, cast):
        self.campaign, self.cast = campaign, cast
        scoring.open_scoring(campaign=campaign, by=cast.office)

    @property
    def criteria(self):
        return scored_criteria(self.campaign)

    def sheet(self, code):
        return sheets_of(self.campaign).get(participant__agency__code=code)

    def own(self, code, *points, by=None):
        """The unit scores itself."""
        sheet = self.sheet(code)
        values = {row.pk: (Decimal(value), "") for row, value in zip(self.criteria, points, strict=True)}
        return scoring.save_self_scores(
            sheet=sheet, values=values, revision=sheet.revision, by=by or self.cast.unit_head
        )

    def point(self, code, index, value, reason=""):
        return scoring.save_points(
            sheet=self.sheet(code), criterion=self.criteria[index], points=None if value is None else Decimal(value),
            reason=reason, by=self.cast.office,
        )  # fmt: skip

    def verified(self, code, *points):
        """The office scores the whole sheet and says that it is done."""
        for index, value in enumerate(points):
            self.point(code, index, value, "Theo hồ sơ.")
        return scoring.sheet_step(sheet=self.sheet(code), event="verify", by=self.cast.office)

    def publish(self, **options):
        return scoring.publish_scores(campaign=self.campaign, by=self.cast.office, **options)


@pytest.fixture
def board(campaign, cast):
    return Board(campaign, cast)
