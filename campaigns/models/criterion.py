from django.db import models

from thidua.tenancy.models import TenantOwned

from ..enums import CriterionRole, PointsKind
from .campaign import Campaign


class Criterion(TenantOwned):
    """A group of criteria or one criterion inside it (nội dung, tiêu chí thi đua).

    A group and what stands under it are of the same role, in the same campaign.
    `max_points` of a criterion is the most it can give (or take, for minus points); of a group it is the cap of the sum.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="criteria")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name="Nhóm"
    )
    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    role = models.CharField("Là", max_length=10, choices=CriterionRole.choices, default=CriterionRole.CRITERION)
    text = models.TextField("Nội dung")
    max_points = models.DecimalField("Điểm tối đa", max_digits=6, decimal_places=2, null=True, blank=True)
    points_kind = models.CharField("Cách tính", max_length=6, choices=PointsKind.choices, default=PointsKind.PLAIN)
    evidence_required = models.BooleanField("Phải có minh chứng", default=False)

    class Meta:
        verbose_name = "tiêu chí"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(max_points__isnull=True) | models.Q(max_points__gt=0),
                name="criterion_points_positive",
                violation_error_message="Điểm tối đa phải lớn hơn 0; tiêu chí không chấm điểm thì để trống.",
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="criterion_not_its_own_group",
            ),
            # What a group is found by: the migration adds the foreign key over the same four columns.
            models.UniqueConstraint(fields=["tenant", "campaign", "role", "id"], name="criterion_of_role"),
        ]

    def __str__(self):
        return self.text[:80]
