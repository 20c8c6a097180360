from django.contrib.postgres.fields import ArrayField
from django.db import models

from awards.enums import SubjectKind
from thidua.agencies.enums import AgencyKind
from thidua.agencies.models import Agency
from thidua.tenancy.models import TenantOwned

from .campaign import Campaign


class Participant(TenantOwned):
    """An agency that takes part in a campaign (đơn vị tham gia)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="participants")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="đơn vị")

    class Meta:
        verbose_name = "đơn vị tham gia"
        ordering = ["agency__position", "agency_id"]
        constraints = [models.UniqueConstraint("tenant", "campaign", "agency", name="participant_once")]
        indexes = [models.Index(fields=["tenant", "agency"], name="participant_agency")]

    def __str__(self):
        return str(self.agency)


class ParticipantGroup(TenantOwned):
    """One line of the plan's «Đối tượng thi đua»: its words, and for collectives the rule that finds the agencies.

    No kind and no `under` chosen: the line is words only (individuals, units outside the list).
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="groups")
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    nominee_kind = models.CharField("Là", max_length=12, choices=SubjectKind.choices, default=SubjectKind.COLLECTIVE)
    text = models.TextField("Đối tượng")
    agency_kinds = ArrayField(
        models.CharField(max_length=30, choices=AgencyKind.choices), verbose_name="Loại đơn vị", default=list, blank=True
    )  # fmt: skip
    under = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Mọi đơn vị thuộc"
    )

    class Meta:
        verbose_name = "đối tượng thi đua"
        ordering = ["position", "id"]

    def __str__(self):
        return self.text[:80]

    @property
    def is_rule(self):
        return self.nominee_kind == SubjectKind.COLLECTIVE and bool(self.agency_kinds or self.under_id)

    def matching(self):
        """Agencies of today that the rule means."""
        if not self.is_rule:
            return Agency.objects.none()
        agencies = Agency.objects.present()
        if self.under_id:
            agencies = agencies.filter(current__parent=self.under_id)
        return agencies.of_kind(*self.agency_kinds) if self.agency_kinds else agencies
