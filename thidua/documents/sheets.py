"""Excel in and out: plain tables with one line of headings."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

from django.core.exceptions import ValidationError

from .uploads import XLSX, check_size, content_type_of

MOST_ROWS = 5000
MOST_COLUMNS = 60
MOST_BYTES = 80 * 1024 * 1024  # unpacked: a small file may hold a bomb
DAMAGED = "Không đọc được tệp Excel này. Hãy mở bằng Excel, lưu lại thành .xlsx (không mật khẩu) rồi tải lên."


def workbook(*, title, header, rows, widths):
    """The bytes of an .xlsx with one table. Texts stay texts, even those that begin like a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    for number, cells in enumerate([header, *rows], 1):
        for column, value in enumerate(cells, 1):
            _write(sheet.cell(number, column), value)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)
        sheet.cell(1, column).alignment = Alignment(wrap_text=True, vertical="center")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{max(sheet.max_row, 1)}"
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _write(cell, value):
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"


def read_table(upload):
    """[(line number, [text of each cell])] of the first sheet, without empty lines.

    Raises ValidationError with what to do instead.
    """
    check_workbook(upload)
    found = list(_lines(upload))
    if len(found) > MOST_ROWS:
        raise ValidationError(f"Bảng có hơn {MOST_ROWS} dòng; hãy tách thành nhiều tệp.")
    return found


def check_workbook(upload, most=MOST_BYTES):
    """Refuse what is no .xlsx, too large, or too large once unpacked. Raises ValidationError with what to do instead."""
    check_size(upload)
    content_type_of(upload, (XLSX,))
    upload.seek(0)
    if sum(part.file_size for part in ZipFile(upload).infolist()) > most:
        raise ValidationError(f"Tệp «{upload.name}» quá lớn khi mở ra. Hãy chép riêng bảng cần nhập sang tệp mới.")
    upload.seek(0)


def _lines(upload):
    from openpyxl import load_workbook

    try:
        book = load_workbook(upload, read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS * 2, max_col=MOST_COLUMNS, values_only=True)
        for number, cells in enumerate(rows, 1):
            texts = [text_of(value) for value in cells]
            if any(texts):
                yield number, texts
    # openpyxl answers a damaged file with whatever its parts run into.
    except Exception as error:
        raise ValidationError(DAMAGED) from error


def text_of(value):
    """What an officer sees in the cell: «2024», «05/12/2024»; no line breaks, no doubled blanks."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())
