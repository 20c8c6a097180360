from django.db import models
from django.db.models import F, Q

from thidua.tenancy.models import TenantOwned


class VoteShare(models.Model):
    """A share of the council's TOTAL members, as an exact fraction, with the rule that asks for it."""

    award = models.ForeignKey("awards.Award", models.CASCADE, related_name="+", verbose_name="danh hiệu, hình thức")
    numerator = models.PositiveSmallIntegerField("Tử số")
    denominator = models.PositiveSmallIntegerField("Mẫu số")
    is_secret = models.BooleanField("Bỏ phiếu kín", default=True)
    source = models.CharField("Căn cứ", max_length=200)

    class Meta:
        abstract = True

    def required(self, members):
        """Agreeing votes needed among `members` in all: ceil(share × members), exactly."""
        return -(-self.numerator * members // self.denominator)

    @property
    def label(self):
        if 100 % self.denominator == 0:
            return f"{self.numerator * 100 // self.denominator}%"
        return f"{self.numerator}/{self.denominator}"


class VoteRule(VoteShare):
    """The national threshold for an award under a regime (e.g. NĐ 152/2025 đ.33 k.5)."""

    regime = models.ForeignKey("awards.LegalRegime", models.CASCADE, related_name="+", verbose_name="chế độ pháp lý")

    class Meta:
        db_table = "awards_national_vote_rule"
        constraints = [
            models.UniqueConstraint("regime", "award", name="vote_rule_once"),
            models.CheckConstraint(
                condition=Q(numerator__gt=0, denominator__gte=F("numerator")), name="vote_rule_is_share"
            ),
        ]


class OwnVoteRule(TenantOwned, VoteShare):
    """A tenant's own threshold from a day on (quy chế, NĐ 152/2025 đ.6 k.2), where national law leaves it open."""

    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "tỷ lệ phiếu theo quy chế"
        constraints = [
            models.UniqueConstraint("tenant", "award", "valid_from", name="own_vote_rule_once"),
            models.CheckConstraint(
                condition=Q(numerator__gt=0, denominator__gte=F("numerator")), name="own_vote_rule_is_share"
            ),
        ]
