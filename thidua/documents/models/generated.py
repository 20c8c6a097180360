from django.db import models

from thidua.jobs.models import Job, JobQuerySet
from thidua.tenancy.models import tenant_manager

from .stored import StoredFile


class GeneratedDocument(Job):
    """One version of a document that the system writes (tờ trình, báo cáo, quyết định): the row is the job.

    The fingerprint is the hash of template and data: the same request finds the same row, changed data make a new
    version, and old versions stay.
    """

    kind = models.CharField("Loại văn bản", max_length=40)
    subject_id = models.BigIntegerField("Mã đối tượng")
    fingerprint = models.CharField(max_length=64)
    title = models.CharField("Tên văn bản", max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="tệp")
    pages = models.PositiveIntegerField("Số trang", null=True)

    objects = tenant_manager(JobQuerySet)

    class Meta:
        verbose_name = "văn bản"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint("tenant", "kind", "subject_id", "fingerprint", name="generated_once"),
            models.CheckConstraint(
                condition=~models.Q(status="done") | models.Q(file__isnull=False), name="generated_done_has_file"
            ),
        ]

    def __str__(self):
        return self.title
