"""Targets on paper: a bar, the goal as a line across it, the state in words."""

from thidua.web.charts.gauge import draw, finding_of

from .drawing import TALLEST, WIDTH, Box, Drawing, Stroke, Words, more, nothing
from .letters import lines_of, width_of

VALUE_X = 340
STATE_X = 352
BAR_WIDTH = VALUE_X
BAR = 10
LINE = 12
LOOKS = {"done": "solid", "elsewhere": "hatched", "returned": "crossed", "draft": "hollow"}


def length(words):
    return float(words.rstrip("%")) / 100 * BAR_WIDTH


def goal_mark(drawing, one, y):
    """The line keeps a white edge, so that it is seen on a black bar as well."""
    x = min(max(length(one.goal_x), 1), BAR_WIDTH - 1)
    text = f"Chỉ tiêu: {one.goal}"
    half = width_of(text, 9) / 2
    middle = min(max(x, half), BAR_WIDTH - half)
    drawing.add(
        Stroke(((x, y), (x, y + BAR)), 4, white=True),
        Stroke(((x, y - 4), (x, y + BAR + 3)), 1.5),
        Words(middle, y + BAR + 13, text, 9, "middle"),
    )


def bar(drawing, one, y):
    drawing.add(Box(0, y, BAR_WIDTH, BAR, "pale"))
    if length(one.filled):
        drawing.add(Box(0, y, length(one.filled), BAR, LOOKS[one.tone]))
    if one.beyond:
        for x in (BAR_WIDTH - 14, BAR_WIDTH - 8):
            drawing.add(Stroke(((x, y), (x + 5, y + BAR / 2), (x, y + BAR)), 2, white=True))
    goal_mark(drawing, one, y)


def words_beside(drawing, one, y):
    """The state on the right, then what it was counted from and the note."""
    drawing.add(Words(STATE_X, y, one.word, bold=True))
    lines = [
        line
        for text in (one.gauge.numbers, one.gauge.note)
        if text
        for line in lines_of(text, WIDTH - STATE_X, 9, most=2)
    ]
    drawing.add(*(Words(STATE_X, y + (row + 1) * LINE, line, 9) for row, line in enumerate(lines)))
    return y + len(lines) * LINE


def row(drawing, one, y):
    value = "–" if one.gauge.value is None else one.value
    names = lines_of(one.gauge.label, VALUE_X - width_of(value, 12, bold=True) - 12, 10.5)
    base = y + len(names) * LINE
    drawing.add(*(Words(0, y + (at + 1) * LINE - 2, name, 10.5) for at, name in enumerate(names)))
    drawing.add(Words(VALUE_X, base - 2, value, 12, "end", bold=True))
    bar(drawing, one, base + 5)
    return max(base + 5 + BAR + 13, words_beside(drawing, one, base + 5 + 8.5)) + 14


def gauges_drawing(gauges):
    gauges = list(gauges)
    if not gauges:
        return nothing("Chưa có chỉ tiêu nào")
    drawing, y, shown = Drawing(finding_of(gauges)), 2, 0
    for gauge in gauges:
        if y > TALLEST - 5 * LINE:
            break
        y, shown = row(drawing, draw(gauge), y), shown + 1
    drawing.height = more(drawing, y - 8, shown, len(gauges), "chỉ tiêu")
    return drawing
