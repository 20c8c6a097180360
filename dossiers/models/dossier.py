from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.accounts.permissions import Permission
from thidua.tenancy.grants import append_only
from thidua.tenancy.models import TenantOwned, tenant_manager
from thidua.workflow.models import Transition

from ..enums import DossierState

BEFORE_SUBMISSION = (DossierState.DRAFT, DossierState.WITHDRAWN)
FROM_COUNCIL_ON = (DossierState.COUNCIL, DossierState.APPROVAL, DossierState.DECIDED)


class DossierQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What the actor may read: the own unit's; the office sees all that was handed in; the council its own."""
        own = Q(agency_id=actor.agency_id) if Permission.WRITE_DOSSIER in actor.permissions else Q(pk__in=[])
        if Permission.SEE_DOSSIER not in actor.permissions or not actor.sees_whole_tenant:
            return self.filter(own)
        if set(actor.roles) & {"vanphong", "giamdoc", "thanhtra"}:
            return self.filter(own | Q(submitted_at__isnull=False))
        return self.filter(own | Q(state__in=FROM_COUNCIL_ON))

    def for_list(self):
        return (
            self.select_related("campaign", "agency__current")
            .annotate(nominee_count=models.Count("nominees", distinct=True))
            .order_by("-id")
        )


class Dossier(TenantOwned):
    """A unit's dossier proposing awards in a campaign (hồ sơ đề nghị khen thưởng).

    The result belongs to each nominee, never to the dossier. `agency_version` and `regime` are frozen when the
    dossier is handed in and when it is accepted as complete (NĐ 152/2025 đ.60).
    """

    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, related_name="dossiers", verbose_name="phong trào"
    )
    round = models.ForeignKey(
        "campaigns.Milestone", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đợt nộp hồ sơ"
    )
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", verbose_name="đơn vị")
    agency_version = models.ForeignKey("agencies.AgencyVersion", models.PROTECT, null=True, related_name="+")
    regime = models.ForeignKey("awards.LegalRegime", models.PROTECT, null=True, related_name="+")
    state = models.CharField("Trạng thái", max_length=12, choices=DossierState.choices, default=DossierState.DRAFT)
    letter_number = models.CharField("Số tờ trình", max_length=40, blank=True)
    letter_date = models.DateField("Ngày tờ trình", null=True, blank=True)
    letter_text = models.TextField("Nội dung trình", blank=True)
    signer_title = models.CharField("Chức vụ người ký tờ trình", max_length=120, blank=True)
    signer_name = models.CharField("Người ký tờ trình", max_length=120, blank=True)
    receipt_number = models.PositiveIntegerField("Số phiếu tiếp nhận", null=True, editable=False)
    receipt_year = models.PositiveSmallIntegerField(null=True, editable=False)
    is_late = models.BooleanField("Nộp sau hạn", default=False)
    created_at = models.DateTimeField("Lập lúc", auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField("Nộp lúc", null=True, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField("Xác nhận đủ điều kiện lúc", null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    paper_received_on = models.DateField("Đã nhận bản giấy ngày", null=True, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = tenant_manager(DossierQuerySet)

    class Meta:
        verbose_name = "hồ sơ đề nghị khen thưởng"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["tenant", "state", "-id"], name="dossier_queue"),
            models.Index(fields=["tenant", "agency", "-id"], name="dossier_agency"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "campaign", "round", "agency"],
                condition=~Q(state__in=[DossierState.WITHDRAWN, DossierState.REJECTED]),
                nulls_distinct=False,
                name="dossier_open_once",
                violation_error_message="Đơn vị đã có hồ sơ cho phong trào (đợt) này.",
            ),
            models.UniqueConstraint(
                "tenant", "receipt_year", "receipt_number", name="dossier_receipt_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[DossierState.DRAFT, DossierState.WITHDRAWN])
                | Q(submitted_at__isnull=False, submitted_by__isnull=False, receipt_number__isnull=False),
                name="dossier_submitted_has_receipt",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["accepted", "council", "approval", "decided"])
                | Q(accepted_at__isnull=False, regime__isnull=False),
                name="dossier_accepted_has_regime",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Hồ sơ {self.code} – {self.agency.short_name}"

    @property
    def code(self):
        """How people name the dossier: by its receipt once it has one."""
        return f"{self.receipt_number:03d}/{self.receipt_year}" if self.receipt_number else f"nháp {self.pk}"

    @property
    def is_with_unit(self):
        return self.state in (DossierState.DRAFT, DossierState.RETURNED)


@append_only
class DossierTransition(Transition):
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="transitions")

    class Meta(Transition.Meta):
        verbose_name = "bước của hồ sơ"
