"""Excel of scores: the grid with units as rows and criteria as columns, the ranking, and the grid read back."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from .points import ZERO
from .selectors.scoring import grid_of

HEAD = 4  # the row of the criteria's names; units begin below
FIRST = 4  # the column of the first criterion: id, unit, total stand before it
LIMIT = 20 * 1024 * 1024


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


def grid_workbook(campaign):
    """The table of points; blank cells are what the office has not scored yet."""
    criteria, rows = grid_of(campaign)
    book, page = new_book(f"Bảng điểm thẩm định: {campaign.title}", "Bảng điểm")
    page["A2"] = "Điền điểm vào các ô; không đổi cột «Mã phiếu» và hàng mã tiêu chí. Ghi 9,5 hoặc 9.5."
    head_row(page, HEAD, ["Mã phiếu", "Đơn vị", "Tổng"] + [plain(row.text) for row in criteria])
    page.cell(HEAD - 1, 2, "Điểm tối đa (mã tiêu chí ở hàng dưới cùng của tiêu đề)")
    for column, criterion in enumerate(criteria, FIRST):
        page.cell(HEAD - 1, column, float(criterion.max_points))
        page.cell(HEAD + 1, column, criterion.pk)
        page.column_dimensions[get_column_letter(column)].width = 16
    page.cell(HEAD + 1, 1, "mã")
    for number, row in enumerate(rows, HEAD + 2):
        page.cell(number, 1, row.sheet.pk)
        page.cell(number, 2, plain(row.sheet.unit_name))
        page.cell(number, 3, float(row.sheet.total))
        for column, (_criterion, score) in enumerate(row.cells, FIRST):
            if score and score.points is not None:
                page.cell(number, column, float(score.points))
    page.column_dimensions["B"].width = 36
    page.row_dimensions[HEAD].height = 90
    page.row_dimensions[HEAD + 1].hidden = True
    page.freeze_panes = page.cell(HEAD + 2, FIRST)
    return workbook_bytes(book)


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


@dataclass(frozen=True)
class Change:
    """One point that the workbook would change."""

    sheet_id: int
    criterion_id: int
    unit: str
    number: int
    before: Decimal | None
    after: Decimal | None
    reason: str = "Điểm nhập từ tệp Excel"


def read_grid(campaign, upload):
    """([Change], [sentence about a cell that cannot be]) of a filled-in grid. Nothing is saved here."""
    page, complaint = _open(upload)
    if complaint:
        return [], [complaint]
    criteria, rows = grid_of(campaign)
    columns = _columns(page, criteria)
    known = {row.sheet.pk: row for row in rows}
    if not columns:
        return [], ["Không thấy mã tiêu chí trong tệp; hãy tải «Bảng điểm (Excel)» của phong trào này rồi điền vào đó."]
    changes, errors = [], []
    for line in page.iter_rows(min_row=HEAD + 2):
        row = known.get(line[0].value)
        if row is None:
            if any(cell.value is not None for cell in line[:2]):
                errors.append(f"Ô {line[0].coordinate}: không có phiếu mang mã «{line[0].value}» trong phong trào này.")
            continue
        for number, (criterion, score) in enumerate(row.cells, 1):
            cell = line[columns[criterion.pk] - 1] if columns.get(criterion.pk, 0) <= len(line) else None
            if cell is None or criterion.pk not in columns:
                continue
            value, wrong = _points(cell, criterion)
            if wrong:
                errors.append(wrong)
            elif value != (score.points if score else None):
                before = score.points if score else None
                changes.append(Change(row.sheet.pk, criterion.pk, row.sheet.unit_name, number, before, value))
    return changes, errors


def _open(upload):
    if upload is None:
        return None, "Hãy chọn tệp Excel (.xlsx)."
    if upload.size > LIMIT:
        return None, "Tệp lớn hơn 20 MB; hãy dùng đúng tệp «Bảng điểm (Excel)» tải từ trang này."
    try:
        return load_workbook(upload, data_only=False).worksheets[0], ""
    except (
        InvalidFileException,
        BadZipFile,
        KeyError,
        ValueError,
        OSError,
        IndexError,
        TypeError,
        AttributeError,
        SyntaxError,
    ):
        return None, "Tệp không phải Excel (.xlsx) đọc được; hãy lưu lại từ Excel rồi tải lên."


def _columns(page, criteria):
    """{criterion id: column} from the hidden row of ids."""
    ids = {row.pk for row in criteria}
    return {cell.value: cell.column for cell in page[HEAD + 1] if cell.value in ids}


def _points(cell, criterion):
    value = cell.value
    if value is None or value == "":
        return None, ""
    if isinstance(value, str):
        if value.startswith("="):
            return None, f"Ô {cell.coordinate}: là công thức; hãy dán giá trị (số) thay cho công thức."
        value = value.strip().replace(",", ".")
    try:
        points = Decimal(str(value)).quantize(Decimal("0.01"))
    except ArithmeticError:
        return None, f"Ô {cell.coordinate}: «{cell.value}» không phải một số."
    if not ZERO <= points <= criterion.max_points:
        most = f"{criterion.max_points.normalize():f}".replace(".", ",")
        return None, f"Ô {cell.coordinate}: điểm phải từ 0 đến {most}."
    return points, ""
