from django.db import models

from ..enums import SubjectKind


class BaseSalary(models.Model):
    """Lương cơ sở in force from a day on, in đồng a month."""

    valid_from = models.DateField("Từ ngày", unique=True)
    amount = models.PositiveBigIntegerField("Mức (đồng)")
    source = models.CharField("Căn cứ", max_length=120)

    class Meta:
        db_table = "awards_national_base_salary"
        ordering = ["valid_from"]


class BonusRate(models.Model):
    """How many times the base salary an award brings, under a regime, by kind of subject."""

    regime = models.ForeignKey("awards.LegalRegime", models.CASCADE, related_name="+")
    award = models.ForeignKey("awards.Award", models.CASCADE, related_name="+")
    subject_kind = models.CharField("Đối tượng", max_length=12, choices=SubjectKind.choices)
    coefficient = models.DecimalField("Hệ số", max_digits=6, decimal_places=2)

    class Meta:
        db_table = "awards_national_bonus_rate"
        constraints = [models.UniqueConstraint("regime", "award", "subject_kind", name="bonus_rate_once")]
