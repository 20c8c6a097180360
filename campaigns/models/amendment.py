from django.conf import settings
from django.db import models

from thidua.tenancy.grants import append_only
from thidua.tenancy.models import TenantOwned

from .campaign import Campaign


@append_only
class Amendment(TenantOwned):
    """A change of a campaign after its launch (sửa đổi, bổ sung): who, when, what differed. Participants are told.

    `document`: number and date of the document by which the office changed its plan, where there is one.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="amendments")
    section = models.CharField("Phần", max_length=100)
    changes = models.JSONField("Thay đổi")  # [{"what": …, "before": …, "after": …}]
    document = models.CharField("Văn bản sửa đổi", max_length=300, blank=True)
    reason = models.CharField("Lý do", max_length=500, blank=True)
    made_at = models.DateTimeField("Thời điểm", auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_by_label = models.CharField(max_length=250)

    class Meta:
        verbose_name = "sửa đổi, bổ sung"
        ordering = ["-id"]

    def __str__(self):
        return f"Sửa đổi {self.section}"
