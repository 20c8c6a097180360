"""The work programme: what is late, what is due, quarter by quarter."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from thidua.agencies.names import fold

from ..enums import CampaignState, TaskState
from ..in_charge import agency_of, is_in_charge
from ..models import Campaign, ProgrammeTask

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
    days_late: int = 0  # of an open task until today, of a finished one until it was done

    @property
    def word(self):
        return state_words(self.task, self.days_late)

    @property
    def result(self):
        return result_words(self.task)


def state_words(task, days):
    """How far a task is; `days`: by how many it is late, or was when it was done."""
    if not days:
        return task.get_state_display()
    return f"Hoàn thành muộn {days} ngày" if task.state == TaskState.DONE else f"Quá hạn {days} ngày"


def result_words(task):
    """The result, unless it only says the state again."""
    again = fold(task.result).strip(" .") == fold(task.get_state_display())
    return "" if again else task.result


def days_late(task, due_on, today):
    """Days after its last day: of a finished task for ever, of an open one while its campaign runs."""
    if task.state == TaskState.DONE:
        return max((task.done_on - due_on).days, 0)
    runs = task.campaign.takes_dossiers
    return max((today - due_on).days, 0) if runs and task.is_open else 0


def task_rows(tasks, actor, today=None):
    """[TaskRow] of tasks whose units and campaign are at hand."""
    today, agency = today or timezone.localdate(), agency_of(actor)
    rows = []
    for task in tasks:
        due_on = last_day(task, task.campaign.year)
        days = days_late(task, due_on, today)
        late = task.is_open and days > 0
        tone = "returned" if late else TONES[TaskState(task.state)]
        rows.append(TaskRow(task, due_on, late, is_in_charge(agency, task.units.all()), tone, days))
    return rows


def programme_of(campaign, actor, *, quarter="", state="", mine=False, late=False):
    """[(quarter's name, [TaskRow])] of one campaign, filtered as the page asks."""
    tasks = campaign.tasks.select_related("campaign").prefetch_related("units")
    if quarter in ("1", "2", "3", "4"):
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
    """Open tasks of running campaigns that are due by the end of a year, with what their rows need."""
    by_then = Q(due_on__year__lte=year) | Q(due_on__isnull=True, campaign__year__lte=year)
    return (
        ProgrammeTask.objects.filter(
            by_then,
            campaign__state__in=(CampaignState.LAUNCHED, CampaignState.REVIEWING),
            state__in=(TaskState.TODO, TaskState.DOING),
        )
        .select_related("campaign")
        .prefetch_related("units")
    )


def own_open_tasks(actor, year):
    """Those of which the actor's agency is in charge, the next due first."""
    tasks, agency = open_tasks(year).filter(campaign__in=Campaign.objects.visible_to(actor)), agency_of(actor)
    own = [task for task in tasks if is_in_charge(agency, task.units.all())]
    return sorted(own, key=lambda task: (last_day(task, task.campaign.year), task.pk))


def tasks_of_year(actor, year):
    """Every task due in a year of campaigns that the actor may know of; a unit sees its own."""
    due = Q(due_on__year=year) | Q(due_on__isnull=True, campaign__year=year)
    tasks = ProgrammeTask.objects.filter(due, campaign__in=Campaign.objects.visible_to(actor)).exclude(
        campaign__state=CampaignState.DRAFT
    )
    tasks = tasks.select_related("campaign").prefetch_related("units").order_by("quarter", "campaign_id", "position")
    if actor.sees_whole_tenant:
        return list(tasks)
    agency = agency_of(actor)
    return [
        task
        for task in tasks
        if task.campaign.organiser_id == actor.agency_id or is_in_charge(agency, task.units.all())
    ]
