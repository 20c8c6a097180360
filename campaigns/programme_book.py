"""The work programme as a workbook."""

from thidua.documents.sheets import workbook

from .selectors.programme import QUARTERS

HEADER = ("TT", "Quý", "Nội dung", "Đơn vị thực hiện", "Hạn", "Tình trạng", "Hoàn thành ngày", "Kết quả")


def programme_workbook(campaign, rows):
    """TT, quý, nội dung, đơn vị, hạn, tình trạng, kết quả of exactly the rows that are shown."""
    lines = [
        (
            row.task.position, QUARTERS[row.task.quarter], row.task.task,
            "; ".join(unit.name for unit in row.task.units.all()), row.due_on, row.word, row.task.done_on,
            row.task.result,
        )
        for row in rows
    ]  # fmt: skip
    title = f"Chương trình năm {campaign.year}"
    return workbook(title=title, header=HEADER, rows=lines, widths=(6, 9, 60, 40, 13, 18, 16, 40))
