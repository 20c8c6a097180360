from django.db import models

from thidua.tenancy.models import TenantOwned

from .campaign import Campaign


class Criterion(TenantOwned):
    """A group of criteria or one criterion inside it (nội dung, tiêu chí thi đua)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="criteria")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name="Nhóm"
    )
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    text = models.TextField("Nội dung")
    max_points = models.DecimalField("Điểm tối đa", max_digits=6, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "tiêu chí"
        ordering = ["position", "id"]

    def __str__(self):
        return self.text[:80]
