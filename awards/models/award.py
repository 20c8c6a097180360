from django.contrib.postgres.fields import ArrayField
from django.db import models

from ..enums import AwardGroup, Level, SubjectKind


class Award(models.Model):
    """A title of emulation or a form of commendation (danh hiệu thi đua / hình thức khen thưởng): one catalogue."""

    code = models.CharField("Mã", max_length=20, unique=True)
    name = models.CharField("Tên", max_length=120)
    short_name = models.CharField("Tên ngắn", max_length=40)
    group = models.CharField("Nhóm", max_length=10, choices=AwardGroup.choices)
    level = models.CharField("Cấp", max_length=10, choices=Level.choices)
    subjects = ArrayField(models.CharField(max_length=12, choices=SubjectKind.choices), verbose_name="Đối tượng")
    article = models.CharField("Điều luật", max_length=120)
    position = models.PositiveIntegerField("Thứ tự")

    class Meta:
        db_table = "awards_national_award"
        verbose_name = "danh hiệu, hình thức khen thưởng"
        ordering = ["position"]

    def __str__(self):
        return self.name

    @property
    def bare_name(self):
        """The award without who grants it: «Bằng khen» of «Bằng khen của Thủ tướng Chính phủ»."""
        return self.name.split(" của ")[0]
