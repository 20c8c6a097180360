"""The work programme: what is late, what is due, quarter by quarter."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from ..enums import CampaignState, TaskState
from ..models import ProgrammeTask

QUARTERS = {1: "Quý I", 2: "Quý II", 3: "Quý III", 4: "Quý IV", None: "Cả năm"}
TONES = {TaskState.TODO: "draft", TaskState.DOING: "elsewhere", TaskState.DONE: "done", TaskState.DROPPED: "draft"}


def last_day(task, year):
    """The day by which a task should be done: its own, else the end of its quarter, else of the year."""
    if task.due_on:
        return task.due_on
    month = (task.quarter or 4) * 3
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True)
class TaskRow:
    """A task as pages show it: when it is due, whether that day has passed, whose it is."""

    task: object
    due_on: date
    is_late: bool
    is_mine: bool
    tone: str

    @property
    def word(self):
        return "Quá hạn" if self.is_late else self.task.get_state_display()


def is_task_of(task, agency_id):
    """The agency is in charge of the task, by the catalogue (the plan's own words may mean many)."""
    return any(unit.agency_id == agency_id for unit in task.units.all())


def task_rows(tasks, actor, today=None):
    """[TaskRow] of tasks whose units and campaign are at hand."""
    today = today or timezone.localdate()
    rows = []
    for task in tasks:
        due_on = last_day(task, task.campaign.year)
        late = task.is_open and due_on < today
        tone = "returned" if late else TONES[TaskState(task.state)]
        rows.append(TaskRow(task, due_on, late, is_task_of(task, actor.agency_id), tone))
    return rows


def programme_of(campaign, actor, *, quarter="", state="", mine=False, late=False):
    """[(quarter's name, [TaskRow])] of one campaign, filtered as the page asks."""
    tasks = campaign.tasks.select_related("campaign").prefetch_related("units")
    if quarter.isdecimal():
        tasks = tasks.filter(quarter=int(quarter))
    if state in TaskState.values:
        tasks = tasks.filter(state=state)
    rows = [row for row in task_rows(tasks, actor) if (row.is_mine or not mine) and (row.is_late or not late)]
    return by_quarter(rows)


def by_quarter(rows):
    quarters = {}
    for row in rows:
        quarters.setdefault(row.task.quarter, []).append(row)
    return [(QUARTERS[quarter], quarters[quarter]) for quarter in (1, 2, 3, 4, None) if quarter in quarters]


def open_tasks(year):
    """Open tasks of running campaigns of a year, with what their rows need."""
    return (
        ProgrammeTask.objects.filter(
            campaign__year=year,
            campaign__state__in=(CampaignState.LAUNCHED, CampaignState.REVIEWING),
            state__in=(TaskState.TODO, TaskState.DOING),
        )
        .select_related("campaign")
        .prefetch_related("units")
    )


def tasks_of_year(actor, year):
    """Every task of the campaigns of a year that the actor may know of; a unit sees its own."""
    tasks = ProgrammeTask.objects.filter(campaign__year=year).exclude(campaign__state=CampaignState.DRAFT)
    if not actor.sees_whole_tenant:
        tasks = tasks.filter(Q(units__agency=actor.agency_id) | Q(campaign__organiser=actor.agency_id)).distinct()
    return tasks.select_related("campaign").prefetch_related("units").order_by("quarter", "campaign_id", "position")
