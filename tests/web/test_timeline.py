from datetime import date, timedelta
from itertools import pairwise

import pytest

from thidua.web.axis import position, tick_span, tick_step
from thidua.web.recurrence import occurrences
from thidua.web.timeline import (
    MAX_LANES,
    Milestone,
    Phase,
    Timeline,
    label_span,
    list_order,
    milestone_tone,
    phase_tone,
    picture_of,
    rows_of,
    shortened,
)

YEAR = {
    "starts_on": date(2026, 1, 1),
    "ends_on": date(2026, 12, 31),
    "today": date(2026, 7, 2),
}


def test_position_is_a_share_of_the_period():
    assert position(date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31)) == 0
    assert position(date(2026, 7, 2), date(2026, 1, 1), date(2026, 12, 31)) == 50
    assert position(date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 31)) == 100


def test_days_outside_the_period_sit_at_its_edge():
    assert position(date(2025, 6, 1), date(2026, 1, 1), date(2026, 12, 31)) == 0
    assert position(date(2027, 6, 1), date(2026, 1, 1), date(2026, 12, 31), 76) == 76


def test_a_period_of_one_day_does_not_divide_by_zero():
    day = date(2026, 1, 1)
    assert position(day, day, day) == 0


def test_phases_that_follow_share_a_row_and_those_that_overlap_do_not():
    first = Phase("Đợt 1", date(2026, 1, 1), date(2026, 6, 30))
    second = Phase("Đợt 2", date(2026, 7, 1), date(2026, 12, 31))
    other_calendar = Phase("Bộ phát động", date(2026, 3, 1), date(2026, 9, 30))
    assert rows_of([first, second]) == [0, 0]
    assert rows_of([first, other_calendar, second]) == [0, 1, 0]


def test_tones_follow_today():
    today = date(2026, 7, 2)
    assert phase_tone(Phase("a", date(2026, 1, 1), date(2026, 7, 1)), today) == "done"
    assert phase_tone(Phase("a", date(2026, 7, 2), date(2026, 7, 2)), today) == "elsewhere"
    assert phase_tone(Phase("a", date(2026, 7, 3), date(2026, 8, 1)), today) == "draft"
    assert milestone_tone(Milestone("a"), today) == "hollow"
    assert milestone_tone(Milestone("a", date(2026, 7, 2)), today) == "waiting"
    assert milestone_tone(Milestone("a", date(2026, 7, 16)), today) == "waiting"
    assert milestone_tone(Milestone("a", date(2026, 7, 17)), today) == "draft"
    assert milestone_tone(Milestone("a", date(2026, 7, 1)), today) == "done"
    assert milestone_tone(Milestone("a", date(2026, 7, 1), state="late"), today) == "returned"
    assert milestone_tone(Milestone("a", date(2026, 9, 1), state="done"), today) == "done"


def test_undated_milestones_get_a_room_of_their_own():
    dated = Milestone("Nộp hồ sơ", date(2026, 12, 31))
    picture = picture_of(Timeline(**YEAR, milestones=[Milestone("Tổng kết"), dated]))
    assert picture.scale_end == 76
    assert [mark.x for mark in picture.marks] == [76]
    assert [(mark.name, mark.tone) for mark in picture.undated] == [("Tổng kết", "hollow")]


def test_todays_line_is_drawn_only_inside_the_period():
    assert picture_of(Timeline(**YEAR)).today_x == 50
    assert picture_of(Timeline(**{**YEAR, "today": date(2027, 1, 1)})).today_x is None


def test_labels_in_one_lane_never_touch():
    milestones = [Milestone(f"Nộp hồ sơ tháng {month}", date(2026, month, 1)) for month in range(1, 13)]
    picture = picture_of(Timeline(**YEAR, milestones=milestones))
    lanes = {}
    for mark in picture.marks:
        if mark.label:
            lanes.setdefault(mark.label_y, []).append(label_span(mark.x, mark.anchor, mark.label))
    assert len(lanes) <= MAX_LANES
    for spans in lanes.values():
        assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_eight_years_are_ticked_by_year_and_no_mark_is_lost():
    years = range(2023, 2031)
    timeline = Timeline(
        starts_on=date(2023, 1, 1),
        ends_on=date(2030, 12, 31),
        today=date(2026, 7, 2),
        milestones=[Milestone("Nộp hồ sơ hằng năm", date(year, 12, 1)) for year in years],
    )
    picture = picture_of(timeline)
    assert [tick.label for tick in picture.ticks] == [str(year) for year in years]
    assert len(picture.marks) == 8


def test_tick_steps():
    assert tick_step(date(2026, 1, 1), date(2026, 6, 30)) == 1
    assert tick_step(date(2026, 1, 1), date(2026, 12, 31)) == 3
    assert tick_step(date(2023, 1, 1), date(2030, 12, 31)) == 12


def test_the_list_is_in_order_with_undated_ones_last():
    timeline = Timeline(**YEAR, milestones=[
        Milestone("Trao thưởng"), Milestone("Tổng kết", date(2026, 12, 1)), Milestone("Đăng ký", date(2026, 2, 1)),
    ])  # fmt: skip
    assert [mark.name for mark in list_order(timeline)] == [
        "Đăng ký",
        "Tổng kết",
        "Trao thưởng",
    ]


def test_shortened_cuts_between_words():
    assert shortened("Nộp hồ sơ") == "Nộp hồ sơ"
    assert shortened("Nộp báo cáo sơ kết phong trào giữa kỳ", 20) == "Nộp báo cáo sơ kết…"


LONG = {"starts_on": date(2023, 3, 15), "ends_on": date(2030, 12, 31), "today": date(2026, 12, 20)}
EVERY_YEAR = Milestone("Nộp hồ sơ", date(2023, 12, 1), recurs=True)


def test_a_recurring_milestone_is_drawn_every_year_and_told_once():
    timeline = Timeline(**LONG, milestones=[EVERY_YEAR])
    marks = picture_of(timeline).marks
    assert [mark.due_on.year for mark in marks] == list(range(2023, 2031))
    assert [mark.due_on for mark in marks if not mark.again] == [date(2027, 12, 1)]
    assert [mark.label for mark in marks if mark.again] == [""] * 7
    (told,) = list_order(timeline)
    assert told.recurrence == "Hằng năm, đến 2030; lần tới 01/12/2027"


def test_a_recurring_milestone_may_have_days_of_its_own():
    days = (date(2026, 3, 25), date(2026, 6, 25))
    milestone = Milestone("Báo cáo", recurs=True, rhythm="Hằng quý", dates=days)
    (told,) = list_order(Timeline(**YEAR, milestones=[milestone]))
    assert (told.due_on, told.recurrence) == (days[1], "Hằng quý, đến 2026; lần cuối 25/06/2026")


def test_a_recurring_milestone_without_a_date_waits_like_any_other():
    picture = picture_of(Timeline(**YEAR, milestones=[Milestone("Tổng kết", recurs=True)]))
    assert (len(picture.undated), picture.marks) == (1, [])


def test_the_29th_of_february_falls_on_the_28th_in_other_years():
    milestone = Milestone("a", date(2024, 2, 29), recurs=True)
    assert [one.due_on for one in occurrences(milestone, date(2026, 12, 31))] == [
        date(2024, 2, 29),
        date(2025, 2, 28),
        date(2026, 2, 28),
    ]


@pytest.mark.parametrize("days", [20, 100, 250, 365, 700, 1100, 2900, 9000, 30000])
@pytest.mark.parametrize("undated", [[], [Milestone("Chờ")]])
@pytest.mark.parametrize("start", [date(2023, 3, 15), date(2023, 12, 20), date(2023, 1, 1)])
def test_tick_labels_never_touch(days, undated, start):
    timeline = Timeline(start, start + timedelta(days=days), start, milestones=undated)
    spans = [tick_span(tick.x, tick.label) for tick in picture_of(timeline).ticks if tick.label]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_a_label_of_two_lines_says_what_tells_two_rounds_apart():
    names = [f"Gửi hồ sơ đề nghị khen thưởng đợt {number}" for number in (1, 2)]
    picture = picture_of(
        Timeline(**YEAR, milestones=[Milestone(names[0], date(2026, 3, 1)), Milestone(names[1], date(2026, 9, 1))])
    )
    assert [(mark.label, mark.more) for mark in picture.marks] == [
        ("Gửi hồ sơ đề nghị khen", "thưởng đợt 1"),
        ("Gửi hồ sơ đề nghị khen", "thưởng đợt 2"),
    ]


def test_names_cut_to_the_same_words_get_a_number_in_picture_and_list():
    start = "Nộp hồ sơ đề nghị khen thưởng phong trào thi đua yêu nước do "
    timeline = Timeline(**YEAR, milestones=[
        Milestone(start + "Bộ Nội vụ", date(2026, 3, 1)), Milestone(start + "UBND tỉnh", date(2026, 9, 1)),
    ])  # fmt: skip
    assert [mark.label.split()[0] for mark in picture_of(timeline).marks] == ["1.", "2."]
    assert [mark.name for mark in list_order(timeline)] == [f"1. {start}Bộ Nội vụ", f"2. {start}UBND tỉnh"]


def test_a_label_leans_away_from_the_room_of_those_without_a_date():
    picture = picture_of(
        Timeline(**YEAR, milestones=[Milestone("Tổng kết"), Milestone("Nộp hồ sơ", date(2026, 12, 20))])
    )
    assert [mark.anchor for mark in picture.marks] == ["end"]


def test_a_day_to_celebrate_is_a_mark_without_words_and_never_due():
    timeline = Timeline(**YEAR, milestones=[Milestone("Ngày sinh Bác", date(2026, 5, 19), feast=True)])
    assert [(mark.tone, mark.label) for mark in picture_of(timeline).marks] == [("feast", "")]
    assert [mark.name for mark in list_order(timeline)] == ["Ngày sinh Bác"]
