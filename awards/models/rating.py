from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned

from ..enums import QualityGrade, RatingPeriod


class QualityRating(TenantOwned):
    """How an agency or a person was rated for a year or part of it (kết quả đánh giá, xếp loại chất lượng).

    The rating of a person is filed under the agency where the person worked; of an agency, `person` is empty.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="Đơn vị")
    person = models.ForeignKey(
        "agencies.Person", models.PROTECT, null=True, blank=True, related_name="ratings", verbose_name="Cá nhân"
    )
    year = models.PositiveSmallIntegerField("Năm")
    period = models.CharField("Kỳ", max_length=12, choices=RatingPeriod.choices, default=RatingPeriod.YEAR)
    grade = models.CharField("Mức xếp loại", max_length=12, choices=QualityGrade.choices)
    decision_number = models.CharField("Số quyết định, thông báo", max_length=60, blank=True)
    decision_date = models.DateField("Ngày quyết định", null=True, blank=True)

    class Meta:
        verbose_name = "kết quả xếp loại"
        ordering = ["-year", "agency__position", F("person__sort_key").asc(nulls_first=True), "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "agency", "person", "year", "period"],
                nulls_distinct=False,
                name="rating_once",
                violation_error_message="Đối tượng này đã có kết quả xếp loại của kỳ đó.",
            ),
            models.CheckConstraint(
                condition=Q(year__range=(1990, 2100)),
                name="rating_year_sensible",
                violation_error_message="Năm xếp loại không hợp lý.",
            ),
            models.CheckConstraint(
                condition=Q(decision_date__isnull=True) | ~Q(decision_number=""),
                name="rating_dated_has_number",
                violation_error_message="Có ngày thì phải có số quyết định.",
            ),
        ]
        indexes = [models.Index(fields=["tenant", "year", "grade"], name="rating_year_grade")]

    def __str__(self):
        return f"{self.person or self.agency}: {self.get_grade_display()} ({self.year})"
