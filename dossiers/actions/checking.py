"""What the office does with a dossier that was handed in."""

from django.db import transaction
from django.utils import timezone

from awards.selectors import regime_on
from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import holders_of, members_of, notify
from thidua.workflow.table import Refused

from ..completeness import content_of
from ..enums import DossierState, ItemVerdict
from ..models import Dossier, DossierItem, ItemCheck
from ..workflow import DOSSIER
from .addresses import url_of


@transaction.atomic
def judge_item(*, item, verdict, reason, by):
    """Say of one paper that it is in order, or why it goes back. Kept for every round."""
    dossier = Dossier.objects.select_for_update(of=("self",)).get(pk=item.dossier_id)
    by.require(Permission.CHECK_DOSSIER, dossier)
    if dossier.state != DossierState.SUBMITTED:
        raise Refused(f"Hồ sơ đang «{dossier.get_state_display()}», không kiểm tra được.")
    item = DossierItem.objects.select_related("component", "nominee__report", "dossier").get(pk=item.pk)
    reason = reason.strip()
    if verdict == ItemVerdict.RETURNED and not reason:
        raise Refused(f"Hãy ghi lý do trả lại «{item}» để đơn vị biết phải sửa gì.")
    item.verdict = verdict
    item.reason = reason if verdict == ItemVerdict.RETURNED else ""
    if verdict == ItemVerdict.RETURNED:
        item.returned_content = content_of(item, dossier)
    item.save(update_fields=["verdict", "reason", "returned_content"])
    ItemCheck.objects.create(item=item, verdict=verdict, reason=reason, by_id=by.user_id, by_label=by.label)
    return item


@transaction.atomic
def return_dossier(*, dossier, by, comment=""):
    """Yêu cầu bổ sung: back to the unit with a reason on each paper that is wrong; only those become editable."""
    dossier = DOSSIER.apply(dossier, "return", by=by, reason=comment)
    wrong = dossier.items.filter(verdict=ItemVerdict.RETURNED).select_related("component", "nominee")
    _tell_unit(
        dossier,
        f"Hồ sơ {dossier.code} cần bổ sung",
        "\n".join(f"- {item}: {item.reason}" for item in wrong) + (f"\n{comment}" if comment else ""),
        occasion=f"returned:{dossier.transitions.count()}",
    )
    return dossier


@transaction.atomic
def accept_dossier(*, dossier, by):
    """Đủ điều kiện: from this day's receipt of complete papers the legal regime is frozen (NĐ 152/2025 đ.60)."""
    dossier = DOSSIER.apply(dossier, "accept", by=by, fields=lambda row: {"regime": regime_on(timezone.localdate())})
    _tell_unit(dossier, f"Hồ sơ {dossier.code} đủ điều kiện", "Bước tiếp theo: trình Hội đồng.", occasion="accepted")
    return dossier


@transaction.atomic
def reject_dossier(*, dossier, by, reason):
    dossier = DOSSIER.apply(dossier, "reject", by=by, reason=reason)
    _tell_unit(dossier, f"Hồ sơ {dossier.code} không đủ điều kiện", reason, occasion="rejected")
    return dossier


@transaction.atomic
def send_to_council(*, dossier, by):
    dossier = DOSSIER.apply(dossier, "to_council", by=by)
    notify(
        users=holders_of("hoidong"),
        key=f"dossier:{dossier.pk}:council:{dossier.transitions.count()}",
        title=f"Hồ sơ {dossier.code} của {dossier.agency.short_name} trình Hội đồng",
        body=f"Phong trào: {dossier.campaign.title}.",
        url=url_of(dossier),
    )
    return dossier


@transaction.atomic
def receive_paper(*, dossier, by, day):
    """Note the day on which the paper originals (bản chính) came in."""
    by.require(Permission.CHECK_DOSSIER, dossier)
    dossier.paper_received_on = day
    dossier.save(update_fields=["paper_received_on"])
    record(by=by, verb="nhận bản giấy của", subject=dossier, details={"day": str(day)})
    return dossier


def _tell_unit(dossier, title, body, occasion):
    notify(
        users=members_of([dossier.agency_id], "truongdonvi"),
        key=f"dossier:{dossier.pk}:{occasion}",
        title=title,
        body=body,
        url=url_of(dossier),
    )
