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
    """How a plan says when: on a day, some days from another milestone, every year, or in a paper yet to come."""

    FIXED = "fixed", "Đã ấn định"
    RELATIVE = "relative", "Tính từ mốc khác"
    YEARLY = "yearly", "Hằng năm"
    AWAITED = "awaited", "Chờ văn bản hướng dẫn"


class QuotaKind(models.TextChoices):
    """How many may be awarded. «By ranking» is a way of choosing (Selection), not a number."""

    FIXED = "fixed", "Số lượng ấn định"
    PERCENT = "percent", "Theo tỷ lệ phần trăm"
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


class CriterionRole(models.TextChoices):
    """What a line of the plan's contents is: something to do, something judged by, a way to get there."""

    CONTENT = "content", "Nội dung thi đua"
    CRITERION = "criterion", "Tiêu chí"
    SOLUTION = "solution", "Nhiệm vụ, giải pháp"


class PointsKind(models.TextChoices):
    """How the points of a criterion count (thang điểm, điểm thưởng, điểm trừ)."""

    PLAIN = "plain", "Điểm chuẩn"
    BONUS = "bonus", "Điểm thưởng"
    MINUS = "minus", "Điểm trừ"


class TieRule(models.TextChoices):
    """What decides between equal totals, in the order that the office states it."""

    FEWER_MINUS = "fewer_minus", "Ít điểm trừ hơn"
    MORE_PLAIN = "more_plain", "Điểm chuẩn (chưa tính thưởng) cao hơn"
    MORE_BONUS = "more_bonus", "Điểm thưởng nhiều hơn"
    FIRST_CRITERIA = "first_criteria", "Điểm cao hơn ở tiêu chí đứng trước"


class SheetState(models.TextChoices):
    """Where a score sheet stands. Published ones are what the ranking is made of."""

    SCORING = "scoring", "Đơn vị đang tự chấm"
    SUBMITTED = "submitted", "Đã gửi, chờ thẩm định"
    VERIFIED = "verified", "Đã thẩm định"
    PUBLISHED = "published", "Đã công bố"


class Comparator(models.TextChoices):
    AT_LEAST = ">=", "Ít nhất"
    AT_MOST = "<=", "Không quá"
    EXACTLY = "=", "Đúng bằng"


class TargetUnit(models.TextChoices):
    COUNT = "count", "Số lượng"
    PERCENT = "percent", "Tỷ lệ %"


class Population(models.TextChoices):
    """Of whom a target speaks."""

    AGENCIES = "agencies", "Đơn vị"
    PEOPLE = "people", "Cá nhân"


class Measure(models.TextChoices):
    """Where the number of a target comes from."""

    RATING = "rating", "Kết quả xếp loại chất lượng"
    REGISTRATION = "registration", "Đăng ký thi đua"
    MANUAL = "manual", "Văn phòng nhập"


class TargetState(models.TextChoices):
    ATTAINED = "attained", "Đạt"
    ON_THE_WAY = "on_the_way", "Đang phấn đấu"
    MISSED = "missed", "Không đạt"
    INCOMPLETE = "incomplete", "Chưa đủ số liệu"
    UNKNOWN = "unknown", "Chưa có số liệu"


class TaskState(models.TextChoices):
    """How far an item of the work programme is."""

    TODO = "todo", "Chưa thực hiện"
    DOING = "doing", "Đang thực hiện"
    DONE = "done", "Đã hoàn thành"
    DROPPED = "dropped", "Không thực hiện"


class ReviewKind(models.TextChoices):
    INTERIM = "interim", "Sơ kết"
    FINAL = "final", "Tổng kết"


class ReadingState(models.TextChoices):
    """Where the reading of an uploaded plan stands with the officer."""

    OPEN = "open", "Đang rà soát"
    USED = "used", "Đã lập phong trào"
    DROPPED = "dropped", "Đã bỏ"


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
    CONCLUSION = "conclusion", "Kết luận"
    GUIDANCE = "guidance", "Hướng dẫn"
    PROGRAMME = "programme", "Chương trình"
    NOTICE = "notice", "Thông báo"
    REPORT = "report", "Báo cáo"
    OTHER = "other", "Văn bản"
