from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned

from .nominee import Nominee


class Approval(TenantOwned):
    """The director's approval of one nominee: it takes one numbered place of the offer's quota.

    UNIQUE (offer, slot) and slot ≤ quota keep the quota, whoever approves at the same moment.
    """

    nominee = models.OneToOneField(Nominee, models.PROTECT, related_name="approval")
    offer = models.ForeignKey("campaigns.AwardOffer", models.PROTECT, related_name="approvals")
    slot = models.PositiveSmallIntegerField(null=True)
    quota = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "phê duyệt"
        constraints = [
            models.UniqueConstraint("tenant", "offer", "slot", name="approval_slot_once"),
            models.CheckConstraint(
                condition=Q(slot__isnull=True, quota__isnull=True) | Q(slot__gte=1, slot__lte=F("quota")),
                name="approval_within_quota",
            ),
        ]
