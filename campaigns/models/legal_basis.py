from django.db import models

from thidua.tenancy.models import TenantOwned

from ..enums import DocumentKind
from .campaign import Campaign


class LegalBasis(TenantOwned):
    """One «Căn cứ …» line: a cited document with kind, number, date, issuer and subject (NĐ 30/2020 PL I)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="legal_bases")
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    kind = models.CharField("Loại văn bản", max_length=12, choices=DocumentKind.choices)
    number = models.CharField("Số, ký hiệu", max_length=40, blank=True)
    issued_on = models.DateField("Ngày ban hành", null=True, blank=True)
    issuer = models.CharField("Cơ quan ban hành", max_length=200, blank=True)
    subject = models.CharField("Trích yếu", max_length=500, blank=True)

    class Meta:
        verbose_name = "căn cứ"
        ordering = ["position", "id"]

    def __str__(self):
        parts = [self.get_kind_display()]
        if self.number:
            parts.append(f"số {self.number}")
        if self.kind == DocumentKind.LAW and self.subject:
            parts.append(self.subject)
        if self.issued_on:
            parts.append(f"ngày {day_month_year(self.issued_on)}")
        if self.issuer and self.kind != DocumentKind.LAW:
            parts.append(f"của {self.issuer}")
        if self.subject and self.kind != DocumentKind.LAW:
            parts.append(self.subject)
        return " ".join(parts)


def day_month_year(day):
    """A date inside a sentence, as offices write it: 05/4/2024, 20/02/2024 (NĐ 30/2020: day < 10, month 1–2)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
