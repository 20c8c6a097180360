"""When something can be done with a campaign: sentences that speak against it."""

from django.utils import timezone

from .enums import Certainty, MilestoneKind, QuotaKind


def missing_to_launch(campaign):
    """What the plan still lacks before it can be launched (phát động)."""
    reasons = []
    if not campaign.participants.exists():
        reasons.append("Chưa chọn đơn vị tham gia: mở phần «Đối tượng» và chọn ít nhất một đơn vị.")
    if not campaign.criteria.exists():
        reasons.append("Chưa có tiêu chí: mở phần «Nội dung, tiêu chí» và thêm ít nhất một tiêu chí.")
    if not campaign.offers.exists():
        reasons.append("Chưa có hình thức khen thưởng: mở phần «Hình thức, số lượng» và thêm ít nhất một dòng.")
    if not campaign.components.exists():
        reasons.append("Chưa có thành phần hồ sơ: mở phần «Hồ sơ» và khai các giấy tờ phải nộp.")
    if not campaign.milestones.filter(kind=MilestoneKind.DOSSIER_DEADLINE).exists():
        reasons.append(
            "Chưa có hạn nộp hồ sơ: thêm mốc «Hạn nộp hồ sơ»; nếu chưa có ngày, chọn «Chờ văn bản hướng dẫn»."
        )
    return reasons


def advice_before_launch(campaign):
    """What deserves a second look but does not stop the launch."""
    hints = []
    today = timezone.localdate()
    for milestone in campaign.milestones.all():
        if milestone.due_on and milestone.due_on < today:
            hints.append(f"Mốc «{milestone.name}» đã qua ngày {milestone.due_on:%d/%m/%Y}.")
        if milestone.due_on and not campaign.starts_on <= milestone.due_on:
            hints.append(f"Mốc «{milestone.name}» nằm trước ngày bắt đầu phong trào.")
        if milestone.certainty == Certainty.AWAITED:
            hints.append(f"Mốc «{milestone.name}» chờ {milestone.awaits}: nhớ điền ngày khi có văn bản.")
    for phase in campaign.phases.all():
        if phase.starts_on < campaign.starts_on or phase.ends_on > campaign.ends_on:
            hints.append(f"«{phase.name}» nằm ngoài thời gian của phong trào.")
    for offer in campaign.offers.select_related("award"):
        if offer.quota_kind == QuotaKind.BY_REFERENCE:
            hints.append(f"Số lượng «{offer.title}» chờ: {offer.reference}.")
        if offer.decided_here and offer.award.level != "base":
            hints.append(
                f"«{offer.award.name}» không thuộc thẩm quyền cấp cơ sở ({offer.award.article}); kiểm tra thẩm quyền."
            )
    if not campaign.legal_bases.exists():
        hints.append("Kế hoạch chưa có căn cứ; quyết định khen thưởng sẽ thiếu phần căn cứ.")
    return hints


def reasons_against_registration(campaign):
    if campaign.state != "launched":
        return ["Chỉ đăng ký được khi phong trào đang phát động."]
    return []


def registration_is_late(campaign, today):
    """True when every dated registration milestone has passed."""
    dates = [m.due_on for m in campaign.milestones.all() if m.kind == MilestoneKind.REGISTRATION and m.due_on]
    return bool(dates) and today > max(dates)
