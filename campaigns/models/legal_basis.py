from django.db import models
from django.db.models import Q

from thidua.tenancy.models import TenantOwned, tenant_manager

from ..enums import DocumentKind
from .campaign import Campaign


class LegalDocumentQuerySet(models.QuerySet):
    def filed(self, *, kind, number="", issued_on=None, issuer="", subject=""):
        """The one row of this document in the tenant, made if there is none; issuer and subject are filled in late."""
        identity = {"kind": kind, "number": number.strip(), "issued_on": issued_on}
        if not identity["number"]:
            identity["subject"] = subject.strip()
        document, _created = self.get_or_create(**identity, defaults={"issuer": issuer, "subject": subject})
        changed = [
            name
            for name, value in (("issuer", issuer.strip()), ("subject", subject.strip()))
            if value and getattr(document, name) != value
        ]
        for name in changed:
            setattr(document, name, {"issuer": issuer, "subject": subject}[name].strip())
        if changed:
            document.save(update_fields=changed)
        return document


class LegalDocument(TenantOwned):
    """A document that plans and decisions cite (văn bản): kind, number, date, issuer, subject; kept once a tenant."""

    kind = models.CharField("Loại văn bản", max_length=12, choices=DocumentKind.choices)
    number = models.CharField("Số, ký hiệu", max_length=40, blank=True)
    issued_on = models.DateField("Ngày ban hành", null=True, blank=True)
    issuer = models.CharField("Cơ quan ban hành", max_length=200, blank=True)
    subject = models.CharField("Trích yếu", max_length=500, blank=True)

    objects = tenant_manager(LegalDocumentQuerySet)

    class Meta:
        verbose_name = "văn bản"
        ordering = ["-issued_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "kind", "number", "issued_on"],
                condition=~Q(number=""),
                nulls_distinct=False,
                name="legal_document_once",
                violation_error_message="Văn bản này đã có trong danh mục văn bản của cơ quan.",
            ),
            models.UniqueConstraint(
                fields=["tenant", "kind", "issued_on", "subject"],
                condition=Q(number=""),
                nulls_distinct=False,
                name="legal_document_unnumbered_once",
            ),
        ]

    def __str__(self):
        is_law = self.kind == DocumentKind.LAW
        parts = [self.get_kind_display()]
        if self.subject and is_law:
            parts.append(self.subject)
        if self.number:
            parts.append(f"số {self.number}")
        if self.issued_on:
            parts.append(f"ngày {day_month_year(self.issued_on)}")
        if self.issuer and not is_law:
            parts.append(f"của {self.issuer}")
        if self.subject and not is_law:
            parts.append(self.subject)
        return " ".join(parts)


class LegalBasis(TenantOwned):
    """One «Căn cứ …» line of a plan (NĐ 30/2020 PL I): which document, in which place of the list."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="legal_bases")
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    document = models.ForeignKey(LegalDocument, models.PROTECT, related_name="cited_in", verbose_name="Văn bản")

    class Meta:
        verbose_name = "căn cứ"
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint("tenant", "campaign", "document", name="legal_basis_once")]

    def __str__(self):
        return str(self.document)


def day_month_year(day):
    """A date inside a sentence, as offices write it: 05/4/2024, 20/02/2024 (NĐ 30/2020: day < 10, month 1–2)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
