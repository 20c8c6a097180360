from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned

from .campaign import Campaign
from .named_unit import NamedUnit


class Cluster(TenantOwned):
    """A cluster of units that compete with one another (cụm, khối thi đua), with its own regulation."""

    name = models.CharField("Tên cụm, khối", max_length=250)
    valid_from = models.PositiveSmallIntegerField("Từ năm")
    valid_to = models.PositiveSmallIntegerField("Đến năm", null=True, blank=True)
    rules = models.TextField("Quy chế hoạt động", blank=True)

    class Meta:
        verbose_name = "cụm, khối thi đua"
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                "tenant", "name", name="cluster_once", violation_error_message="Đã có cụm, khối mang tên này."
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="cluster_period",
                violation_error_message="Năm kết thúc phải từ năm bắt đầu trở đi.",
            ),
        ]

    def __str__(self):
        return self.name


class ClusterMember(NamedUnit):
    """A member of a cluster (đơn vị thành viên): an agency of this tenant, or one outside it, known by name only."""

    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="members")

    class Meta(NamedUnit.Meta):
        verbose_name = "đơn vị thành viên"
        constraints = [
            models.UniqueConstraint(
                "tenant", "cluster", "name", name="cluster_member_once",
                violation_error_message="Đơn vị này đã là thành viên của cụm.",
            ),
            models.UniqueConstraint(
                "tenant", "cluster", "agency", name="cluster_member_agency_once",
                violation_error_message="Đơn vị này đã là thành viên của cụm, dưới một tên khác.",
            ),
        ]  # fmt: skip


class ClusterYear(TenantOwned):
    """One year of a cluster: who leads (cụm trưởng, luân phiên), who is deputy, by which campaign it is scored."""

    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField("Năm")
    lead = models.ForeignKey(ClusterMember, models.PROTECT, related_name="+", verbose_name="Cụm trưởng, khối trưởng")
    deputy = models.ForeignKey(
        ClusterMember, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Cụm phó, khối phó"
    )
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="cluster_years",
        verbose_name="Chấm điểm theo phong trào",
    )  # fmt: skip

    class Meta:
        verbose_name = "năm của cụm"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                "tenant",
                "cluster",
                "year",
                name="cluster_year_once",
                violation_error_message="Năm này đã có cụm trưởng.",
            ),
            models.CheckConstraint(
                condition=Q(deputy__isnull=True) | ~Q(deputy=F("lead")),
                name="cluster_lead_not_deputy",
                violation_error_message="Cụm trưởng và cụm phó phải là hai đơn vị.",
            ),
        ]

    def __str__(self):
        return f"{self.cluster} năm {self.year}"


class Pledge(TenantOwned):
    """The pledge of a member for a year (giao ước thi đua): what it commits to, when and by whom it was signed."""

    member = models.ForeignKey(ClusterMember, models.PROTECT, related_name="pledges", verbose_name="Đơn vị")
    year = models.PositiveSmallIntegerField("Năm")
    content = models.TextField("Nội dung giao ước")
    signed_on = models.DateField("Ngày ký", null=True, blank=True)
    signer_title = models.CharField("Chức vụ người ký", max_length=120, blank=True)
    signer_name = models.CharField("Người ký", max_length=120, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Bản ký"
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "giao ước thi đua"
        ordering = ["-year", "member__position"]
        constraints = [
            models.UniqueConstraint(
                "tenant", "member", "year", name="pledge_once",
                violation_error_message="Đơn vị đã có giao ước thi đua của năm này.",
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | ~Q(signer_name=""),
                name="pledge_signed_by_somebody",
                violation_error_message="Ghi họ tên người ký giao ước.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Giao ước thi đua năm {self.year} của {self.member}"
