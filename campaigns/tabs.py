"""The tabs of a campaign's page, in the order of its life."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    label: str
    url_name: str  # takes the tenant's slug and the campaign's id
    permission: str = ""  # empty: whoever may see the campaign


TABS = [
    Tab("Tổng quan", "campaign_overview"),
    Tab("Kế hoạch", "campaign_plan"),
    Tab("Chỉ tiêu", "campaign_targets"),
    Tab("Chương trình", "campaign_programme"),
    Tab("Đăng ký", "campaign_registrations"),
    Tab("Chấm điểm", "campaign_scores"),
    Tab("Xếp hạng", "score_ranking"),
    Tab("Sơ kết, tổng kết", "campaign_reviews"),
    Tab("Lịch sử", "campaign_history"),
]
