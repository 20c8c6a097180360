from django.conf import settings
from django.db import models

from thidua.tenancy.grants import append_only
from thidua.tenancy.models import TenantOwned


@append_only
class AuditEvent(TenantOwned):
    """One line of the trail (nhật ký): who did what to which thing, when. Nobody can edit or remove it."""

    happened_at = models.DateTimeField("Thời điểm", auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người thực hiện"
    )
    actor_label = models.CharField("Người thực hiện", max_length=250)
    verb = models.CharField("Việc", max_length=80)
    subject_type = models.CharField("Loại đối tượng", max_length=80)
    subject_id = models.BigIntegerField("Mã đối tượng")
    subject_label = models.CharField("Đối tượng", max_length=300)
    details = models.JSONField("Chi tiết", default=dict, blank=True)

    class Meta:
        verbose_name = "dòng nhật ký"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["tenant", "subject_type", "subject_id"], name="audit_subject"),
            models.Index(fields=["tenant", "-id"], name="audit_latest"),
        ]

    def __str__(self):
        return f"{self.actor_label}: {self.verb} {self.subject_label}"
