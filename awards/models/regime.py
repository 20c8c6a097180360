from django.db import models
from django.db.models import Q


class LegalRegimeQuerySet(models.QuerySet):
    def on(self, day):
        """The regime for a dossier whose complete papers were received on `day`."""
        return self.get(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


class LegalRegime(models.Model):
    """A period of the law on emulation and commendation: one law and one decree (chế độ pháp lý).

    Chosen by the day on which the complete dossier was received (NĐ 152/2025 đ.60) and frozen on the dossier.
    """

    code = models.CharField("Mã", max_length=10, unique=True)
    name = models.CharField("Tên", max_length=200)
    law = models.CharField("Luật", max_length=200)
    decree = models.CharField("Nghị định", max_length=200)
    valid_from = models.DateField("Từ ngày")
    valid_to = models.DateField("Đến hết ngày", null=True)
    note = models.TextField("Ghi chú", blank=True)

    objects = LegalRegimeQuerySet.as_manager()

    class Meta:
        db_table = "awards_national_regime"
        verbose_name = "chế độ pháp lý"
        ordering = ["valid_from"]

    def __str__(self):
        return self.name
