from django.conf import settings
from django.db import models

from thidua.tenancy.models import TenantOwned

from .nominee import Nominee


class AchievementReport(TenantOwned):
    """What a nominee's achievement report says, section by section of the prescribed form (báo cáo thành tích).

    `revision` rises with each save: whoever saves on top of an older one is told instead of overwriting.
    """

    nominee = models.OneToOneField(Nominee, models.CASCADE, related_name="report")
    form = models.ForeignKey("awards.ReportForm", models.PROTECT, related_name="+", verbose_name="mẫu báo cáo")
    answers = models.JSONField("Nội dung", default=dict)  # {section key: text}
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField("Lưu lúc", null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "báo cáo thành tích"

    def __str__(self):
        return f"Báo cáo thành tích {self.nominee}"
