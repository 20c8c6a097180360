"""A job is a row: the database holds the work, the broker is only a doorbell."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from thidua.tenancy.models import TenantOwned

MAX_ATTEMPTS = 5


class JobStatus(models.TextChoices):
    WAITING = "waiting", "Đang chờ"
    RUNNING = "running", "Đang thực hiện"
    DONE = "done", "Xong"
    FAILED = "failed", "Không thực hiện được"


class JobQuerySet(models.QuerySet):
    def claimable(self):
        """Waiting rows whose time has come, and running ones whose lease has run out (their worker died)."""
        now = timezone.now()
        return self.filter(
            Q(status=JobStatus.WAITING, available_at__lte=now) | Q(status=JobStatus.RUNNING, lease_until__lt=now)
        )


class Job(TenantOwned):
    """Something a worker has to do exactly once, kept until it is done. Abstract.

    A worker claims the row (FOR UPDATE SKIP LOCKED) for a lease; if it dies, the sweep rings again after the lease.
    """

    status = models.CharField("Trạng thái", max_length=10, choices=JobStatus.choices, default=JobStatus.WAITING)
    attempts = models.PositiveSmallIntegerField("Số lần thử", default=0)
    available_at = models.DateTimeField("Thực hiện từ", default=timezone.now)
    lease_until = models.DateTimeField("Giữ đến", null=True, blank=True)
    requested_at = models.DateTimeField("Yêu cầu lúc", default=timezone.now)
    finished_at = models.DateTimeField("Xong lúc", null=True, blank=True)
    error = models.TextField("Lỗi", blank=True)

    class Meta:
        abstract = True

    @property
    def is_pending(self):
        return self.status in (JobStatus.WAITING, JobStatus.RUNNING)

    @property
    def is_done(self):
        return self.status == JobStatus.DONE

    def take(self):
        """Mark the locked row as running for one lease; returns False when its attempts are used up."""
        if self.attempts >= MAX_ATTEMPTS:
            self.status, self.finished_at = JobStatus.FAILED, timezone.now()
            self.error = self.error or "Máy xử lý dừng giữa chừng nhiều lần."
            self.save(update_fields=["status", "finished_at", "error"])
            return False
        self.status = JobStatus.RUNNING
        self.attempts += 1
        self.lease_until = timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)
        self.save(update_fields=["status", "attempts", "lease_until"])
        return True

    def retry_later(self, error):
        """Give the row back after a passing fault: wait 10, 20, 40 … seconds, then fail for good."""
        self.error = error
        self.lease_until = None
        if self.attempts >= MAX_ATTEMPTS:
            self.status, self.finished_at = JobStatus.FAILED, timezone.now()
        else:
            self.status = JobStatus.WAITING
            self.available_at = timezone.now() + timedelta(seconds=10 * 2 ** (self.attempts - 1))
        self.save(update_fields=["status", "error", "lease_until", "available_at", "finished_at"])


class WorkerHeartbeat(models.Model):
    """When a worker last answered; /readyz looks at it."""

    name = models.CharField(max_length=40, primary_key=True)
    beaten_at = models.DateTimeField()
