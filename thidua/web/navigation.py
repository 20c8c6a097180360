"""The left navigation, in words that users know. An item that the role never uses is not there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    label: str
    url_name: str
    icon: str
    permission: str


@dataclass(frozen=True)
class Group:
    label: str
    items: tuple[Item, ...]


NAVIGATION = (
    Group("", (Item("Việc của tôi", "tenant_home", "house-door", "home.see"),)),
    Group(
        "Thi đua",
        (
            Item("Phong trào thi đua", "campaign_list", "flag", "campaigns.see"),
            Item("Lịch thi đua", "campaign_year", "calendar3", "campaigns.see"),
            Item("Chương trình công tác", "programme_year", "calendar-check", "campaigns.see"),
            Item("Đăng ký thi đua", "registration_list", "pencil-square", "campaigns.see"),
            Item("Chấm điểm, xếp hạng", "score_list", "list-ol", "campaigns.see"),
            Item("Cụm, khối thi đua", "cluster_list", "people", "campaigns.see"),
            Item("Kết quả xếp loại", "rating_list", "bar-chart-steps", "ratings.see"),
        ),
    ),
    Group(
        "Khen thưởng",
        (
            Item("Hồ sơ đề nghị", "dossier_list", "folder2-open", "dossiers.list"),
            Item("Tiếp nhận, kiểm tra", "check_queue", "clipboard-check", "dossiers.check"),
            Item("Hội đồng", "council_list", "people", "council.see"),
            Item("Phê duyệt", "approval_list", "check2-circle", "approval.see"),
            Item("Quyết định", "decision_list", "award", "decisions.see"),
        ),
    ),
    Group(
        "Danh mục",
        (
            Item("Đơn vị", "agency_list", "diagram-3", "agencies.see"),
            Item("Cán bộ", "person_list", "person-vcard", "agencies.see"),
            Item("Danh hiệu, hình thức", "award_list", "bookmark-star", "catalogue.see"),
        ),
    ),
    Group(
        "Quản trị",
        (
            Item("Người dùng, vai trò", "member_list", "person-gear", "users.manage"),
            Item("Nhật ký", "audit_list", "journal-text", "audit.see"),
        ),
    ),
)
# What a thumb reaches on a phone.
BOTTOM = ("tenant_home", "campaign_list", "dossier_list")
BOTTOM_LABELS = {"tenant_home": "Việc của tôi", "campaign_list": "Phong trào", "dossier_list": "Hồ sơ"}
