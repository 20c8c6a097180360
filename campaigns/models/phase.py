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

    @property
    def celebrates(self):
        """What the phase is dedicated to, in one line."""
        return "; ".join(str(item) for item in self.celebrations.all())


class Celebration(TenantOwned):
    """A day that a campaign or one of its phases celebrates (lập thành tích chào mừng kỷ niệm …)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="celebrations")
    phase = models.ForeignKey(
        Phase, models.SET_NULL, null=True, blank=True, related_name="celebrations", verbose_name="Giai đoạn, đợt"
    )
    name = models.CharField("Ngày kỷ niệm", max_length=250)
    founded_on = models.DateField("Ngày gốc", null=True, blank=True)
    celebrated_on = models.DateField("Ngày chào mừng", null=True, blank=True)

    class Meta:
        verbose_name = "ngày kỷ niệm"
        ordering = [models.F("celebrated_on").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(celebrated_on__gte=models.F("founded_on")),
                name="celebration_after_founding",
                violation_error_message="Ngày chào mừng phải từ ngày gốc trở đi.",
            )
        ]

    def __str__(self):
        return f"{self.years} năm {self.name}" if self.years else self.name

    @property
    def years(self):
        """Which anniversary it is, or None while a date is missing."""
        if self.founded_on and self.celebrated_on:
            return self.celebrated_on.year - self.founded_on.year
        return None
