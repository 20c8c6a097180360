from django.db import models


class DossierState(models.TextChoices):
    DRAFT = "draft", "Nháp"
    SUBMITTED = "submitted", "Đã nộp, chờ kiểm tra"
    RETURNED = "returned", "Yêu cầu bổ sung"
    ACCEPTED = "accepted", "Đủ điều kiện"
    COUNCIL = "council", "Đang trình Hội đồng"
    APPROVAL = "approval", "Chờ phê duyệt"
    DECIDED = "decided", "Đã có kết quả"
    REJECTED = "rejected", "Không đủ điều kiện"
    WITHDRAWN = "withdrawn", "Đã rút"


class ItemVerdict(models.TextChoices):
    """What the office says of one paper of a dossier."""

    OPEN = "open", "Chưa kiểm tra"
    OK = "ok", "Đạt"
    RETURNED = "returned", "Trả lại"


class Outcome(models.TextChoices):
    """Where a nomination stands. Only AWARDED and NOT_AWARDED are told to anyone outside, and only after signing."""

    PENDING = "pending", "Chờ phê duyệt"
    APPROVED = "approved", "Đã phê duyệt"
    RETURNED = "returned", "Trả lại"
    NOT_AWARDED = "not_awarded", "Không khen"
    AWARDED = "awarded", "Được khen thưởng"
    PROPOSED = "proposed", "Đã trình cấp trên"


class DecisionState(models.TextChoices):
    PREPARED = "prepared", "Chờ ký"
    RETURNED = "returned", "Trả lại để sửa"
    SIGNED = "signed", "Đã ký"
