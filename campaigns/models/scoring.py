from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from thidua.tenancy.grants import append_only
from thidua.tenancy.models import TenantOwned
from thidua.workflow.models import Transition

from ..enums import SheetState, TieRule
from .campaign import Campaign
from .criterion import Criterion


class ScoringRule(TenantOwned):
    """How a campaign is scored: until when units score themselves, how ties are resolved (quy định chấm điểm)."""

    campaign = models.OneToOneField(Campaign, models.CASCADE, related_name="scoring_rule")
    self_score_until = models.DateField("Đơn vị tự chấm đến hết ngày", null=True, blank=True)
    minus_cap = models.DecimalField("Trừ tối đa", max_digits=6, decimal_places=2, null=True, blank=True)
    bonus_cap = models.DecimalField("Thưởng tối đa", max_digits=6, decimal_places=2, null=True, blank=True)
    tie_rules = ArrayField(
        models.CharField(max_length=14, choices=TieRule.choices), verbose_name="Khi bằng điểm, xét lần lượt",
        default=list, blank=True,
    )  # fmt: skip

    class Meta:
        verbose_name = "quy định chấm điểm"

    def __str__(self):
        return "Quy định chấm điểm"

    @property
    def tie_words(self):
        """«Ít điểm trừ hơn, Điểm thưởng nhiều hơn»"""
        return ", ".join(str(TieRule(rule).label) for rule in self.tie_rules)


class GradeBand(TenantOwned):
    """A grade by points (xếp loại): from `min_points` upward. The highest band reached counts."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="bands")
    name = models.CharField("Xếp loại", max_length=100)
    min_points = models.DecimalField("Từ điểm", max_digits=6, decimal_places=2)

    class Meta:
        verbose_name = "mức xếp loại"
        ordering = ["-min_points"]
        constraints = [
            models.UniqueConstraint(
                "tenant", "campaign", "min_points", name="band_once", violation_error_message="Hai mức trùng điểm sàn."
            )
        ]

    def __str__(self):
        return self.name


class ScoreSheet(TenantOwned):
    """The score sheet of one participant or of one member of a cluster (phiếu chấm điểm).

    Totals are kept with the sheet so that lists read one row a unit; `rank` and `band` are what was published of the
    group that counts for the unit: its kind, or its cluster for units outside.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="sheets")
    participant = models.ForeignKey("campaigns.Participant", models.PROTECT, null=True, related_name="sheets")
    member = models.ForeignKey("campaigns.ClusterMember", models.PROTECT, null=True, related_name="sheets")
    state = models.CharField("Trạng thái", max_length=10, choices=SheetState.choices, default=SheetState.SCORING)
    self_total = models.DecimalField("Tự chấm", max_digits=8, decimal_places=2, default=0)
    total = models.DecimalField("Thẩm định", max_digits=8, decimal_places=2, default=0)
    rank = models.PositiveIntegerField("Hạng", null=True)
    is_tied = models.BooleanField("Đồng hạng", default=False)
    band = models.CharField("Xếp loại", max_length=100, blank=True)
    submitted_at = models.DateTimeField("Gửi lúc", null=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField("Thẩm định lúc", null=True)
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField("Công bố lúc", null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "phiếu chấm điểm"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(participant__isnull=False, member__isnull=True)
                | Q(participant__isnull=True, member__isnull=False),
                name="sheet_of_one_unit",
            ),
            models.UniqueConstraint("tenant", "campaign", "participant", name="sheet_once_participant"),
            models.UniqueConstraint("tenant", "campaign", "member", name="sheet_once_member"),
            models.CheckConstraint(
                condition=~Q(state=SheetState.PUBLISHED) | Q(published_at__isnull=False, rank__isnull=False),
                name="sheet_published_has_rank",
            ),
            models.CheckConstraint(condition=Q(state__in=SheetState.values), name="sheet_state_known"),
        ]
        indexes = [models.Index(fields=["tenant", "campaign", "state"], name="sheet_state")]

    def __str__(self):
        return f"Phiếu chấm điểm {self.unit_name}"

    @property
    def unit_name(self):
        return self.participant.agency.short_name if self.participant_id else self.member.name


class TieOrder(TenantOwned):
    """The office's own word on equals of one group (thứ tự khi đồng hạng), with its reason.

    It holds for exactly these sheets at exactly this total: whoever joins or leaves them makes another tie.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="tie_orders")
    group = models.CharField("Nhóm", max_length=60)  # the key of a group of the ranking, or of an offer
    total = models.DecimalField("Điểm", max_digits=8, decimal_places=2)
    sheets = ArrayField(models.BigIntegerField(), verbose_name="Phiếu, đứng trước ghi trước")
    reason = models.CharField("Lý do xếp thứ tự", max_length=300)

    class Meta:
        verbose_name = "thứ tự khi đồng hạng"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("tenant", "campaign", "group", "sheets", name="tie_order_once"),
            models.CheckConstraint(condition=Q(sheets__len__gte=2), name="tie_order_of_equals"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="tie_order_has_reason",
                violation_error_message="Ghi lý do khi tự xếp thứ tự các đơn vị đồng hạng.",
            ),
        ]

    def __str__(self):
        return f"Thứ tự {len(self.sheets)} đơn vị đồng hạng"


class PublishedPlace(TenantOwned):
    """Where a sheet stands in one group of the published ranking, as it was on the day of publication.

    The unit may change its kind or its cluster afterwards: pages, Excel and awards read what stands here.
    """

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="places")
    group = models.CharField("Nhóm", max_length=60)
    title = models.CharField("Tên nhóm", max_length=250)
    is_cluster = models.BooleanField("Là cụm, khối", default=False)
    rank = models.PositiveIntegerField("Hạng")
    is_tied = models.BooleanField("Đồng hạng", default=False)
    band = models.CharField("Xếp loại", max_length=100, blank=True)
    total = models.DecimalField("Tổng điểm", max_digits=8, decimal_places=2)
    plain = models.DecimalField("Điểm chuẩn", max_digits=8, decimal_places=2)
    bonus = models.DecimalField("Điểm thưởng", max_digits=8, decimal_places=2)
    minus = models.DecimalField("Điểm trừ", max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = "hạng đã công bố"
        ordering = ["id"]  # written group by group, the best first
        constraints = [
            models.UniqueConstraint("tenant", "sheet", "group", name="published_place_once"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="published_place_from_one"),
        ]

    def __str__(self):
        return f"Hạng {self.rank}, {self.title}"


class Score(TenantOwned):
    """The points of one criterion on a sheet: what the unit gave itself, what the office found, and why."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="scores")
    self_points = models.DecimalField("Tự chấm", max_digits=6, decimal_places=2, null=True, blank=True)
    evidence = models.CharField("Minh chứng", max_length=500, blank=True)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    points = models.DecimalField("Thẩm định", max_digits=6, decimal_places=2, null=True, blank=True)
    reason = models.CharField("Lý do", max_length=500, blank=True)

    class Meta:
        verbose_name = "điểm"
        constraints = [
            models.UniqueConstraint("tenant", "sheet", "criterion", name="score_once"),
            models.CheckConstraint(
                condition=(Q(self_points__isnull=True) | Q(self_points__gte=0))
                & (Q(points__isnull=True) | Q(points__gte=0)),
                name="score_not_negative",
                violation_error_message="Điểm không được âm; điểm trừ cũng ghi số dương.",
            ),
            models.CheckConstraint(
                condition=Q(points__isnull=True)
                | Q(self_points__isnull=True)
                | Q(points=models.F("self_points"))
                | ~Q(reason=""),
                name="score_changed_has_reason",
                violation_error_message="Điểm thẩm định khác điểm tự chấm thì phải ghi lý do.",
            ),
        ]


@append_only
class SheetTransition(Transition):
    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="transitions")

    class Meta(Transition.Meta):
        verbose_name = "bước của phiếu chấm điểm"
