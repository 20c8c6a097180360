"""A campaign with 300 units and 40 scored criteria: what the largest office would have."""

from datetime import date
from decimal import Decimal

from campaigns.models import Criterion, Participant, Score, ScoreSheet
from thidua.agencies.models import Agency, AgencyVersion
from thidua.demo.plans import load_plan

UNITS, CRITERIA = 300, 40
TITLE = "Đo tốc độ: phong trào 300 đơn vị"


def crowded_campaign(by):
    """The campaign, made once; its sheets are verified and full."""
    from campaigns.actions import launch_campaign
    from campaigns.models import Campaign

    found = Campaign.objects.filter(title=TITLE).first()
    if found:
        return found
    campaign = launch_campaign(
        campaign=load_plan("khanh_hoa_2024", title=TITLE, groups=[], participants=["ccvc"]), by=by
    )
    campaign.participants.all().delete()
    _criteria(campaign)
    _sheets(
        campaign, Participant.objects.bulk_create(Participant(campaign=campaign, agency=row) for row in _agencies())
    )
    return campaign


def _criteria(campaign):
    have = campaign.criteria.filter(role="criterion", parent__isnull=False).count()
    group = campaign.criteria.filter(role="criterion", parent__isnull=True).last()
    Criterion.objects.bulk_create(
        Criterion(campaign=campaign, parent=group, position=900 + n, text=f"Tiêu chí đo {n}", max_points=Decimal(5))
        for n in range(have, CRITERIA)
    )


def _agencies():
    agencies = Agency.objects.bulk_create(Agency(code=f"dong-{n}", position=1000 + n) for n in range(UNITS))
    versions = AgencyVersion.objects.bulk_create(
        AgencyVersion(
            agency=row, valid_from=date(2023, 1, 1), legal_name=f"Phòng Nội vụ đo tốc độ {n}", kind="district_office"
        )
        for n, row in enumerate(agencies)
    )
    for agency, version in zip(agencies, versions, strict=True):
        agency.current = version
    Agency.objects.bulk_update(agencies, ["current"])
    return agencies


def _sheets(campaign, participants):
    sheets = ScoreSheet.objects.bulk_create(
        ScoreSheet(campaign=campaign, participant=row, state="verified", total=Decimal(80)) for row in participants
    )
    criteria = list(campaign.criteria.filter(role="criterion", max_points__isnull=False, parent__isnull=False))
    Score.objects.bulk_create(
        (
            Score(sheet=sheet, criterion=row, self_points=Decimal(2), points=Decimal((index + place) % 3))
            if (index + place) % 3 == 2
            else Score(sheet=sheet, criterion=row, points=Decimal((index + place) % 3))
            for index, sheet in enumerate(sheets)
            for place, row in enumerate(criteria)
        ),
        batch_size=2000,
    )
