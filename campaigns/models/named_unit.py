from django.db import models

from thidua.agencies.names import fold
from thidua.tenancy.models import TenantOwned


class NamedUnit(TenantOwned):
    """A unit as a plan names it («Hội đồng TĐKT Sở», «Các đơn vị thuộc Sở»), and the agency it is, if it is one."""

    position = models.PositiveSmallIntegerField("Thứ tự", default=1)
    name = models.CharField("Đơn vị", max_length=250)
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Đơn vị trong danh mục"
    )

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def __str__(self):
        return self.name


def agencies_by_name():
    """{folded name: agency}: every name under which a plan may mean an agency of this tenant."""
    from thidua.agencies.models import Agency

    found = {}
    for agency in Agency.objects.present():
        for name in (agency.current.legal_name, agency.current.short_name):
            if name:
                found.setdefault(fold(name), agency)
    return found


def name_units(rows, names, known=None):
    """Write `names` (list of str) as the units of a related manager of NamedUnit, in order; same names keep their row."""
    known = agencies_by_name() if known is None else known
    present = {unit.name: unit for unit in rows.all()}
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    for name, unit in present.items():
        if name not in wanted:
            unit.delete()
    for position, name in enumerate(wanted, 1):
        unit = present.get(name)
        agency = known.get(fold(name))
        if unit is None:
            rows.create(position=position, name=name, agency=agency)
        elif unit.position != position or unit.agency_id != (agency.pk if agency else None):
            unit.position, unit.agency = position, agency
            unit.save(update_fields=["position", "agency"])
