"""The verbs of the agency tree."""

from django.db import transaction

from .enums import AgencyEventKind
from .models import Agency, AgencyEvent, AgencyVersion


@transaction.atomic
def found_agency(*, code, valid_from, position=0, decision="", **version):
    """Add an agency that exists from `valid_from` (date); `version` holds the fields of its first AgencyVersion."""
    agency = Agency.objects.create(code=code, position=position)
    first = AgencyVersion.objects.create(agency=agency, valid_from=valid_from, **version)
    agency.current = first
    agency.save(update_fields=["current"])
    AgencyEvent.objects.create(kind=AgencyEventKind.FOUND, agency=agency, effective_on=valid_from, decision=decision)
    return agency


@transaction.atomic
def rename_agency(*, agency, effective_on, decision, **changes):
    """Give `agency` a new version from `effective_on`; papers before that day keep the old name."""
    old = agency.versions.on(effective_on).get()
    fields = {
        field.name: getattr(old, field.name)
        for field in AgencyVersion._meta.local_fields
        if field.name not in ("id", "valid_from", "valid_to")
    }
    old.valid_to = effective_on
    old.save(update_fields=["valid_to"])
    new = AgencyVersion.objects.create(**{**fields, **changes, "valid_from": effective_on})
    agency.current = new
    agency.save(update_fields=["current"])
    AgencyEvent.objects.create(kind=AgencyEventKind.RENAME, agency=agency, effective_on=effective_on, decision=decision)
    return new
