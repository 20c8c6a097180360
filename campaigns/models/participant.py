from django.db import models

from thidua.tenancy.models import TenantOwned

from .campaign import Campaign


class Participant(TenantOwned):
    """An agency that takes part in a campaign (đơn vị tham gia); an extension moves its own dossier deadline."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="participants")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="đơn vị")
    extended_to = models.DateField("Gia hạn nộp hồ sơ đến", null=True, blank=True)
    extension_reason = models.CharField("Lý do gia hạn", max_length=300, blank=True)

    class Meta:
        verbose_name = "đơn vị tham gia"
        ordering = ["agency__position", "agency_id"]
        constraints = [models.UniqueConstraint("tenant", "campaign", "agency", name="participant_once")]
        indexes = [models.Index(fields=["tenant", "agency"], name="participant_agency")]

    def __str__(self):
        return str(self.agency)
