"""A plan like that of Sóc Trăng 2024: units of the department and district offices, two years."""

from datetime import date

import pytest

from awards.models import QualityRating
from campaigns.models import Participant
from tests.factories.agencies import person, post
from thidua.agencies.actions import found_agency
from thidua.agencies.enums import AgencyKind as K

OWN = [K.INTERNAL_UNIT, K.SUBORDINATE_UNIT]
TARGETS = (
    # text, comparator, value, unit, population, kinds, grades
    ("Ít nhất 06 đơn vị thuộc và trực thuộc Sở hoàn thành xuất sắc nhiệm vụ", ">=", 6, "count", "agencies", OWN,
     ["excellent"]),
    ("Ít nhất 09 Phòng Nội vụ hoàn thành tốt nhiệm vụ", ">=", 9, "count", "agencies", [K.DISTRICT_OFFICE],
     ["excellent", "good"]),
    ("Không có đơn vị không hoàn thành nhiệm vụ", "=", 0, "count", "agencies", [], ["failed"]),
    ("20% hoàn thành xuất sắc nhiệm vụ", ">=", 20, "percent", "people", [], ["excellent"]),
    ("Ít nhất 70% hoàn thành tốt nhiệm vụ", ">=", 70, "percent", "people", [], ["excellent", "good"]),
    ("Không có người không hoàn thành nhiệm vụ", "=", 0, "count", "people", [], ["failed"]),
)  # fmt: skip


def unit(number, kind, staff=3):
    """An agency with `staff` people."""
    agency = found_agency(
        code=f"dv-{number}", position=100 + number, valid_from=date(2023, 1, 1), legal_name=f"Đơn vị số {number}",
        short_name=f"ĐV {number}", kind=kind,
    )  # fmt: skip
    for one in range(staff):
        post(person(f"Người {number} {one}"), agency, "Chuyên viên", valid_from=date(2023, 1, 1))
    return agency


def rate(agency, grade, who=None, year=2024, period="year"):
    return QualityRating.objects.create(agency=agency, person=who, grade=grade, year=year, period=period)


@pytest.fixture
def plan(campaign):
    """The campaign without its usual units, from 10/7/2024 to 30/7/2025, with the six measured targets."""
    campaign.participants.all().delete()
    campaign.starts_on, campaign.ends_on = date(2024, 7, 10), date(2025, 7, 30)
    campaign.save(update_fields=["starts_on", "ends_on"])
    for position, (text, comparator, value, of, population, kinds, grades) in enumerate(TARGETS, 1):
        campaign.targets.create(
            position=position, text=text, comparator=comparator, value=value, unit=of, population=population,
            agency_kinds=kinds, grades=grades,
        )  # fmt: skip
    campaign.targets.create(
        position=7, text="100% đơn vị không có người vi phạm pháp luật", comparator="=", value=100, unit="percent",
        measure="manual",
    )  # fmt: skip
    return campaign


@pytest.fixture
def units(plan):
    """Eight units of the department and eleven district offices take part."""
    made = [unit(number, OWN[number % 2]) for number in range(8)]
    made += [unit(number, K.DISTRICT_OFFICE) for number in range(8, 19)]
    for agency in made:
        Participant.objects.create(campaign=plan, agency=agency)
    return made
