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
    for code in ("ccvc", "nha-trang"):
        hand_in(sheets[code])
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


def other_book():
    data = BytesIO()
    Workbook().save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "Hãy chọn tệp Excel (.xlsx)."),
        (lambda: upload(b""), "Tệp «bang-diem.xlsx» rỗng"),
        (lambda: upload(PDF_HEAD), "không phải Excel"),
        (lambda: upload(b"PK\x03\x04hong"), "không phải Word hoặc Excel đọc được"),
        (lambda: upload(other_book()), "Không thấy mã tiêu chí trong tệp"),
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
