"""Whose a unit is that a plan names: an agency of the catalogue, or all agencies of the kinds that its words mean."""

import re
from functools import cache

from thidua.agencies.models import Agency
from thidua.agencies.names import fold

from .plans.words import agency_kinds_in

MANY = re.compile(
    r"\b(cac|moi|tat ca|toan the|tung)\b"
)  # «Phòng Nội vụ Nha Trang» is one unit, «các Phòng Nội vụ» a rule


@cache
def kinds_named(words):
    """Kinds of agency that «Các đơn vị thuộc, trực thuộc Sở» means; none when the words name a single unit."""
    return frozenset(agency_kinds_in(words)) if MANY.search(fold(words)) else frozenset()


def is_in_charge(agency, units):
    """One of the NamedUnits is the agency, or means agencies of its kind."""
    return any(
        unit.agency_id == agency.pk if unit.agency_id else agency.current.kind in kinds_named(unit.name)
        for unit in units
    )


def agency_of(actor):
    return Agency.objects.select_related("current").get(pk=actor.agency_id)
