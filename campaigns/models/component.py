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
    form = models.CharField("Mẫu biểu", max_length=250, blank=True, help_text="Ví dụ: Mẫu số 08 Phụ lục I")
    decree = models.CharField("Văn bản ban hành mẫu", max_length=60, blank=True, help_text="Ví dụ: 98/2023/NĐ-CP")
    originals = models.PositiveSmallIntegerField("Số bản chính", default=1)
    per_nominee = models.BooleanField("Mỗi người, mỗi tập thể một bản", default=False)
    required = models.BooleanField("Bắt buộc", default=True)
    note = models.TextField(
        "Lưu ý",
        blank=True,
        help_text="Thành phần này phải nêu gì, ví dụ: kết quả xếp loại năm 2024 (số, ngày quyết định).",
    )

    class Meta:
        verbose_name = "thành phần hồ sơ"
        ordering = ["position", "id"]

    def __str__(self):
        return self.name

    @property
    def form_note(self):
        """The form with the document that prescribes it: «Mẫu số 08 (98/2023/NĐ-CP)»."""
        return f"{self.form} ({self.decree})" if self.form and self.decree else self.form or self.decree

    @property
    def is_written_here(self):
        """True for papers that the system writes from what the unit types."""
        return self.kind in (ComponentKind.SUBMISSION_LETTER, ComponentKind.ACHIEVEMENT_REPORT)


class ComponentOffer(TenantOwned):
    """A paper that only some offers of the campaign ask for. A component without such rows belongs to all of them."""

    component = models.ForeignKey(DossierComponent, models.CASCADE, related_name="only_for")
    offer = models.ForeignKey("campaigns.AwardOffer", models.CASCADE, related_name="own_components")

    class Meta:
        constraints = [models.UniqueConstraint("tenant", "component", "offer", name="component_offer_once")]
