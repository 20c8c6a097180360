"""The table of points out to Excel and back in; files that are none."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from campaigns.actions import scoring
from campaigns.models import Score, ScoreSheet
from campaigns.score_book import FIRST, HEAD, grid_workbook
from campaigns.score_reading import read_grid
from tests.factories.files import PDF_HEAD
from tests.factories.sheets import hand_in
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db


def upload(data, name="bang-diem.xlsx"):
    return SimpleUploadedFile(name, data)


def edited(campaign, cells, page="Điểm thẩm định"):
    """The file of the campaign with {address: value} typed in, or {page: {address: value}}."""
    book = load_workbook(BytesIO(grid_workbook(campaign)))
    for name, typed in (cells if "pages" in cells else {"pages": None, page: cells}).items():
        for address, value in (typed or {}).items():
            book[name][address] = value
    data = BytesIO()
    book.save(data)
    return upload(data.getvalue())


@pytest.fixture
def filled(plan, sheets, own, unit_head):
    """Phòng CCVC has scored itself 9,5 and 8. Units stand in rows 6, 7 and 8; criteria begin in column D."""
    own(sheets["ccvc"], unit_head, 9.5, 8)
    for sheet in sheets.values():
        hand_in(sheet)
    assert (HEAD + 2, FIRST) == (6, 4)
    return plan


def test_the_file_shows_maxima_own_points_and_what_may_be_typed(filled, sheets, give):
    give(sheets["ccvc"], 9, reason="Trễ 1 việc")
    book = load_workbook(BytesIO(grid_workbook(filled)))
    page, own = book["Điểm thẩm định"], book["Tự chấm"]
    assert [cell.value for cell in page[3]][3:] == [10, 10, 10, 5, 5]
    assert page["D4"].value == "1. Hoàn thành đúng hạn nhiệm vụ được giao"
    assert [page.cell(6, column).value for column in (2, 3, 4, 5)] == ["Phòng CCVC", 9, 9, None]
    assert ([own.cell(6, column).value for column in (4, 5)], own["C6"].value) == ([9.5, 8], 17.5)
    assert book["Lý do"]["D6"].value == "Trễ 1 việc"
    assert (page.protection.sheet, page["D6"].protection.locked, page["D4"].protection.locked) == (True, False, True)
    assert (own.protection.sheet, own["D6"].protection.locked) == (True, True)
    assert page.freeze_panes == "D6"


def test_out_and_in_again_changes_nothing(filled, sheets, give):
    give(sheets["ccvc"], 9, 8, reason="Trễ 1 việc")
    assert read_grid(filled, upload(grid_workbook(filled))) == ([], [])


def test_points_are_seen_first_and_written_then(filled, sheets, office):
    file = edited(
        filled, {"pages": None, "Điểm thẩm định": {"D6": "9", "E6": 8, "D8": 7.25}, "Lý do": {"D6": "Trễ  hạn"}}
    )
    changes, errors = read_grid(filled, file)
    assert errors == []
    assert [(row.unit, row.number, row.before, row.after, row.reason) for row in changes] == [
        ("Phòng CCVC", 1, None, 9, "Trễ hạn"),
        ("Phòng CCVC", 2, None, 8, ""),
        ("PNV Nha Trang", 1, None, Decimal("7.25"), ""),
    ]
    assert not Score.objects.filter(points__isnull=False).exists()
    assert scoring.import_points(campaign=filled, packed=scoring.pack(changes), by=office) == 3
    assert list(ScoreSheet.objects.order_by("pk").values_list("total", flat=True)) == [17, 0, Decimal("7.25")]
    assert read_grid(filled, edited(filled, {})) == ([], [])


@pytest.mark.parametrize(
    ("address", "value", "sentence"),
    [
        ("D7", "=1+1", "Ô D7: là công thức; hãy dán giá trị (số) thay cho công thức."),
        ("D7", "chín", "Ô D7: «chín» không phải điểm; ghi số từ 0"),
        ("D7", "nan", "Ô D7: «nan» không phải điểm"),
        ("D7", True, "Ô D7: «True» không phải điểm"),
        ("D7", 9.999, "Ô D7: «9.999» không phải điểm"),
        ("D7", -1, "Ô D7: «-1» không phải điểm"),
        ("D7", 10.5, "Ô D7: điểm phải từ 0 đến 10."),
        ("D6", 9, "Ô D6: 9 khác điểm tự chấm 9,5; ghi lý do vào ô D6 ở trang «Lý do»."),
        ("A7", 999999, "Ô A7: không có phiếu mang mã «999999» trong phong trào này."),
        ("A7", None, "Ô A7: thiếu mã phiếu"),
    ],
)
def test_a_cell_that_cannot_be_is_named(filled, address, value, sentence):
    changes, errors = read_grid(filled, edited(filled, {address: value}))
    assert (changes, len(errors)) == ([], 1)
    assert errors[0].startswith(sentence)


def test_a_row_that_was_copied_is_refused_once(filled, sheets):
    file = edited(filled, {"A9": sheets["ttlt"].pk, "D9": 5, "D7": 6})
    changes, errors = read_grid(filled, file)
    assert [row.after for row in changes] == [6]
    assert errors == [f"Ô A9: mã phiếu {sheets['ttlt'].pk} đã có ở ô A7; bỏ một hàng."]


def test_sums_of_excel_are_no_trap(filled):
    changes, errors = read_grid(filled, edited(filled, {"D7": 0.1 + 0.2}))
    assert ([row.after for row in changes], errors) == ([Decimal("0.3")], [])


def other_book(*pages):
    data = BytesIO()
    book = Workbook()
    for title in pages:
        book.create_sheet(title)
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "Hãy chọn tệp Excel (.xlsx)."),
        (lambda: upload(b""), "Tệp «bang-diem.xlsx» rỗng"),
        (lambda: upload(PDF_HEAD), "bên trong không phải XLSX"),
        (lambda: upload(b"PK\x03\x04hong"), "không phải Word hoặc Excel đọc được"),
        (lambda: upload(other_book()), "Không thấy trang «Điểm thẩm định» trong tệp"),
        (lambda: upload(other_book("Điểm thẩm định", "Lý do")), "Không thấy mã tiêu chí trong tệp"),
        (lambda: upload(other_book()[:3000]), "không phải Word hoặc Excel đọc được"),
    ],
)
def test_files_that_are_no_table_of_points(filled, file, sentence):
    changes, errors = read_grid(filled, file and file())
    assert (changes, len(errors)) == ([], 1)
    assert sentence in errors[0]


def test_a_unit_named_like_a_formula_stays_a_name(filled, sheets, agencies):
    version = agencies["ccvc"].current
    type(version).objects.filter(pk=version.pk).update(short_name="=HYPERLINK(1)")
    page = load_workbook(BytesIO(grid_workbook(filled))).worksheets[0]
    assert (page["B6"].value, page["B6"].data_type) == ("=HYPERLINK(1)", "s")


def packed(campaign, cells):
    return scoring.pack(read_grid(campaign, edited(campaign, cells))[0])


def test_what_was_changed_since_the_look_is_not_overwritten(filled, sheets, give, office):
    seen = packed(filled, {"D7": 6, "E7": 6})
    give(sheets["ttlt"], 9)
    with pytest.raises(Refused, match="chưa ghi gì"):
        scoring.import_points(campaign=filled, packed=seen, by=office)
    assert list(Score.objects.filter(points__isnull=False).values_list("points", flat=True)) == [9]


def test_what_was_seen_cannot_be_forged_or_kept_for_long(filled, office, time_machine_late):
    with pytest.raises(Refused, match="tải tệp lên lại"):
        scoring.import_points(campaign=filled, packed="W10:abc:def", by=office)
    seen = packed(filled, {"D7": 6})
    time_machine_late()
    with pytest.raises(Refused, match="đã quá một giờ"):
        scoring.import_points(campaign=filled, packed=seen, by=office)


@pytest.fixture
def time_machine_late():
    """A call that lets two hours pass."""
    from datetime import UTC, datetime, timedelta

    import time_machine

    traveller = time_machine.travel(datetime.now(UTC) + timedelta(hours=2), tick=False)
    yield traveller.start
    traveller.stop()


def test_published_points_are_not_imported_over(filled, verified, office):
    seen = packed(filled, {"D7": 6})
    verified({"nha-trang": (9, 9, 9)})
    scoring.publish_scores(campaign=filled, by=office, without_missing=True)
    with pytest.raises(Refused, match="thu hồi công bố trước khi nhập điểm"):
        scoring.import_points(campaign=filled, packed=seen, by=office)


def changed_book(campaign, change):
    """The file of the campaign after `change(page of points, page of reasons, book)`."""
    book = load_workbook(BytesIO(grid_workbook(campaign)))
    change(book["Điểm thẩm định"], book["Lý do"], book)
    data = BytesIO()
    book.save(data)
    return upload(data.getvalue())


def read(campaign, change):
    changes, errors = read_grid(campaign, changed_book(campaign, change))
    return [(row.unit, row.number, row.after, row.reason) for row in changes], errors


def test_pages_are_found_by_their_names(filled):
    def change(points, _reasons, book):
        points["D7"] = 6
        book.move_sheet("Tự chấm", -2)

    assert read(filled, change) == ([("TT Lưu trữ", 1, 6, "")], [])


def test_rows_and_columns_that_were_moved_keep_their_meaning(filled, sheets, own, other_unit_head, back):
    back(sheets["ttlt"])
    own(sheets["ttlt"], other_unit_head, 9, 9)
    hand_in(sheets["ttlt"])

    def change(points, reasons, _book):
        reasons["D6"], reasons["D7"], reasons["E7"] = "của CCVC", "của TTLT", "của TTLT, 2"
        for column in range(1, 6):  # rows 6 and 7 of the points change places
            upper, lower = points.cell(6, column), points.cell(7, column)
            upper.value, lower.value = lower.value, upper.value
        for row in (5, 6, 7):  # so do columns D and E
            points.cell(row, 4).value, points.cell(row, 5).value = points.cell(row, 5).value, points.cell(row, 4).value
        points["D6"], points["E6"], points["E7"] = 2, 1, 3

    assert read(filled, change) == (
        [("TT Lưu trữ", 1, 1, "của TTLT"), ("TT Lưu trữ", 2, 2, "của TTLT, 2"), ("Phòng CCVC", 1, 3, "của CCVC")], [],
    )  # fmt: skip


def _merge(points, _reasons, _book):
    points["D6"] = 8
    points.merge_cells("D6:D8")


def _merge_reasons(_points, reasons, _book):
    reasons.merge_cells("D6:E6")


def _lose_a_column(points, _reasons, _book):
    points["D7"], points["E7"], points["E5"] = 8, 8, None


def _double_a_column(points, _reasons, _book):
    points["D7"], points["E5"] = 8, points["D5"].value


def _foreign_column(points, _reasons, _book):
    points["D7"], points["I5"] = 8, 999_999


def _lose_reasons(points, _reasons, book):
    points["D7"] = 8
    book.remove(book["Lý do"])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_merge, "Trang «Điểm thẩm định»: các ô D6:D8 bị gộp; bỏ gộp ô rồi điền từng ô."),
        (_merge_reasons, "Trang «Lý do»: các ô D6:E6 bị gộp; bỏ gộp ô rồi điền từng ô."),
        (_lose_a_column, "Trang «Điểm thẩm định»: hàng 5 (đang ẩn) thiếu mã của tiêu chí 2. Để không ghi nhầm cột, "),
        (_double_a_column, "Trang «Điểm thẩm định»: ô E5 lặp lại mã tiêu chí 1 của ô D5; hàng 5 (đang ẩn) thiếu mã"),
        (_foreign_column, "Trang «Điểm thẩm định»: ô I5 có mã «999999» không thuộc phong trào này. "),
        (_lose_reasons, "Không thấy trang «Lý do» trong tệp: "),
    ],
)
def test_a_table_whose_ids_are_not_whole_is_refused_as_a_whole(filled, change, sentence):
    changes, errors = read(filled, change)
    assert (changes, len(errors), errors[0][: len(sentence)]) == ([], 1, sentence)


def test_rows_and_cells_beside_the_table_are_named(filled):
    def change(points, reasons, _book):
        points["D7"], points["J7"], points["D5001"], reasons["E8"] = 6, 3, 9, "muộn"

    assert read(filled, change) == (
        [("TT Lưu trữ", 1, 6, "")],
        [
            "Ô J7: cột này không có mã tiêu chí; hãy tải «Bảng điểm (Excel)» của phong trào này rồi điền vào đó.",
            "Ô A5001: thiếu mã phiếu; chép lại mã từ tệp tải về.",
            "Ô E8: trang «Lý do» có lý do nhưng ô này chưa có điểm; ghi điểm hoặc bỏ lý do.",
        ],
    )


def test_a_unit_that_is_not_in_the_file_is_named(filled):
    changes, errors = read(filled, lambda points, _reasons, _book: points.delete_rows(8))
    assert (changes, errors) == ([], ["Tệp thiếu hàng của PNV Nha Trang; các đơn vị này giữ nguyên điểm đang có."])


def test_a_unit_that_has_not_handed_in_is_locked_in_the_file(filled, sheets, back, office):
    back(sheets["ccvc"])
    book = load_workbook(BytesIO(grid_workbook(filled)))
    for page in book:
        assert [page.cell(6, column).value for column in (2, 3, 4, 5)] == [
            "Phòng CCVC", None, "Đơn vị đang tự chấm, chưa gửi", None,
        ]  # fmt: skip
        assert (page["D6"].protection.locked, page["E6"].protection.locked) == (True, True)
    changes, errors = read_grid(filled, edited(filled, {"E6": 9, "D7": 6}))
    assert ([row.unit for row in changes], errors) == (
        ["TT Lưu trữ"],
        ["Ô E6: Phòng CCVC chưa nhận điểm được. Đơn vị đang tự chấm, chưa gửi; để trống hàng này."],
    )


def test_points_of_a_unit_that_took_its_sheet_back_are_not_imported(filled, sheets, back, office):
    seen = packed(filled, {"D7": 6})
    back(sheets["ttlt"])
    with pytest.raises(Refused, match="Đơn vị đang tự chấm, chưa gửi"):
        scoring.import_points(campaign=filled, packed=seen, by=office)


def test_formulas_of_every_kind_dates_and_signs_are_no_points(filled):
    from datetime import datetime

    from openpyxl.worksheet.formula import ArrayFormula

    def change(points, _reasons, _book):
        points["D7"], points["E7"], points["F7"] = datetime(2026, 5, 9), ArrayFormula("E7", "=1+1"), "#N/A"
        points["D8"] = "9,5"

    changes, errors = read(filled, change)
    assert (changes, [error[:6] for error in errors]) == (
        [("PNV Nha Trang", 1, Decimal("9.5"), "")], ["Ô D7: ", "Ô E7: ", "Ô F7: "],
    )  # fmt: skip


def test_a_file_that_would_fill_the_memory_is_not_opened(filled):
    book = Workbook(write_only=True)
    for name in ("Điểm thẩm định", "Lý do"):
        page = book.create_sheet(name)
        for number in range(3000):
            page.append([number] * 40)
    data = BytesIO()
    book.save(data)
    assert read_grid(filled, upload(data.getvalue())) == (
        [], ["Tệp có quá nhiều ô ngoài bảng điểm: hãy tải «Bảng điểm (Excel)» của phong trào này rồi điền vào đó."],
    )  # fmt: skip
