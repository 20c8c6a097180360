"""Reminders: once per stage and person, to the right people, until the work is done."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from campaigns.actions import announce_milestone, register_title
from campaigns.enums import Certainty
from dossiers import actions
from tests.factories import dossiers as build
from thidua.jobs.work import SWEPT, sweep_tenant
from thidua.notifications.actions import send_email
from thidua.notifications.calendar import add_working_days, is_working_day
from thidua.notifications.models import InboxItem, OutgoingEmail
from thidua.notifications.reminders import STAGES, remind_everyone, remind_tenant, stage_of


@given(st.integers(-400, 400))
def test_the_stage_is_the_nearest_one_that_has_come(days):
    stage = stage_of(days)
    assert stage == (None if days > 14 else min(s for s in STAGES if s >= days) if days > -7 else -7)


def reminders(actor, part):
    keys = InboxItem.objects.filter(user=actor.user_id, key__contains=part).order_by("id").values_list("key", flat=True)
    return [key.rpartition(":")[2] for key in keys]


def test_each_stage_reminds_once_until_the_dossier_is_handed_in(tenant, campaign, make_dossier, cast):
    deadline = campaign.milestones.get(kind="dossier_deadline")
    part = f"m{deadline.pk}:a{cast.unit_head.agency_id}"
    for days in (20, 15, 14, 14, 10, 7, 6, 3, 2, 1, 0, 0, -1):
        remind_tenant(tenant, deadline.due_on - timedelta(days=days))
    assert reminders(cast.unit_head, part) == ["14", "7", "3", "1", "0", "-1"]
    make_dossier("submitted")
    remind_tenant(tenant, deadline.due_on + timedelta(days=3))
    assert reminders(cast.unit_head, part) == ["14", "7", "3", "1", "0", "-1"]


def test_a_returned_dossier_is_unfinished_work(tenant, campaign, make_dossier, cast):
    deadline = campaign.milestones.get(kind="dossier_deadline")
    build.send_back(make_dossier("submitted"), cast.office)
    remind_tenant(tenant, deadline.due_on - timedelta(days=3))
    assert reminders(cast.unit_head, f"m{deadline.pk}:a{cast.unit_head.agency_id}") == ["3"]


def test_registering_stops_the_reminders_to_register(tenant, campaign, cast):
    milestone = campaign.milestones.get(kind="registration")
    register_title(campaign=campaign, award=build.offer_of(campaign).award, by=cast.unit_head)
    remind_tenant(tenant, milestone.due_on - timedelta(days=1))
    assert reminders(cast.unit_head, f"m{milestone.pk}:") == []
    assert reminders(cast.other_unit_head, f"m{milestone.pk}:a{cast.other_unit_head.agency_id}") == ["1"]


def test_an_awaited_milestone_is_silent_until_its_day_is_known(tenant, campaign, cast):
    milestone = campaign.milestones.get(certainty=Certainty.AWAITED)
    today = timezone.localdate()
    remind_tenant(tenant, today)
    assert reminders(cast.office, f"m{milestone.pk}:office") == []
    announce_milestone(milestone=milestone, due_on=today + timedelta(days=7), document="Thông báo 5/TB", by=cast.office)
    remind_tenant(tenant, today)
    assert reminders(cast.office, f"m{milestone.pk}:office") == ["7"]


def test_an_extension_moves_the_reminder(tenant, campaign, agencies, cast):
    deadline = campaign.milestones.get(kind="dossier_deadline")
    later = deadline.due_on + timedelta(days=30)
    campaign.participants.get(agency=agencies["ccvc"]).extensions.create(
        round=deadline, until=later, reason="Đơn vị mới"
    )
    remind_tenant(tenant, deadline.due_on)
    assert reminders(cast.unit_head, f"m{deadline.pk}:a{cast.unit_head.agency_id}") == []
    remind_tenant(tenant, later - timedelta(days=1))
    assert reminders(cast.unit_head, f"m{deadline.pk}:a{cast.unit_head.agency_id}") == ["1"]


def test_the_office_hears_which_units_are_late(tenant, campaign, make_dossier, cast):
    make_dossier("submitted")
    deadline = campaign.milestones.get(kind="dossier_deadline")
    remind_tenant(tenant, deadline.due_on + timedelta(days=1))
    item = InboxItem.objects.get(user=cast.office.user_id, key=f"m{deadline.pk}:late:-1")
    assert item.title.startswith("2 đơn vị quá hạn nộp hồ sơ 1 ngày")


def test_nobody_is_reminded_on_a_day_off_or_at_night(tenant, campaign):
    viet_nam = ZoneInfo("Asia/Ho_Chi_Minh")
    sunday, new_year = datetime(2026, 11, 22, 9, tzinfo=viet_nam), datetime(2026, 1, 1, 9, tzinfo=viet_nam)
    night = datetime(2026, 11, 20, 5, tzinfo=viet_nam)
    assert [remind_everyone(moment) for moment in (sunday, new_year, night)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 4, 30), False),
        (date(2026, 9, 2), False),
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
    ],
)
def test_working_days_of_viet_nam(day, works):
    assert is_working_day(day) is works


def test_working_days_skip_the_weekend():
    assert add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 23)


def test_an_email_is_sent_once_however_often_it_is_rung_for(tenant, campaign, cast):
    rows = OutgoingEmail.objects.filter(user=cast.unit_head.user_id)
    row = rows.get()
    assert [send_email(tenant.pk, row.pk), send_email(tenant.pk, row.pk)] == [True, False]
    assert [(m.to, m.subject) for m in mail.outbox] == [([cast.unit_head.email], row.subject)]
    row.refresh_from_db()
    assert (row.status, row.attempts) == ("done", 1)


def test_what_no_bell_rang_for_is_found_by_the_sweep(tenant, campaign):
    waiting = OutgoingEmail.objects.filter(status="waiting").count()
    assert (waiting > 0, OutgoingEmail in SWEPT) == (True, True)
    assert sweep_tenant(tenant) == waiting


def test_the_receipt_reaches_the_unit(make_dossier, cast):
    dossier = actions.submit_dossier(dossier=make_dossier("draft"), by=cast.unit_head)
    receipt = InboxItem.objects.get(user=cast.unit_head.user_id, key__contains=":receipt:")
    assert receipt.title == f"Phiếu tiếp nhận hồ sơ {dossier.code}"
