"""Reviews of the demo: held and closed in their time, or open with two units that have not reported yet."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from campaigns.actions import close_review, open_review, save_consolidated, save_unit_report, submit_report
from campaigns.forms.reviews import proposed
from campaigns.models import Review
from campaigns.selectors.reviews import milestones_to_hold

RESULTS = (
    "Hoàn thành 96% nhiệm vụ được giao đúng và trước hạn; 100% hồ sơ thủ tục hành chính trả đúng hẹn.",
    "Hoàn thành sắp xếp tổ chức bên trong đúng lộ trình; có 02 sáng kiến được áp dụng trong toàn ngành.",
    "Số hóa 100% hồ sơ công chức, viên chức; chỉ số hài lòng đạt 92%.",
)
SHORTCOMINGS = "Một số báo cáo gửi còn chậm; việc nhân rộng điển hình tiên tiến chưa thường xuyên."
TEXTS = {
    "assessment": "Phong trào được triển khai đồng bộ, các đơn vị hưởng ứng tích cực, gắn thi đua với nhiệm vụ chuyên môn.",
    "shortcomings": SHORTCOMINGS,
    "directions": "Tiếp tục đẩy mạnh phong trào, tập trung vào chuyển đổi số và cải cách hành chính.",
    "proposals": "Đề nghị Hội đồng Thi đua - Khen thưởng tỉnh sớm hướng dẫn hồ sơ tổng kết.",
}


def open_with_reports(campaign, office, unit, *, milestone=None, silent=0, **facts):
    """Opened as the milestone says, reported by all units but the last `silent`; the office has written its part."""
    review = open_review(campaign=campaign, by=office, **proposed(campaign, milestone) | facts)
    codes = [row.agency.code for row in campaign.participants.select_related("agency")]
    for index, code in enumerate(codes[: len(codes) - silent]):
        values = {
            "results": RESULTS[index % 3],
            "shortcomings": SHORTCOMINGS if index % 4 == 0 else "",
            "proposals": "",
        }
        save_unit_report(review=review, values=values, revision=1, by=unit(code))
        submit_report(review=review, by=unit(code))
    save_consolidated(review=review, values=TEXTS, revision=review.revision, by=office)
    return review


def hold_reviews(campaign, office, unit, *, silent=0):
    """Every review whose day has come was held in its time; `silent`: how many units did not report to the first."""
    for place, milestone in enumerate(milestones_to_hold(campaign).filter(due_on__lt=timezone.localdate())):
        review = open_with_reports(campaign, office, unit, milestone=milestone, silent=0 if place else silent)
        _back_then(close_review(review=review, by=office))


def _back_then(review):
    """Opened three weeks before its day, reported to a week before, closed on the day before."""
    day = timezone.make_aware(datetime.combine(review.due_on - timedelta(days=1), time(15, 30)))
    review.reports.filter(submitted_at__isnull=False).update(submitted_at=day - timedelta(days=6))
    Review.objects.filter(pk=review.pk).update(opened_at=day - timedelta(days=20), closed_at=day)
