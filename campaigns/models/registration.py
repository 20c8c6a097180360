from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned, tenant_manager

from ..enums import RegistrationState
from .campaign import Campaign


class RegistrationQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(state=RegistrationState.REGISTERED)


class Registration(TenantOwned):
    """A title or award that a unit registers to strive for, for itself or for one of its people (đăng ký thi đua).

    Withdrawn ones stay: who registered late, changed or withdrew can be seen afterwards.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="registrations")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="đơn vị")
    award = models.ForeignKey("awards.Award", models.PROTECT, related_name="+", verbose_name="danh hiệu, hình thức")
    person = models.ForeignKey(
        "agencies.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cá nhân"
    )
    target = models.CharField("Chỉ tiêu, nội dung phấn đấu", max_length=300, blank=True)
    state = models.CharField(
        "Trạng thái", max_length=12, choices=RegistrationState.choices, default=RegistrationState.REGISTERED
    )
    is_late = models.BooleanField("Đăng ký sau hạn", default=False)
    registered_at = models.DateTimeField("Đăng ký lúc", auto_now_add=True)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField("Rút lúc", null=True, blank=True)
    withdrawal_reason = models.CharField("Lý do rút", max_length=300, blank=True)

    objects = tenant_manager(RegistrationQuerySet)

    class Meta:
        verbose_name = "đăng ký thi đua"
        ordering = ["agency__position", F("person__sort_key").asc(nulls_first=True), "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "campaign", "agency", "award", "person"],
                condition=Q(state=RegistrationState.REGISTERED),
                nulls_distinct=False,
                name="registration_once",
                violation_error_message="Đối tượng này đã đăng ký danh hiệu đó rồi.",
            ),
            models.CheckConstraint(
                condition=Q(state=RegistrationState.REGISTERED) | Q(withdrawn_at__isnull=False),
                name="registration_withdrawn_when",
            ),
        ]
        indexes = [models.Index(fields=["tenant", "campaign", "agency"], name="registration_agency")]

    def __str__(self):
        return f"{self.person or self.agency}: {self.award}"
