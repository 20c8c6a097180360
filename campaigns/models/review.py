from zlib import crc32

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned

from ..enums import ReviewKind
from .campaign import Campaign
from .milestone import Milestone


class Review(TenantOwned):
    """An interim or final review of a campaign (sơ kết, tổng kết): units report, the office consolidates.

    Once it is closed, `kept` is what its page and its printed report show (campaigns.kept), whatever changes later.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="reviews")
    milestone = models.ForeignKey(
        Milestone, models.SET_NULL, null=True, blank=True, related_name="reviews", verbose_name="Theo mốc của kế hoạch"
    )
    kind = models.CharField("Loại", max_length=8, choices=ReviewKind.choices)
    name = models.CharField("Tên", max_length=200)
    covers_from = models.DateField("Số liệu từ ngày")
    covers_to = models.DateField("đến ngày")
    due_on = models.DateField("Đơn vị gửi báo cáo trước ngày", null=True, blank=True)
    opened_at = models.DateTimeField("Mở lúc", auto_now_add=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField("Chốt lúc", null=True, blank=True)
    kept = models.JSONField("Số liệu khi chốt", null=True, editable=False)
    assessment = models.TextField("Đánh giá chung", blank=True)
    shortcomings = models.TextField("Tồn tại, hạn chế và nguyên nhân", blank=True)
    directions = models.TextField("Phương hướng, nhiệm vụ", blank=True)
    proposals = models.TextField("Kiến nghị, đề xuất", blank=True)

    class Meta:
        verbose_name = "đợt sơ kết, tổng kết"
        ordering = ["-covers_to", "-id"]
        constraints = [
            models.UniqueConstraint(
                "tenant", "campaign", "name", name="review_once", violation_error_message="Đã có đợt mang tên này."
            ),
            models.UniqueConstraint(
                "tenant", "milestone", name="review_milestone_once",
                violation_error_message="Đã mở đợt của mốc này.",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, kept__isnull=True) | Q(closed_at__isnull=False, kept__isnull=False),
                name="review_closed_keeps_figures",
                violation_error_message="Đợt đã chốt phải giữ số liệu lúc chốt.",
            ),
            models.CheckConstraint(
                condition=Q(covers_to__gte=F("covers_from")),
                name="review_period",
                violation_error_message="Kỳ số liệu phải kết thúc từ ngày bắt đầu trở đi.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    @property
    def is_open(self):
        return self.closed_at is None

    @property
    def texts(self):
        """What the office writes for the consolidated report."""
        return {name: getattr(self, name) for name in ("assessment", "shortcomings", "directions", "proposals")}

    @property
    def revision(self):
        """A number that changes with the texts, so that nobody saves over what a colleague has written."""
        return crc32("\0".join(self.texts.values()).encode())


class UnitReport(TenantOwned):
    """What one unit reports to a review; `figures` are counted by the system.

    Figures and the headings over them are frozen when the unit sends it. The database takes a sent report from a unit
    that takes part only.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="reports")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="Đơn vị")
    results = models.TextField("Kết quả nổi bật", blank=True)
    shortcomings = models.TextField("Tồn tại, hạn chế", blank=True)
    proposals = models.TextField("Kiến nghị, đề xuất", blank=True)
    figures = models.JSONField("Số liệu", default=dict)
    headings = models.JSONField("Tên các số liệu", default=list)
    submitted_at = models.DateTimeField("Gửi lúc", null=True, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "báo cáo của đơn vị"
        ordering = ["agency__position", "agency_id"]
        constraints = [
            models.UniqueConstraint("tenant", "review", "agency", name="unit_report_once"),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True)
                | (Q(submitted_by__isnull=False) & ~Q(results="") & ~Q(figures={})),
                name="unit_report_submitted_whole",
                violation_error_message="Báo cáo gửi đi phải có kết quả, số liệu và người gửi.",
            ),
        ]

    def __str__(self):
        return f"{self.review}: {self.agency}"

    @property
    def texts(self):
        return {name: getattr(self, name) for name in ("results", "shortcomings", "proposals")}
