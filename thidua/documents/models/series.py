from django.db import models

from thidua.tenancy.models import TenantOwned


class NumberSeries(TenantOwned):
    """The running numbers of one agency's documents of one kind in one year (NĐ 30/2020 PL I, số của văn bản)."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("tenant", "agency", "kind", "year", name="number_series_once")]


def take_number(*, agency, kind, year):
    """The next number of a series, from 1 each January; waits for whoever is taking one at the same moment."""
    NumberSeries.objects.get_or_create(agency=agency, kind=kind, year=year)
    series = NumberSeries.objects.select_for_update().get(agency=agency, kind=kind, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
