"""Scoring begins: a sheet for everybody, and the rule by which points are added up and ranked."""

from django.db import transaction
from django.utils import timezone

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import members_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ...models import ClusterMember, Score, ScoreSheet
from ...policies import scored_criteria
from ...selectors.scoring import items_of, rule_of, totals_of
from ..addresses import url_of
from .sheets import TOTAL, check_campaign_unpublished, set_total


@transaction.atomic
def open_scoring(*, campaign, by):
    """A sheet for each participant and each outside member of a cluster that this campaign scores. Returns how many."""
    by.require(Permission.VERIFY_SCORES, campaign)
    if not scored_criteria(campaign):
        raise Refused("Kế hoạch chưa có tiêu chí chấm điểm: ghi điểm tối đa ở phần «Nội dung, tiêu chí».")
    if campaign.is_draft:
        raise Refused("Phát động phong trào trước khi mở chấm điểm.")
    sheets = _missing_sheets(campaign)
    if not sheets:
        raise AlreadyDone("Mọi đơn vị đã có phiếu chấm điểm.")
    ScoreSheet.objects.bulk_create(sheets)
    record(by=by, verb="mở chấm điểm", subject=campaign, details={"sheets": len(sheets)})
    _ask_units(campaign, [sheet.participant.agency_id for sheet in sheets if sheet.participant_id])
    return len(sheets)


def _missing_sheets(campaign):
    have = set(ScoreSheet.objects.filter(campaign=campaign).values_list("participant_id", "member_id"))
    outside = ClusterMember.objects.filter(cluster__years__campaign=campaign, agency__isnull=True).distinct()
    return [
        *(ScoreSheet(campaign=campaign, participant=row) for row in campaign.participants.all()
          if (row.pk, None) not in have),
        *(ScoreSheet(campaign=campaign, member=row) for row in outside if (None, row.pk) not in have),
    ]  # fmt: skip


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
    """Keep the rule and the grade bands from a valid form and formset."""
    by.require(Permission.VERIFY_SCORES, campaign)
    check_campaign_unpublished(campaign, "sửa quy định chấm điểm")
    form.instance.campaign = campaign
    rule = form.save()
    bands.save()
    refresh_totals(campaign)
    record(by=by, verb="sửa quy định chấm điểm của", subject=campaign)
    return rule


def refresh_totals(campaign):
    """Totals of all sheets anew, after a rule or a criterion has changed."""
    rule, items = rule_of(campaign), items_of(campaign)
    mine, office = {}, {}
    for score in Score.objects.filter(sheet__campaign=campaign):
        mine.setdefault(score.sheet_id, {})[score.criterion_id] = score.self_points
        office.setdefault(score.sheet_id, {})[score.criterion_id] = score.points
    sheets = list(ScoreSheet.objects.filter(campaign=campaign).select_for_update())
    for sheet in sheets:
        sheet.self_total = totals_of(items, rule, mine.get(sheet.pk, {})).total
        set_total(sheet, totals_of(items, rule, office.get(sheet.pk, {})).total)
    ScoreSheet.objects.bulk_update(sheets, ["self_total", *TOTAL], batch_size=500)
