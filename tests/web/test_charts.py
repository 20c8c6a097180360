import re
from datetime import date
from decimal import Decimal as D

import pytest
from django.template import engines

from thidua.web.charts import columns, gauge, heat, ranking, yearly
from thidua.web.charts.columns import Columns, Series
from thidua.web.charts.gauge import Gauge
from thidua.web.charts.heat import HeatCell, HeatRow
from thidua.web.charts.numbers import amount_words, number_words, percent, share
from thidua.web.charts.ranking import RankBar
from thidua.web.charts.yearly import YearBar
from thidua.web.timeline import Milestone

TODAY = date(2026, 7, 14)


def rendered(source, **context):
    return engines["django"].from_string("{% load charts %}" + source).render(context)


def words_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# --- numbers ---


def test_numbers_are_vietnamese_and_lengths_are_not():
    assert number_words(D("1234.50")) == "1.234,5"
    assert number_words(D("100")) == "100"
    assert number_words(D("0.005")) == "0,01"
    assert number_words(D("-0.001")) == "0"
    assert number_words(None) == "–"
    assert amount_words(D("92.5"), "percent") == "92,5%"
    assert amount_words(None, "percent") == "Chưa có số liệu"
    assert percent(12.5) == "12.5%"
    assert percent(100.0) == "100%"


def test_shares_stay_between_the_edges():
    assert share(D(50), D(200)) == 25
    assert share(D(300), D(200)) == 100
    assert share(D(-5), D(200)) == 0
    assert share(D(5), D(0)) == 0
    assert share(None, D(5)) == 0


# --- targets ---


def drawn(value, goal, unit="percent", comparator=">=", state="on_the_way"):
    return gauge.draw(Gauge("Đăng ký", value, goal, unit, comparator, state))


def test_a_gauge_places_its_value_and_its_goal_on_one_scale():
    one = drawn(D(60), D(80))
    assert (one.filled, one.goal_x, one.goal, one.word) == ("60%", "80%", "từ 80% trở lên", "Đang phấn đấu")
    assert one.finding == "Đăng ký: 60%; chỉ tiêu từ 80% trở lên; đang phấn đấu"


def test_a_count_leaves_room_behind_its_goal():
    one = drawn(D(20), D(20), "count", state="attained")
    assert one.filled == one.goal_x
    assert float(one.goal_x.rstrip("%")) < 100


def test_what_exceeds_a_hundred_percent_stretches_the_scale():
    one = drawn(D(125), D(100), state="attained")
    assert 75 < float(one.goal_x.rstrip("%")) < 80
    assert not one.beyond


def test_what_goes_far_beyond_is_cut_and_says_so():
    one = drawn(D(48500), D(10000), "count", state="attained")
    assert (one.filled, one.goal_x, one.beyond, one.value) == ("100%", "50%", True, "48.500")


def test_a_goal_of_nothing():
    none = drawn(D(0), D(0), "count", "=", "attained")
    assert (none.filled, none.goal_x, none.goal_anchor, none.beyond) == ("0%", "0%", "start", False)
    some = drawn(D(3), D(0), "count", "<=", "missed")
    assert (some.goal, some.beyond, some.goal_x) == ("không quá 0", False, "0%")
    assert float(some.filled.rstrip("%")) > 95


def test_an_unknown_value_has_no_bar():
    html = rendered("{% gauge_list gauges %}", gauges=[Gauge("Hài lòng", None, D(85), state="unknown")])
    assert 'class="gauge-fill" y="3" width="0%"' in html
    assert "Chưa có số liệu" in words_of(html)


def test_every_gauge_speaks_and_stands_in_the_table():
    gauges = [
        Gauge("Đăng ký", D(95), D(90), state="attained", numbers="19 trên 20 đơn vị"),
        Gauge("Trễ hạn", D("7.5"), D(5), comparator="<=", state="missed"),
    ]
    html = rendered("{% gauge_list gauges %}", gauges=gauges)
    assert 'role="img" aria-label="Trễ hạn: 7,5%; chỉ tiêu không quá 5%; không đạt"' in html
    assert "2 chỉ tiêu: 1 đạt, 1 không đạt" in html
    assert "19 trên 20 đơn vị" in html.split("<tbody>")[1]


# --- ranking ---


def bars(count, **changes):
    return [RankBar(str(n), f"Đơn vị {n}", D(100 - n % 100), D(100), "Tốt", **changes) for n in range(1, count + 1)]


def test_a_ranking_names_who_leads_and_how_many_were_chosen():
    some = [RankBar("1", "Sở Y tế", D("98.5"), D(100), chosen=True), *bars(3)[1:]]
    assert ranking.finding_of(some) == "3 đơn vị; dẫn đầu là Sở Y tế với 98,5 điểm; 1 đơn vị được chọn"
    tied = [RankBar("1", name, D(90), D(100), tied=True) for name in "ABCD"]
    assert "dẫn đầu là A, B, C và 1 đơn vị khác với 90 điểm" in ranking.finding_of(tied)
    assert ranking.finding_of([RankBar("–", "A", None, D(100))]) == "1 đơn vị, chưa có điểm"


def test_three_hundred_are_in_the_table_and_twenty_in_the_picture():
    html = rendered('{% ranking_chart bars "Xếp hạng" %}', bars=bars(300))
    assert html.count('class="rank-name"') == 20
    assert html.count('<th scope="row">') == 300
    assert "280 đơn vị còn lại ở bảng số liệu" in html


def test_chosen_and_tied_are_words():
    html = rendered("{% ranking_chart bars %}", bars=bars(1, chosen=True, tied=True))
    assert "bi-star-fill" in html
    assert "Được chọn" in words_of(html)
    assert "Tốt · Đồng hạng" in words_of(html)


# --- progress ---


def rows(count, steps=8):
    tones = [("done", "Đã nộp"), ("elsewhere", "Đang kiểm tra"), ("returned", "Quá hạn 3 ngày"), ("none", "–")]
    return [
        HeatRow(f"Đơn vị {n}", f"/don-vi/{n}/", [HeatCell(*tones[(n + s) % 4]) for s in range(steps)])
        for n in range(count)
    ]


def test_a_step_counts_only_those_it_concerns():
    sums = heat.sums_of(["Đăng ký"], rows(8, 1))
    assert [(one.done, one.total, one.width) for one in sums] == [(2, 6, "33.33%")]


def test_progress_finds_who_is_through_and_who_is_stuck():
    through = HeatRow("A", cells=[HeatCell("done", "Xong"), HeatCell("none", "–")])
    stuck = HeatRow("B", cells=[HeatCell("done", "Xong"), HeatCell("returned", "Trả lại")])
    assert heat.finding_of([through, stuck]) == (
        "1 trên 2 đơn vị đã xong tất cả các bước; 1 đơn vị có bước bị trả lại hoặc quá hạn"
    )
    assert [tone for tone, *_ in heat.legend_of([through, stuck])] == ["done", "returned", "none"]


@pytest.mark.parametrize("url", ["", "/phong-trao/12/don-vi/345/"])
def test_a_cell_is_small(url):
    for tone, (_, word) in heat.TONES.items():
        assert len(heat.cell_markup(HeatCell(tone, "Quá hạn 3 ngày", "", url)).encode()) <= 120, word


def test_cells_carry_their_icon_and_escape_their_words():
    assert heat.cell_markup(HeatCell("done", "Đã nộp")) == '<td class="h-done bi-check-circle-fill">Đã nộp</td>'
    assert heat.cell_markup(HeatCell("done", "Đã nộp", "star")) == '<td class="h-done bi-star">Đã nộp</td>'
    assert heat.cell_markup(HeatCell("none", "–")) == '<td class="h-none">–</td>'
    named = heat.rows_markup([HeatRow("A", cells=[HeatCell("done", "Đã nộp")])], ["Nộp hồ sơ"])
    assert '<td class="h-done bi-check-circle-fill" data-label="Nộp hồ sơ">Đã nộp</td>' in named
    html = heat.rows_markup([HeatRow('<b>"A"', "/a/", [HeatCell("done", "<i>", "", '/"')])])
    assert "<b>" not in html
    assert "&lt;i&gt;" in html
    assert 'href="/&quot;"' in html


def test_three_hundred_units_stay_a_light_page():
    html = rendered("{% heat_table steps rows %}", steps=[f"Bước {n}" for n in range(8)], rows=rows(300))
    assert html.count("<td class=") == 2400
    assert len(html.encode()) < 250_000
    assert 'tabindex="0"' in html


# --- a year ---


def campaign(label="Chuyển đổi số", starts=date(2026, 1, 1), ends=date(2026, 12, 31), *milestones):
    return YearBar(label, starts, ends, "/a/", "elsewhere", list(milestones))


def test_a_bar_is_cut_at_the_edges_of_the_year():
    year = yearly.year_of(2026, [campaign(starts=date(2023, 1, 1), ends=date(2030, 12, 31))], TODAY)
    (row,) = year.rows
    assert (row.x, row.width, row.begins_before, row.runs_on) == ("0%", "100%", True, True)
    assert row.word == "Đang diễn ra"


def test_campaigns_of_other_years_are_left_out():
    last = campaign(starts=date(2025, 1, 1), ends=date(2025, 12, 31))
    assert yearly.year_of(2026, [last], TODAY).rows == []
    assert "chưa có phong trào nào" in rendered("{% year_calendar 2026 none %}", none=[])


def test_a_day_at_the_end_of_the_year_can_be_seen():
    (row,) = yearly.year_of(2026, [campaign(starts=date(2026, 12, 31), ends=date(2026, 12, 31))], TODAY).rows
    assert (row.x, row.width) == ("99.2%", "0.8%")


def test_the_agenda_goes_month_by_month_with_the_recurring_ones_of_this_year():
    yearly_due = Milestone("Nộp hồ sơ hằng năm", date(2023, 12, 1), "Hạn nộp", recurs=True)
    review = Milestone("Sơ kết", date(2026, 8, 30))
    other_year = Milestone("Tổng kết", date(2030, 12, 1))
    one = campaign("A", date(2023, 1, 1), date(2030, 12, 31), yearly_due, review, other_year, Milestone("Chờ"))
    year = yearly.year_of(2026, [one], TODAY)
    assert [(month, [mark.name for mark in marks]) for month, marks in year.agenda] == [
        (8, ["Sơ kết"]),
        (12, ["Nộp hồ sơ hằng năm"]),
    ]
    assert year.finding == "Năm 2026 có 1 phong trào, 2 mốc; mốc tới là Sơ kết, ngày 30/08/2026"


def test_the_year_is_not_written_with_a_dot():
    html = rendered("{% year_calendar 2026 campaigns today %}", campaigns=[campaign()], today=TODAY)
    assert "2.026" not in html
    assert "Hôm nay 14/07" in html
    assert "Hôm nay" not in rendered("{% year_calendar 2025 some today %}", some=[campaign(starts=date(2025, 1, 1))], today=TODAY)  # fmt: skip


def test_months_cover_the_year():
    months = yearly.months_of(2026)
    assert [month.number for month in months] == list(range(1, 13))
    assert (months[0].x, months[6].x) == ("0%", "49.73%")


# --- columns ---

CHART = Columns(
    ("Sở Y tế", "Sở Tài chính"),
    (Series("Đăng ký", (40, 20)), Series("Được khen thưởng", (10, None), award=True)),
    "tập thể",
)


def test_columns_stand_on_the_axis_and_the_highest_reaches_the_top():
    picture = columns.picture_of(CHART)
    first, second = picture.groups
    assert [column.height for column in first.columns] == [200, 50]
    assert [column.words for column in second.columns] == ["20", "–"]
    assert all(column.y + column.height == picture.base_y for group in picture.groups for column in group.columns)
    assert [look for look, _ in picture.legend] == ["look-1", "look-award"]


def test_numbers_above_neighbours_do_not_touch():
    wide = Columns(("A",), (Series("x", (1_250_000,)), Series("y", (1_100_000,))))
    left, right = columns.picture_of(wide).groups[0].columns
    assert right.x - left.x >= len("1.250.000") * columns.LETTER


def test_many_units_lie_down_and_the_rest_is_in_the_table():
    many = Columns(tuple(f"Đơn vị {n}" for n in range(60)), (Series("Đăng ký", tuple(range(60))),))
    html = rendered('{% column_chart chart "Theo đơn vị" %}', chart=many)
    assert 'class="columns"' not in html
    assert html.count('class="lying-group"') == columns.SHOWN
    assert html.count('<th scope="row">') == 60
    assert "Hình vẽ 20 nhóm đầu trên 60" in html


def test_the_finding_of_columns():
    assert columns.finding_of(CHART) == (
        "Tổng cộng: Đăng ký 60, Được khen thưởng 10 (tập thể); đăng ký nhiều nhất: Sở Y tế"
    )


# --- all of them ---


def everything():
    return [
        rendered("{% gauge_list x %}", x=[Gauge("a", D(1), D(2))]),
        rendered("{% ranking_chart x %}", x=bars(2)),
        rendered("{% heat_table s x %}", s=["1"], x=rows(2, 1)),
        rendered("{% year_calendar 2026 x %}", x=[campaign("A", date(2026, 1, 1), date(2026, 3, 1), Milestone("m", date(2026, 2, 1)))]),
        rendered('{% column_chart x "Kết quả" %}', x=CHART),
    ]  # fmt: skip


def test_no_chart_needs_inline_styles_or_scripts():
    for html in everything():
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html)


def test_every_chart_has_a_caption_a_finding_and_a_table():
    for html in everything():
        assert 'class="chart-caption"' in html
        assert "<table" in html
        assert re.search(r'role="(img|region)" aria-label="[^"]+"|role="img"', html)


def test_lengths_are_numbers_an_svg_understands():
    for html in everything():
        for value in re.findall(r'\s(?:x|y|width|height|x1|x2|y1|y2)="([^"]*)"', html):
            assert re.fullmatch(r"-?\d+(\.\d+)?%?", value), value


def test_charts_of_nothing_say_so():
    assert "Chưa có chỉ tiêu nào" in rendered("{% gauge_list x %}", x=[])
    assert "Chưa có kết quả xếp hạng" in rendered("{% ranking_chart x %}", x=[])
    assert "Chưa có đơn vị nào" in rendered("{% heat_table x x %}", x=[])
    assert "Chưa có số liệu" in rendered('{% column_chart x "a" %}', x=Columns((), ()))


def test_the_year_shows_awaited_and_celebrated_days():
    awaited = Milestone("Lễ trao thưởng", note="thông báo của Sở")
    feast = Milestone("Quốc khánh", date(2026, 9, 2), feast=True)
    plan = campaign("A", date(2026, 1, 1), date(2026, 12, 31), awaited, feast)
    year = yearly.year_of(2026, [plan], TODAY)
    assert [(mark.name, mark.word) for _month, marks in year.agenda for mark in marks] == [
        ("Quốc khánh", "ngày kỷ niệm")
    ]
    assert (year.waiting, year.finding) == ([(plan, awaited)], "Năm 2026 có 1 phong trào, 0 mốc")
    html = rendered("{% year_calendar 2026 x %}", x=[plan])
    assert ("1 mốc chờ văn bản" in html, "chờ thông báo của Sở" in html) == (True, True)
