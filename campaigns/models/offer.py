from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from awards.enums import MeritKind, SubjectKind
from thidua.agencies.enums import AgencyKind
from thidua.tenancy.models import TenantOwned

from ..enums import QuotaKind, Selection
from .campaign import Campaign


class AwardOffer(TenantOwned):
    """What a campaign offers: an award × who grants it × kind of nominee × how many (hình thức, số lượng khen thưởng)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="offers")
    movement = models.ForeignKey(
        "campaigns.ParentMovement",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Thuộc phong trào",
    )
    award = models.ForeignKey("awards.Award", models.PROTECT, related_name="+", verbose_name="Danh hiệu, hình thức")
    authority = models.CharField("Thẩm quyền quyết định", max_length=200, help_text="Ví dụ: Giám đốc Sở Nội vụ")
    decided_here = models.BooleanField(
        "Quyết định tại cơ quan này", default=True, help_text="Bỏ chọn nếu phải trình cấp trên."
    )
    nominee_kind = models.CharField("Đối tượng", max_length=12, choices=SubjectKind.choices)
    merit_kind = models.CharField("Loại hình", max_length=12, choices=MeritKind.choices, default=MeritKind.PHONG_TRAO)
    agency_kinds = ArrayField(
        models.CharField(max_length=30, choices=AgencyKind.choices), verbose_name="Thuộc các loại đơn vị", default=list, blank=True
    )  # fmt: skip
    selection = models.CharField("Cách chọn", max_length=10, choices=Selection.choices, default=Selection.DOSSIER)
    quota_kind = models.CharField("Số lượng", max_length=14, choices=QuotaKind.choices, default=QuotaKind.FIXED)
    quota = models.PositiveSmallIntegerField("Số suất", null=True, blank=True)
    quota_percent = models.DecimalField("Tỷ lệ (%)", max_digits=5, decimal_places=2, null=True, blank=True)
    quota_population = models.CharField(
        "Tính trên", max_length=200, blank=True, help_text="Ví dụ: số công chức, viên chức của đơn vị"
    )
    reference = models.CharField("Văn bản hướng dẫn số lượng", max_length=300, blank=True)
    standards = models.TextField("Tiêu chuẩn", blank=True)

    class Meta:
        verbose_name = "hình thức, số lượng khen thưởng"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(quota_kind=QuotaKind.FIXED, quota__isnull=False, quota__gt=0))
                | Q(quota_kind=QuotaKind.UNLIMITED, quota__isnull=True)
                | (
                    Q(quota_kind=QuotaKind.PERCENT, quota__isnull=True, quota_percent__gt=0, quota_percent__lte=100)
                    & ~Q(quota_population="")
                )
                | (Q(quota_kind=QuotaKind.BY_REFERENCE, quota__isnull=True) & ~Q(reference="")),
                name="offer_quota_stated",
                violation_error_message=(
                    "Ghi số suất nếu «Số lượng ấn định»; ghi tỷ lệ và số nền nếu «Theo tỷ lệ phần trăm»; "
                    "ghi văn bản hướng dẫn nếu «Theo văn bản hướng dẫn»; còn lại để trống số suất."
                ),
            ),
            models.CheckConstraint(
                condition=Q(quota_kind=QuotaKind.PERCENT) | Q(quota_percent__isnull=True),
                name="offer_percent_only_when_asked",
                violation_error_message="Tỷ lệ phần trăm chỉ ghi khi số lượng «Theo tỷ lệ phần trăm».",
            ),
            models.CheckConstraint(
                condition=~Q(selection=Selection.RANKING) | Q(nominee_kind=SubjectKind.COLLECTIVE),
                name="offer_ranking_is_of_units",
                violation_error_message=(
                    "Xếp hạng là của đơn vị: «Theo kết quả chấm điểm, xếp hạng» chỉ dùng cho tập thể; "
                    "cá nhân, hộ gia đình xét theo hồ sơ."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.get_nominee_kind_display().lower()})"

    @property
    def title(self):
        """The award with its authority: «Giấy khen của Giám đốc Sở Nội vụ»."""
        return f"{self.award.bare_name} của {self.authority}"

    @property
    def quota_label(self):
        if self.quota_kind == QuotaKind.FIXED:
            return f"{self.quota:02d}"
        if self.quota_kind == QuotaKind.PERCENT:
            return f"{self.quota_percent.normalize():f}% {self.quota_population}".replace(".", ",", 1)
        return self.get_quota_kind_display()

    def is_open_to(self, agency):
        return not self.agency_kinds or agency.current.kind in self.agency_kinds


class Standard(TenantOwned):
    """What a nominee must have done to be awarded in this campaign (tiêu chuẩn khen thưởng), by kind of nominee."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="standards")
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    nominee_kind = models.CharField(
        "Đối với", max_length=12, choices=SubjectKind.choices, blank=True, help_text="Để trống: mọi đối tượng."
    )
    text = models.TextField("Tiêu chuẩn")

    class Meta:
        verbose_name = "tiêu chuẩn"
        ordering = ["position", "id"]

    def __str__(self):
        return self.text[:80]
