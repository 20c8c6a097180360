from django.db import models


class SubjectKind(models.TextChoices):
    """Who can be awarded (đối tượng)."""

    COLLECTIVE = "collective", "Tập thể"
    INDIVIDUAL = "individual", "Cá nhân"
    HOUSEHOLD = "household", "Hộ gia đình"


class AwardGroup(models.TextChoices):
    """«Danh hiệu thi đua/Hình thức khen thưởng» is one list in two groups (Luật TĐKT 2022, đ.9 and đ.19)."""

    TITLE = "title", "Danh hiệu thi đua"
    FORM = "form", "Hình thức khen thưởng"


class MeritKind(models.TextChoices):
    """Loại hình khen thưởng: every nomination has exactly one (Luật TĐKT 2022, đ.8)."""

    CONG_TRANG = "cong_trang", "Công trạng"
    DOT_XUAT = "dot_xuat", "Đột xuất"
    PHONG_TRAO = "phong_trao", "Phong trào thi đua"
    CONG_HIEN = "cong_hien", "Quá trình cống hiến"
    NIEN_HAN = "nien_han", "Niên hạn"
    DOI_NGOAI = "doi_ngoai", "Đối ngoại"


class Level(models.TextChoices):
    """Who grants an award."""

    STATE = "state", "Nhà nước"
    MINISTRY = "ministry", "Bộ, ban, ngành, tỉnh"
    BASE = "base", "Cơ sở"


class QualityGrade(models.TextChoices):
    """The yearly rating of quality (xếp loại chất lượng; NĐ 90/2020, NĐ 48/2023), the best first."""

    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "Hoàn thành tốt nhiệm vụ"
    COMPLETED = "completed", "Hoàn thành nhiệm vụ"
    FAILED = "failed", "Không hoàn thành nhiệm vụ"


class RatingPeriod(models.TextChoices):
    """What part of the year a rating speaks of."""

    YEAR = "year", "Cả năm"
    FIRST_HALF = "first_half", "6 tháng đầu năm"
    SEVEN_MONTHS = "seven_months", "7 tháng đầu năm"
    NINE_MONTHS = "nine_months", "9 tháng đầu năm"
