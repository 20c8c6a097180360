"""Excel of scores: the grid with units as rows and criteria as columns, the ranking, and the grid read back."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from thidua.documents.sheets import workbook

from .points import ZERO
from .selectors.scoring import grid_of

HEAD = 4  # the row of the criteria's names; units begin below
FIRST = 4  # the column of the first criterion: id, unit, total stand before it
LIMIT = 20 * 1024 * 1024


def plain(text):
    """A text that Excel never takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@" else text


def grid_workbook(campaign):
    """The table of points; blank cells are what the office has not scored yet."""
    from openpyxl import Workbook

    criteria, rows = grid_of(campaign)
    book = Workbook()
    page = book.active
    page.title = "Bảng điểm"
    page["A1"] = plain(f"Bảng điểm thẩm định: {campaign.title}")
    page["A2"] = "Điền điểm vào các ô; không đổi cột «Mã phiếu» và hàng mã tiêu chí. Ghi 9,5 hoặc 9.5."
    _write_head(page, criteria)
    for number, row in enumerate(rows, HEAD + 2):
        page.cell(number, 1, row.sheet.pk)
        page.cell(number, 2, plain(row.sheet.unit_name))
        page.cell(number, 3, float(row.sheet.total))
        for column, (_criterion, score) in enumerate(row.cells, FIRST):
            if score and score.points is not None:
                page.cell(number, column, float(score.points))
    page.freeze_panes = page.cell(HEAD + 2, FIRST)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write_head(page, criteria):
    """Names of the criteria over a hidden row with their ids, the maximum above each name."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    page.cell(HEAD - 1, 2, "Điểm tối đa")
    page.cell(HEAD + 1, 1, "mã")
    for column, criterion in enumerate(criteria, FIRST):
        page.cell(HEAD - 1, column, float(criterion.max_points))
        page.cell(HEAD + 1, column, criterion.pk)
        page.column_dimensions[get_column_letter(column)].width = 16
    for column, title in enumerate(["Mã phiếu", "Đơn vị", "Tổng", *(plain(row.text) for row in criteria)], 1):
        cell = page.cell(HEAD, column, title)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    page.column_dimensions["B"].width = 36
    page.row_dimensions[HEAD].height = 90
    page.row_dimensions[HEAD + 1].hidden = True


RANKING = ("Nhóm", "Hạng", "Đơn vị", "Tổng điểm", "Điểm chuẩn", "Điểm thưởng", "Điểm trừ", "Xếp loại", "Đồng hạng")


def ranking_workbook(groups):
    """The rankings as one table."""
    rows = [
        (
            group.title, place.rank, place.sheet.unit_name, float(place.totals.total), float(place.totals.plain),
            float(place.totals.bonus), float(place.totals.minus), place.band, "có" if place.is_tied else "",
        )
        for group in groups
        for place in group.places
    ]  # fmt: skip
    return workbook(title="Xếp hạng", header=RANKING, rows=rows, widths=(30, 8, 40, 12, 12, 12, 12, 16, 12))


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
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

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
