"""Milestones written together: what follows from one another stays in step, what cannot be is refused in words."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from campaigns.actions import announce_milestone, move_campaign
from tests.factories import campaigns
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = pytest.mark.django_db
IN_A_CIRCLE = {"anchor": ["Các mốc không thể tính ngày lẫn nhau; ít nhất một mốc phải có ngày riêng."]}


@pytest.fixture
def anchor(campaign):
    return campaign.milestones.get(name="Sơ kết Đợt 1")


@pytest.fixture
def follower(campaign, anchor):
    return campaign.milestones.create(
        kind="report", name="Báo cáo sau sơ kết", certainty="relative", anchor=anchor, offset_days=5
    )


@pytest.fixture
def yearly(campaign):
    """1 December of the year of the campaign and of the two years after it."""
    return campaign.milestones.create(
        kind="report", name="Báo cáo năm", certainty="yearly", yearly_day=1, yearly_month=12,
        first_year=campaign.year, last_year=campaign.year + 2,
    )  # fmt: skip


def days(rule):
    return sorted(rule.years.values_list("due_on", flat=True))


def test_anchor_and_distance_change_at_once(save, anchor, follower):
    day = anchor.due_on + timedelta(days=2)
    save("milestones", {anchor: {"due_on": day}, follower: {"offset_days": 6}})
    follower.refresh_from_db()
    assert follower.due_on == day + timedelta(days=6)


def test_two_milestones_turn_round(save, anchor, follower):
    day = date(2026, 10, 1)
    save(
        "milestones",
        {
            anchor: {"certainty": "relative", "anchor": follower.pk, "offset_days": -3, "due_on": None},
            follower: {"certainty": "fixed", "due_on": day, "anchor": None},
        },
    )
    anchor.refresh_from_db()
    follower.refresh_from_db()
    assert (anchor.due_on, anchor.anchor, follower.anchor, follower.offset_days) == (
        date(2026, 9, 28), follower, None, None,
    )  # fmt: skip


def test_a_circle_over_several_rows_is_refused(campaign, errors, anchor, follower):
    last = campaign.milestones.get(name="Tổng kết")
    relative = {"certainty": "relative", "offset_days": 1}
    changes = {anchor: {**relative, "anchor": last.pk}, last: {**relative, "anchor": follower.pk}}
    assert errors("milestones", changes) == [IN_A_CIRCLE] * 3


def test_what_was_counted_from_a_deleted_milestone_keeps_its_day(save, anchor, follower):
    amendment = save("milestones", delete=[anchor])
    follower.refresh_from_db()
    assert (follower.certainty, follower.due_on, follower.anchor, follower.offset_days) == (
        "fixed", anchor.due_on + timedelta(days=5), None, None,
    )  # fmt: skip
    assert amendment.changes[:2] == [
        {"what": "Bỏ «Sơ kết Đợt 1»", "before": "Sơ kết Đợt 1", "after": ""},
        {"what": "Báo cáo sau sơ kết – Thời hạn", "before": "Tính từ mốc khác", "after": "Đã ấn định"},
    ]


def test_counted_from_a_deleted_milestone_without_a_day_it_awaits_the_same(campaign):
    anchor = campaign.milestones.get(certainty="awaited")
    follower = campaign.milestones.create(
        kind="report", name="Sau lễ", certainty="relative", anchor=anchor, offset_days=5
    )
    anchor.delete()
    follower.refresh_from_db()
    assert (follower.certainty, follower.awaits) == ("awaited", anchor.awaits)


def test_a_row_that_is_still_counted_from_a_deleted_one_is_refused(errors, anchor, follower):
    assert errors("milestones", {follower: {"offset_days": 6}}, delete=[anchor]) == [
        {"anchor": ["Mốc «Sơ kết Đợt 1» bị bỏ trong lần lưu này; chọn mốc khác hoặc ghi ngày."]}
    ]


def test_nothing_is_counted_from_a_yearly_milestone(errors, anchor, follower, yearly, campaign):
    row = {"kind": "report", "name": "Trước mốc năm", "certainty": "relative", "anchor": yearly.pk, "offset_days": -10}
    [wrong] = errors("milestones", None, row)
    assert list(wrong) == ["anchor"]
    every_year = {
        "certainty": "yearly", "yearly_day": 1, "yearly_month": 12, "first_year": campaign.year,
        "last_year": campaign.year,
    }  # fmt: skip
    assert errors("milestones", {anchor: every_year}) == [
        {"anchor": ["«Sơ kết Đợt 1» là mốc hằng năm, không có một ngày để tính."]}
    ]


@pytest.mark.parametrize(
    ("day", "month", "years", "wrong"),
    [
        (31, 4, (0, 1), {"yearly_day": ["Không năm nào từ 2026 đến 2027 có ngày 31/4."]}),
        (29, 2, (0, 1), {"yearly_day": ["Không năm nào từ 2026 đến 2027 có ngày 29/2."]}),
        (
            1, 12, (0, 200),
            {"last_year": ["Mốc hằng năm tính từ năm 2026 đến năm 2027: thời gian của phong trào và năm liền sau."]},
        ),
    ],
)  # fmt: skip
def test_days_and_years_that_are_none_are_refused(campaign, errors, day, month, years, wrong):
    campaign.year, campaign.starts_on, campaign.ends_on = 2026, date(2026, 1, 1), date(2026, 12, 31)
    campaign.save()
    row = {"kind": "report", "name": "Năm", "certainty": "yearly", "yearly_day": day, "yearly_month": month}
    [found] = errors("milestones", None, row | {"first_year": 2026 + years[0], "last_year": 2026 + years[1]})
    assert found | wrong == found


def test_the_database_refuses_a_day_that_no_year_has(yearly):
    with pytest.raises(IntegrityError, match="milestone_yearly_day_exists"), transaction.atomic():
        type(yearly).objects.filter(pk=yearly.pk).update(yearly_day=31, yearly_month=11)


def test_the_database_refuses_an_anchor_of_another_campaign(campaign, agencies):
    other = campaigns.draft(agencies, title="Khác").milestones.first()
    with pytest.raises(IntegrityError, match="milestone_anchor_of_campaign"), transaction.atomic():
        campaign.milestones.create(kind="other", name="x", certainty="relative", anchor=other, offset_days=1)
        connection.check_constraints()


def test_the_years_follow_their_rule(campaign, yearly):
    phase, movement = campaign.phases.first(), campaign.movements.first()
    yearly.name, yearly.phase, yearly.movement, yearly.yearly_day = "Báo cáo", phase, movement, 2
    yearly.first_year += 1
    yearly.save()
    assert list(yearly.years.values_list("name", "phase", "movement", "due_on")) == [
        ("Báo cáo", phase.pk, movement.pk, date(campaign.year + more, 12, 2)) for more in (1, 2)
    ]


def test_a_year_that_was_moved_keeps_its_day(campaign, office, yearly):
    year = yearly.years.get(of_year=campaign.year)
    moved = date(campaign.year + 1, 1, 5)
    announce_milestone(milestone=year, due_on=moved, document="Công văn số 5", by=office)
    [amendment] = campaign.amendments.all()
    assert amendment.changes == [
        {
            "what": f"Báo cáo năm ({campaign.year}) – Ngày", "before": f"01/12/{campaign.year}",
            "after": f"05/01/{campaign.year + 1}",
        },
        {
            "what": f"Báo cáo năm ({campaign.year}) – Văn bản đã ấn định ngày", "before": "", "after": "Công văn số 5",
        },
    ]  # fmt: skip
    yearly.yearly_day = 3
    yearly.save()
    assert days(yearly) == [moved, date(campaign.year + 1, 12, 3), date(campaign.year + 2, 12, 3)]


def test_only_what_is_awaited_is_announced(campaign, office, anchor, yearly):
    day = date(2026, 12, 5)
    for milestone in (anchor, yearly):
        with pytest.raises(Refused, match="không chờ văn bản nào"):
            announce_milestone(milestone=milestone, due_on=day, document="Công văn 5", by=office)
    awaited = campaign.milestones.get(certainty="awaited")
    announce_milestone(milestone=awaited, due_on=day, document="Công văn 5", by=office)
    with pytest.raises(AlreadyDone):
        announce_milestone(milestone=awaited, due_on=day, document="Công văn 5", by=office)


def test_no_day_is_announced_once_the_campaign_is_closed(campaign, office):
    awaited = campaign.milestones.get(certainty="awaited")
    move_campaign(campaign=campaign, event="close", by=office, reason="Đã tổng kết.")
    with pytest.raises(Refused, match="Phong trào đã kết thúc; hãy mở lại trước khi ấn định ngày."):
        announce_milestone(milestone=awaited, due_on=date(2026, 12, 5), document="Công văn 5", by=office)
