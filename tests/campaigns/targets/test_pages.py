"""The tab «Chỉ tiêu»: who sees what, at what cost, what the office enters."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from campaigns import actions
from campaigns.models import Participant, TargetReading
from tests.support.html import Page
from thidua.agencies.models import Person
from thidua.audit.models import AuditEvent
from thidua.workflow.table import Refused

from .conftest import OWN, rate, unit


def words(answer):
    return " ".join(Page(answer.content.decode()).text)


def manual(plan):
    return plan.targets.get(measure="manual")


def test_the_tab_shows_each_target_with_its_numbers(plan, units, office, client_of, at):
    rate(units[0], "excellent")
    text = words(client_of(office).get(at(office, "campaign_targets", plan.pk, nam=2024)))
    assert "Năm 2024 (10/07 – 31/12)" in text
    assert "1 trên 8 đơn vị" in text
    assert "còn 7 đơn vị chưa có kết quả" in text
    assert "Chờ Văn phòng nhập số liệu" in text


def test_a_year_outside_the_campaign_falls_back(plan, units, office, client_of, at):
    for asked in ("1999", "abc"):
        page = client_of(office).get(at(office, "campaign_targets", plan.pk, nam=asked))
        assert page.context["period"].year in (2024, 2025)


def test_a_campaign_without_targets_says_so(campaign, office, unit_head, client_of, at):
    assert "Thêm chỉ tiêu" in words(client_of(office).get(at(office, "campaign_targets", campaign.pk)))
    assert "Kế hoạch không nêu chỉ tiêu" in words(
        client_of(unit_head).get(at(unit_head, "campaign_targets", campaign.pk))
    )


@pytest.mark.parametrize("count", [1, 30, 300])
def test_the_tab_costs_the_same_with_many_units(plan, office, client_of, at, django_assert_num_queries, count):
    for number in range(count):
        agency = unit(number, OWN[0], staff=1)
        Participant.objects.create(campaign=plan, agency=agency)
        rate(agency, "good", Person.objects.get(full_name=f"Người {number} 0"))
    client = client_of(office)
    targets, subjects = (
        at(office, "campaign_targets", plan.pk, nam=2024),
        at(office, "target_subjects", plan.targets.all()[4].pk),
    )
    client.get(targets)
    with django_assert_num_queries(16):
        client.get(targets)
    with django_assert_num_queries(18):
        page = client.get(subjects, {"nam": 2024})
    assert len(page.context["groups"][0][2]) == count


def test_a_unit_head_reads_names_of_the_own_unit_only(plan, units, unit_head, agencies, council, client_of, at):
    Participant.objects.create(campaign=plan, agency=agencies["ccvc"])
    rate(units[0], "excellent")
    rate(agencies["ccvc"], "excellent")
    url = at(unit_head, "target_subjects", plan.targets.first().pk, nam=2024)
    text = words(client_of(unit_head).get(url))
    assert ("Phòng Công chức, viên chức" in text, "Đơn vị số" in text) == (True, False)
    assert client_of(council).get(at(council, "target_subjects", plan.targets.first().pk)).status_code == 403


def test_the_office_enters_a_figure_with_its_source(plan, units, office, client_of, at):
    url = at(office, "target_reading", manual(plan).pk, nam=2024)
    client = client_of(office)
    data = {"year": 2024, "reached": 18, "total": 19, "note": "Báo cáo số 45/BC-TTr"}
    answer = client.post(url, data)
    assert answer["Location"] == at(office, "campaign_targets", plan.pk, nam=2024)
    client.post(url, data | {"reached": 19})
    reading = TargetReading.objects.get()
    assert (reading.reached, reading.total, reading.note) == (19, 19, "Báo cáo số 45/BC-TTr")
    assert AuditEvent.objects.latest("pk").details["before"] == "18/19 (Báo cáo số 45/BC-TTr)"
    assert client.get(url).context["form"]["reached"].value() == 19


def test_the_total_is_proposed_and_the_chosen_year_is_marked(plan, units, office, client_of, at):
    client = client_of(office)
    form = client.get(at(office, "target_reading", manual(plan).pk, nam=2024)).context["form"]
    assert form["total"].value() == 19
    page = client.get(at(office, "campaign_targets", plan.pk, nam=2024)).content.decode()
    assert re.findall(r'href="\?nam=(\d+)" aria-current="true"', page) == ["2024"]


def test_wrong_figures_keep_what_was_typed(plan, units, office, client_of, at):
    url = at(office, "target_reading", manual(plan).pk)
    answer = client_of(office).post(url, {"year": 2024, "reached": 20, "total": 19, "note": "Báo cáo miệng"})
    assert answer.context["form"].errors == {"reached": ["Số đạt không được lớn hơn tổng số."]}
    assert 'value="Báo cáo miệng"' in answer.content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"year": 2023}, "không kéo dài đến năm 2023"),
        ({"reached": 20}, "Số đạt không được lớn hơn tổng số"),
        ({"note": " "}, "Hãy ghi nguồn số liệu"),
        ({"reached": 0, "total": 0}, "Tổng số phải lớn hơn 0"),
    ],
)
def test_the_action_refuses(plan, units, office, change, sentence):
    values = {"year": 2024, "reached": 18, "total": 19, "note": "Báo cáo"} | change
    with pytest.raises(Refused, match=sentence):
        actions.enter_reading(target=manual(plan), by=office, **values)


def test_what_a_register_measures_is_not_entered(plan, office, unit_head):
    with pytest.raises(Refused, match="Kết quả xếp loại chất lượng"):
        actions.enter_reading(target=plan.targets.first(), year=2024, reached=1, total=2, note="…", by=office)
    with pytest.raises(PermissionDenied):
        actions.enter_reading(target=manual(plan), year=2024, reached=1, total=2, note="…", by=unit_head)


def test_today_is_the_year_that_opens(plan, units, office, client_of, at, time_machine_2024):
    assert client_of(office).get(at(office, "campaign_targets", plan.pk)).context["period"].year == 2024


@pytest.fixture
def time_machine_2024():
    import time_machine

    with time_machine.travel(date(2024, 11, 5), tick=True):
        yield
