from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thidua.tenancy.grants import append_only
from thidua.tenancy.models import TenantOwned

from ..enums import ItemVerdict
from .dossier import Dossier
from .nominee import Nominee


class DossierItem(TenantOwned):
    """One paper that a dossier asks for: a component of the plan, for the dossier or for one of its nominees."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="items")
    component = models.ForeignKey("campaigns.DossierComponent", models.PROTECT, related_name="+")
    nominee = models.ForeignKey(Nominee, models.CASCADE, null=True, related_name="items")
    verdict = models.CharField("Kiểm tra", max_length=10, choices=ItemVerdict.choices, default=ItemVerdict.OPEN)
    reason = models.TextField("Lý do trả lại", blank=True)
    returned_content = models.JSONField(null=True, editable=False)  # what it said when it was returned, for comparison

    class Meta:
        verbose_name = "thành phần của hồ sơ"
        ordering = ["component__position", F("nominee_id").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "dossier", "component", "nominee"], nulls_distinct=False, name="item_once"
            ),
            models.CheckConstraint(
                condition=~Q(verdict=ItemVerdict.RETURNED) | ~Q(reason=""), name="item_returned_says_why"
            ),
        ]

    def __str__(self):
        return f"{self.component.name}: {self.nominee.name}" if self.nominee_id else self.component.name


class ItemFile(TenantOwned):
    """A file that stands for a paper (bản chụp, minh chứng)."""

    item = models.ForeignKey(DossierItem, models.CASCADE, related_name="files")
    file = models.OneToOneField("documents.StoredFile", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "tệp của hồ sơ"
        ordering = ["id"]


@append_only
class ItemCheck(TenantOwned):
    """A verdict of the office on one paper, as it was given. Kept for every round."""

    # Nobody may delete a verdict, so Django must not try: the database refuses to drop a paper that has one.
    item = models.ForeignKey(DossierItem, models.DO_NOTHING, related_name="checks")
    verdict = models.CharField(max_length=10, choices=ItemVerdict.choices)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_label = models.CharField(max_length=250)

    class Meta:
        verbose_name = "lượt kiểm tra"
        ordering = ["-id"]
