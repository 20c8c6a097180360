from django.db import models


class AgencyKind(models.TextChoices):
    """Kinds of agency that plans speak of when they say who takes part."""

    DEPARTMENT = "department", "Sở, cơ quan chủ trì"
    INTERNAL_UNIT = "internal_unit", "Đơn vị thuộc Sở"
    SUBORDINATE_UNIT = "subordinate_unit", "Đơn vị trực thuộc Sở"
    DISTRICT_OFFICE = "district_office", "Phòng Nội vụ cấp huyện"
    CENTRE = "centre", "Trung tâm"
    OFFICE = "office", "Văn phòng"
    OTHER = "other", "Khác"


class AgencyEventKind(models.TextChoices):
    """What can happen to an agency in the course of time (thành lập, đổi tên, sáp nhập, …)."""

    FOUND = "found", "Thành lập"
    RENAME = "rename", "Đổi tên"
    MERGE = "merge", "Sáp nhập, hợp nhất"
    SPLIT = "split", "Chia tách"
    MOVE = "move", "Chuyển cơ quan chủ quản"
    DISSOLVE = "dissolve", "Giải thể"


class Gender(models.TextChoices):
    FEMALE = "female", "Nữ"
    MALE = "male", "Nam"
