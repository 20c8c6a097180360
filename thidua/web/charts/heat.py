"""Who has come how far: a row a unit, a column a step, a tone a cell.

Three hundred units make thousands of cells, so a cell is a few dozen bytes: the icon hangs on its class
(Bootstrap Icons draw themselves before any element of class `bi-…`), and equal cells are written once.
"""

from dataclasses import dataclass, field

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from .numbers import percent, share

# tone → icon when a cell names none, meaning in the legend
TONES = {
    "done": ("check-circle-fill", "Xong"),
    "waiting": ("hourglass-split", "Chờ tôi"),
    "unit": ("building", "Chờ đơn vị"),
    "elsewhere": ("arrow-right-circle", "Đang ở người khác"),
    "returned": ("exclamation-triangle-fill", "Bị trả lại hoặc quá hạn"),
    "draft": ("pencil", "Chưa làm, bản nháp"),
    "none": ("", "Không áp dụng"),
}


@dataclass(frozen=True)
class HeatCell:
    tone: str
    label: str
    icon: str = ""
    url: str = ""


@dataclass(frozen=True)
class HeatRow:
    label: str
    url: str = ""
    cells: list[HeatCell] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class ColumnSum:
    """How many are through with a step; those it does not concern are not counted."""

    label: str
    done: int
    total: int

    @property
    def width(self):
        return percent(share(self.done, self.total))


def sums_of(columns, rows):
    sums = []
    for place, label in enumerate(columns):
        tones = [row.cells[place].tone for row in rows if row.cells[place].tone != "none"]
        sums.append(ColumnSum(label, tones.count("done"), len(tones)))
    return sums


def legend_of(rows):
    """Only the tones that occur, in the order of `TONES`."""
    used = {cell.tone for row in rows for cell in row.cells}
    return [(tone, icon, meaning) for tone, (icon, meaning) in TONES.items() if tone in used]


def finding_of(rows):
    through = sum(all(cell.tone in {"done", "none"} for cell in row.cells) for row in rows)
    stuck = sum(any(cell.tone == "returned" for cell in row.cells) for row in rows)
    words = f"{through} trên {len(rows)} đơn vị đã xong tất cả các bước"
    return words + (f"; {stuck} đơn vị có bước bị trả lại hoặc quá hạn" if stuck else "")


def cell_markup(cell, step=""):
    """`step`: the name of its column, which a narrow screen shows beside it."""
    icon = cell.icon or TONES.get(cell.tone, TONES["draft"])[0]
    look = f"h-{cell.tone} bi-{icon}" if icon else f"h-{cell.tone}"
    name = format_html(' data-label="{}"', step) if step else ""
    if cell.url:
        return format_html('<td class="{}"{}><a href="{}">{}</a></td>', look, name, cell.url, cell.label)
    return format_html('<td class="{}"{}>{}</td>', look, name, cell.label)


def head_markup(row):
    name = format_html('<a href="{}">{}</a>', row.url, row.label) if row.url else escape(row.label)
    note = format_html('<span class="row-note">{}</span>', row.note) if row.note else ""
    return f'<th scope="row">{name}{note}</th>'


def rows_markup(rows, columns=()):
    """All rows at once: a template call, even a `format_html`, for each row would take most of the page's time.

    The parts come escaped from `head_markup` and `cell_markup`.
    """
    written = {}

    def markup(cell, step=""):
        if (cell, step) not in written:
            written[cell, step] = cell_markup(cell, step)
        return written[cell, step]

    steps = columns or [""] * max((len(row.cells) for row in rows), default=0)
    lines = ("".join(("<tr>", head_markup(row), *map(markup, row.cells, steps), "</tr>")) for row in rows)
    return mark_safe("\n".join(lines))
