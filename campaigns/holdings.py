"""What a campaign keeps of its units: as long as there is any of it, the unit cannot be taken off the list."""

from .models import Campaign, ScoreSheet, UnitReport
from .snapshot import SECTIONS


def holdings(campaign, agencies):
    """{agency id: what the campaign keeps of it, in words}, for those of `agencies` (ids) of which it keeps something.

    Dossiers are of a room above this one: every table that names a campaign and an agency is asked.
    """
    rows = [
        (ScoreSheet, {"campaign": campaign}, "participant__agency"),
        (UnitReport, {"review__campaign": campaign}, "agency"),
        *((model, {"campaign": campaign}, "agency") for model in _of_both()),
    ]
    held = {}
    for model, of_campaign, agency in rows:
        found = model.objects.filter(**of_campaign, **{f"{agency}__in": agencies})
        for pk in found.order_by().values_list(agency, flat=True).distinct():
            held.setdefault(pk, []).append(str(model._meta.verbose_name))
    return {pk: sorted(words) for pk, words in held.items()}


def _of_both():
    """Models with a row for a campaign and an agency that are no part of the plan itself."""
    return {
        relation.related_model
        for relation in Campaign._meta.related_objects
        if relation.get_accessor_name() not in SECTIONS
        and any(field.name == "agency" for field in relation.related_model._meta.fields)
    }
