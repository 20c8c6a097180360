from django.conf import settings
from django.db import models

from thidua.tenancy.models import TenantOwned, tenant_manager


class InboxQuerySet(models.QuerySet):
    def of(self, user_id):
        return self.filter(user_id=user_id)

    def unread(self):
        return self.filter(read_at__isnull=True)


class InboxItem(TenantOwned):
    """A message inside the application for one user: what moved, or what comes due."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="người nhận")
    key = models.CharField(max_length=120, editable=False)
    title = models.CharField("Tiêu đề", max_length=250)
    body = models.TextField("Nội dung", blank=True)
    url = models.CharField("Đường dẫn", max_length=250, blank=True)
    created_at = models.DateTimeField("Nhận lúc", auto_now_add=True)
    read_at = models.DateTimeField("Đọc lúc", null=True, blank=True)

    objects = tenant_manager(InboxQuerySet)

    class Meta:
        verbose_name = "thông báo"
        ordering = ["-id"]
        constraints = [models.UniqueConstraint("tenant", "user", "key", name="inbox_once")]
        indexes = [
            models.Index(fields=["tenant", "user", "-id"], name="inbox_latest"),
            models.Index(fields=["tenant", "user"], condition=models.Q(read_at__isnull=True), name="inbox_unread"),
        ]

    def __str__(self):
        return self.title
