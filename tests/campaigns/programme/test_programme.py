"""The work programme: what is late, who may say how far a task is, what goes on into the next year."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from openpyxl import load_workbook

from campaigns.actions import copy_campaign
from campaigns.actions.programme import carry_over, update_task
from campaigns.documents.programme import build_programme
from campaigns.models import ProgrammeTask, TaskUnit
from campaigns.selectors.programme import last_day, task_rows
from thidua.documents.rendering import render_pdf
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(campaign, agencies):
    row = campaign.tasks.create(quarter=1, position=1, task=f"Phát động phong trào thi đua năm {campaign.year}")
    row.units.create(name="Phòng CCVC", agency=agencies["ccvc"])
    return row


@pytest.mark.parametrize(
    ("quarter", "due_on", "last"),
    [
        (1, None, date(2024, 3, 31)),
        (2, None, date(2024, 6, 30)),
        (None, None, date(2024, 12, 31)),
        (4, date(2024, 10, 5), date(2024, 10, 5)),
    ],
)
def test_a_task_is_due_at_the_end_of_its_quarter_or_on_its_day(quarter, due_on, last):
    assert last_day(ProgrammeTask(quarter=quarter, due_on=due_on), 2024) == last


def test_an_open_task_is_late_the_day_after(campaign, task, office):
    def shown():
        rows = task_rows([ProgrammeTask.objects.select_related("campaign").get(pk=task.pk)], office)
        return rows[0].is_late, rows[0].word

    with time_machine.travel(date(campaign.year, 3, 31)):
        assert shown() == (False, "Chưa thực hiện")
    with time_machine.travel(date(campaign.year, 4, 1)):
        assert shown() == (True, "Quá hạn")
        update_task(task=task, state="done", result="", done_on=None, by=office)
        assert shown() == (False, "Đã hoàn thành")


def test_the_unit_in_charge_says_how_far_it_is(task, unit_head, other_unit_head):
    done = update_task(task=task, state="doing", result="Đang lấy ý kiến.", done_on=None, by=unit_head)
    assert (done.state, done.result, done.done_on) == ("doing", "Đang lấy ý kiến.", None)
    with pytest.raises(PermissionDenied, match="Chỉ Văn phòng và đơn vị thực hiện"):
        update_task(task=task, state="done", result="", done_on=None, by=other_unit_head)


def test_what_is_dropped_says_why(task, office):
    with pytest.raises(Refused, match="Ghi lý do không thực hiện"):
        update_task(task=task, state="dropped", result=" ", done_on=None, by=office)


def test_nothing_is_done_tomorrow(task, office):
    with pytest.raises(Refused, match="không thể sau hôm nay"):
        update_task(task=task, state="done", result="", done_on=date(2099, 1, 1), by=office)


def test_open_tasks_go_on_into_the_next_year(campaign, task, office):
    target = copy_campaign(campaign=campaign, year=campaign.year + 1, by=office)
    target.tasks.all().delete()
    assert carry_over(source=campaign, target=target, tasks=[task], by=office) == 1
    copy = target.tasks.get()
    assert (copy.task, copy.state) == (f"Phát động phong trào thi đua năm {campaign.year + 1}", "todo")
    assert [unit.name for unit in copy.units.all()] == ["Phòng CCVC"]
    with pytest.raises(AlreadyDone, match="đã có trong chương trình"):
        carry_over(source=campaign, target=target, tasks=[task], by=office)


def test_the_programme_prints_as_the_table_of_the_plan(campaign, task):
    campaign.tasks.create(
        quarter=2, position=2, task="Sơ kết", state="done", done_on=date(2024, 6, 20), result="Đã họp."
    )
    title, doc = build_programme(campaign.pk)
    rendered = render_pdf("pdf/text_document.html", {"doc": doc})
    assert (title, rendered.warnings) == (f"Chương trình công tác năm {campaign.year}", ())
    for words in ("QUÝ I<", "QUÝ II<", "ĐƠN VỊ THỰC HIỆN", "- Phòng CCVC", "Đã hoàn thành ngày 20/6/2024", "Đã họp."):
        assert words in rendered.html


def many(campaign, agency, count):
    have = campaign.tasks.count()
    tasks = ProgrammeTask.objects.bulk_create(
        ProgrammeTask(campaign=campaign, quarter=n % 4 + 1, position=n, task=f"Việc {n}") for n in range(have, count)
    )
    TaskUnit.objects.bulk_create(TaskUnit(task=row, name="Phòng CCVC", agency=agency) for row in tasks)


@pytest.mark.parametrize(("page", "queries"), [("campaign_programme", 13), ("programme_year", 11)])
def test_a_page_costs_the_same_with_many_tasks(
    campaign, task, agencies, office, client_of, at, django_assert_num_queries, page, queries
):
    client = client_of(office)
    url = at(office, page, *([campaign.pk] if page == "campaign_programme" else []))
    client.get(url)
    for count in (1, 30, 300):
        many(campaign, agencies["ccvc"], count)
        with django_assert_num_queries(queries):
            client.get(url)


def test_filters_stay_in_the_address(campaign, task, office, client_of, at):
    campaign.tasks.create(quarter=2, position=2, task="Sơ kết")
    url = at(office, "campaign_programme", campaign.pk)
    quarters = client_of(office).get(f"{url}?quy=2").context["quarters"]
    assert [(name, [row.task.task for row in rows]) for name, rows in quarters] == [("Quý II", ["Sơ kết"])]
    nothing = client_of(office).get(f"{url}?quy=ba&tinh-trang=khong-co").context["quarters"]
    assert [name for name, _rows in nothing] == ["Quý I", "Quý II"]


def test_the_workbook_holds_what_is_shown(campaign, task, office, client_of, at):
    answer = client_of(office).get(at(office, "programme_excel", campaign.pk))
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[0][:4] == ("TT", "Quý", "Nội dung", "Đơn vị thực hiện")
    assert rows[1][:4] == (1, "Quý I", task.task, "Phòng CCVC")


def test_the_page_of_a_task_keeps_what_was_typed(task, unit_head, client_of, at):
    client, url = client_of(unit_head), at(unit_head, "task_update", task.pk)
    html = client.post(url, {"state": "done", "done_on": "2099-01-01", "result": "Đã xong."}).content.decode()
    assert "Đã xong." in html
    assert ProgrammeTask.objects.get(pk=task.pk).state == "todo"
    client.post(url, {"state": "done", "done_on": "", "result": "Đã xong."})
    assert ProgrammeTask.objects.get(pk=task.pk).state == "done"
