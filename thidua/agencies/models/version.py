from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q

from thidua.tenancy.models import TenantOwned, tenant_manager

from ..enums import AgencyKind


class DateRange(Func):
    """SQL daterange(from, to): an open end when `to` is null."""

    function = "DATERANGE"
    output_field = DateRangeField()


class AgencyVersionQuerySet(models.QuerySet):
    def on(self, day):
        """Versions in force on `day` (a date)."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


class AgencyVersion(TenantOwned):
    """What an agency was called and to whom it belonged in a period: valid_from inclusive, valid_to exclusive."""

    agency = models.ForeignKey("agencies.Agency", models.CASCADE, related_name="versions", verbose_name="đơn vị")
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến trước ngày", null=True, blank=True)
    legal_name = models.CharField("Tên đầy đủ", max_length=250)
    short_name = models.CharField("Tên ngắn", max_length=80, blank=True)
    symbol = models.CharField("Ký hiệu văn bản", max_length=30, blank=True, help_text="Ví dụ: SNV trong 05/QĐ-SNV")
    place_name = models.CharField("Địa danh", max_length=80, blank=True)
    superior_name = models.CharField("Cơ quan chủ quản", max_length=250, blank=True)
    head_title = models.CharField("Chức danh người đứng đầu", max_length=120, blank=True)
    parent = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị cấp trên"
    )
    kind = models.CharField("Loại đơn vị", max_length=30, choices=AgencyKind.choices)

    objects = tenant_manager(AgencyVersionQuerySet)

    class Meta:
        verbose_name = "tên gọi của đơn vị"
        ordering = ["agency", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=models.F("valid_from")),
                name="agency_version_period",
                violation_error_message="Ngày hết hiệu lực phải sau ngày bắt đầu.",
            ),
            ExclusionConstraint(
                name="agency_version_no_overlap",
                expressions=[
                    ("agency", RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Đơn vị đã có tên gọi khác trong khoảng thời gian này.",
            ),
        ]

    def __str__(self):
        return self.legal_name
