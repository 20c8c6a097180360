from django.db import models

from ..enums import MeritKind


class ReportForm(models.Model):
    """A prescribed form of achievement report (mẫu báo cáo thành tích) of a decree, with its sections."""

    regime = models.ForeignKey("awards.LegalRegime", models.CASCADE, related_name="forms")
    merit_kind = models.CharField("Loại hình", max_length=12, choices=MeritKind.choices)
    code = models.CharField("Mẫu số", max_length=20)
    decree = models.CharField("Ban hành kèm theo", max_length=200)
    sections = models.JSONField("Các phần")  # [{key, heading, hint, for: collective|individual|both, minimum}]

    class Meta:
        db_table = "awards_national_report_form"
        constraints = [models.UniqueConstraint("regime", "merit_kind", name="report_form_once")]

    def __str__(self):
        return f"{self.code} ({self.decree})"

    def sections_for(self, subject_kind):
        return [part for part in self.sections if part["for"] in ("both", subject_kind)]
