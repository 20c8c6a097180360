from django.conf import settings
from django.db import models

from thidua.jobs.models import Job, JobQuerySet
from thidua.tenancy.models import tenant_manager


class OutgoingEmail(Job):
    """One e-mail to one user: the row is the job, and the key keeps it from being written twice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="người nhận")
    key = models.CharField(max_length=120, editable=False)
    to = models.EmailField("Gửi tới")
    subject = models.CharField("Tiêu đề", max_length=250)
    body = models.TextField("Nội dung")

    objects = tenant_manager(JobQuerySet)

    class Meta:
        verbose_name = "thư gửi đi"
        ordering = ["-id"]
        constraints = [models.UniqueConstraint("tenant", "user", "key", name="email_once")]

    def __str__(self):
        return self.subject
