"""Dates that move, and units that are reminded of them."""

from django.db import transaction
from django.utils import timezone

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import members_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import Certainty
from ..models import Extension
from ..selectors.rounds import current_round
from ..snapshot import SECTIONS, differences, section_facts
from .addresses import url_of
from .plan import amend


@transaction.atomic
def announce_milestone(*, milestone, due_on, document, by):
    """Fill in the date of an awaited milestone once its document has come; reminders follow it from now on."""
    by.require(Permission.WRITE_CAMPAIGN, milestone.campaign)
    locked = type(milestone).objects.select_for_update(of=("self",)).get(pk=milestone.pk)
    if locked.certainty == Certainty.FIXED and locked.due_on == due_on:
        raise AlreadyDone(f"Mốc «{locked.name}» đã có ngày {due_on:%d/%m/%Y}.")
    before = section_facts(locked.campaign, "milestones")
    locked.certainty, locked.due_on, locked.awaits = Certainty.FIXED, due_on, document
    locked.save(update_fields=["certainty", "due_on", "awaits"])
    changes = differences(before, section_facts(locked.campaign, "milestones"))
    record(by=by, verb="ấn định ngày của mốc", subject=locked, details={"due_on": str(due_on), "document": document})
    if not locked.campaign.is_draft and changes:
        amend(locked.campaign, SECTIONS["milestones"], changes, by)
    return locked


@transaction.atomic
def extend_deadline(*, participant, until, reason, by, of_round=None):
    """Give one unit more time for its dossier of a round (the current one if none is named), with the reason.

    The unit is told; the other rounds keep their days.
    """
    by.require(Permission.WRITE_CAMPAIGN, participant.campaign)
    of_round = of_round or current_round(participant.campaign)
    if of_round is None or of_round.due_on is None:
        raise Refused("Hạn nộp hồ sơ chưa có ngày nên chưa gia hạn được.")
    if of_round.campaign_id != participant.campaign_id:
        raise Refused("Đợt nộp hồ sơ này không thuộc phong trào.")
    if until <= of_round.due_on:
        raise Refused(f"Gia hạn phải sau hạn chung {of_round.due_on:%d/%m/%Y} của đợt này.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do gia hạn.")
    Extension.objects.update_or_create(
        participant=participant, round=of_round, defaults={"until": until, "reason": reason.strip()[:300]}
    )
    details = {"round": str(of_round.due_on), "until": str(until), "reason": reason}
    record(by=by, verb="gia hạn nộp hồ sơ cho", subject=participant, details=details)
    notify(
        users=members_of([participant.agency_id], "truongdonvi"),
        key=f"extension:{participant.pk}:{of_round.pk}:{until}",
        title=f"Gia hạn nộp hồ sơ đến {until:%d/%m/%Y}: {participant.campaign.title}",
        body=reason,
        url=url_of(participant.campaign),
    )
    return participant


@transaction.atomic
def nudge_units(*, campaign, agencies, by, text):
    """Đôn đốc: a message to the heads of the named units. Returns how many people were newly told today."""
    by.require(Permission.NUDGE_UNITS)
    day = timezone.localdate()
    told = 0
    for agency in agencies:
        told += notify(
            users=members_of([agency.pk], "truongdonvi"),
            key=f"nudge:{campaign.pk}:{agency.pk}:{day}",
            title=f"Đôn đốc: {campaign.title}",
            body=text,
            url=url_of(campaign),
        )
    record(by=by, verb="đôn đốc các đơn vị của", subject=campaign, details={"agencies": [a.pk for a in agencies]})
    return told
