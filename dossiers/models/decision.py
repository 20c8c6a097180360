from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.tenancy.grants import append_only
from thidua.tenancy.models import TenantOwned
from thidua.workflow.models import Transition

from ..enums import DecisionState
from .nominee import Nominee


class Decision(TenantOwned):
    """A decision that grants awards (quyết định khen thưởng). Signed, it is never edited: the database keeps it so."""

    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, related_name="decisions", verbose_name="phong trào"
    )
    issuer = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="cơ quan ban hành")
    issuer_version = models.ForeignKey("agencies.AgencyVersion", models.PROTECT, related_name="+")
    state = models.CharField("Trạng thái", max_length=10, choices=DecisionState.choices, default=DecisionState.PREPARED)
    authority = models.CharField("Thẩm quyền", max_length=200)
    title = models.CharField("Trích yếu", max_length=400)
    bases = models.JSONField("Căn cứ", default=list)  # [str], one line each
    proposal = models.CharField("Theo đề nghị của", max_length=400)
    executors = models.CharField("Người thi hành", max_length=400)
    recipients = models.JSONField("Nơi nhận", default=list)
    number = models.PositiveIntegerField("Số", null=True, editable=False)
    symbol = models.CharField("Ký hiệu", max_length=30)
    issued_on = models.DateField("Ngày ban hành", null=True, editable=False)
    signer_title = models.CharField("Chức vụ người ký", max_length=120)
    signer_name = models.CharField("Người ký", max_length=120, blank=True)
    prepared_at = models.DateTimeField(auto_now_add=True)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField("Ký lúc", null=True, editable=False)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False)

    class Meta:
        verbose_name = "quyết định khen thưởng"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=DecisionState.SIGNED)
                | Q(number__isnull=False, issued_on__isnull=False, signed_at__isnull=False, signed_by__isnull=False),
                name="decision_signed_whole",
            ),
        ]

    def __str__(self):
        return f"Quyết định {self.number_label}"

    @property
    def number_label(self):
        return f"{self.number:02d}/{self.symbol}" if self.number else f"(chưa có số)/{self.symbol}"

    @property
    def is_signed(self):
        return self.state == DecisionState.SIGNED


class DecisionLine(TenantOwned):
    """One nominee in a decision, as the decision prints it."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="lines")
    nominee = models.OneToOneField(Nominee, models.PROTECT, related_name="decision_line")
    position = models.PositiveSmallIntegerField()
    award_title = models.CharField(max_length=300)
    name = models.CharField(max_length=250)
    post = models.CharField(max_length=300, blank=True)
    bonus = models.PositiveBigIntegerField("Tiền thưởng (đồng)", null=True)

    class Meta:
        verbose_name = "người được khen trong quyết định"
        ordering = ["position"]
        constraints = [models.UniqueConstraint("tenant", "decision", "position", name="decision_line_once")]


@append_only
class DecisionTransition(Transition):
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="transitions")

    class Meta(Transition.Meta):
        verbose_name = "bước của quyết định"
