"""A ranking on paper: the first twenty; a table beside it names everyone."""

from math import cos, pi, sin

from thidua.web.charts.numbers import number_words, share
from thidua.web.charts.ranking import SHOWN, finding_of

from .drawing import TALLEST, WIDTH, Box, Drawing, Stroke, Words, more, nothing
from .letters import lines_of

NAME_X = 24
BAR_X = 178
BAR_WIDTH = 150
BAR = 11
SCORE_X = BAR_X + BAR_WIDTH + 36
BAND_X = SCORE_X + 10
LINE = 12


def star(x, y, radius=5):
    points = []
    for turn in range(10):
        reach = radius if turn % 2 == 0 else radius * 0.42
        angle = turn * pi / 5 - pi / 2
        points.append((round(x + reach * cos(angle), 2), round(y + reach * sin(angle), 2)))
    return Stroke(tuple(points), closed=True)


def chosen_mark(drawing, x, y):
    drawing.add(star(x + 5, y - 3.5), Words(x + 13, y, "Được chọn", 9, italic=True))


def words_behind(drawing, bar, y):
    """The band, and below it what else is to be said."""
    text = " · ".join(word for word in (bar.band, "Đồng hạng" if bar.tied else "") if word)
    lines = lines_of(text, WIDTH - BAND_X, 9.5) if text else []
    drawing.add(*(Words(BAND_X, y + row * LINE, line, 9.5) for row, line in enumerate(lines)))
    if bar.chosen:
        chosen_mark(drawing, BAND_X, y + len(lines) * LINE)
    return len(lines) + bar.chosen


def row(drawing, bar, y):
    base = y + 9
    names = lines_of(bar.label, BAR_X - NAME_X - 10, 10, bold=bar.chosen)
    drawing.add(Words(16, base, bar.rank, anchor="end", bold=True))
    drawing.add(*(Words(NAME_X, base + at * LINE, name, bold=bar.chosen) for at, name in enumerate(names)))
    width = share(bar.value, bar.max) / 100 * BAR_WIDTH
    drawing.add(Box(BAR_X, y, BAR_WIDTH, BAR, "pale"))
    if width:
        drawing.add(Box(BAR_X, y, width, BAR, "solid" if bar.chosen else "grey"))
    drawing.add(Words(SCORE_X, base, number_words(bar.value), anchor="end", bold=True))
    return y + max(len(names), words_behind(drawing, bar, base), 1) * LINE + 7


def ranking_drawing(bars):
    bars = list(bars)
    if not bars:
        return nothing("Chưa có kết quả xếp hạng")
    drawing, y, shown = Drawing(finding_of(bars)), 4, 0
    for bar in bars[:SHOWN]:
        if y > TALLEST - 3 * LINE:
            break
        y, shown = row(drawing, bar, y), shown + 1
    drawing.height = more(drawing, y, shown, len(bars), "đơn vị")
    return drawing
