"""The work programme: what is late, who may say how far a task is, what goes on into the next year."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from openpyxl import load_workbook

from campaigns.actions import copy_campaign
from campaigns.actions.programme import carry_over, update_task
from campaigns.documents.programme import build_programme, programme_state
from campaigns.forms.sections import section_form
from campaigns.in_charge import kinds_named
from campaigns.models import ProgrammeTask, TaskUnit
from campaigns.selectors.programme import last_day, open_tasks, own_open_tasks, task_rows
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
        assert shown() == (True, "Quá hạn 1 ngày")
        update_task(task=task, state="done", result="", done_on=None, revision=1, by=office)
        assert shown() == (False, "Hoàn thành muộn 1 ngày")
        update_task(task=task, state="done", result="", done_on=date(campaign.year, 3, 31), revision=2, by=office)
        assert shown() == (False, "Đã hoàn thành")


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_nothing_is_late_before_the_launch_or_after_the_end(campaign, task, office, state):
    type(campaign).objects.filter(pk=campaign.pk).update(state=state)
    with time_machine.travel(date(campaign.year + 1, 4, 1)):
        rows = task_rows([ProgrammeTask.objects.select_related("campaign").get(pk=task.pk)], office)
    assert [(row.is_late, row.word) for row in rows] == [(False, "Chưa thực hiện")]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Các đơn vị thuộc, trực thuộc Sở", {"internal_unit", "subordinate_unit"}),
        ("Các phòng, ban, đơn vị trực thuộc Văn phòng", {"internal_unit", "subordinate_unit"}),
        ("Phòng Nội vụ các huyện, thị xã, thành phố", {"district_office"}),
        ("Phòng Nội vụ Nha Trang", set()),
        ("Hội đồng Thi đua - Khen thưởng Sở", set()),
    ],
)
def test_kinds_that_words_name(words, kinds):
    assert kinds_named(words) == kinds


def test_a_task_named_by_rule_belongs_to_every_unit_of_that_kind(campaign, unit_head, other_unit_head):
    task = campaign.tasks.create(quarter=4, task="Bình xét thi đua cuối năm")
    task.units.create(name="Các đơn vị thuộc Sở")
    year = timezone.localdate().year
    assert [own_open_tasks(who, year) for who in (unit_head, other_unit_head)] == [[task], []]
    update_task(task=task, state="doing", result="Đang họp.", done_on=None, revision=1, by=unit_head)
    with pytest.raises(PermissionDenied):
        update_task(task=task, state="done", result="", done_on=None, revision=2, by=other_unit_head)


def test_tasks_of_a_plan_of_several_years_come_in_their_own_year(campaign):
    type(campaign).objects.filter(pk=campaign.pk).update(
        year=2025, starts_on=date(2025, 1, 1), ends_on=date(2027, 12, 31)
    )
    task = campaign.tasks.create(task="Sơ kết", due_on=date(2026, 12, 10))
    assert [[*open_tasks(year)] for year in (2025, 2026, 2027)] == [[], [task], [task]]


def test_two_people_do_not_overwrite_each_other(task, office, client_of, at):
    client, url = client_of(office), at(office, "task_update", task.pk)
    update_task(task=task, state="done", result="Báo cáo 12/BC", done_on=None, revision=1, by=office)
    typed = {"state": "doing", "done_on": "", "result": "Đang làm", "revision": "1"}
    html = client.post(url, typed).content.decode()
    assert ("Báo cáo 12/BC" in html, "Đang làm" in html) == (True, True)
    task.refresh_from_db()
    assert (task.state, task.result) == ("done", "Báo cáo 12/BC")


def test_a_task_that_was_done_stays_in_the_plan(campaign, task, office):
    def without_it():
        prefix, row = "tasks", {"id": task.pk, "position": 1, "quarter": 1, "task": task.task, "DELETE": "on"}
        data = {f"{prefix}-0-{name}": value for name, value in row.items()}
        return section_form("tasks", campaign, data | {f"{prefix}-TOTAL_FORMS": 1, f"{prefix}-INITIAL_FORMS": 1})

    assert without_it().is_valid() is True
    update_task(task=task, state="done", result="", done_on=None, revision=1, by=office)
    assert without_it().non_form_errors() == [f"Nhiệm vụ «{task}» đã hoàn thành nên không bỏ được."]


def test_the_unit_in_charge_says_how_far_it_is(task, unit_head, other_unit_head):
    done = update_task(task=task, state="doing", result="Đang lấy ý kiến.", done_on=None, revision=1, by=unit_head)
    assert (done.state, done.result, done.done_on) == ("doing", "Đang lấy ý kiến.", None)
    with pytest.raises(PermissionDenied, match="Chỉ Văn phòng và đơn vị thực hiện"):
        update_task(task=task, state="done", result="", done_on=None, revision=2, by=other_unit_head)


def test_what_is_dropped_says_why(task, office):
    with pytest.raises(Refused, match="Ghi lý do không thực hiện"):
        update_task(task=task, state="dropped", result=" ", done_on=None, revision=1, by=office)


def test_nothing_is_done_tomorrow(task, office):
    with pytest.raises(Refused, match="không thể sau hôm nay"):
        update_task(task=task, state="done", result="", done_on=date(2099, 1, 1), revision=1, by=office)


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
    for result in ("Đã họp.", "Đã hoàn thành."):
        campaign.tasks.create(
            quarter=2, position=2, task="Sơ kết", state="done", done_on=date(campaign.year, 6, 20), result=result
        )
    title, doc = build_programme(campaign.pk)
    rendered = render_pdf("pdf/text_document.html", {"doc": doc})
    assert (title, rendered.warnings) == (f"Chương trình công tác năm {campaign.year}", ())
    for words in ("QUÝ I<", "QUÝ II<", "ĐƠN VỊ THỰC HIỆN", "- Phòng CCVC", "Đã họp."):
        assert words in rendered.html
    with time_machine.travel(date(campaign.year, 11, 25)):
        cells = [row[3] for row in programme_state(campaign).rows if not isinstance(row, str)]
    done = f"Đã hoàn thành ngày 20/6/{campaign.year}"
    assert cells == [("Quá hạn 239 ngày",), (done, "Đã họp."), (done,)]


def many(campaign, agency, count):
    have = campaign.tasks.count()
    tasks = ProgrammeTask.objects.bulk_create(
        ProgrammeTask(campaign=campaign, quarter=n % 4 + 1, position=n, task=f"Việc {n}") for n in range(have, count)
    )
    TaskUnit.objects.bulk_create(TaskUnit(task=row, name="Phòng CCVC", agency=agency) for row in tasks)


@pytest.mark.parametrize(("page", "queries"), [("campaign_programme", 14), ("programme_year", 12)])
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
    html = client.post(
        url, {"state": "done", "done_on": "2099-01-01", "result": "Đã xong.", "revision": 1}
    ).content.decode()
    assert "Đã xong." in html
    assert ProgrammeTask.objects.get(pk=task.pk).state == "todo"
    client.post(url, {"state": "done", "done_on": "", "result": "Đã xong.", "revision": 1})
    assert ProgrammeTask.objects.get(pk=task.pk).state == "done"
