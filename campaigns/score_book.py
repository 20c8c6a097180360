"""The table of points as an Excel file: units as rows, criteria as columns; pages for the office's points, for its
reasons, and for what the units gave themselves. Only the first two can be typed on."""

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter

from .selectors.scoring import grid_of
from .workbooks import head_row, new_book, workbook_bytes

HEAD = 4  # the row of the criteria's names; their maxima stand above, their ids below (hidden), then the units
FIRST = 4  # the column of the first criterion: id of the sheet, unit, total stand before it
POINTS, REASONS, OWN = "Điểm thẩm định", "Lý do", "Tự chấm"
HINTS = {
    POINTS: "Điền điểm thẩm định, ví dụ 9,5; ô để trống giữ nguyên điểm đang có. Tiêu đề và cột đầu được khoá.",
    REASONS: "Điểm thẩm định khác điểm tự chấm thì ghi lý do vào ô cùng vị trí với ô điểm.",
    OWN: "Điểm đơn vị tự chấm, chỉ để xem.",
}


def grid_workbook(campaign):
    """The bytes of the file. Blank cells are what nobody has scored yet."""
    criteria, rows = grid_of(campaign)
    book, page = new_book(f"Bảng điểm: {campaign.title}", POINTS)
    _fill(page, criteria, rows, lambda score: score.points, is_open=True)
    for name, value, is_open in ((REASONS, _reason, True), (OWN, lambda score: score.self_points, False)):
        page = book.create_sheet(name)
        _text(page["A1"], f"{name}: {campaign.title}")
        _fill(page, criteria, rows, value, is_open=is_open)
    return workbook_bytes(book)


def _reason(score):
    return score.reason or None


def _fill(page, criteria, rows, value_of, *, is_open):
    page["A2"] = HINTS[page.title]
    _headings(page, criteria)
    for number, row in enumerate(rows, HEAD + 2):
        page.cell(number, 1, row.sheet.pk)
        _text(page.cell(number, 2), row.sheet.unit_name)
        page.cell(number, 3, float(row.sheet.self_total if page.title == OWN else row.sheet.total))
        for column, (_criterion, score) in enumerate(row.cells, FIRST):
            cell = page.cell(number, column)
            cell.protection = Protection(locked=not is_open)
            value = value_of(score) if score else None
            if isinstance(value, str):
                _text(cell, value)
            elif value is not None:
                cell.value = float(value)
    page.protection.sheet = True
    page.protection.formatColumns = False  # columns may still be made wider
    page.freeze_panes = page.cell(HEAD + 2, FIRST)


def _headings(page, criteria):
    head_row(page, HEAD, ["Mã phiếu", "Đơn vị", "Tổng", *("" for _ in criteria)])
    page.cell(HEAD - 1, 2, "Điểm tối đa")
    page.cell(HEAD + 1, 1, "mã")
    for column, criterion in enumerate(criteria, FIRST):
        page.cell(HEAD - 1, column, float(criterion.max_points))
        _text(page.cell(HEAD, column), f"{column - FIRST + 1}. {criterion.text}")
        page.cell(HEAD + 1, column, criterion.pk)
        page.column_dimensions[get_column_letter(column)].width = 18
    page.column_dimensions["B"].width = 36
    page.row_dimensions[HEAD].height = 90
    page.row_dimensions[HEAD + 1].hidden = True


def _text(cell, text):
    """A text stays a text, even one that begins like a formula."""
    cell.value = text
    cell.data_type = "s"
