"""Days, periods and rounds in the shapes offices write them."""

import pytest

from .short import milestones, plan_with


def test_a_review_of_a_quarter_beside_a_dated_report():
    plan = plan_with("II. TIẾN ĐỘ\n- Quý II/2024: Sơ kết 6 tháng; báo cáo gửi trước ngày 18/6/2024.")
    assert milestones(plan) == [("report", "2024-06-18", None), ("interim_review", None, None)]


def test_dossiers_each_quarter_and_each_year():
    plan = plan_with(
        "II. HỒ SƠ\n1. Thời hạn nộp: trước ngày 12 của tháng cuối quý đối với khen theo đợt; chậm nhất ngày 10 tháng 11 hằng năm đối với khen cuối năm."
    )
    assert milestones(plan) == [("dossier_deadline", None, "yearly"), ("dossier_deadline", None, None)]


def test_every_year_at_the_head_of_the_sentence():
    plan = plan_with(
        "II. TỔ CHỨC THỰC HIỆN\n1. Các phòng: Hằng năm, gửi hồ sơ đề nghị khen thưởng và báo cáo kết quả về Văn phòng Sở để tổng hợp trước ngày 28 tháng 11."
    )
    assert milestones(plan) == [("report", None, "yearly"), ("dossier_deadline", None, "yearly")]
    plan = plan_with(
        "II. TỔ CHỨC THỰC HIỆN\na) Hằng năm, gửi hồ sơ đề nghị khen thưởng và báo cáo kết quả về Văn phòng Sở để tổng hợp trước ngày 28 tháng 11."
    )
    assert milestones(plan) == [("report", None, "yearly"), ("dossier_deadline", None, "yearly")]


def test_a_deadline_counted_from_another_day_has_no_day():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Hồ sơ gửi về Văn phòng Sở: sơ kết trước ngày 15/7/2024; tổng kết sau 10 ngày kể từ ngày kết thúc phong trào."
    )
    assert milestones(plan) == [("dossier_deadline", "2024-07-15", None), ("dossier_deadline", None, None)]


def test_what_is_due_under_the_deadline_for_dossiers_are_dossiers():
    plan = plan_with(
        "II. HỒ SƠ\n1. Thời gian gửi hồ sơ về Văn phòng Sở:\n- Đợt I: trước ngày 10/7/2024;\n- Tổng kết: trước ngày 20/12/2024."
    )
    assert milestones(plan) == [("dossier_deadline", "2024-07-10", None), ("dossier_deadline", "2024-12-20", None)]


def test_a_report_with_points_is_a_report():
    plan = plan_with(
        "II. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị gửi báo cáo tổng kết và bảng tự chấm điểm về Khối trưởng chậm nhất ngày 22/11/2024."
    )
    assert milestones(plan) == [("report", "2024-11-22", None)]


def test_a_review_is_not_found_again_in_the_awards():
    plan = plan_with(
        "II. THỜI GIAN\nTừ ngày 05/3/2024 đến ngày 30/11/2024; tổng kết trước ngày 10/12/2024.\n"
        "III. KHEN THƯỞNG\na) Tổng kết (năm 2024):\n- Giấy khen của Giám đốc Sở: 05 tập thể."
    )
    assert milestones(plan) == [("final_review", "2024-12-10", None)]


def test_one_step_is_not_the_length_of_the_campaign():
    plan = plan_with(
        "II. THỜI GIAN\nPhát động tháng 3/2024; chấm điểm từ 01/9/2024 đến 30/9/2024; tổng kết vào tháng 11/2024."
    )
    assert (plan["starts_on"], plan["ends_on"]) == ("2024-01-01", "2024-12-31")
    assert ("council", "2024-09-30", None) in milestones(plan)


def test_a_beginning_without_an_end():
    plan = plan_with("II. THỜI GIAN\nPhát động từ tháng 4/2024 và tổng kết vào dịp cuối năm.")
    assert (plan["starts_on"], plan["ends_on"]) == ("2024-04-01", None)


def test_a_first_step_from_now_on():
    plan = plan_with(
        "II. THỜI GIAN\n- Bước 1 (từ nay đến 30/6/2024): phát động.\n- Bước 2 (từ 01/7/2024 đến 15/12/2024): thực hiện."
    )
    assert [(p["name"], p["starts_on"], p["ends_on"]) for p in plan["phases"]] == [
        ("Bước 1", None, "2024-06-30"),
        ("Bước 2", "2024-07-01", "2024-12-15"),
    ]
    assert (plan["starts_on"], plan["ends_on"]) == ("2024-03-04", "2024-12-15")


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Thi đua, khen thưởng năm học 2023 - 2024", (None, None)),
        ("Phong trào thi đua xây dựng nông thôn mới đến năm 2026", (None, "2026-12-31")),
        ("Phong trào thi đua giai đoạn 2024 - 2026", ("2024-01-01", "2026-12-31")),
    ],
)
def test_years_of_the_title(title, period):
    from campaigns.reading import read_text

    plan = read_text(f"SỞ Y TẾ\nSố: 5/KH-SYT\nHuế, ngày 02 tháng 5 năm 2024\nKẾ HOẠCH\n{title}\nI. MỤC ĐÍCH\nThi đua.")
    assert (plan["starts_on"], plan["ends_on"]) == period


def test_months_as_heads_of_a_programme():
    plan = plan_with(
        "II. KẾ HOẠCH CỤ THỂ\nTháng 3/2024\n- Phát động thi đua.\n- Đăng ký danh hiệu.\nTháng 7/2024\n- Sơ kết 6 tháng.\nTháng 12/2024\n- Tổng kết năm."
    )
    assert [(row["quarter"], row["task"]) for row in plan["programme"]] == [
        (1, "Phát động thi đua"),
        (1, "Đăng ký danh hiệu"),
        (3, "Sơ kết 6 tháng"),
        (4, "Tổng kết năm"),
    ]


def test_what_is_celebrated_is_not_due():
    plan = plan_with(
        "II. THỜI GIAN\n+ Đợt 1: Từ tháng 4/2024 đến tháng 6/2024, chào mừng ngày 30/4, sơ kết vào ngày 02/7/2024."
    )
    assert milestones(plan) == [("interim_review", "2024-07-02", None)]


def test_both_ends_on_lines_of_their_own():
    plan = plan_with("II. THỜI GIAN\n1. Bắt đầu: ngày 06/3/2024.\n2. Kết thúc: ngày 29/8/2024.")
    assert (plan["starts_on"], plan["ends_on"]) == ("2024-03-06", "2024-08-29")


def test_quarters_in_pairs():
    plan = plan_with(
        "II. CÁC ĐỢT THI ĐUA\n- Đợt 1 (Quý I, II/2024): phát động.\n- Đợt 2 (Quý III và IV/2024): tổng kết."
    )
    assert [(p["starts_on"], p["ends_on"]) for p in plan["phases"]] == [
        ("2024-01-01", "2024-06-30"),
        ("2024-07-01", "2024-12-31"),
    ]


def test_steps_of_a_procedure_under_a_heading_on_standards():
    plan = plan_with(
        "II. TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG\n1. Tiêu chuẩn: hoàn thành xuất sắc nhiệm vụ.\n"
        "2. Quy trình: Các phòng gửi hồ sơ về Văn phòng trước ngày 10/11/2024; Hội đồng họp xét trước ngày 18/11/2024."
    )
    assert milestones(plan) == [("dossier_deadline", "2024-11-10", None), ("council", "2024-11-18", None)]


def test_the_council_that_looks_at_dossiers():
    plan = plan_with(
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng thẩm định hồ sơ, trình Hội đồng Thi đua - Khen thưởng họp xét vào ngày 21/11/2024."
    )
    assert milestones(plan) == [("council", "2024-11-21", None)]


def test_the_calendar_of_a_year_among_its_tasks():
    plan = plan_with(
        "II. NHIỆM VỤ TRỌNG TÂM\n1. Các khối thi đua ký giao ước thi đua xong trong Quý I/2024; tổng kết trước ngày 12/12/2024.\n"
        "2. Hội đồng sáng kiến họp xét công nhận sáng kiến vào tháng 10/2024.\n3. Hoàn thành cổ phần hóa trong quý II/2024."
    )
    assert milestones(plan) == [
        ("final_review", "2024-12-12", None),
        ("registration", None, None),
        ("council", None, None),
    ]


def test_the_programme_and_its_days_in_an_appendix():
    from campaigns.reading import read_text

    from .short import FOOT, HEAD

    plan = read_text(
        HEAD + "II. NỘI DUNG\nChi tiết tại Phụ lục kèm theo." + FOOT + "PHỤ LỤC\nCHƯƠNG TRÌNH CÔNG TÁC\n"
        "STT\tNội dung\tĐơn vị chủ trì\tThời gian\nI\tCông tác thi đua\t\t\n1\tĐăng ký thi đua\tVăn phòng Sở\tTrước 15/3/2024\n"
        "2\tHọp Hội đồng xét khen thưởng\tHội đồng TĐKT\tTrước 20/11/2024\n"
    )
    assert [(row["quarter"], row["units"]) for row in plan["programme"]] == [
        (1, ["Văn phòng Sở"]),
        (4, ["Hội đồng TĐKT"]),
    ]
    assert milestones(plan) == [("registration", "2024-03-15", None), ("council", "2024-11-20", None)]


def test_a_table_goes_on_behind_a_torn_cell():
    plan = plan_with(
        "II. NỘI DUNG VÀ TIẾN ĐỘ\nThời gian\tNội dung\tĐơn vị thực hiện\nTháng 3/2024\tPhát động thi đua\tVăn phòng Sở\nCông đoàn Sở\n"
        "Tháng 7/2024\tSơ kết\tCác phòng"
    )
    assert [row["task"] for row in plan["programme"]] == ["Phát động thi đua", "Sơ kết"]
    assert plan["criteria"] == []


def test_deadlines_among_which_a_month_stands_are_no_programme():
    plan = plan_with(
        "II. TIẾN ĐỘ\n1. Tháng 3/2024: Phát động.\n2. Trước ngày 15/4/2024: Nộp hồ sơ.\n3. Trước ngày 20/4/2024: Họp xét.\n4. Từ tháng 5/2024 đến tháng 6/2024: Triển khai.\n5. Tháng 7/2024: Tuyên dương."
    )
    assert plan["programme"] == []


def test_a_round_with_its_days_below():
    plan = plan_with(
        "II. CÁC ĐỢT THI ĐUA\nĐợt 1: Chào mừng ngày 19/5.\n- Thời gian: Từ ngày 05/3/2024 đến ngày 19/5/2024.\n- Sơ kết: ngày 17/5/2024.\n"
        "Đợt 2: Chào mừng ngày 02/9.\n- Thời gian: Từ ngày 20/5/2024 đến ngày 02/9/2024."
    )
    assert [(p["name"], p["starts_on"], p["ends_on"]) for p in plan["phases"]] == [
        ("Đợt 1", "2024-03-05", "2024-05-19"),
        ("Đợt 2", "2024-05-20", "2024-09-02"),
    ]
    assert milestones(plan) == [("interim_review", "2024-05-17", None)]


def test_the_choosing_is_not_the_campaign():
    plan = plan_with(
        "II. THỜI GIAN ĐĂNG KÝ, BÌNH XÉT\n1. Đăng ký: trước ngày 15/3/2024.\n2. Bình xét: từ ngày 01/10/2024 đến ngày 10/10/2024."
    )
    assert (plan["starts_on"], plan["ends_on"]) == ("2024-01-01", "2024-12-31")
    assert milestones(plan) == [("registration", "2024-03-15", None), ("council", "2024-10-10", None)]


def test_a_review_and_its_report_have_days_of_their_own():
    plan = plan_with(
        "II. SƠ KẾT, TỔNG KẾT\n- Tổng kết năm: các đơn vị hoàn thành trước ngày 08/12/2024, gửi báo cáo về Sở trước ngày 14/12/2024."
    )
    assert milestones(plan) == [("final_review", "2024-12-08", None), ("report", "2024-12-14", None)]


def test_a_review_headed_by_its_month():
    plan = plan_with(
        "II. THỜI GIAN\n1. Sơ kết: Tháng 6/2024\n2. Tổng kết, bình xét: Tháng 12/2024, hoàn thành hồ sơ gửi Chi cục trước 18/12/2024"
    )
    assert milestones(plan) == [
        ("interim_review", None, None),
        ("dossier_deadline", "2024-12-18", None),
        ("final_review", None, None),
    ]


def test_dossiers_that_wait_for_another_office():
    plan = plan_with(
        "II. NỘI DUNG\n1. Thời gian nộp hồ sơ khen thưởng\n- Khen thưởng năm: trước ngày 15/12/2024.\n"
        "- Khen thưởng cấp Nhà nước: thực hiện theo thông báo của Hội đồng Thi đua - Khen thưởng tỉnh."
    )
    assert milestones(plan) == [("dossier_deadline", "2024-12-15", None), ("dossier_deadline", None, None)]
    assert plan["extra"]["milestones"][1]["awaits"] == "Hội đồng Thi đua - Khen thưởng tỉnh"


def test_the_month_of_a_review_wins_over_the_jubilee():
    plan = plan_with(
        "II. THỜI GIAN\na) Tổng kết phong trào vào tháng 11/2024, nhân dịp kỷ niệm 42 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2024)."
    )
    assert milestones(plan) == [("final_review", None, None)]


def test_a_term_of_working_days():
    plan = plan_with(
        "II. THỜI HẠN GỬI HỒ SƠ\n1. Đợt 1: chậm nhất ngày 12/6/2024.\n2. Khen đột xuất: trong thời hạn 07 ngày làm việc kể từ ngày lập được thành tích."
    )
    assert milestones(plan) == [("dossier_deadline", "2024-06-12", None), ("dossier_deadline", None, None)]


def test_a_ceremony_at_a_jubilee():
    plan = plan_with("II. KHEN THƯỞNG\nCông bố, trao thưởng tại Lễ kỷ niệm ngày 14/5/2024.")
    assert milestones(plan) == [("ceremony", "2024-05-14", None)]


def test_the_years_of_a_movement_of_others_are_no_phase():
    plan = plan_with(
        "II. THỜI GIAN\n1. Phong trào “Chung sức xây dựng nông thôn mới” giai đoạn 2021 - 2025: tổng kết vào tháng 10/2024.\n"
        "2. Phong trào của Sở: từ ngày 06/3/2024 đến ngày 28/11/2024."
    )
    assert plan["phases"] == []
    assert (plan["starts_on"], plan["ends_on"]) == ("2024-03-06", "2024-11-28")


def test_the_last_month_of_each_quarter():
    plan = plan_with("II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: gửi báo cáo về UBND tỉnh trước ngày 15 tháng cuối quý.")
    assert milestones(plan) == [("report", None, None)]
