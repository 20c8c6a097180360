"""A filled-in table of points read back: what would change, and which cells cannot be. Nothing is saved here."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError

from thidua.documents.sheets import DAMAGED, MOST_ROWS, check_workbook

from .points import NotPoints, in_words, read_points
from .score_book import FIRST, HEAD, REASONS
from .selectors.scoring import grid_of

OTHER_FILE = "Không thấy mã tiêu chí trong tệp: hãy tải «Bảng điểm (Excel)» của phong trào này rồi điền vào đó."


@dataclass(frozen=True)
class Change:
    """One point that the workbook would change."""

    sheet_id: int
    criterion_id: int
    unit: str
    number: int
    before: Decimal | None
    after: Decimal
    reason: str = ""


def read_grid(campaign, upload):
    """([Change], [sentence about a cell that cannot be]) of a filled-in table."""
    try:
        return _Reader(campaign, _open(upload)).read()
    except ValidationError as error:
        return [], list(error.messages)


def _open(upload):
    if upload is None:
        raise ValidationError("Hãy chọn tệp Excel (.xlsx).")
    from openpyxl import load_workbook

    check_workbook(upload)
    try:
        return load_workbook(upload, data_only=False)
    # openpyxl answers a damaged file with whatever its parts run into.
    except Exception as error:
        raise ValidationError(DAMAGED) from error


class _Reader:
    def __init__(self, campaign, book):
        self.page = book.worksheets[0]
        self.reasons = book[REASONS] if REASONS in book.sheetnames else None
        self.criteria, rows = grid_of(campaign)
        self.rows = {row.sheet.pk: row for row in rows}
        self.changes, self.errors = [], []

    def read(self):
        columns = self._columns()
        if not columns:
            return [], [OTHER_FILE]
        seen = {}
        for line in self.page.iter_rows(min_row=HEAD + 2, max_row=min(self.page.max_row, MOST_ROWS)):
            row = self._row(line, seen)
            for number, (criterion, score) in enumerate(row.cells if row else (), 1):
                if criterion.pk in columns and columns[criterion.pk] <= len(line):
                    self._cell(row.sheet, number, criterion, score, line[columns[criterion.pk] - 1])
        return self.changes, self.errors

    def _columns(self):
        """{criterion id: column} from the hidden row of ids."""
        ids = {row.pk for row in self.criteria}
        return {cell.value: cell.column for cell in self.page[HEAD + 1][FIRST - 1 :] if cell.value in ids}

    def _row(self, line, seen):
        cell = line[0]
        if cell.value is None:
            if any(other.value is not None for other in line[1:]):
                self.errors.append(f"Ô {cell.coordinate}: thiếu mã phiếu; chép lại mã từ tệp tải về.")
            return None
        if cell.value not in self.rows:
            self.errors.append(f"Ô {cell.coordinate}: không có phiếu mang mã «{cell.value}» trong phong trào này.")
            return None
        if cell.value in seen:
            self.errors.append(f"Ô {cell.coordinate}: mã phiếu {cell.value} đã có ở ô {seen[cell.value]}; bỏ một hàng.")
            return None
        seen[cell.value] = cell.coordinate
        return self.rows[cell.value]

    def _cell(self, sheet, number, criterion, score, cell):
        before, own = (score.points, score.self_points) if score else (None, None)
        try:
            points = points_in(cell, criterion)
        except NotPoints as wrong:
            self.errors.append(f"Ô {cell.coordinate}: {wrong}")
            return
        if points is None:
            return
        differs = own is not None and points != own
        reason = self._reason(cell) if differs else ""
        if points == before and reason == score.reason:
            return
        if differs and not reason:
            self.errors.append(
                f"Ô {cell.coordinate}: {in_words(points)} khác điểm tự chấm {in_words(own)}; "
                f"ghi lý do vào ô {cell.coordinate} ở trang «{REASONS}»."
            )
            return
        self.changes.append(Change(sheet.pk, criterion.pk, sheet.unit_name, number, before, points, reason))

    def _reason(self, cell):
        value = self.reasons[cell.coordinate].value if self.reasons else None
        return " ".join(str(value or "").split())[:500]


def points_in(cell, criterion):
    """The points of a cell, None for an empty one. Raises NotPoints for formulas, words and what is out of range."""
    value = cell.value
    if isinstance(value, str) and value.startswith("="):
        raise NotPoints("là công thức; hãy dán giá trị (số) thay cho công thức.")
    if isinstance(value, float):
        # 0.1 + 0.2 is 0.30000000000000004 to Excel, too.
        value = f"{value:.6f}".rstrip("0").rstrip(".")
    points = read_points(value)
    if points is not None and points > criterion.max_points:
        raise NotPoints(f"điểm phải từ 0 đến {in_words(criterion.max_points)}.")
    return points
