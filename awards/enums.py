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
