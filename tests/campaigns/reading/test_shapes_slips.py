"""Slips of the paper: each told with its line, and nothing told that is none."""

from campaigns.reading import read_text

from .short import FOOT, HEAD, plan_with, slips


def test_a_day_of_issue_no_calendar_has():
    plan = read_text(HEAD.replace("04 tháng 3 năm 2024", "31 tháng 02 năm 2024") + FOOT)
    assert plan["issued_on"] is None
    assert slips(plan) == [("date_impossible", 5)]


def test_words_said_twice():
    plan = plan_with(
        "II. YÊU CẦU\nThực hiện nghiêm túc nghiêm túc các các nội dung; luôn luôn đổi mới, ngày ngày phấn đấu."
    )
    assert slips(plan) == [("word_doubled", 13), ("word_doubled", 13)]
    assert [row["text"] for row in plan["warnings"]] == ["Lặp chữ: «nghiêm túc nghiêm túc».", "Lặp chữ: «các các»."]


def test_an_appendix_that_is_not_there():
    body = "II. HỒ SƠ\n1. Hồ sơ theo Phụ lục 02 kèm theo Kế hoạch này.\n2. Báo cáo theo Mẫu số 07 ban hành kèm theo Nghị định số 98/2023/NĐ-CP."
    assert slips(plan_with(body)) == [("annex_missing", 13)]
    with_annex = read_text(HEAD + body + FOOT + "PHỤ LỤC 02\nDANH MỤC HỒ SƠ\n1. Tờ trình.\n")
    assert slips(with_annex) == []


def test_a_base_younger_than_the_plan():
    plan = read_text(HEAD.replace("ngày 19/01/2024", "ngày 19/4/2024") + FOOT)
    assert slips(plan) == [("citation_after_plan", 8)]


def test_a_period_that_runs_backwards_is_told_once():
    plan = plan_with("II. THỜI GIAN\nTừ ngày 01/11/2024 đến ngày 01/4/2024.")
    assert [code for code, _ in slips(plan)] == ["period_reversed"]


def test_dossiers_after_the_ceremony():
    body = "II. HỒ SƠ\nGửi hồ sơ về Văn phòng Sở trước ngày {}.\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở: tổ chức lễ tuyên dương ngày 05/12/2024."
    assert slips(plan_with(body.format("15/12/2024"))) == [("deadline_after_event", 13)]
    assert slips(plan_with(body.format("20/11/2024"))) == []


def test_dossiers_after_the_launch_are_in_order():
    plan = plan_with(
        "II. HỒ SƠ\nGửi hồ sơ về Văn phòng Sở trước ngày 15/12/2024.\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở: tổ chức Lễ phát động vào ngày 10/3/2024, công tác tuyên dương thực hiện cuối năm."
    )
    assert slips(plan) == []


def test_years_no_campaign_falls_in():
    plan = plan_with(
        "II. HỒ SƠ\nHồ sơ gửi trước ngày 15/10/20244.\nTổng kết vào ngày 20 tháng 12 năm 2204.\nThành lập ngày 03/02/1930."
    )
    assert slips(plan) == [("date_impossible", 13), ("date_impossible", 14)]
    assert [(row["kind"], row["due_on"]) for row in plan["milestones"]] == [("final_review", None)]


def test_a_deadline_no_calendar_has_stays_open():
    plan = plan_with("II. HỒ SƠ\nHồ sơ gửi về Văn phòng Sở trước ngày 31/11/2024.")
    assert [(row["kind"], row["due_on"]) for row in plan["milestones"]] == [("dossier_deadline", None)]
    assert slips(plan) == [("date_impossible", 13)]


def test_a_form_behind_the_signature_is_an_appendix():
    plan = read_text(
        HEAD
        + "II. HỒ SƠ\na) Tờ trình (theo Mẫu 01 kèm theo Kế hoạch này)."
        + FOOT
        + "MẪU 01\nTỜ TRÌNH\nKính gửi: Sở Công Thương.\n"
    )
    assert slips(plan) == []


def test_a_document_of_the_body_younger_than_the_plan():
    plan = plan_with("II. HỒ SƠ\nBáo cáo thành tích theo Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ.")
    assert slips(plan) == [("citation_after_plan", 13)]
