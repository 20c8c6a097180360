"""A workbook of points before it is believed: small enough to open, its pages there, its ids whole and once each."""

from django.core.exceptions import ValidationError

from thidua.documents.sheets import DAMAGED, check_workbook

from .score_book import FIRST, HEAD, POINTS, REASONS

MOST_BYTES = 25 * 1024 * 1024  # unpacked; the table of 300 units × 40 criteria has 3 MB
MOST_CELLS = 200_000
AGAIN = "hãy tải «Bảng điểm (Excel)» của phong trào này rồi điền vào đó."
OTHER_FILE = f"Không thấy mã tiêu chí trong tệp: {AGAIN}"
TOO_LARGE = f"Tệp có quá nhiều ô ngoài bảng điểm: {AGAIN}"


def open_book(upload):
    """The workbook, known to be small and to have its pages. Raises ValidationError with what to do instead."""
    if upload is None:
        raise ValidationError("Hãy chọn tệp Excel (.xlsx).")
    check_workbook(upload, most=MOST_BYTES)
    from openpyxl import load_workbook

    try:
        _check_small(load_workbook(upload, read_only=True))
        upload.seek(0)
        book = load_workbook(upload)
    except ValidationError:
        raise
    # openpyxl answers a damaged file with whatever its parts run into.
    except Exception as error:
        raise ValidationError(DAMAGED) from error
    return book


def _check_small(book):
    """Read through the pages without keeping them: what is loaded afterwards is known to be small."""
    missing = [name for name in (POINTS, REASONS) if name not in book.sheetnames]
    if missing:
        raise ValidationError(f"Không thấy trang «{missing[0]}» trong tệp: {AGAIN}")
    cells = 0
    for page in book.worksheets:
        page.reset_dimensions()  # what the file says of its size need not be true
        for row in page.iter_rows(values_only=True):
            cells += len(row)
            if cells > MOST_CELLS:
                raise ValidationError(TOO_LARGE)
    book.close()


class Table:
    """One page with the row and the column of every id. Raises ValidationError where they do not lead to one cell each."""

    def __init__(self, page, criteria):
        self.page = page
        self._check_merged()
        self.columns = self._columns(criteria)

    def _say(self, sentence):
        return f"Trang «{self.page.title}»: {sentence}"

    def _check_merged(self):
        merged = [str(area) for area in self.page.merged_cells.ranges if area.max_row > HEAD and area.max_col >= FIRST]
        if merged:
            raise ValidationError(self._say(f"các ô {', '.join(merged[:5])} bị gộp; bỏ gộp ô rồi điền từng ô."))

    def _columns(self, criteria):
        """{criterion id: column} from the hidden row of ids."""
        numbers = {row.pk: number for number, row in enumerate(criteria, 1)}
        columns, wrong = {}, []
        for cell in self.page[HEAD + 1][FIRST - 1 :]:
            if cell.value in columns:
                first = self.page.cell(HEAD + 1, columns[cell.value]).coordinate
                wrong.append(f"ô {cell.coordinate} lặp lại mã tiêu chí {numbers[cell.value]} của ô {first}")
            elif cell.value in numbers:
                columns[cell.value] = cell.column
            elif cell.value is not None:
                wrong.append(f"ô {cell.coordinate} có mã «{cell.value}» không thuộc phong trào này")
        if not columns:
            raise ValidationError(OTHER_FILE)
        lost = [str(number) for pk, number in numbers.items() if pk not in columns]
        if lost:
            wrong.append(f"hàng {HEAD + 1} (đang ẩn) thiếu mã của tiêu chí {', '.join(lost)}")
        if wrong:
            raise ValidationError(self._say(f"{'; '.join(wrong)}. Để không ghi nhầm cột, {AGAIN}"))
        return columns

    def lines(self):
        """The cells of every row below the ids that holds anything."""
        for line in self.page.iter_rows(min_row=HEAD + 2):
            if any(cell.value is not None for cell in line):
                yield line

    def surplus(self, line):
        """The cells with a value that stand under no criterion."""
        known = set(self.columns.values())
        return [cell for cell in line[FIRST - 1 :] if cell.value is not None and cell.column not in known]
