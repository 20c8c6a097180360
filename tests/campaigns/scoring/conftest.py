"""Two boards to play on: `board`, three criteria of ten points; `plan`, with a capped group, a bonus and a minus."""

from decimal import Decimal

import pytest

from campaigns.actions import scoring
from campaigns.models import ScoringRule
from campaigns.policies import scored_criteria
from campaigns.selectors.scoring import sheets_of
from tests.factories.sheets import hand_in
from thidua.agencies.actions import found_agency


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
        """The office scores one criterion of a sheet that was handed in."""
        hand_in(self.sheet(code))
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


@pytest.fixture
def plan(campaign):
    """Criteria in the order of the plan: two of 10 in a group capped at 18, one of 10, bonus 5, minus 5."""
    group = campaign.criteria.get(text="Thực hiện nhiệm vụ chuyên môn")
    group.max_points = 18
    group.save()
    campaign.criteria.filter(text="Cải cách hành chính").update(evidence_required=True)
    campaign.criteria.create(position=8, text="Sáng kiến được công nhận", max_points=5, points_kind="bonus")
    campaign.criteria.create(position=9, text="Báo cáo chậm", max_points=5, points_kind="minus")
    ScoringRule.objects.create(campaign=campaign, bonus_cap=4)
    for name, floor in (("Xuất sắc", 27), ("Tốt", 20)):
        campaign.bands.create(name=name, min_points=floor)
    return campaign


@pytest.fixture
def districts(plan, agencies):
    """Nha Trang, Diên Khánh and two more district offices take part."""
    codes = ["dien-khanh", "cam-ranh", "van-ninh"]
    for position, code in enumerate(codes[1:], 50):
        agencies[code] = found_agency(
            code=code, position=position, valid_from=agencies["so"].current.valid_from, kind="district_office",
            legal_name=f"Phòng Nội vụ {code}", short_name=f"PNV {code}",
        )  # fmt: skip
    for code in codes:
        plan.participants.create(agency=agencies[code])
    return ["nha-trang", *codes]


@pytest.fixture
def criteria(plan):
    return scored_criteria(plan)


@pytest.fixture
def sheets(plan, office):
    """{code of the agency: its open sheet}"""
    scoring.open_scoring(campaign=plan, by=office)
    return {sheet.participant.agency.code: sheet for sheet in sheets_of(plan)}


@pytest.fixture
def own(criteria):
    """own(sheet, head, 9, 8, …, evidence=): the unit scores itself, criterion by criterion."""

    def save(sheet, head, *points, evidence="Báo cáo số 5/BC", revision=None):
        sheet.refresh_from_db()
        values = {
            row.pk: (None if given is None else Decimal(str(given)), evidence)
            for row, given in zip(criteria, points, strict=False)
        }
        return scoring.save_self_scores(sheet=sheet, values=values, revision=revision or sheet.revision, by=head)

    return save


@pytest.fixture
def back(office):
    """back(sheet): the office returns a sheet to its unit."""
    return lambda sheet: scoring.sheet_step(sheet=sheet, event="return", by=office, reason="Bổ sung minh chứng.")


@pytest.fixture
def give(criteria, office):
    """give(sheet, 9, 8, …, reason=): the office scores a sheet that was handed in, criterion by criterion."""

    def save(sheet, *points, reason="Theo hồ sơ minh chứng"):
        hand_in(sheet)
        for row, given in zip(criteria, points, strict=False):
            points = None if given is None else Decimal(str(given))
            sheet = scoring.save_points(sheet=sheet, criterion=row, points=points, reason=reason, by=office)
        return sheet

    return save


@pytest.fixture
def verified(sheets, give, office):
    """verified({code: points}): sheets of these units are scored by the office and verified."""

    def verify(points):
        for code, given in points.items():
            give(sheets[code], *given)
            sheets[code] = scoring.sheet_step(sheet=sheets[code], event="verify", by=office)
        return sheets

    return verify


@pytest.fixture
def published(plan, verified, office):
    """published({code: points}): scored, verified, published."""

    def publish(points):
        verified(points)
        scoring.publish_scores(campaign=plan, by=office, without_missing=True)
        return {sheet.participant.agency.code: sheet for sheet in sheets_of(plan)}

    return publish
