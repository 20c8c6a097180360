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

    Totals are kept with the sheet so that lists and rankings read one row a unit; `rank` and `band` are what was
    published. `tie_order` is the office's own word, with its reason, where the stated rules leave a tie.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="sheets")
    participant = models.ForeignKey("campaigns.Participant", models.PROTECT, null=True, related_name="sheets")
    member = models.ForeignKey("campaigns.ClusterMember", models.PROTECT, null=True, related_name="sheets")
    state = models.CharField("Trạng thái", max_length=10, choices=SheetState.choices, default=SheetState.SCORING)
    self_total = models.DecimalField("Tự chấm", max_digits=8, decimal_places=2, default=0)
    total = models.DecimalField("Thẩm định", max_digits=8, decimal_places=2, default=0)
    tie_order = models.PositiveSmallIntegerField("Thứ tự khi đồng hạng", null=True, blank=True)
    tie_reason = models.CharField("Lý do xếp thứ tự", max_length=300, blank=True)
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
            models.CheckConstraint(
                condition=Q(tie_order__isnull=True) | ~Q(tie_reason=""),
                name="sheet_tie_order_has_reason",
                violation_error_message="Ghi lý do khi tự xếp thứ tự các đơn vị đồng hạng.",
            ),
        ]
        indexes = [models.Index(fields=["tenant", "campaign", "state"], name="sheet_state")]

    def __str__(self):
        return f"Phiếu chấm điểm {self.unit_name}"

    @property
    def unit_name(self):
        return self.participant.agency.short_name if self.participant_id else self.member.name


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
