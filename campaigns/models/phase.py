from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned

from .campaign import Campaign


class Phase(TenantOwned):
    """A phase or round of a campaign (giai đoạn, đợt), perhaps to celebrate certain days."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="phases")
    name = models.CharField("Tên giai đoạn, đợt", max_length=200)
    starts_on = models.DateField("Bắt đầu")
    ends_on = models.DateField("Kết thúc")
    celebrates = models.CharField("Chào mừng", max_length=300, blank=True)

    class Meta:
        verbose_name = "giai đoạn"
        ordering = ["starts_on", "id"]
        indexes = [models.Index(fields=["tenant", "campaign"], name="phase_campaign")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="phase_period",
                violation_error_message="Giai đoạn phải kết thúc từ ngày bắt đầu trở đi.",
            )
        ]

    def __str__(self):
        return self.name
