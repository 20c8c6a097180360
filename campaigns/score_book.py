"""The table of points as an Excel file: units as rows, criteria as columns; pages for the office's points, for its
reasons, and for what the units gave themselves. Only the first two can be typed on."""

from io import BytesIO

from .policies import UNSENT, is_unsent
from .selectors.scoring import grid_of

HEAD = 4  # the row of the criteria's names; their maxima stand above, their ids below (hidden), then the units
FIRST = 4  # the column of the first criterion: id of the sheet, unit, total stand before it
POINTS, REASONS, OWN = "Điểm thẩm định", "Lý do", "Tự chấm"
HINTS = {
    POINTS: "Điền điểm thẩm định, ví dụ 9,5; ô để trống giữ nguyên điểm đang có. Tiêu đề, cột đầu và đơn vị chưa gửi được khoá.",
    REASONS: "Điểm thẩm định khác điểm tự chấm thì ghi lý do vào ô cùng vị trí với ô điểm.",
    OWN: "Điểm đơn vị tự chấm, chỉ để xem.",
}
# page, what its cells show, whether they may be typed on
PAGES = (
    (POINTS, lambda score: score.points, True),
    (REASONS, lambda score: score.reason or None, True),
    (OWN, lambda score: score.self_points, False),
)


def grid_workbook(campaign):
    """The bytes of the file. Blank cells are what nobody has scored yet."""
    from openpyxl import Workbook

    criteria, rows = grid_of(campaign)
    book = Workbook()
    for name, value_of, is_open in PAGES:
        page = book.active if name == POINTS else book.create_sheet()
        page.title = name
        _text(page["A1"], f"{name}: {campaign.title}")
        _headings(page, criteria)
        _fill(page, rows, value_of, is_open=is_open)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page, rows, value_of, *, is_open):
    from openpyxl.styles import Protection

    protection = Protection(locked=not is_open)
    for number, row in enumerate(rows, HEAD + 2):
        page.cell(number, 1, row.sheet.pk)
        _text(page.cell(number, 2), row.sheet.unit_name)
        if is_unsent(row.sheet):
            _text(page.cell(number, FIRST), UNSENT)
            continue
        page.cell(number, 3, _total(page, row))
        for column, (_criterion, score) in enumerate(row.cells, FIRST):
            cell = page.cell(number, column)
            cell.protection = protection
            value = value_of(score) if score else None
            if isinstance(value, str):
                _text(cell, value)
            elif value is not None:
                cell.value = float(value)
    page.protection.sheet = True
    page.protection.formatColumns = False  # columns may still be made wider
    page.freeze_panes = page.cell(HEAD + 2, FIRST)


def _total(page, row):
    """Nothing where nothing is scored yet: a sum of nothing is not 0 points."""
    value_of = next(value for name, value, _open in PAGES if name == (OWN if page.title == OWN else POINTS))
    if all(score is None or value_of(score) is None for _criterion, score in row.cells):
        return None
    return float(row.sheet.self_total if page.title == OWN else row.sheet.total)


def _headings(page, criteria):
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    page["A2"] = HINTS[page.title]
    page.cell(HEAD - 1, 2, "Điểm tối đa")
    page.cell(HEAD + 1, 1, "mã")
    titles = ["Mã phiếu", "Đơn vị", "Tổng", *(f"{number}. {row.text}" for number, row in enumerate(criteria, 1))]
    for column, title in enumerate(titles, 1):
        cell = page.cell(HEAD, column)
        _text(cell, title)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    for column, criterion in enumerate(criteria, FIRST):
        page.cell(HEAD - 1, column, float(criterion.max_points))
        page.cell(HEAD + 1, column, criterion.pk)
        page.column_dimensions[get_column_letter(column)].width = 18
    page.column_dimensions["B"].width = 36
    page.row_dimensions[HEAD].height = 90
    page.row_dimensions[HEAD + 1].hidden = True


def _text(cell, text):
    """A text stays a text, even one that begins like a formula."""
    cell.value = text
    cell.data_type = "s"
