"""What a closed review keeps: its units with their figures, the columns over them and the gauges, as JSON and back."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder

from thidua.web.charts.gauge import Gauge

from .figures import Column, Heading
from .measuring import Period


@dataclass(frozen=True)
class Unit:
    """A unit by the name that it had."""

    pk: int
    name: str
    short_name: str

    def __str__(self):
        return self.name


@dataclass(frozen=True)
class Basis:
    """Everything that a consolidated report stands on, besides what people wrote.

    `gauges` are [(Period, [Gauge])]; `figures` {unit id: {code of a group: {key: value}}}.
    """

    units: list
    headings: list
    gauges: list
    figures: dict

    @property
    def data(self):
        """As it is stored: what is read back is equal to what was closed with."""
        plain = {
            "units": [asdict(unit) | {"figures": self.figures[unit.pk]} for unit in self.units],
            "headings": headings_data(self.headings),
            "gauges": [asdict(period) | {"gauges": [asdict(one) for one in found]} for period, found in self.gauges],
        }
        return json.loads(json.dumps(plain, cls=DjangoJSONEncoder))


def basis_from(data):
    units = [Unit(row["pk"], row["name"], row["short_name"]) for row in data["units"]]
    return Basis(
        units,
        headings_from(data["headings"]),
        [(_period(row), [_gauge(one) for one in row["gauges"]]) for row in data["gauges"]],
        {row["pk"]: row["figures"] for row in data["units"]},
    )


def headings_data(headings):
    return [asdict(heading) for heading in headings]


def headings_from(data):
    return [Heading(row["code"], row["title"], tuple(Column(**one) for one in row["columns"])) for row in data]


def _period(row):
    return Period(row["year"], date.fromisoformat(row["starts_on"]), date.fromisoformat(row["ends_on"]))


def _gauge(row):
    value = None if row["value"] is None else Decimal(row["value"])
    return Gauge(**row | {"value": value, "goal": Decimal(row["goal"])})
