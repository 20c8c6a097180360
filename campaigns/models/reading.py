from django.conf import settings
from django.db import models

from thidua.jobs.models import Job, JobQuerySet
from thidua.tenancy.models import tenant_manager

from ..enums import ReadingState
from .campaign import Campaign


class PlanReading(Job):
    """An uploaded plan and what was read in it (đọc kế hoạch): the row is the job.

    `facts` is what the reader found (see campaigns.reading), `verdicts` what the officer said of each fact:
    {"offers.2": {"verdict": "drop"}, "title": {"verdict": "correct", "value": …}}.
    """

    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="Tệp kế hoạch")
    state = models.CharField("Rà soát", max_length=8, choices=ReadingState.choices, default=ReadingState.OPEN)
    text = models.TextField("Nội dung", blank=True)
    facts = models.JSONField("Dữ kiện đọc được", default=dict)
    verdicts = models.JSONField("Ý kiến rà soát", default=dict)
    refusal = models.TextField("Lý do không đọc được", blank=True)
    campaign = models.ForeignKey(Campaign, models.SET_NULL, null=True, related_name="readings")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    objects = tenant_manager(JobQuerySet)

    class Meta:
        verbose_name = "bản đọc kế hoạch"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=ReadingState.USED) | models.Q(status="done"), name="reading_used_when_read"
            )
        ]

    def __str__(self):
        return f"Đọc kế hoạch «{self.file}»"
