"""Scoring begins: a sheet for everybody, and the rule by which points are added up and ranked."""

from django.db import transaction
from django.utils import timezone

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import members_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ...models import GradeBand, Score, ScoreSheet, ScoringRule
from ...policies import scored_criteria
from ...selectors.scoring import items_of, rule_of, totals_of, unopened_sheets
from ...snapshot import differences, row_facts
from ..addresses import url_of
from .sheets import check_campaign_unpublished, locked_campaign, locked_sheets


@transaction.atomic
def open_scoring(*, campaign, by):
    """A sheet for each participant and each other member of a cluster that this campaign scores. Returns how many."""
    by.require(Permission.VERIFY_SCORES, campaign)
    locked = locked_campaign(campaign, "mở chấm điểm")
    if not scored_criteria(locked):
        raise Refused("Kế hoạch chưa có tiêu chí chấm điểm: ghi điểm tối đa ở phần «Nội dung, tiêu chí».")
    if locked.is_draft:
        raise Refused("Phát động phong trào trước khi mở chấm điểm.")
    sheets = unopened_sheets(locked, locked_sheets(locked))
    if not sheets:
        raise AlreadyDone("Mọi đơn vị đã có phiếu chấm điểm.")
    check_campaign_unpublished(locked, "mở phiếu cho đơn vị mới")
    ScoreSheet.objects.bulk_create(sheets)
    record(by=by, verb="mở chấm điểm", subject=locked, details={"sheets": len(sheets)})
    _ask_units(locked, [sheet.participant.agency_id for sheet in sheets if sheet.participant_id])
    return len(sheets)


def _ask_units(campaign, agencies):
    rule = rule_of(campaign)
    until = f" trước khi hết ngày {rule.self_score_until:%d/%m/%Y}" if rule.self_score_until else ""
    notify(
        users=members_of(agencies, "truongdonvi"),
        key=f"scoring:{campaign.pk}:{timezone.localdate()}",
        title=f"Tự chấm điểm thi đua: {campaign.title}",
        body=f"Đơn vị tự chấm từng tiêu chí, kèm minh chứng, rồi gửi Văn phòng{until}.",
        url=url_of(campaign),
    )


@transaction.atomic
def save_rule(*, campaign, by, form, bands):
    """Keep the rule and the grade bands from a valid form and formset; the trail tells what has changed.

    Raises AlreadyDone when a colleague has written the first rule since the form was opened.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    locked = locked_campaign(campaign, "sửa quy định chấm điểm")
    check_campaign_unpublished(locked, "sửa quy định chấm điểm")
    if form.instance.pk is None and ScoringRule.objects.filter(campaign=locked).exists():
        raise AlreadyDone("Đồng nghiệp vừa ghi quy định chấm điểm: xem lại ở trang này rồi sửa tiếp nếu cần.")
    before = _rule_facts(locked)
    form.instance.campaign = locked
    rule = form.save()
    bands.save()
    refresh_totals(locked)
    changes = differences(before, _rule_facts(locked))
    record(by=by, verb="sửa quy định chấm điểm của", subject=locked, details={"changes": changes})
    return rule


def _rule_facts(campaign):
    """What the rule and the bands say, in words, for the trail."""
    rule = rule_of(campaign)
    facts = {("rule", "Quy định chấm điểm"): row_facts(rule) | {"Khi bằng điểm, xét lần lượt": rule.tie_words}}
    bands = GradeBand.objects.filter(campaign=campaign)
    return facts | {(band.pk, f"Xếp loại {band.name}"): row_facts(band) for band in bands}


def refresh_totals(campaign):
    """Totals of all sheets anew, after a rule or a criterion has changed. Returns the locked sheets.

    Raises Refused while points are published: what everybody knows does not move.
    """
    sheets = locked_sheets(campaign)
    check_campaign_unpublished(campaign, "tính lại điểm")
    rule, items = rule_of(campaign), items_of(campaign)
    mine, office = {}, {}
    for score in Score.objects.filter(sheet__campaign=campaign):
        mine.setdefault(score.sheet_id, {})[score.criterion_id] = score.self_points
        office.setdefault(score.sheet_id, {})[score.criterion_id] = score.points
    for sheet in sheets:
        sheet.self_total = totals_of(items, rule, mine.get(sheet.pk, {})).total
        sheet.total = totals_of(items, rule, office.get(sheet.pk, {})).total
    ScoreSheet.objects.bulk_update(sheets, ["self_total", "total"], batch_size=500)
    return sheets
