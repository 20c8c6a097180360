"""Who counts for a target: ratings, registrations, entered figures; each source is read once."""

from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from django.utils import timezone

from awards.models import Award
from campaigns.counting import Facts, by_agency, measured_targets, population_of
from campaigns.enums import TargetState as S
from campaigns.measuring import periods_of
from campaigns.models import Participant, Registration, TargetReading
from campaigns.selectors.targets import subjects_behind, target_gauges
from tests.factories.agencies import person, post
from thidua.agencies.enums import AgencyKind as K
from thidua.agencies.models import Person, Position

from .conftest import OWN, rate, unit

IN_2024, AFTER_2024 = date(2024, 12, 1), date(2025, 3, 1)


def of_year(plan, year=2024, today=AFTER_2024):
    return measured_targets(plan, periods_of(plan), today=today)[year]


def brief(found):
    return [(one.reached, one.total, str(one.state)) for one in found]


def rate_like_soc_trang(units):
    """6 of 8 units excellent, 9 of 11 district offices good, none failed; of 57 people 12 excellent, 30 good."""
    for number, agency in enumerate(units):
        grade = "excellent" if number < 6 else "completed" if number in (7, 17, 18) else "good"
        rate(agency, grade)
    people = list(Person.objects.filter(full_name__startswith="Người ").order_by("pk"))
    posts = dict(Position.objects.values_list("person", "agency"))
    agencies = {agency.pk: agency for agency in units}
    for number, one in enumerate(people[:50]):
        grade = "excellent" if number < 12 else "good" if number < 42 else "completed"
        rate(agencies[posts[one.pk]], grade, one)


def test_the_plan_of_soc_trang(plan, units):
    rate_like_soc_trang(units)
    found = of_year(plan)
    assert brief(found) == [
        (6, 8, S.ATTAINED),
        (9, 11, S.ATTAINED),
        (0, 19, S.ATTAINED),
        (12, 57, S.ATTAINED),
        (42, 57, S.ATTAINED),
        (0, 57, S.INCOMPLETE),
        (0, 0, S.UNKNOWN),
    ]
    assert [one.value for one in found[3:5]] == [D("21.05"), D("73.68")]
    assert [one.numbers for one in found[:4]] == [
        "6 trên 8 đơn vị",
        "9 trên 11 đơn vị",
        "0 trên 19 đơn vị",
        "12 trên 57 người",
    ]
    assert [one.silent for one in found[3:4]] == [7]


def test_before_the_end_of_the_year_the_bounds_are_still_open(plan, units):
    rate(units[0], "excellent")
    assert [one.state for one in of_year(plan, today=IN_2024)[:3]] == [S.ON_THE_WAY, S.UNKNOWN, S.ON_THE_WAY]
    rate(units[1], "failed")
    assert of_year(plan, today=IN_2024)[2].state == S.MISSED


def test_each_year_is_measured_on_its_own(plan, units):
    rate(units[0], "failed")
    rate(units[1], "excellent", year=2025)
    both = measured_targets(plan, periods_of(plan), today=date(2025, 2, 1))
    assert {year: found[2].state for year, found in both.items()} == {2024: S.MISSED, 2025: S.ON_THE_WAY}


def test_a_part_of_the_year_counts_until_the_whole_year_is_rated(plan, units):
    """«kết quả thực hiện nhiệm vụ 7 tháng đầu năm 2025»"""
    rate(units[0], "good", year=2025, period="first_half")
    rate(units[0], "excellent", year=2025, period="seven_months")
    assert brief(of_year(plan, 2025))[0] == (1, 8, S.ON_THE_WAY)
    rate(units[0], "completed", year=2025, period="year")
    assert brief(of_year(plan, 2025))[0] == (0, 8, S.ON_THE_WAY)


def test_when_everybody_is_rated_for_the_whole_year_the_target_is_decided(plan, units):
    for agency in units:
        rate(agency, "good")
    states = [one.state for one in of_year(plan, today=IN_2024)[:3]]
    assert states == [S.MISSED, S.ATTAINED, S.ATTAINED]


def test_a_half_year_is_provisional_until_the_year_is_rated(plan, units):
    """One unit more than needed is excellent by the half-year; nothing is attained by that yet."""
    for agency in units[:7]:
        rate(agency, "excellent", period="first_half")
    one = of_year(plan, today=IN_2024)[0]
    assert (one.reached, one.known, one.state, one.provisional) == (7, 7, S.ON_THE_WAY, 7)
    assert of_year(plan)[0].state == S.INCOMPLETE
    assert subjects_behind(plan.targets.first(), periods_of(plan)[0], today=IN_2024)[1]["reached"][0].said == (
        "Hoàn thành xuất sắc nhiệm vụ (tạm tính: 6 tháng đầu năm)"
    )
    for agency in units[:8]:
        rate(agency, "good")
    one = of_year(plan)[0]
    assert (one.reached, one.state, one.provisional, one.missing) == (0, S.MISSED, 0, "")


def test_a_part_of_the_year_that_reaches_the_end_of_the_campaign_is_final(plan, units):
    """The plan itself ends on 30/7: «kết quả thực hiện nhiệm vụ 7 tháng đầu năm 2025»."""
    for agency in units[:6]:
        rate(agency, "excellent", year=2025, period="seven_months")
    assert brief(of_year(plan, 2025, plan.ends_on))[0] == (6, 8, S.ON_THE_WAY)
    assert brief(of_year(plan, 2025, plan.ends_on + timedelta(days=1)))[0] == (6, 8, S.ATTAINED)
    for agency in units:
        rate(agency, "good", year=2025)
    assert brief(of_year(plan, 2025, plan.ends_on + timedelta(days=1)))[0] == (0, 8, S.MISSED)


def test_people_are_those_in_post_on_the_last_day(plan, units):
    left, came = person("Lê Văn Đi"), person("Lê Văn Đến")
    post(left, units[0], "Chuyên viên", valid_from=date(2023, 1, 1), valid_to=date(2024, 12, 31))
    post(came, units[0], "Chuyên viên", valid_from=date(2024, 12, 31))
    for one in (left, came):
        rate(units[0], "failed", one)
    assert brief(of_year(plan))[5] == (1, 58, S.MISSED)


def test_somebody_who_moved_keeps_the_rating_and_counts_once(plan, units):
    moved = person("Lê Văn Chuyển")
    post(moved, units[0], "Chuyên viên", valid_from=date(2023, 1, 1), valid_to=date(2024, 9, 1))
    post(moved, units[8], "Chuyên viên", valid_from=date(2024, 9, 1))
    post(moved, units[9], "Kiêm nhiệm", valid_from=date(2024, 10, 1))
    rate(units[0], "excellent", moved)
    assert brief(of_year(plan))[3] == (1, 58, S.INCOMPLETE)


def test_agencies_outside_the_campaign_do_not_count(plan, units):
    stranger = unit(99, K.INTERNAL_UNIT)
    rate(stranger, "excellent")
    assert of_year(plan)[0].total == 8
    assert of_year(plan)[0].state == S.UNKNOWN


def register(plan, office, agency, award="LDTT", who=None):
    return Registration.objects.create(
        campaign=plan, agency=agency, award=Award.objects.get(code=award), person=who, registered_by_id=office.user_id
    )


def registration_target(plan, award=None, population="agencies", value=50):
    return plan.targets.create(
        position=9, text="Đăng ký", value=value, unit="percent", measure="registration", population=population,
        award=Award.objects.get(code=award) if award else None,
    )  # fmt: skip


def test_registrations_are_counted(plan, units, office):
    plan.targets.all().delete()
    plan.starts_on, plan.ends_on = (
        timezone.localdate().replace(day=1, month=1),
        timezone.localdate().replace(day=31, month=12),
    )
    collective, individual = (
        Award.objects.filter(subjects__contains=["collective"])[0],
        Award.objects.get(code="GIAY_KHEN"),
    )
    anything = registration_target(plan)
    named = registration_target(plan, collective.code)
    people = registration_target(plan, "GIAY_KHEN", "people")
    somebody = Person.objects.get(full_name="Người 0 0")
    register(plan, office, units[0], collective.code)
    register(plan, office, units[0], collective.code, somebody)
    register(plan, office, units[1], individual.code, Person.objects.get(full_name="Người 1 0"))
    withdrawn = register(plan, office, units[2], collective.code)
    Registration.objects.filter(pk=withdrawn.pk).update(state="withdrawn", withdrawn_at=timezone.now())
    year = timezone.localdate().year
    found = {one.target: one for one in of_year(plan, year, timezone.localdate())}
    assert (found[anything].reached, found[anything].total) == (2, 19)
    assert (found[named].reached, found[named].state) == (1, S.ON_THE_WAY)
    assert (found[people].reached, found[people].total) == (1, 57)


def this_year(plan):
    today = timezone.localdate()
    plan.targets.all().delete()
    plan.starts_on, plan.ends_on = today.replace(day=1, month=1), today.replace(day=31, month=12)
    return plan, today.year


def test_a_title_moves_with_the_person(plan, units, office):
    plan, year = this_year(plan)
    people = registration_target(plan, "GIAY_KHEN", "people")
    moved = Person.objects.get(full_name="Người 0 0")
    register(plan, office, units[0], "GIAY_KHEN", moved)
    Position.objects.filter(person=moved).update(valid_to=timezone.localdate())
    post(moved, units[9], "Chuyên viên", valid_from=timezone.localdate())
    _one, groups = subjects_behind(people, periods_of(plan)[0])
    assert [(one.name, one.unit) for one in groups["reached"]] == [("Người 0 0", "ĐV 9")]
    assert (of_year(plan, year, timezone.localdate())[0].reached) == 1


def test_nobody_has_registered_is_a_figure(plan, units):
    plan, year = this_year(plan)
    registration_target(plan)
    states = {
        today: brief(of_year(plan, year, today))[0]
        for today in (date(year - 1, 12, 31), date(year, 12, 31), date(year + 1, 1, 1))
    }
    assert list(states.values()) == [(0, 19, S.UNKNOWN), (0, 19, S.ON_THE_WAY), (0, 19, S.MISSED)]


def test_somebody_with_two_posts_counts_where_the_whole_counts_them(plan, units):
    twice = Person.objects.get(full_name="Người 0 0")
    post(twice, units[1], "Kiêm nhiệm", valid_from=date(2024, 10, 1))
    rate(units[0], "excellent", twice)
    target, period = plan.targets.all()[3], periods_of(plan)[0]
    whole = by_agency(Facts(plan, [target], [period], AFTER_2024), target, period)
    for agency in units[:2]:
        own = by_agency(Facts(plan, [target], [period], AFTER_2024, frozenset([agency.pk])), target, period)
        assert own == {agency.pk: whole[agency.pk]}
    assert (whole[units[0].pk], whole[units[1].pk]) == ((0, 2, 2), (1, 4, 3))


def test_entered_figures_count_with_their_source(plan, units):
    target = plan.targets.get(measure="manual")
    TargetReading.objects.create(target=target, year=2024, reached=18, total=19, note="Báo cáo 45/BC-TTr")
    found = of_year(plan)[6]
    assert (found.reached, found.total, found.state, found.source) == (18, 19, S.MISSED, "Báo cáo 45/BC-TTr")
    assert of_year(plan, 2025)[6].state == S.UNKNOWN


def test_every_target_of_people_speaks_of_the_same_people(plan, units):
    entered = registration_target(plan, population="people")
    entered.measure = "manual"
    rated = plan.targets.all()[3]
    period = periods_of(plan)[0]
    assert [population_of(one, period, today=AFTER_2024) for one in (entered, rated)] == [57, 57]


@pytest.mark.parametrize("count", [1, 30, 300])
def test_all_targets_cost_six_queries(plan, office, django_assert_num_queries, count):
    for number in range(count):
        Participant.objects.create(campaign=plan, agency=unit(number, OWN[0], staff=1))
    registration_target(plan)
    TargetReading.objects.create(target=plan.targets.get(measure="manual"), year=2024, reached=1, total=1)
    for who in Person.objects.filter(full_name__startswith="Người "):
        rate(who.positions.get().agency, "good", who)
    with django_assert_num_queries(6):
        found = measured_targets(plan, periods_of(plan), today=AFTER_2024)
    assert (found[2024][4].reached, found[2024][4].total) == (count, count)


def test_who_stands_behind_a_target(plan, units):
    rate(units[0], "excellent")
    rate(units[1], "completed")
    target, period = plan.targets.first(), periods_of(plan)[0]
    one, groups = subjects_behind(target, period, today=AFTER_2024)
    assert one.numbers == "1 trên 8 đơn vị"
    assert [subject.name for subject in groups["reached"]] == ["Đơn vị số 0"]
    assert [(subject.name, subject.said) for subject in groups["others"]] == [("Đơn vị số 1", "Hoàn thành nhiệm vụ")]
    assert [subject.name for subject in groups["silent"]] == [f"Đơn vị số {number}" for number in range(2, 8)]
    own, groups = subjects_behind(target, period, agency_ids=[units[1].pk], today=AFTER_2024)
    assert (own.total, {key: len(found) for key, found in groups.items()}) == (
        1,
        {"reached": 0, "others": 1, "silent": 0},
    )


def test_gauges_for_the_overview(plan, units):
    rate_like_soc_trang(units)
    gauges = target_gauges(plan, 2024)
    assert (gauges[0].numbers, gauges[0].state, gauges[0].goal) == ("6 trên 8 đơn vị", "attained", D(6))
    assert (gauges[5].state, gauges[5].note) == ("incomplete", "còn 7 người chưa có kết quả")
    assert (gauges[3].note, gauges[6].note) == ("còn 7 người chưa có kết quả", "Chờ Văn phòng nhập số liệu")
    assert len(target_gauges(plan)) == 7
