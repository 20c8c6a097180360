"""The work programme as a workbook."""

from openpyxl.styles import Alignment

from .selectors.programme import QUARTERS
from .workbooks import head_row, new_book, plain, workbook_bytes


def programme_workbook(campaign, rows):
    """TT, quý, nội dung, đơn vị, hạn, tình trạng, kết quả of exactly the rows that are shown."""
    book, page = new_book(f"Chương trình công tác: {campaign.title}", "Chương trình")
    head_row(page, 3, ["TT", "Quý", "Nội dung", "Đơn vị thực hiện", "Hạn", "Tình trạng", "Hoàn thành ngày", "Kết quả"])
    for line, row in enumerate(rows, 4):
        task = row.task
        units = "\n".join(unit.name for unit in task.units.all())
        values = [
            task.position, QUARTERS[task.quarter], plain(task.task), plain(units), row.due_on, row.word, task.done_on,
            plain(task.result),
        ]  # fmt: skip
        for column, value in enumerate(values, 1):
            cell = page.cell(line, column, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if column in (5, 7):
                cell.number_format = "DD/MM/YYYY"
    for column, width in zip("ABCDEFGH", (6, 9, 60, 32, 13, 18, 15, 40), strict=True):
        page.column_dimensions[column].width = width
    page.freeze_panes = "A4"
    return workbook_bytes(book)
