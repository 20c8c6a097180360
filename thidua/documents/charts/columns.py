"""Groups of columns on paper; lying bars where the columns find no room."""

from thidua.web.charts.columns import finding_of, highest
from thidua.web.charts.numbers import number_words, share

from .drawing import TALLEST, WIDTH, Box, Drawing, Stroke, Words, more, nothing
from .letters import lines_of, width_of

LOOKS = ("solid", "hatched", "hollow", "crossed", "grey")
HEIGHT = 150
COLUMN = 22
GAP = 20
NUMBER_SIZE = 9
LINE = 12
NAMES = 130  # the room of names before lying bars
BAR = 9


def look_of(place):
    return LOOKS[place % len(LOOKS)]


def legend(drawing, chart):
    """In rows above the picture; answers where the picture may begin."""
    x, y = 0, 4
    for place, series in enumerate(chart.series):
        width = 22 + width_of(series.label, 10) + 18
        if x and x + width > WIDTH:
            x, y = 0, y + 15
        drawing.add(Box(x, y, 16, 9, look_of(place)), Words(x + 22, y + 8, series.label))
        x += width
    return y + 24


def pitch_of(chart):
    widths = [width_of(number_words(v), NUMBER_SIZE, bold=True) for series in chart.series for v in series.values]
    return max(COLUMN, max(widths, default=0) + 4)


def column(drawing, x, base, value, top, look):
    height = share(value, top) / 100 * HEIGHT
    if value:
        drawing.add(Box(x - COLUMN / 2 + 1, base - height, COLUMN - 2, height, look))
    drawing.add(Words(x, base - height - 4, number_words(value), NUMBER_SIZE, "middle", bold=True))


def standing(drawing, chart, pitch, y):
    base, room = y + 12 + HEIGHT, WIDTH / len(chart.groups)
    most = 1
    for number, name in enumerate(chart.groups):
        middle = (number + 0.5) * room
        first = middle - (len(chart.series) - 1) * pitch / 2
        for place, series in enumerate(chart.series):
            column(drawing, first + place * pitch, base, series.values[number], highest(chart), look_of(place))
        lines = lines_of(name, room - 8, 10, most=3)
        most = max(most, len(lines))
        drawing.add(*(Words(middle, base + 14 + row * LINE, line, anchor="middle") for row, line in enumerate(lines)))
    drawing.add(Stroke(((0, base), (WIDTH, base))))
    return base + 8 + most * LINE


def lying(drawing, chart, y):
    room, top_value, step = WIDTH - NAMES - 46, highest(chart), len(chart.series) * (BAR + 3)
    shown = 0
    for number, name in enumerate(chart.groups):
        if y + max(step, 2 * LINE) > TALLEST:
            break
        shown += 1
        lines = lines_of(name, NAMES - 10, 10)
        drawing.add(*(Words(0, y + 8 + row * LINE, line) for row, line in enumerate(lines)))
        for place, series in enumerate(chart.series):
            value, top = series.values[number], y + place * (BAR + 3)
            width = share(value, top_value) / 100 * room
            if value:
                drawing.add(Box(NAMES, top, width, BAR, look_of(place)))
            drawing.add(Words(NAMES + width + 4, top + 8, number_words(value), NUMBER_SIZE, bold=True))
        y += max(step, len(lines) * LINE) + 8
    return more(drawing, y, shown, len(chart.groups), "nhóm")


def columns_drawing(chart):
    if not chart.groups or not chart.series:
        return nothing("Chưa có số liệu")
    drawing = Drawing(finding_of(chart))
    y, pitch = legend(drawing, chart), pitch_of(chart)
    stands = len(chart.groups) * (len(chart.series) * pitch + GAP) <= WIDTH
    drawing.height = standing(drawing, chart, pitch, y) if stands else lying(drawing, chart, y)
    return drawing
