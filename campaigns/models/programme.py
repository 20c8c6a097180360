from django.db import models
from django.db.models import Q

from thidua.tenancy.models import TenantOwned

from ..enums import TaskState
from .campaign import Campaign
from .named_unit import NamedUnit


class ProgrammeTask(TenantOwned):
    """An item of the year's work programme (chương trình công tác): what, in which quarter, how far."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="tasks")
    quarter = models.PositiveSmallIntegerField(
        "Quý", null=True, blank=True, choices=[(1, "Quý I"), (2, "Quý II"), (3, "Quý III"), (4, "Quý IV")]
    )
    position = models.PositiveSmallIntegerField("TT", default=1)
    task = models.TextField("Nội dung")
    due_on = models.DateField("Hoàn thành trước", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=8, choices=TaskState.choices, default=TaskState.TODO)
    result = models.TextField("Kết quả", blank=True)
    done_on = models.DateField("Hoàn thành ngày", null=True, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "nhiệm vụ"
        ordering = [models.F("quarter").asc(nulls_last=True), "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quarter__isnull=True) | Q(quarter__range=(1, 4)), name="task_quarter_exists"
            ),
            models.CheckConstraint(
                condition=~Q(state=TaskState.DONE) | Q(done_on__isnull=False),
                name="task_done_when",
                violation_error_message="Ghi ngày hoàn thành.",
            ),
        ]
        indexes = [models.Index(fields=["tenant", "campaign"], name="task_campaign")]

    def __str__(self):
        return self.task[:80]

    @property
    def is_open(self):
        return self.state in (TaskState.TODO, TaskState.DOING)


class TaskUnit(NamedUnit):
    """A unit in charge of an item of the programme (đơn vị thực hiện)."""

    task = models.ForeignKey(ProgrammeTask, models.CASCADE, related_name="units")

    class Meta(NamedUnit.Meta):
        verbose_name = "đơn vị thực hiện"
        constraints = [models.UniqueConstraint("tenant", "task", "name", name="task_unit_once")]
