from datetime import UTC, date, datetime
from decimal import Decimal

from thidua.web.templatetags import ui

TODAY = date(2026, 11, 17)


def test_money_has_dots_and_a_space_that_does_not_break():
    assert ui.vnd(2340000) == "2.340.000\N{NO-BREAK SPACE}đ"
    assert ui.vnd(Decimal(0)) == "0\N{NO-BREAK SPACE}đ"
    assert ui.vnd(None) == ""


def test_dates_are_those_of_viet_nam():
    late_evening_in_london = datetime(2026, 11, 19, 18, 30, tzinfo=UTC)
    assert ui.vn_date(late_evening_in_london) == "20/11/2026"
    assert ui.vn_datetime(late_evening_in_london) == "01:30 ngày 20/11/2026"
    assert ui.vn_date(None) == ""


def test_a_deadline_is_spoken_of_in_days():
    assert ui.relative_day(date(2026, 11, 20), TODAY) == "còn 3 ngày"
    assert ui.relative_day(date(2027, 3, 17), TODAY) == "còn 4 tháng"
    assert ui.relative_day(date(2030, 12, 1), TODAY) == "còn 4 năm"
    assert ui.relative_day(TODAY, TODAY) == "hôm nay"
    assert ui.relative_day(date(2026, 11, 15), TODAY) == "quá hạn 2 ngày"


def test_what_is_finished_is_not_late():
    assert ui.date_with_relative(date(2026, 11, 1), TODAY)["tone"] == "late"
    assert ui.date_with_relative(date(2026, 11, 1), TODAY, finished=True)["words"] == ""
    assert ui.date_with_relative(None)["words"] == ""


def test_quota_tells_how_many_must_go():
    over = ui.quota_bar(7, 2)
    assert (over["tone"], over["over"], over["filled"], over["limit"]) == (
        "returned",
        5,
        "100.0%",
        "28.6%",
    )
    assert ui.quota_bar(2, 2)["tone"] == "done"
    assert ui.quota_bar(1, 2)["tone"] == "elsewhere"
    assert ui.quota_bar(3, None)["tone"] == "elsewhere"


def test_a_ring_of_nothing_is_empty():
    assert ui.progress_ring(0, 0, "Thành phần")["percent"] == 0
    assert ui.progress_ring(5, 5, "Thành phần")["tone"] == "done"


def test_files_wear_the_icon_of_their_kind():
    assert ui.file_icon("Biên bản họp.PDF") == "file-earmark-pdf"
    assert ui.file_icon("khác") == "file-earmark"
