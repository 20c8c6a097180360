"""When something can be done with a campaign: sentences that speak against it."""

from django.utils import timezone

from .enums import (
    CampaignKind,
    CampaignState,
    Certainty,
    CriterionRole,
    MilestoneKind,
    PointsKind,
    QuotaKind,
    Selection,
    SheetState,
)
from .plans import plan_data
from .plans.leftovers import leftovers
from .snapshot import SECTIONS

# Rooms above say here why a published ranking cannot be taken back: functions(campaign) → sentences.
AGAINST_UNPUBLISHING = []
UNSENT = "Đơn vị đang tự chấm, chưa gửi"


def missing_to_launch(campaign):
    """What the plan still lacks before it can be launched (phát động).

    A work programme needs no criteria, a plan that leaves the awards to others needs no dossier.
    """
    reasons = []
    if not campaign.participants.exists():
        reasons.append("Chưa chọn đơn vị tham gia: mở phần «Đơn vị tham gia» và chọn ít nhất một đơn vị.")
    if not campaign.criteria.exists() and not campaign.tasks.exists():
        reasons.append("Chưa có tiêu chí hoặc nhiệm vụ: thêm ở phần «Nội dung, tiêu chí» hoặc «Chương trình công tác».")
    if campaign.offers.filter(selection=Selection.DOSSIER).exists():
        reasons += _missing_for_dossiers(campaign)
    elif campaign.kind != CampaignKind.PROGRAMME and not campaign.offers.exists() and not _has_deadline(campaign):
        reasons.append(
            "Chưa có hình thức khen thưởng: mở phần «Hình thức, số lượng» và thêm ít nhất một dòng; "
            "kế hoạch không khen thưởng riêng thì thêm mốc «Hạn nộp hồ sơ»."
        )
    return reasons


def _missing_for_dossiers(campaign):
    reasons = []
    if not campaign.components.exists():
        reasons.append("Chưa có thành phần hồ sơ: mở phần «Hồ sơ» và khai các giấy tờ phải nộp.")
    if not _has_deadline(campaign):
        reasons.append(
            "Chưa có hạn nộp hồ sơ: thêm mốc «Hạn nộp hồ sơ»; nếu chưa có ngày, chọn «Chờ văn bản hướng dẫn»."
        )
    return reasons


def _has_deadline(campaign):
    return campaign.milestones.filter(kind=MilestoneKind.DOSSIER_DEADLINE).exists()


def advice_before_launch(campaign):
    """What deserves a second look but does not stop the launch."""
    hints = _left_by_the_copy(campaign) if campaign.is_draft and campaign.copied_from_id else []
    hints += _unnumbered(campaign)
    today = timezone.localdate()
    for milestone in campaign.milestones.stated():
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
            hints.append(f"Số lượng «{offer}» chờ: {offer.reference}.")
        if offer.decided_here and offer.award.level != "base":
            hints.append(f"«{offer}» không thuộc thẩm quyền cấp cơ sở ({offer.award.article}); kiểm tra thẩm quyền.")
    for target in campaign.targets.all():
        if target.measure == "manual":
            hints.append(f"Chỉ tiêu «{target}» do Văn phòng nhập số liệu: nhớ cập nhật theo kỳ.")
    hints += _agencies_left_out(campaign)
    if not campaign.offers.exists():
        hints.append("Kế hoạch chưa nêu hình thức khen thưởng; đơn vị chưa lập hồ sơ đề nghị được.")
    if not campaign.legal_bases.exists():
        hints.append("Kế hoạch chưa có căn cứ; quyết định khen thưởng sẽ thiếu phần căn cứ.")
    return hints


def _left_by_the_copy(campaign):
    """What a copy could not take over by itself: agencies that are no more, words that name the old year."""
    source = campaign.copied_from
    gone = source.participants.filter(agency__ended_on__isnull=False).select_related("agency__current")
    names = [row.agency.short_name for row in gone]
    hints = [f"Không lấy sang vì đơn vị đã kết thúc hoạt động: {', '.join(names)}."] if names else []
    by_part = {}
    for part, texts in leftovers(plan_data(campaign), source, campaign).items():
        by_part.setdefault(_label_of(part), []).extend(texts)
    for label, texts in by_part.items():
        quoted = "; ".join(f"«{text if len(text) <= 90 else text[:89] + '…'}»" for text in texts)
        hints.append(f"Còn ghi năm cũ ở phần «{label}»: {quoted}.")
    return hints


def _label_of(part):
    """The name of a part of the plan data, as the office sees it."""
    if part in ("funding", "recipients", "signer_title", "signer_name"):
        return SECTIONS["closing"]
    return SECTIONS.get("criteria" if part in ("contents", "solutions") else part, "Thông tin chung")


def _unnumbered(campaign):
    """A plan that is launched is cited by its number and day."""
    lacking = [
        words for words, value in (("số", campaign.plan_number), ("ngày ban hành", campaign.plan_date)) if not value
    ]
    return [f"Kế hoạch chưa có {' và '.join(lacking)}: điền ở phần «Thông tin chung»."] if lacking else []


def _agencies_left_out(campaign):
    """Agencies that the plan's own rule means but that are not in the list of participants."""
    present = set(campaign.participants.values_list("agency_id", flat=True))
    names = [
        agency.short_name for group in campaign.groups.all() for agency in group.matching() if agency.pk not in present
    ]
    return [f"Theo «Đối tượng» còn thiếu trong danh sách tham gia: {', '.join(names)}."] if names else []


def reasons_against_registration(campaign):
    if campaign.state != "launched":
        return ["Chỉ đăng ký được khi phong trào đang phát động."]
    return []


def registration_is_late(campaign, today):
    """True when every dated registration milestone has passed."""
    dates = [m.due_on for m in campaign.milestones.all() if m.kind == MilestoneKind.REGISTRATION and m.due_on]
    return bool(dates) and today > max(dates)


def is_unsent(sheet):
    """The sheet is its unit's own: nobody else reads or judges it. Members outside have no account, the office scores."""
    return sheet.state == SheetState.SCORING and sheet.participant_id is not None


def reasons_against_self_scoring(sheet):
    """Why a unit cannot write on its own sheet now."""
    if sheet.state != SheetState.SCORING:
        return ["Phiếu đã gửi Văn phòng; nếu cần sửa, đề nghị Văn phòng trả lại phiếu."]
    if sheet.campaign.state == CampaignState.CLOSED:
        return ["Phong trào đã kết thúc nên không tự chấm được nữa; cần bổ sung thì liên hệ Văn phòng."]
    rule = getattr(sheet.campaign, "scoring_rule", None)
    late = rule and rule.self_score_until and timezone.localdate() > rule.self_score_until
    if late and not was_returned(sheet):
        return [f"Đã quá hạn tự chấm ({rule.self_score_until:%d/%m/%Y}); đề nghị Văn phòng lùi hạn để chấm tiếp."]
    return []


def missing_on_own_sheet(sheet):
    """What a unit still has to fill in before it sends its own points."""
    reasons = reasons_against_self_scoring(sheet)
    empty, unproven = _holes(sheet)
    if empty:
        reasons.append(f"Tiêu chí {', '.join(empty)} chưa có điểm; không đạt thì ghi 0.")
    if unproven:
        reasons.append(f"Tiêu chí {', '.join(unproven)} phải có minh chứng.")
    return reasons


def _holes(sheet):
    """Numbers of the criteria without points, and of those whose points lack the evidence that the plan asks for."""
    scores = {score.criterion_id: score for score in sheet.scores.all()}
    empty, unproven = [], []
    for number, criterion in enumerate(scored_criteria(sheet.campaign), 1):
        score = scores.get(criterion.pk)
        if score is None or score.self_points is None:
            if criterion.points_kind == PointsKind.PLAIN:
                empty.append(str(number))
        elif criterion.evidence_required and score.self_points and not (score.evidence or score.file_id):
            unproven.append(str(number))
    return empty, unproven


def was_returned(sheet):
    """The office gave the sheet back: the deadline for scoring oneself no longer binds it."""
    return sheet.transitions.filter(event="return").exists()


def missing_to_verify(sheet):
    """What the office still has to score before the sheet is verified."""
    if is_unsent(sheet):
        return [f"{UNSENT}: chờ đơn vị gửi phiếu rồi thẩm định."]
    points = dict(sheet.scores.values_list("criterion_id", "points"))
    return wrong_points(scored_criteria(sheet.campaign), points)


def wrong_points(criteria, points):
    """What the office still has to score or to lower among {criterion id: points} of one sheet."""
    missing, above = [], []
    for number, criterion in enumerate(criteria, 1):
        given = points.get(criterion.pk)
        if given is None and criterion.points_kind == PointsKind.PLAIN:
            missing.append(str(number))
        elif given is not None and given > criterion.max_points:
            above.append(str(number))
    reasons = [f"Chưa có điểm thẩm định ở tiêu chí {', '.join(missing)}."] if missing else []
    return reasons + ([f"Điểm thẩm định vượt điểm tối đa ở tiêu chí {', '.join(above)}."] if above else [])


def scored_criteria(campaign):
    """The criteria that carry points and are no groups, in the order of the plan."""
    return scored_among(list(campaign.criteria.all()))


def scored_among(criteria):
    """Those of all lines of a plan's contents that are scored, group by group."""
    lines = {row.pk: row for row in criteria}
    rows = [row for row in criteria if row.role == CriterionRole.CRITERION]
    groups = {row.parent_id for row in rows}
    scored = [row for row in rows if row.max_points is not None and row.pk not in groups]
    for row in scored:
        row.parent = lines.get(row.parent_id)  # its heading comes along without a query

    def place(row):
        group = lines.get(row.parent_id, row)
        return group.position, group.pk, row.position, row.pk

    return sorted(scored, key=place)
