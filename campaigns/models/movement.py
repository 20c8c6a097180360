from django.db import models

from thidua.tenancy.models import TenantOwned

from .campaign import Campaign


class ParentMovement(TenantOwned):
    """A movement launched by a higher authority that this campaign answers to (phong trào do cấp trên phát động)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="movements")
    name = models.CharField("Tên phong trào", max_length=300)
    launcher = models.CharField("Người, cơ quan phát động", max_length=200)
    document = models.CharField("Văn bản phát động", max_length=300, blank=True)
    starts_on = models.DateField("Bắt đầu", null=True, blank=True)
    ends_on = models.DateField("Kết thúc", null=True, blank=True)

    class Meta:
        verbose_name = "phong trào cấp trên"
        ordering = ["id"]

    def __str__(self):
        return self.name
