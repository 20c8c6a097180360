from django.db import models


class CampaignKind(models.TextChoices):
    """Loại phong trào."""

    REGULAR = "regular", "Thường xuyên"
    PHASED = "phased", "Theo đợt"
    THEMATIC = "thematic", "Chuyên đề"
    SPECIAL = "special", "Đặc biệt"
    PROGRAMME = "programme", "Chương trình công tác năm"


class CampaignState(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    LAUNCHED = "launched", "Đang phát động"
    REVIEWING = "reviewing", "Đang xét khen thưởng"
    CLOSED = "closed", "Đã kết thúc"


class MilestoneKind(models.TextChoices):
    REGISTRATION = "registration", "Đăng ký thi đua"
    INTERIM_REVIEW = "interim_review", "Sơ kết"
    DOSSIER_DEADLINE = "dossier_deadline", "Hạn nộp hồ sơ"
    COUNCIL = "council", "Họp Hội đồng"
    FINAL_REVIEW = "final_review", "Tổng kết"
    CEREMONY = "ceremony", "Lễ trao thưởng"
    REPORT = "report", "Báo cáo"
    OTHER = "other", "Mốc khác"


class Certainty(models.TextChoices):
    """A fact of a plan may be known, or stand in a paper that somebody else has yet to issue."""

    FIXED = "fixed", "Đã ấn định"
    AWAITED = "awaited", "Chờ văn bản hướng dẫn"


class QuotaKind(models.TextChoices):
    FIXED = "fixed", "Số lượng ấn định"
    UNLIMITED = "unlimited", "Không ấn định số lượng"
    BY_REFERENCE = "by_reference", "Theo văn bản hướng dẫn"


class Selection(models.TextChoices):
    """How nominees of an offer are chosen."""

    DOSSIER = "dossier", "Xét theo hồ sơ đề nghị"
    RANKING = "ranking", "Theo kết quả chấm điểm, xếp hạng"


class ComponentKind(models.TextChoices):
    """What a component of the dossier is. The first and third are written by the system from typed data."""

    SUBMISSION_LETTER = "submission_letter", "Tờ trình kèm danh sách"
    MINUTES = "minutes", "Biên bản họp"
    ACHIEVEMENT_REPORT = "achievement_report", "Báo cáo thành tích"
    EVIDENCE = "evidence", "Minh chứng"
    OTHER = "other", "Giấy tờ khác"


class RegistrationState(models.TextChoices):
    REGISTERED = "registered", "Đã đăng ký"
    WITHDRAWN = "withdrawn", "Đã rút"


class DocumentKind(models.TextChoices):
    """Kinds of document that a plan cites."""

    LAW = "law", "Luật"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    DIRECTIVE = "directive", "Chỉ thị"
    DECISION = "decision", "Quyết định"
    PLAN = "plan", "Kế hoạch"
    LETTER = "letter", "Công văn"
    RESOLUTION = "resolution", "Nghị quyết"
    OTHER = "other", "Văn bản"
