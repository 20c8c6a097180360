"""Việc của tôi: what waits for a person, what comes due, what was finished. One function per role."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils import timezone

from campaigns.enums import CampaignState, Certainty, MilestoneKind
from campaigns.models import Campaign, Milestone, Registration
from campaigns.selectors import current, open_campaigns_of, own_extensions

from .enums import DecisionState, DossierState, Outcome
from .lateness import late_dossiers, late_registrations, late_sheets
from .models import Decision, Dossier, Nominee
from .work_campaigns import office_cards, unit_cards

LIMIT = 8
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Card:
    """One sentence, one date, one button."""

    tone: str
    sentence: str
    url: str
    action_label: str
    label: str = ""
    context: str = ""
    detail: str = ""
    date: object = None
    finished: bool = False
    primary: bool = False


def my_work(actor, slug):
    """{waiting, due, done}: lists of cards for the roles that the actor holds."""
    columns = {"waiting": [], "due": [], "done": []}
    for role, find in FINDERS.items():
        if role in actor.roles:
            for column, cards in find(actor, slug).items():
                columns[column] += cards
    return columns


def _to(name, slug, *args):
    return reverse(name, args=[slug, *args])


def _director(actor, slug):
    decisions = (
        Decision.objects.filter(state=DecisionState.PREPARED)
        .select_related("campaign")
        .annotate(people=Count("lines"), money=Sum("lines__bonus"))
    )
    waiting = [
        Card(
            "waiting",
            f"Quyết định khen thưởng {item.people} trường hợp chờ ký",
            _to("decision_page", slug, item.pk),
            "Xem và ký",
            context=item.campaign.title,
            detail=f"Tiền thưởng {item.money:,} đ".replace(",", ".") if item.money else "",
            date=timezone.localtime(item.prepared_at).date(),
            finished=True,
            primary=True,
        )
        for item in decisions[:LIMIT]
    ]
    pending = Nominee.objects.filter(dossier__state=DossierState.APPROVAL, outcome=Outcome.PENDING).count()
    if pending:
        waiting.append(
            Card("waiting", f"{pending} đề nghị khen thưởng chờ phê duyệt", _to("approval_list", slug), "Phê duyệt")
        )
    return {"waiting": waiting, "due": _milestones(slug), "done": _signed(slug)}


def _office(actor, slug):
    waiting = [
        Card(
            "returned" if item.is_late else "waiting",
            f"{item.agency.short_name} đã nộp hồ sơ {item.code}",
            _to("check_dossier", slug, item.pk),
            "Kiểm tra",
            label="Nộp sau hạn" if item.is_late else "",
            context=item.campaign.title,
            date=timezone.localtime(item.submitted_at).date(),
            finished=True,
        )
        for item in _dossiers(DossierState.SUBMITTED).order_by("submitted_at")[:LIMIT]
    ]
    waiting += [
        Card(
            "waiting",
            f"Hồ sơ {item.code} của {item.agency.short_name} đủ điều kiện, chờ trình Hội đồng",
            _to("dossier_page", slug, item.pk),
            "Trình Hội đồng",
            context=item.campaign.title,
        )
        for item in _dossiers(DossierState.ACCEPTED)[:LIMIT]
    ]
    approved = (
        Campaign.objects.filter(
            dossiers__nominees__outcome=Outcome.APPROVED, dossiers__nominees__decision_line__isnull=True
        )
        .annotate(people=Count("dossiers__nominees"))
        .order_by("pk")
    )
    waiting += [
        Card("waiting", f"{item.people} trường hợp đã phê duyệt, chờ dự thảo quyết định",
             _to("decision_list", slug), "Lập dự thảo", context=item.title)
        for item in approved[:LIMIT]
    ]  # fmt: skip
    waiting += [
        Card("draft", "Kế hoạch đang soạn, chưa phát động", _to("campaign_overview", slug, item.pk), "Soạn tiếp",
             context=item.title)
        for item in Campaign.objects.filter(state=CampaignState.DRAFT)[:LIMIT]
    ]  # fmt: skip
    waiting += office_cards(slug, Card)
    return {"waiting": _late_units(slug) + waiting, "due": _milestones(slug) + _awaited(slug), "done": _signed(slug)}


def _unit(actor, slug):
    own = list(
        Dossier.objects.filter(agency=actor.agency_id)
        .select_related("campaign", "agency__current")
        .order_by("-id")[:30]
    )
    waiting = [
        Card(
            "returned",
            f"Hồ sơ {item.code} cần bổ sung",
            _to("dossier_page", slug, item.pk),
            "Sửa và nộp lại",
            label="Bị trả lại",
            context=item.campaign.title,
        )
        for item in own
        if item.state == DossierState.RETURNED
    ]
    waiting += [
        Card("draft", "Hồ sơ đang soạn, chưa nộp", _to("dossier_page", slug, item.pk), "Soạn tiếp",
             context=item.campaign.title)
        for item in own
        if item.state == DossierState.DRAFT
    ]  # fmt: skip
    waiting += unit_cards(actor, slug, Card)
    campaigns = list(open_campaigns_of(actor.agency_id))
    waiting += _unregistered(actor, slug, campaigns)
    due = _own_deadlines(actor, slug, campaigns, own) + _coming(slug, campaigns)
    waiting = [card for card in due if card.tone == "returned"] + waiting
    due = [card for card in due if card.tone != "returned"]
    done = [
        Card("done", f"Hồ sơ {item.code}: {item.get_state_display().lower()}", _to("dossier_page", slug, item.pk), "Xem",
             context=item.campaign.title, date=timezone.localtime(item.submitted_at).date(), finished=True)
        for item in own
        if item.submitted_at and item.state != DossierState.RETURNED
    ]  # fmt: skip
    return {"waiting": waiting, "due": sorted(due, key=lambda card: card.date)[:LIMIT], "done": done[:LIMIT]}


def _unregistered(actor, slug, campaigns):
    """Campaigns in which the unit has registered nothing yet."""
    registered = set(
        Registration.objects.standing().filter(agency=actor.agency_id).values_list("campaign_id", flat=True)
    )
    today, cards = timezone.localdate(), []
    for campaign in campaigns:
        if campaign.pk in registered or campaign.state != CampaignState.LAUNCHED:
            continue
        days = [row for row in campaign.milestones.all() if row.kind == MilestoneKind.REGISTRATION and row.due_on]
        until = current(days, today)
        late = until is not None and until.due_on < today
        cards.append(
            Card("returned" if late else "waiting", "Đơn vị chưa đăng ký thi đua",
                 _to("campaign_registrations", slug, campaign.pk), "Đăng ký", label="Quá hạn" if late else "",
                 context=campaign.title, date=until and until.due_on)
        )  # fmt: skip
    return cards


def _own_deadlines(actor, slug, campaigns, own):
    """The current round of each campaign in which the unit has not handed in its dossier."""
    today, cards = timezone.localdate(), []
    rounds = [current([row for row in campaign.milestones.all() if row.is_round]) for campaign in campaigns]
    more = own_extensions(actor.agency_id, rounds)
    begun = {item.round_id for item in own if item.state not in (DossierState.WITHDRAWN, DossierState.REJECTED)}
    unfinished = (DossierState.RETURNED, DossierState.WITHDRAWN)
    done = {item.round_id for item in own if item.submitted_at and item.state not in unfinished}
    for campaign, of_round in zip(campaigns, rounds, strict=True):
        if of_round is None or of_round.due_on is None or of_round.pk in done:
            continue
        day = more.get(of_round.pk, of_round.due_on)
        tone = "returned" if day < today else "waiting"
        sentence = "Nộp hồ sơ đề nghị khen thưởng" + ("" if of_round.pk in begun else " (chưa lập hồ sơ)")
        cards.append(
            Card(tone, sentence, _to("campaign_overview", slug, campaign.pk), "Mở phong trào",
                 label="Quá hạn" if tone == "returned" else "Sắp đến hạn", context=campaign.title, date=day)
        )  # fmt: skip
    return cards


def _coming(slug, campaigns):
    """The other days of the unit's campaigns in the next weeks."""
    today = timezone.localdate()
    return [
        Card("elsewhere", row.name, _to("campaign_overview", slug, campaign.pk), "Xem", label=row.get_kind_display(),
             context=campaign.title, date=row.due_on)
        for campaign in campaigns
        for row in campaign.milestones.all()
        if row.due_on and today <= row.due_on <= today + SOON and not row.is_round
    ]  # fmt: skip


def _council(actor, slug):
    waiting = [
        Card("waiting", f"Hồ sơ {item.code} của {item.agency.short_name} chờ Hội đồng xét",
             _to("council_list", slug), "Ghi kết quả", context=item.campaign.title)
        for item in _dossiers(DossierState.COUNCIL)[:LIMIT]
    ]  # fmt: skip
    return {"waiting": waiting, "due": _milestones(slug), "done": _signed(slug)}


def _administrator(actor, slug):
    return {
        "waiting": [
            Card("elsewhere", "Quản lý người dùng, vai trò và uỷ quyền của hệ thống", _to("member_list", slug),
                 "Mở", label="Quản trị"),
        ],
        "due": [],
        "done": [],
    }  # fmt: skip


def _inspector(actor, slug):
    return {
        "waiting": [
            Card(
                "elsewhere", "Nhật ký mọi việc trong hệ thống", _to("audit_list", slug), "Xem nhật ký", label="Chỉ xem"
            )
        ],
        "due": _milestones(slug),
        "done": _signed(slug),
    }


def _dossiers(state):
    return Dossier.objects.filter(state=state).select_related("campaign", "agency__current")


def _milestones(slug):
    today = timezone.localdate()
    coming = Milestone.objects.filter(
        due_on__range=(today, today + SOON), campaign__state__in=(CampaignState.LAUNCHED, CampaignState.REVIEWING)
    ).select_related("campaign")
    return [
        Card("elsewhere", item.name, _to("campaign_overview", slug, item.campaign_id), "Xem",
             label=item.get_kind_display(), context=item.campaign.title, date=item.due_on)
        for item in coming[:LIMIT]
    ]  # fmt: skip


def _awaited(slug):
    waiting = Milestone.objects.filter(
        certainty=Certainty.AWAITED, campaign__state__in=(CampaignState.LAUNCHED, CampaignState.REVIEWING)
    ).select_related("campaign")
    return [
        Card("waiting", f"{item.name}: chờ {item.awaits}", _to("milestone_announce", slug, item.pk), "Điền ngày",
             label="Chưa có ngày", context=item.campaign.title)
        for item in waiting[:LIMIT]
    ]  # fmt: skip


def _late_units(slug):
    """Late units first: how many in each campaign, who, for how many days."""
    today = timezone.localdate()
    late = [*late_dossiers(today), *late_registrations(today), *late_sheets(today)]
    return [
        Card("returned", f"{len(item.names)} đơn vị {item.work}", _to("campaign_units", slug, item.campaign.pk),
             "Xem và nhắc", label=f"Quá hạn {(today - item.due_on).days} ngày", context=item.campaign.title,
             detail="; ".join(item.names[:5]) + ("…" if len(item.names) > 5 else ""), date=item.due_on, finished=True)
        for item in sorted(late, key=lambda item: item.due_on)
    ]  # fmt: skip


def _signed(slug):
    signed = (
        Decision.objects.filter(state=DecisionState.SIGNED)
        .select_related("campaign")
        .annotate(people=Count("lines"))
        .order_by("-signed_at")
    )
    return [
        Card("done", f"Quyết định {item.number_label}: {item.people} trường hợp",
             _to("decision_page", slug, item.pk), "Xem", context=item.campaign.title, date=item.issued_on, finished=True)
        for item in signed[:LIMIT]
    ]  # fmt: skip


FINDERS = {
    "giamdoc": _director,
    "vanphong": _office,
    "truongdonvi": _unit,
    "hoidong": _council,
    "quantri": _administrator,
    "thanhtra": _inspector,
}
