"""What our Excel files have in common; the ranking as one."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill


def new_book(title, name):
    book = Workbook()
    page = book.active
    page.title = name[:31]
    page["A1"] = title
    page["A1"].font = Font(bold=True, size=14)
    return book, page


def head_row(page, row, titles):
    for column, title in enumerate(titles, 1):
        cell = page.cell(row, column, title)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="EEF1F4")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")


def workbook_bytes(book):
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def plain(text):
    """A text that Excel never takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@" else text


def ranking_workbook(campaign, groups):
    book, page = new_book(f"Xếp hạng thi đua: {campaign.title}", "Xếp hạng")
    line = 3
    for group in groups:
        page.cell(line, 1, group.title).font = Font(bold=True)
        head_row(page, line + 1, ["Hạng", "Đơn vị", "Tổng điểm", "Điểm chuẩn", "Điểm thưởng", "Điểm trừ", "Xếp loại"])
        for number, place in enumerate(group.places, line + 2):
            totals = place.totals
            rank = f"{place.rank} (đồng hạng)" if place.is_tied else place.rank
            values = [
                rank,
                plain(place.sheet.unit_name),
                *map(float, (totals.total, totals.plain, totals.bonus, totals.minus)),
            ]
            for column, value in enumerate([*values, place.band], 1):
                page.cell(number, column, value)
        line += len(group.places) + 4
    page.column_dimensions["B"].width = 40
    return workbook_bytes(book)
