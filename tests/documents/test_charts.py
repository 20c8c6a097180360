from decimal import Decimal as D
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from thidua.documents import charts
from thidua.documents.charts.drawing import TALLEST, WIDTH, Box, Words, hatch_of
from thidua.documents.charts.letters import lines_of, width_of
from thidua.documents.charts.ranking import ranking_drawing
from thidua.web.charts.columns import Columns, Series
from thidua.web.charts.gauge import Gauge
from thidua.web.charts.ranking import RankBar

COLUMNS = Columns(("Sở Y tế", "Sở Tài chính"), (Series("Đăng ký", (40, 20)), Series("Nộp <hồ sơ>", (10, None))))
BARS = [RankBar(str(n), f"Đơn vị {n}", D(100 - n), D(100), "Tốt", n < 3, n == 2) for n in range(1, 26)]
GAUGES = [
    Gauge("Đăng ký", D(95), D(90), state="attained"),
    Gauge("Trễ hạn", D(3), D(0), "count", "<=", "missed"),
    Gauge("Hài lòng", None, D(85)),
]
PICTURES = [
    (charts.column_svg, charts.column_png, COLUMNS),
    (charts.ranking_svg, charts.ranking_png, BARS),
    (charts.gauges_svg, charts.gauges_png, GAUGES),
    (charts.gauges_svg, charts.gauges_png, GAUGES * 20),
    (charts.column_svg, charts.column_png, Columns(tuple("Đơn vị" for _ in range(80)), (Series("a", tuple(range(80))),))),
    (charts.ranking_svg, charts.ranking_png, []),
]  # fmt: skip


@pytest.mark.parametrize(("svg", "png", "data"), PICTURES)
def test_svg_is_whole_and_speaks(svg, png, data):
    text = svg(data)
    root = ElementTree.fromstring(text)
    assert root.get("font-family") == "Tinos"
    assert root.get("aria-label")
    assert " style=" not in text
    assert "href" not in text


@pytest.mark.parametrize(("svg", "png", "data"), PICTURES)
def test_png_is_the_same_every_time_and_fits_the_page(svg, png, data):
    first = png(data)
    assert first == png(data)
    image = Image.open(BytesIO(first))
    assert [round(dots) for dots in image.info["dpi"]] == [200, 200]
    assert abs(image.width - WIDTH * 200 / 72) <= 1
    assert image.height <= (TALLEST + 30) * 200 / 72


@pytest.mark.parametrize("slope", [1, -1])
def test_hatches_stay_inside_their_box(slope):
    box = Box(10, 20, 30, 55)
    points = [point for stroke in hatch_of(box, slope) for point in stroke.points]
    assert points
    assert all(10 <= x <= 40 and 20 <= y <= 75 for x, y in points)


def test_lines_fit_and_are_about_equal():
    lines = lines_of("Sở Nông nghiệp và Môi trường thành phố", 130, 10)
    assert len(lines) == 2
    assert all(width_of(line, 10) <= 130 for line in lines)
    assert min(map(len, lines)) > 12
    (short,) = lines_of("Sở Nông nghiệp và Môi trường thành phố", 80, 10, most=1)
    assert short.endswith("…")


def test_the_picture_says_how_many_it_shows():
    words = [item.text for item in ranking_drawing(BARS).items if isinstance(item, Words)]
    assert "Hình vẽ 20 đơn vị đầu trên 25 đơn vị." in words
    assert words.count("Được chọn") == 2
