from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned

from .nominee import Nominee


class CouncilSession(TenantOwned):
    """A meeting of the council that considered nominees of a campaign (họp Hội đồng Thi đua - Khen thưởng)."""

    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="council_sessions")
    council = models.CharField("Hội đồng", max_length=200)
    held_on = models.DateField("Ngày họp")
    members = models.PositiveSmallIntegerField("Tổng số thành viên")
    present = models.PositiveSmallIntegerField("Số thành viên dự họp")
    chair = models.CharField("Chủ tọa", max_length=120)
    secretary = models.CharField("Thư ký", max_length=120)
    minutes_number = models.CharField("Số biên bản", max_length=40, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "cuộc họp Hội đồng"
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(members__gt=0), name="session_has_members"),
            models.CheckConstraint(
                condition=Q(present__lte=F("members")),
                name="session_present_at_most_all",
                violation_error_message="Số dự họp không thể nhiều hơn tổng số thành viên.",
            ),
        ]

    def __str__(self):
        return f"{self.council}, họp ngày {self.held_on:%d/%m/%Y}"


class CouncilResult(TenantOwned):
    """How the council voted on one nominee. The share is of ALL members (NĐ 152/2025 đ.33 k.5), not of those present.

    The threshold is frozen here with its source, and the database itself compares it with the votes.
    """

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="results")
    nominee = models.OneToOneField(Nominee, models.PROTECT, related_name="council_result")
    members = models.PositiveSmallIntegerField("Tổng số thành viên")
    agree = models.PositiveSmallIntegerField("Đồng ý")
    disagree = models.PositiveSmallIntegerField("Không đồng ý", default=0)
    invalid = models.PositiveSmallIntegerField("Không hợp lệ", default=0)
    numerator = models.PositiveSmallIntegerField()
    denominator = models.PositiveSmallIntegerField()
    source = models.CharField("Căn cứ tỷ lệ", max_length=200)
    passed = models.BooleanField("Đạt")
    note = models.TextField("Ý kiến", blank=True)
    recorded_at = models.DateTimeField(auto_now=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "kết quả xét của Hội đồng"
        constraints = [
            models.CheckConstraint(
                condition=Q(members__gte=F("agree") + F("disagree") + F("invalid")),
                name="council_votes_within_members",
                violation_error_message="Tổng số phiếu không thể nhiều hơn tổng số thành viên Hội đồng.",
            ),
            models.CheckConstraint(
                condition=Q(passed=True, agree__gte=F("numerator") * F("members") / (F("denominator") * 1.0))
                | Q(passed=False, agree__lt=F("numerator") * F("members") / (F("denominator") * 1.0)),
                name="council_passed_by_votes",
            ),
        ]

    def __str__(self):
        return f"{self.nominee}: {self.agree}/{self.members}"

    @property
    def required(self):
        return -(-self.numerator * self.members // self.denominator)

    @property
    def percent(self):
        return self.agree * 100 / self.members

    @property
    def sentence(self):
        """«7/9 phiếu = 77,8 % < 80 %: không đạt», as the minutes say it."""
        share = f"{self.percent:.1f}".replace(".", ",").removesuffix(",0")
        threshold = f"{self.numerator * 100 / self.denominator:.1f}".replace(".", ",").removesuffix(",0")
        sign, verdict = ("≥", "đạt") if self.passed else ("<", "không đạt")
        return f"{self.agree}/{self.members} phiếu = {share}% {sign} {threshold}%: {verdict}"
