"""An interim review of the demo: most units have reported, two have not."""

from datetime import date, timedelta

from campaigns.actions import open_review, save_consolidated, save_unit_report, submit_report

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


def hold_review(campaign, office, unit):
    """Sơ kết: opened, reported by all units but two, the office has written its part."""
    review = open_review(
        campaign=campaign, kind="interim", name="Sơ kết năm thứ nhất", covers_from=campaign.starts_on,
        covers_to=date(campaign.starts_on.year, 12, 31), due_on=date(campaign.starts_on.year, 12, 31) + timedelta(days=10),
        by=office,
    )  # fmt: skip
    codes = [row.agency.code for row in campaign.participants.select_related("agency")]
    for index, code in enumerate(codes[:-2]):
        values = {
            "results": RESULTS[index % 3],
            "shortcomings": SHORTCOMINGS if index % 4 == 0 else "",
            "proposals": "",
        }
        save_unit_report(review=review, values=values, revision=1, by=unit(code))
        submit_report(review=review, by=unit(code))
    save_consolidated(review=review, values=TEXTS, revision=review.revision, by=office)
    return review
