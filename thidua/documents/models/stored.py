from django.conf import settings
from django.db import models

from thidua.tenancy.models import TenantOwned


class StoredFile(TenantOwned):
    """A private file: an uploaded paper or a generated PDF. Never served by its path, only by a view that asks who.

    `key` is where the storage keeps it: unguessable, without the person's file name in it.
    """

    key = models.CharField(max_length=100, unique=True, editable=False)
    name = models.CharField("Tên tệp", max_length=200)
    content_type = models.CharField("Loại tệp", max_length=100)
    size = models.PositiveBigIntegerField("Dung lượng (byte)")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField("Tải lên lúc", auto_now_add=True)

    class Meta:
        verbose_name = "tệp"

    def __str__(self):
        return self.name
