from django.db import models

from thidua.tenancy.models import TenantOwned

from .milestone import Milestone
from .participant import Participant


class Extension(TenantOwned):
    """More time for one unit in one round of handing in dossiers (gia hạn); the other rounds keep their days."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="extensions")
    round = models.ForeignKey(Milestone, models.CASCADE, related_name="extensions", verbose_name="Đợt nộp hồ sơ")
    until = models.DateField("Gia hạn đến hết ngày")
    reason = models.CharField("Lý do", max_length=300)

    class Meta:
        verbose_name = "gia hạn nộp hồ sơ"
        constraints = [models.UniqueConstraint("tenant", "participant", "round", name="extension_once")]

    def __str__(self):
        return f"{self.participant}: đến {self.until:%d/%m/%Y}"
