"""Cards of «Việc của tôi» that come from campaigns: scoring, the work programme, reviews."""

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from campaigns.enums import CampaignState, SheetState
from campaigns.models import Campaign, Review, ScoreSheet, UnitReport
from campaigns.selectors.programme import last_day, open_tasks, own_open_tasks

LIMIT = 8
RUNNING = (CampaignState.LAUNCHED, CampaignState.REVIEWING)


def unit_cards(actor, slug, card):
    """What a unit still has to write: its points, its reports, its tasks. `card` makes one card."""
    return _own_sheets(actor, slug, card) + _own_reports(actor, slug, card) + _own_tasks(actor, slug, card)


def office_cards(slug, card):
    """Sheets that wait for the office, tasks that are late."""
    waiting = (
        Campaign.objects.filter(state__in=RUNNING, sheets__state=SheetState.SUBMITTED)
        .annotate(waiting=Count("sheets"))
        .order_by("pk")
    )
    cards = [
        card("waiting", f"{item.waiting} phiếu chấm điểm chờ thẩm định", reverse("score_grid", args=[slug, item.pk]),
             "Thẩm định", context=item.title)
        for item in waiting[:LIMIT]
    ]  # fmt: skip
    return cards + _late_tasks(slug, card)


def _own_sheets(actor, slug, card):
    sheets = ScoreSheet.objects.filter(
        participant__agency=actor.agency_id, state=SheetState.SCORING, campaign__state__in=RUNNING
    ).select_related("campaign__scoring_rule")
    return [
        card("waiting", "Tự chấm điểm thi đua", reverse("score_sheet", args=[slug, sheet.pk]), "Chấm điểm",
             context=sheet.campaign.title, date=_until(sheet.campaign))
        for sheet in sheets[:LIMIT]
    ]  # fmt: skip


def _until(campaign):
    rule = getattr(campaign, "scoring_rule", None)
    return rule.self_score_until if rule else None


def _own_reports(actor, slug, card):
    sent = UnitReport.objects.filter(review=OuterRef("pk"), agency=actor.agency_id, submitted_at__isnull=False)
    reviews = Review.objects.filter(
        ~Exists(sent), closed_at__isnull=True, campaign__participants__agency=actor.agency_id
    ).select_related("campaign")
    return [
        card("waiting", f"Viết báo cáo «{review.name}»", reverse("unit_report", args=[slug, review.pk]), "Viết báo cáo",
             context=review.campaign.title, date=review.due_on)
        for review in reviews[:LIMIT]
    ]  # fmt: skip


def _own_tasks(actor, slug, card):
    today = timezone.localdate()
    rows = [(last_day(task, task.campaign.year), task) for task in own_open_tasks(actor, today.year)]
    return [
        card("returned" if due_on < today else "waiting", f"Nhiệm vụ: {task.task.splitlines()[0][:120]}",
             reverse("task_update", args=[slug, task.pk]), "Cập nhật", label="Quá hạn" if due_on < today else "",
             context=task.campaign.title, date=due_on)
        for due_on, task in rows[:3]
    ]  # fmt: skip


def _late_tasks(slug, card):
    today, late = timezone.localdate(), {}
    for task in open_tasks(today.year):
        if last_day(task, task.campaign.year) < today:
            late.setdefault(task.campaign, []).append(task)
    return [
        card("returned", f"{len(tasks)} nhiệm vụ của chương trình công tác quá hạn",
             f"{reverse('campaign_programme', args=[slug, campaign.pk])}?qua-han=1", "Xem", context=campaign.title)
        for campaign, tasks in late.items()
    ]  # fmt: skip
