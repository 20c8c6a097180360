from django.db import models
from django.db.models import Q

from thidua.tenancy.models import TenantOwned, tenant_manager

from ..enums import Certainty, MilestoneKind
from .campaign import Campaign


class MilestoneQuerySet(models.QuerySet):
    def dated(self):
        return self.filter(certainty=Certainty.FIXED)


class Milestone(TenantOwned):
    """A milestone of a campaign (mốc): a date that is set, or one that a named document has yet to set."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="milestones")
    phase = models.ForeignKey(
        "campaigns.Phase", models.SET_NULL, null=True, blank=True, related_name="milestones", verbose_name="Giai đoạn"
    )
    kind = models.CharField("Loại mốc", max_length=20, choices=MilestoneKind.choices)
    name = models.CharField("Tên mốc", max_length=200)
    certainty = models.CharField("Thời hạn", max_length=10, choices=Certainty.choices, default=Certainty.FIXED)
    due_on = models.DateField("Ngày", null=True, blank=True)
    awaits = models.CharField(
        "Văn bản sẽ ấn định ngày", max_length=300, blank=True, help_text="Văn bản nào, của ai, khi mốc chưa có ngày."
    )

    objects = tenant_manager(MilestoneQuerySet)

    class Meta:
        verbose_name = "mốc"
        ordering = [models.F("due_on").asc(nulls_last=True), "id"]
        indexes = [models.Index(fields=["tenant", "due_on"], name="milestone_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(certainty=Certainty.FIXED, due_on__isnull=False)
                | (Q(certainty=Certainty.AWAITED, due_on__isnull=True) & ~Q(awaits="")),
                name="milestone_dated_or_awaited",
                violation_error_message=(
                    "Mốc phải có ngày; nếu chưa có, chọn «Chờ văn bản hướng dẫn» và ghi văn bản sẽ ấn định ngày."
                ),
            )
        ]

    def __str__(self):
        return self.name
