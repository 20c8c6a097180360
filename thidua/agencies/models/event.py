from django.db import models

from thidua.tenancy.models import TenantOwned

from ..enums import AgencyEventKind


class AgencyEvent(TenantOwned):
    """Founding, renaming, merging, splitting, moving or ending of agencies by a decision on a day."""

    kind = models.CharField("Sự kiện", max_length=20, choices=AgencyEventKind.choices)
    effective_on = models.DateField("Ngày có hiệu lực")
    decision = models.CharField("Quyết định", max_length=250, blank=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="events", verbose_name="đơn vị")
    successor = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="predecessor_events",
        verbose_name="đơn vị kế thừa",
    )  # fmt: skip

    class Meta:
        verbose_name = "biến động tổ chức"
        ordering = ["effective_on", "id"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.agency} ({self.effective_on:%d/%m/%Y})"
