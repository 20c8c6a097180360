"""The shape of a transition row. Abstract: each thing with a workflow has its own table of them."""

from django.conf import settings
from django.db import models

from thidua.tenancy.models import TenantOwned


class Transition(TenantOwned):
    """One step that was taken: append-only. A subclass adds the foreign key with related_name «transitions»."""

    event = models.CharField("Bước", max_length=40)
    source = models.CharField("Từ trạng thái", max_length=20)
    target = models.CharField("Sang trạng thái", max_length=20)
    at = models.DateTimeField("Thời điểm", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người thực hiện")
    by_label = models.CharField("Người thực hiện", max_length=250)
    reason = models.TextField("Lý do, ghi chú", blank=True)

    class Meta(TenantOwned.Meta):
        abstract = True
        ordering = ["-id"]
