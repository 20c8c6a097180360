from django.db import models

from thidua.tenancy.models import TenantOwned, tenant_manager


class AgencyQuerySet(models.QuerySet):
    def present(self):
        """Agencies that exist today, with the version of today, in the order of the office's own list."""
        return self.filter(ended_on__isnull=True).select_related("current").order_by("position", "id")

    def top(self):
        """The agency at the top of the tenant's tree: the one that usually launches."""
        return self.filter(current__parent__isnull=True).first()

    def of_kind(self, *kinds):
        return self.filter(current__kind__in=kinds)


class Agency(TenantOwned):
    """An agency as an identity (cơ quan, đơn vị): Sở, phòng, trung tâm, Phòng Nội vụ cấp huyện.

    What it is called and to whom it belongs are dated `AgencyVersion`s; `current` is the version of today, so that
    lists need no look-up by date. Papers of the past keep the version of their day.
    """

    code = models.SlugField("Mã đơn vị", max_length=40)
    position = models.PositiveIntegerField("Thứ tự", default=0)
    current = models.ForeignKey(
        "agencies.AgencyVersion", models.PROTECT, verbose_name="tên hiện nay", null=True, related_name="+"
    )
    ended_on = models.DateField("Kết thúc hoạt động", null=True, blank=True)

    objects = tenant_manager(AgencyQuerySet)

    class Meta:
        verbose_name = "đơn vị"
        constraints = [models.UniqueConstraint("tenant", "code", name="agency_code_once")]

    def __str__(self):
        return self.current.legal_name if self.current_id else self.code

    @property
    def short_name(self):
        return self.current.short_name or self.current.legal_name
