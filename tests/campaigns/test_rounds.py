"""Rounds of handing in dossiers: extension, dossier, reminder and progress belong to one day, not to the campaign."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from campaigns import actions
from campaigns.models import Extension
from campaigns.progress import Look, matrix, units_of
from campaigns.selectors import current, dossier_deadline, rounds_of
from dossiers.actions import create_dossier
from dossiers.reminders import unit_work
from tests.factories import dossiers as build
from thidua.workflow.table import AlreadyDone, Refused


def round_on(campaign, day, name="Hạn nộp hồ sơ"):
    return campaign.milestones.create(kind="dossier_deadline", name=name, due_on=day)


def yearly(campaign, first_year, last_year):
    campaign.milestones.filter(kind="dossier_deadline").delete()
    rule = campaign.milestones.create(
        kind="dossier_deadline", name="Nộp hồ sơ hằng năm", certainty="yearly", yearly_day=1, yearly_month=12,
        first_year=first_year, last_year=last_year,
    )  # fmt: skip
    return rule, {row.due_on.year: row for row in rule.years.all()}


@pytest.mark.parametrize(
    ("day", "spoken_of"),
    [
        (date(2024, 3, 1), 6),
        (date(2024, 6, 21), 6),
        (date(2024, 7, 20), 6),
        (date(2024, 7, 21), 12),
        (date(2024, 12, 10), 12),
        (date(2026, 1, 1), 12),
    ],
)
def test_the_round_spoken_of(campaign, day, spoken_of):
    campaign.milestones.filter(kind="dossier_deadline").delete()
    round_on(campaign, date(2024, 6, 20))
    round_on(campaign, date(2024, 12, 10))
    assert current(rounds_of(campaign), day).due_on.month == spoken_of


def test_rounds_three_weeks_apart_follow_the_nearest_day(campaign):
    campaign.milestones.filter(kind="dossier_deadline").delete()
    first, second = round_on(campaign, date(2024, 6, 1)), round_on(campaign, date(2024, 6, 21))
    assert [current(rounds_of(campaign), date(2024, 6, day)) for day in (5, 20, 25)] == [first, second, second]


def test_a_day_yet_to_be_set_comes_before_one_long_past(campaign):
    campaign.milestones.filter(kind="dossier_deadline").delete()
    past = round_on(campaign, date(2024, 6, 20))
    awaited = campaign.milestones.create(
        kind="dossier_deadline", name="Đợt 2", certainty="awaited", awaits="Công văn của Sở"
    )
    assert [current(rounds_of(campaign), day) for day in (date(2024, 7, 1), date(2024, 9, 1))] == [past, awaited]
    assert dossier_deadline(campaign) is None


def test_an_extension_of_one_year_leaves_the_next_one(campaign, office, agencies):
    _rule, years = yearly(campaign, 2026, 2028)
    unit = campaign.participants.get(agency=agencies["ccvc"])
    with time_machine.travel("2026-11-25T03:00:00Z", tick=False):
        actions.extend_deadline(participant=unit, until=date(2026, 12, 10), reason="Mới kiện toàn", by=office)
        assert dossier_deadline(campaign, agencies["ccvc"]) == date(2026, 12, 10)
    with time_machine.travel("2027-03-01T03:00:00Z", tick=False):
        assert dossier_deadline(campaign, agencies["ccvc"]) == date(2027, 12, 1)
    keys = {f"m{row.pk}:a{agencies['ccvc'].pk}" for row in years.values()}
    due = sorted(due.due_on for due in unit_work(date(2027, 11, 25)) if due.key in keys)
    assert due == [date(2026, 12, 10), date(2027, 12, 1), date(2028, 12, 1)]


def test_an_extension_given_twice_is_kept_once(campaign, office, agencies):
    unit, deadline = campaign.participants.get(agency=agencies["ccvc"]), dossier_deadline(campaign)
    for days in (3, 5):
        actions.extend_deadline(participant=unit, until=deadline + timedelta(days=days), reason="Bão", by=office)
    assert [row.until for row in Extension.objects.all()] == [deadline + timedelta(days=5)]


def test_an_extension_lies_after_the_common_day(campaign, office, agencies):
    unit = campaign.participants.get(agency=agencies["ccvc"])
    with pytest.raises(Refused, match="sau hạn chung"):
        actions.extend_deadline(participant=unit, until=dossier_deadline(campaign), reason="x", by=office)


def test_a_yearly_day_that_moves_keeps_its_extensions_and_dossiers(campaign, cast, office, agencies):
    this_year = timezone.localdate().year
    rule, years = yearly(campaign, this_year, this_year + 2)
    unit = campaign.participants.get(agency=agencies["ccvc"])
    until = date(this_year, 12, 20)
    actions.extend_deadline(participant=unit, until=until, reason="Bão", of_round=years[this_year], by=office)
    dossier = create_dossier(campaign=campaign, by=cast.unit_head, of_round=years[this_year])
    rule.yearly_day, rule.last_year = 5, this_year + 1
    rule.save()
    assert [(row.pk, row.due_on) for row in rule.years.order_by("due_on")] == [
        (years[year].pk, date(year, 12, 5)) for year in (this_year, this_year + 1)
    ]
    rule.first_year = this_year + 1
    rule.save()
    assert rule.years.filter(pk=dossier.round_id).exists()


def test_a_dossier_of_each_year(campaign, cast):
    this_year = timezone.localdate().year
    _rule, years = yearly(campaign, this_year, this_year + 1)
    first = create_dossier(campaign=campaign, by=cast.unit_head)
    with pytest.raises(AlreadyDone):
        create_dossier(campaign=campaign, by=cast.unit_head)
    second = create_dossier(campaign=campaign, by=cast.unit_head, of_round=years[this_year + 1])
    assert [first.round, second.round] == [years[this_year], years[this_year + 1]]


def test_the_first_round_is_not_the_second(campaign, cast, agencies):
    today, key = timezone.localdate(), agencies["ccvc"].pk
    campaign.milestones.filter(kind="dossier_deadline").delete()
    first = round_on(campaign, today - timedelta(days=1), "Đợt 1")
    second = round_on(campaign, today + timedelta(days=5), "Đợt 2")
    build.dossier("submitted", campaign=campaign, cast=cast, of_round=first)
    keys = {due.key for due in unit_work(today)}
    assert [f"m{row.pk}:a{key}" in keys for row in (first, second)] == [False, True]

    def handed_in(of_round):
        titles, rows = matrix(
            Look(campaign, cast.office, units_of(campaign.participants.all(), of_round), True, of_round)
        )
        place = titles.index("Nộp hồ sơ")
        return {row.unit.agency_id: row.cells[place].label for row in rows}[key]

    assert [handed_in(first), handed_in(second)] == ["Nộp sau hạn", "Chưa nộp"]
