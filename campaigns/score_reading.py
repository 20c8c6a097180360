"""A filled-in table of points read back: what would change, and which cells cannot be. Nothing is saved here.

Points and reasons are found by the ids of sheet and criterion on their own page, never by their address: rows and
columns may have been sorted.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError

from .points import NotPoints, in_words, read_points
from .policies import UNSENT, is_unsent
from .score_book import POINTS, REASONS
from .score_file import AGAIN, Table, open_book
from .selectors.scoring import grid_of


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
    """([Change], [sentence about a cell that cannot be]) of a filled-in table; no changes where ids are not whole."""
    try:
        return _Reader(campaign, open_book(upload)).read()
    except ValidationError as error:
        return [], list(error.messages)


class _Reader:
    def __init__(self, campaign, book):
        self.criteria, rows = grid_of(campaign)
        self.rows = {row.sheet.pk: row for row in rows}
        self.points, self.reasons = (Table(book[name], self.criteria) for name in (POINTS, REASONS))
        self.changes, self.errors = [], []

    def read(self):
        points, reasons = self._lines(self.points), self._lines(self.reasons)
        if not self.errors:
            self._check_all_there(points)
        for pk, line in points.items():
            row = self.rows[pk]
            if is_unsent(row.sheet):
                self._check_untouched(row, line)
            else:
                self._read_row(row, line, reasons.get(pk))
        return self.changes, self.errors

    def _lines(self, table):
        """{sheet id: its line}, with a sentence for each line that leads to no sheet or to one that was there."""
        lines = {}
        where = "" if table is self.points else f" (trang «{REASONS}»)"
        for line in table.lines():
            cell = line[0]
            if cell.value is None:
                self.errors.append(f"Ô {cell.coordinate}{where}: thiếu mã phiếu; chép lại mã từ tệp tải về.")
            elif cell.value not in self.rows:
                self.errors.append(
                    f"Ô {cell.coordinate}{where}: không có phiếu mang mã «{cell.value}» trong phong trào này."
                )
            elif cell.value in lines:
                first = lines[cell.value][0].coordinate
                self.errors.append(f"Ô {cell.coordinate}{where}: mã phiếu {cell.value} đã có ở ô {first}; bỏ một hàng.")
            else:
                lines[cell.value] = line
                self.errors += [
                    f"Ô {extra.coordinate}{where}: cột này không có mã tiêu chí; {AGAIN}"
                    for extra in table.surplus(line)
                ]
        return lines

    def _check_all_there(self, lines):
        lost = [row.sheet.unit_name for pk, row in self.rows.items() if pk not in lines]
        if lost:
            self.errors.append(f"Tệp thiếu hàng của {', '.join(lost)}; các đơn vị này giữ nguyên điểm đang có.")

    def _check_untouched(self, row, line):
        for criterion, _score in row.cells:
            cell = line[self.points.columns[criterion.pk] - 1]
            if cell.value not in (None, UNSENT):
                self.errors.append(
                    f"Ô {cell.coordinate}: {row.sheet.unit_name} chưa nhận điểm được. {UNSENT}; để trống hàng này."
                )
                return

    def _read_row(self, row, line, reasons):
        for number, (criterion, score) in enumerate(row.cells, 1):
            cell = line[self.points.columns[criterion.pk] - 1]
            reason = reasons[self.reasons.columns[criterion.pk] - 1] if reasons else None
            try:
                points = points_in(cell, criterion)
                self._compare(row.sheet, number, criterion, score, points, reason)
            except NotPoints as wrong:
                self.errors.append(f"Ô {cell.coordinate}: {wrong}")

    def _compare(self, sheet, number, criterion, score, points, reason_cell):
        before, own, stored = (score.points, score.self_points, score.reason) if score else (None, None, "")
        typed = _text(reason_cell)
        if points is None:
            if typed and typed != stored:
                raise NotPoints(f"trang «{REASONS}» có lý do nhưng ô này chưa có điểm; ghi điểm hoặc bỏ lý do.")
            return
        differs = own is not None and points != own
        reason = typed if differs else ""
        if points == before and reason == stored:
            return
        if differs and not reason:
            place = f"ô {reason_cell.coordinate}" if reason_cell is not None else f"hàng của {sheet.unit_name}"
            raise NotPoints(
                f"{in_words(points)} khác điểm tự chấm {in_words(own)}; ghi lý do vào {place} ở trang «{REASONS}»."
            )
        self.changes.append(Change(sheet.pk, criterion.pk, sheet.unit_name, number, before, points, reason))


def _text(cell):
    return "" if cell is None else " ".join(str(cell.value or "").split())[:500]


def points_in(cell, criterion):
    """The points of a cell, None for an empty one. Raises NotPoints for formulas, words and what is out of range."""
    value = cell.value
    if cell.data_type == "f" or (isinstance(value, str) and value.startswith("=")):
        raise NotPoints("là công thức; hãy dán giá trị (số) thay cho công thức.")
    if isinstance(value, float):
        # 0.1 + 0.2 is 0.30000000000000004 to Excel, too.
        value = f"{value:.6f}".rstrip("0").rstrip(".")
    points = read_points(value)
    if points is not None and points > criterion.max_points:
        raise NotPoints(f"điểm phải từ 0 đến {in_words(criterion.max_points)}.")
    return points
