"""The work programme as it goes on: how far each task is, and what is taken over into the next year."""

from django.db import transaction
from django.utils import timezone

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import TaskState
from ..models import ProgrammeTask
from ..models.named_unit import name_units
from ..plans.shifting import shifted
from ..plans.years import in_text, own_years
from ..snapshot import SECTIONS, differences, section_facts
from .plan import amend


@transaction.atomic
def update_task(*, task, state, result, done_on, revision, by):
    """Keep how far a task is. A task that is done has its day; one that is dropped has its reason as result.

    Raises Outdated when somebody else has updated it since `revision`.
    """
    locked = ProgrammeTask.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=task.pk)
    by.require(Permission.DO_TASKS, locked)
    if locked.campaign.is_draft:
        raise Refused("Phát động kế hoạch trước khi cập nhật nhiệm vụ.")
    if locked.campaign.is_closed:
        raise Refused("Kế hoạch đã kết thúc; hãy mở lại trước khi cập nhật.")
    if locked.revision != revision:
        raise Outdated(locked)
    if state == TaskState.DROPPED and not result.strip():
        raise Refused("Ghi lý do không thực hiện vào ô kết quả.")
    today = timezone.localdate()
    if state == TaskState.DONE and done_on and done_on > today:
        raise Refused("Ngày hoàn thành không thể sau hôm nay.")
    before = locked.get_state_display()
    locked.state, locked.result = state, result.strip()
    locked.done_on = (done_on or today) if state == TaskState.DONE else None
    locked.revision += 1
    locked.save(update_fields=["state", "result", "done_on", "revision"])
    record(
        by=by, verb="cập nhật nhiệm vụ", subject=locked, details={"before": before, "after": locked.get_state_display()}
    )
    return locked


def _carried_day(task, source, target):
    """The same day in the receiving plan; what a plan of several years set for a later one falls in its first year."""
    if task.due_on and source.ends_on.year > source.year:
        return shifted(task.due_on, max(target.year - task.due_on.year, 0))
    return shifted(task.due_on, target.year - source.year)


@transaction.atomic
def carry_over(*, source, target, tasks, by):
    """Take tasks of one year's programme over into a later one: years in their words shifted, units kept.

    A launched programme gets them as an amendment.
    """
    by.require(Permission.WRITE_CAMPAIGN, target)
    if target.is_closed:
        raise Refused("Kế hoạch nhận nhiệm vụ đã kết thúc.")
    if not tasks:
        raise Refused("Hãy chọn ít nhất một nhiệm vụ để chuyển sang.")
    before = section_facts(target, "tasks")
    years, own = target.year - source.year, own_years(source.year, source.starts_on, source.ends_on)
    present = set(target.tasks.values_list("task", flat=True))
    position, carried = target.tasks.count(), 0
    for task in tasks:
        words = in_text(task.task, years, own)
        if words in present:
            continue
        position += 1
        copy = target.tasks.create(
            quarter=task.quarter, position=position, task=words, due_on=_carried_day(task, source, target)
        )
        name_units(copy.units, [unit.name for unit in task.units.all()])
        carried += 1
    if not carried:
        raise AlreadyDone("Các nhiệm vụ này đã có trong chương trình nhận.")
    record(by=by, verb="chuyển nhiệm vụ sang", subject=target, details={"from": source.pk, "tasks": carried})
    if not target.is_draft:
        amend(target, SECTIONS["tasks"], differences(before, section_facts(target, "tasks")), by)
    return carried
