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
from ..snapshot import SECTIONS, differences, row_facts
from .addresses import url_of
from .plan import amend


@transaction.atomic
def announce_milestone(*, milestone, due_on, document, by):
    """Fill in the date of an awaited milestone once its document has come; reminders follow it from now on.

    One year of a yearly milestone is moved the same way and keeps its day when the rule changes. What the plan awaited
    stays written. Raises Refused for every other milestone, AlreadyDone when the day stands already.
    """
    by.require(Permission.WRITE_CAMPAIGN, milestone.campaign)
    locked = type(milestone).objects.select_for_update(of=("self",)).get(pk=milestone.pk)
    if locked.campaign.is_closed:
        raise Refused("Phong trào đã kết thúc; hãy mở lại trước khi ấn định ngày.")
    if locked.certainty == Certainty.FIXED and locked.due_on == due_on:
        raise AlreadyDone(f"Mốc «{locked.name}» đã có ngày {due_on:%d/%m/%Y}.")
    if locked.certainty != Certainty.AWAITED and not locked.rule_id:
        raise Refused(
            f"Mốc «{locked.name}» không chờ văn bản nào; muốn đổi thời hạn, sửa ở phần «Mốc thời gian» của kế hoạch."
        )
    name = f"{locked.name} ({locked.of_year})" if locked.rule_id else locked.name
    before = {(locked.pk, name): row_facts(locked)}
    locked.certainty, locked.due_on, locked.set_by = Certainty.FIXED, due_on, document
    locked.save(update_fields=["certainty", "due_on", "set_by"])
    changes = differences(before, {(locked.pk, name): row_facts(locked)})
    record(by=by, verb="ấn định ngày của mốc", subject=locked, details={"due_on": str(due_on), "document": document})
    if not locked.campaign.is_draft:
        amend(locked.campaign, SECTIONS["milestones"], changes, by, document=document)
    return locked


@transaction.atomic
def extend_deadline(*, participant, until, reason, by, of_round=None):
    """Give one unit more time for its dossier of a round (the current one if none is named), with the reason.

    The unit is told; the other rounds keep their days.
    """
    by.require(Permission.WRITE_CAMPAIGN, participant.campaign)
    of_round = of_round or current_round(participant.campaign)
    _check_extension(participant.campaign, of_round, until, reason)
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


def _check_extension(campaign, of_round, until, reason):
    if campaign.is_closed:
        raise Refused("Phong trào đã kết thúc; hãy mở lại trước khi gia hạn.")
    if of_round is None or of_round.due_on is None:
        raise Refused("Hạn nộp hồ sơ chưa có ngày nên chưa gia hạn được.")
    if of_round.campaign_id != campaign.pk:
        raise Refused("Đợt nộp hồ sơ này không thuộc phong trào.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do gia hạn.")
    if until < timezone.localdate():
        raise Refused(f"Ngày {until:%d/%m/%Y} đã qua; hãy gia hạn đến hôm nay hoặc một ngày sau.")
    if until <= of_round.due_on:
        raise Refused(f"Gia hạn phải sau hạn chung {of_round.due_on:%d/%m/%Y} của đợt này.")


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
