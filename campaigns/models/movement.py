from django.db import models

from thidua.tenancy.models import TenantOwned

from .campaign import Campaign


class ParentMovement(TenantOwned):
    """A movement launched by a higher authority that this campaign answers to (phong trào do cấp trên phát động).

    `platform_campaign`: where that movement is itself a campaign of this tenant.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="movements")
    name = models.CharField("Tên phong trào", max_length=300)
    launcher = models.CharField("Người, cơ quan phát động", max_length=200)
    document = models.ForeignKey(
        "campaigns.LegalDocument", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="Văn bản phát động",
    )  # fmt: skip
    platform_campaign = models.ForeignKey(
        Campaign, models.SET_NULL, null=True, blank=True, related_name="answered_by",
        verbose_name="Phong trào trên hệ thống",
        help_text="Khi phong trào cấp trên cũng được quản lý trên hệ thống này.",
    )  # fmt: skip
    starts_on = models.DateField("Bắt đầu", null=True, blank=True)
    ends_on = models.DateField("Kết thúc", null=True, blank=True)

    class Meta:
        verbose_name = "phong trào cấp trên"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="movement_period",
                violation_error_message="Phong trào cấp trên phải kết thúc từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=models.Q(platform_campaign__isnull=True) | ~models.Q(platform_campaign=models.F("campaign")),
                name="movement_is_another_campaign",
                violation_error_message="Phong trào cấp trên là một phong trào khác, không phải chính phong trào này.",
            ),
        ]

    def __str__(self):
        return self.name
