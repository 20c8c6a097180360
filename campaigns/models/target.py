from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from awards.enums import QualityGrade
from thidua.agencies.enums import AgencyKind
from thidua.tenancy.models import TenantOwned

from ..enums import Comparator, Measure, Population, TargetUnit
from .campaign import Campaign


class Target(TenantOwned):
    """A figure that the campaign strives for (chỉ tiêu thi đua): «ít nhất 06 đơn vị hoàn thành xuất sắc nhiệm vụ»."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="targets")
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    text = models.TextField("Chỉ tiêu")
    comparator = models.CharField("So sánh", max_length=2, choices=Comparator.choices, default=Comparator.AT_LEAST)
    value = models.DecimalField("Giá trị", max_digits=9, decimal_places=2)
    unit = models.CharField("Đơn vị tính", max_length=8, choices=TargetUnit.choices, default=TargetUnit.COUNT)
    population = models.CharField("Tính trên", max_length=10, choices=Population.choices, default=Population.AGENCIES)
    agency_kinds = ArrayField(
        models.CharField(max_length=30, choices=AgencyKind.choices), verbose_name="Chỉ các loại đơn vị", default=list,
        blank=True, help_text="Không chọn: mọi đơn vị tham gia.",
    )  # fmt: skip
    measure = models.CharField("Lấy số liệu từ", max_length=12, choices=Measure.choices, default=Measure.RATING)
    grades = ArrayField(
        models.CharField(max_length=12, choices=QualityGrade.choices), verbose_name="Các mức xếp loại được tính",
        default=list, blank=True,
    )  # fmt: skip
    award = models.ForeignKey(
        "awards.Award", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Danh hiệu đăng ký",
        help_text="Không chọn: mọi danh hiệu.",
    )  # fmt: skip

    class Meta:
        verbose_name = "chỉ tiêu"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__gte=0) & (Q(unit=TargetUnit.COUNT) | Q(value__lte=100)),
                name="target_value_sensible",
                violation_error_message="Giá trị từ 0 trở lên; tỷ lệ không quá 100%.",
            ),
            models.CheckConstraint(
                condition=~Q(measure=Measure.RATING) | ~Q(grades=[]),
                name="target_rating_names_grades",
                violation_error_message="Chọn ít nhất một mức xếp loại được tính.",
            ),
        ]

    def __str__(self):
        return self.text[:80]


class TargetReading(TenantOwned):
    """A figure that the office enters itself for a target that no register can measure, by period."""

    target = models.ForeignKey(Target, models.CASCADE, related_name="readings")
    year = models.PositiveSmallIntegerField("Năm")
    reached = models.PositiveIntegerField("Số đạt")
    total = models.PositiveIntegerField("Trên tổng số")
    note = models.CharField("Nguồn số liệu", max_length=300, blank=True)

    class Meta:
        verbose_name = "số liệu chỉ tiêu"
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint("tenant", "target", "year", name="target_reading_once"),
            models.CheckConstraint(
                condition=Q(reached__lte=F("total")),
                name="target_reading_within_total",
                violation_error_message="Số đạt không được lớn hơn tổng số.",
            ),
        ]
