from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from thidua.agencies.models.person import Fold
from thidua.tenancy.grants import append_only
from thidua.tenancy.models import TenantOwned, tenant_manager
from thidua.workflow.models import Transition

from ..enums import CampaignKind, CampaignState


class CampaignQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What an actor may know of: the office sees drafts too, the others what was launched to them."""
        from thidua.accounts.permissions import Permission

        if Permission.WRITE_CAMPAIGN in actor.permissions:
            return self
        launched = self.exclude(state=CampaignState.DRAFT)
        if actor.sees_whole_tenant:
            return launched
        return launched.filter(Q(participants__agency=actor.agency_id) | Q(organiser=actor.agency_id)).distinct()


class Campaign(TenantOwned):
    """A campaign of emulation (phong trào thi đua) as its plan sets it out (Luật TĐKT 2022, đ.16–18)."""

    title = models.CharField("Tên phong trào", max_length=300)
    theme = models.CharField("Chủ đề", max_length=300, blank=True)
    slogan = models.CharField("Khẩu hiệu", max_length=300, blank=True)
    kind = models.CharField("Loại phong trào", max_length=12, choices=CampaignKind.choices)
    year = models.PositiveSmallIntegerField("Năm thi đua")
    organiser = models.ForeignKey(
        "agencies.Agency", models.PROTECT, related_name="+", verbose_name="Cơ quan phát động"
    )  # fmt: skip
    plan_number = models.CharField("Số, ký hiệu kế hoạch", max_length=40, blank=True)
    plan_date = models.DateField("Ngày ban hành kế hoạch", null=True, blank=True)
    starts_on = models.DateField("Bắt đầu")
    ends_on = models.DateField("Kết thúc")
    purpose = models.TextField("Mục đích", blank=True)
    requirements = models.TextField("Yêu cầu", blank=True)
    funding = models.TextField("Kinh phí khen thưởng", blank=True)
    dossier_copies = models.PositiveSmallIntegerField("Số bộ hồ sơ", default=1)
    recipients = ArrayField(models.CharField(max_length=200), verbose_name="Nơi nhận", default=list, blank=True)
    signer_title = models.CharField("Chức vụ người ký", max_length=120, blank=True)
    signer_name = models.CharField("Người ký", max_length=120, blank=True)
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="copies", editable=False,
        verbose_name="Sao chép từ",
    )  # fmt: skip
    state = models.CharField("Trạng thái", max_length=12, choices=CampaignState.choices, default=CampaignState.DRAFT)
    launched_at = models.DateTimeField("Phát động lúc", null=True, blank=True, editable=False)
    launched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    folded = models.GeneratedField(expression=Fold(F("title")), output_field=models.TextField(), db_persist=True)

    objects = tenant_manager(CampaignQuerySet)

    class Meta:
        verbose_name = "phong trào thi đua"
        ordering = ["-year", "-id"]
        indexes = [models.Index(fields=["tenant", "-year", "-id"], name="campaign_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="campaign_period",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=Q(state=CampaignState.DRAFT) | Q(launched_at__isnull=False, launched_by__isnull=False),
                name="campaign_launched_by_somebody",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_draft(self):
        return self.state == CampaignState.DRAFT

    @property
    def is_closed(self):
        return self.state == CampaignState.CLOSED

    @property
    def takes_dossiers(self):
        return self.state in (CampaignState.LAUNCHED, CampaignState.REVIEWING)


@append_only
class CampaignTransition(Transition):
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="transitions")

    class Meta(Transition.Meta):
        verbose_name = "bước của phong trào"
