from django.db import models

from thidua.tenancy.models import TenantOwned

from ..enums import ComponentKind
from .campaign import Campaign


class DossierComponent(TenantOwned):
    """A paper that a dossier must or may hold (thành phần hồ sơ)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="components")
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    kind = models.CharField("Loại", max_length=20, choices=ComponentKind.choices)
    name = models.CharField("Tên thành phần", max_length=250)
    form_note = models.CharField("Mẫu biểu", max_length=250, blank=True)
    originals = models.PositiveSmallIntegerField("Số bản chính", default=1)
    per_nominee = models.BooleanField("Mỗi người, mỗi tập thể một bản", default=False)
    required = models.BooleanField("Bắt buộc", default=True)

    class Meta:
        verbose_name = "thành phần hồ sơ"
        ordering = ["position", "id"]

    def __str__(self):
        return self.name

    @property
    def is_written_here(self):
        """True for papers that the system writes from what the unit types."""
        return self.kind in (ComponentKind.SUBMISSION_LETTER, ComponentKind.ACHIEVEMENT_REPORT)
