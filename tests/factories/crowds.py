"""Many units in a campaign, written at once, for tests of what a page costs. Call inside a tenant_scope."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from awards.models import Award, QualityRating
from campaigns.models import Participant, Registration, Score, ScoreSheet, UnitReport
from thidua.agencies.models import Agency, AgencyVersion


def agencies(count):
    """`count` new Phòng Nội vụ."""
    have = Agency.objects.count()
    made = Agency.objects.bulk_create(Agency(code=f"don-vi-{have + n}", position=500 + n) for n in range(count))
    versions = AgencyVersion.objects.bulk_create(
        AgencyVersion(agency=row, valid_from=date(2023, 1, 1), legal_name=f"Đơn vị {row.code}", kind="district_office")
        for row in made
    )
    for agency, version in zip(made, versions, strict=True):
        agency.current = version
    Agency.objects.bulk_update(made, ["current"])
    return made


def participants(campaign, count):
    """Fill the campaign up to `count` participants, new ones of new agencies; returns the new ones."""
    missing = count - campaign.participants.count()
    return Participant.objects.bulk_create(Participant(campaign=campaign, agency=row) for row in agencies(missing))


def sheets(campaign, participants, criteria):
    """A verified sheet of each participant with full points."""
    made = ScoreSheet.objects.bulk_create(
        ScoreSheet(campaign=campaign, participant=row, state="verified", total=Decimal(20)) for row in participants
    )
    Score.objects.bulk_create(
        Score(sheet=sheet, criterion=row, self_points=given, points=given)
        for sheet in made
        for row in criteria
        if (given := min(row.max_points, 7))
    )


def busy(campaign, count, by):
    """`count` participants, the new ones registered, scored, rated and with their reports sent. `by`: an Actor."""
    units = participants(campaign, count)
    award = Award.objects.get(code="TTLDTT")
    year = timezone.localdate().year
    Registration.objects.bulk_create(
        Registration(campaign=campaign, agency_id=row.agency_id, award=award, registered_by_id=by.user_id)
        for row in units
    )
    sheets(campaign, units, list(campaign.criteria.filter(max_points__isnull=False)))
    QualityRating.objects.bulk_create(QualityRating(agency_id=row.agency_id, year=year, grade="good") for row in units)
    UnitReport.objects.bulk_create(
        UnitReport(
            review=review, agency_id=row.agency_id, results="Hoàn thành", submitted_at=timezone.now(),
            submitted_by_id=by.user_id, figures={"registrations": {"collective": 1, "individual": 0}},
        )
        for review in campaign.reviews.all()
        for row in units
    )  # fmt: skip
