"""Rounds of handing in dossiers (đợt nộp hồ sơ): which one is spoken of, and by when a unit hands in."""

from collections import Counter
from datetime import timedelta

from django.utils import timezone
from django.utils.text import Truncator

from ..models import Extension

GRACE = timedelta(days=30)  # so long a day that has passed is spoken of although another one is to come


def rounds_of(campaign):
    """The rounds of a campaign, first to last; those that await their day at the end."""
    return list(campaign.milestones.rounds())


def labelled(rounds):
    """[(round, what its button says)]: its day, with the name where two fall on one day or none is set."""
    days = Counter(row.due_on for row in rounds)
    return [
        (row, f"{row.due_on:%d/%m/%Y}" if row.due_on and days[row.due_on] == 1 else _by_name(row)) for row in rounds
    ]


def _by_name(row):
    return f"{Truncator(row.name).chars(44)} ({row.due_on:%d/%m/%Y})" if row.due_on else Truncator(row.name).chars(60)


def current(milestones, today=None):
    """The milestone of several to speak of: the nearest day that is not long past, else one yet to be set, else the last."""
    today = today or timezone.localdate()
    dated = [row for row in milestones if row.due_on]
    near = [row for row in dated if row.due_on >= today - GRACE]
    if near:
        return min(near, key=lambda row: abs(row.due_on - today))
    awaited = [row for row in milestones if not row.due_on]
    return awaited[0] if awaited else max(dated, key=lambda row: row.due_on, default=None)


def current_round(campaign):
    return current(rounds_of(campaign))


def dossier_deadline(campaign, agency=None, of_round=None):
    """The day to hand in dossiers of a round (the current one if none is named); None while it has yet to be set.

    An extension of the unit wins.
    """
    asked = of_round or current_round(campaign)
    if asked is None:
        return None
    more = None
    if agency is not None:
        more = Extension.objects.filter(round=asked, participant__agency=agency).values_list("until", flat=True).first()
    return more or asked.due_on


def extensions_of(rounds):
    """{(round id, participant id): the day until which the unit has time}."""
    rows = Extension.objects.filter(round__in=rounds).values_list("round", "participant", "until")
    return {(round_id, participant_id): until for round_id, participant_id, until in rows}


def own_extensions(agency_id, rounds):
    """{round id: the day until which one agency has time}."""
    rows = Extension.objects.filter(round__in=[row for row in rounds if row], participant__agency=agency_id)
    return dict(rows.values_list("round", "until"))
