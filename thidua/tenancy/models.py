"""Who owns data: the tenant, and the base class of everything a tenant owns."""

from django.core.validators import RegexValidator
from django.db import models
from django_scopes import ScopedManager, get_scope


class Tenant(models.Model):
    """A self-governing agency system (hệ thống cơ quan) with its own people, campaigns and archive,

    for example Sở Nội vụ Khánh Hòa with its rooms, the units under it and the Phòng Nội vụ of its sector.
    Its slug begins every address of it.
    """

    slug = models.SlugField("Mã đường dẫn", unique=True, validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$")])
    name = models.CharField("Tên hệ thống", max_length=200)
    short_name = models.CharField("Tên ngắn", max_length=60)
    support_office = models.CharField("Bộ phận hỗ trợ", max_length=200, default="Văn phòng Sở")
    support_phone = models.CharField("Điện thoại hỗ trợ", max_length=40, blank=True)
    is_active = models.BooleanField("Đang hoạt động", default=True)

    class Meta:
        verbose_name = "hệ thống cơ quan"
        ordering = ["slug"]

    def __str__(self):
        return self.name


def current_tenant():
    """The tenant whose door was opened (thidua.tenancy.scope.tenant_scope), or None."""
    return get_scope().get("tenant")


def current_tenant_id():
    tenant = current_tenant()
    return tenant.pk if tenant else None


def tenant_manager(queryset_class=models.QuerySet):
    """The scoped manager of a tenant-owned model, with the methods of its queryset."""
    return ScopedManager(tenant="tenant", _manager_class=models.Manager.from_queryset(queryset_class))


class TenantOwned(models.Model):
    """A row that belongs to one tenant. New rows take the tenant of the open scope.

    Three walls keep it there: the scoped manager, row-level security, and composite foreign keys
    (both laid by thidua.tenancy.walls.TenantWalls in the migration that creates the table).
    """

    tenant = models.ForeignKey(
        Tenant,
        models.PROTECT,
        verbose_name="hệ thống",
        default=current_tenant_id,
        editable=False,
        related_name="+",
        db_index=False,  # the composite UNIQUE (tenant_id, id) leads with it
    )

    objects = tenant_manager()

    class Meta:
        abstract = True
