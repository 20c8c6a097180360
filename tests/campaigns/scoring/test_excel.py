"""Points out to Excel and back: first a look, then the change; every fault with its cell."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from campaigns.actions import scoring
from campaigns.models import Score
from campaigns.workbooks import FIRST, HEAD, grid_workbook, read_grid
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db


def filled(campaign, **cells):
    """The workbook of the campaign with cells like C7 changed, as an upload."""
    book = load_workbook(BytesIO(grid_workbook(campaign)))
    for name, value in cells.items():
        book.active[name] = value
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile("Bảng điểm.xlsx", out.getvalue())


def test_what_goes_out_comes_back_unchanged(board):
    board.verified("ccvc", "9", "8.5", "7")
    assert read_grid(board.campaign, filled(board.campaign)) == ([], [])


def test_ids_stand_in_a_hidden_row_and_names_above(board):
    page = load_workbook(BytesIO(grid_workbook(board.campaign))).active
    assert page.row_dimensions[HEAD + 1].hidden is True
    assert [cell.value for cell in page[HEAD + 1][FIRST - 1 :]] == [row.pk for row in board.criteria]


def test_changed_cells_are_shown_before_anything_is_saved(board):
    changes, errors = read_grid(board.campaign, filled(board.campaign, D6=9, E6="8,5"))
    assert errors == []
    assert [(change.number, change.before, change.after) for change in changes] == [
        (1, None, Decimal(9)), (2, None, Decimal("8.50")),
    ]  # fmt: skip
    assert Score.objects.count() == 0


def test_confirmed_changes_are_written_with_totals_and_reasons(board, cast):
    board.own("ccvc", "10", "8", "7")
    line = next(
        number
        for number, row in enumerate(load_workbook(BytesIO(grid_workbook(board.campaign))).active.iter_rows(), 1)
        if row[0].value == board.sheet("ccvc").pk
    )
    changes, _errors = read_grid(board.campaign, filled(board.campaign, **{f"D{line}": 9, f"E{line}": 8}))
    assert scoring.import_points(campaign=board.campaign, packed=scoring.pack(changes), by=cast.office) == 2
    assert board.sheet("ccvc").total == 17
    assert [score.reason for score in Score.objects.filter(points__isnull=False).order_by("criterion")] == [
        "Điểm nhập từ tệp Excel của Văn phòng", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("=1+1", "Ô D6: là công thức; hãy dán giá trị (số) thay cho công thức."),
        ("tốt", "Ô D6: «tốt» không phải một số."),
        (11, "Ô D6: điểm phải từ 0 đến 10."),
        (-1, "Ô D6: điểm phải từ 0 đến 10."),
    ],
)
def test_a_wrong_cell_is_named(board, value, sentence):
    assert read_grid(board.campaign, filled(board.campaign, D6=value)) == ([], [sentence])


def test_a_sheet_of_another_campaign_is_not_known(board):
    _changes, errors = read_grid(board.campaign, filled(board.campaign, A6=999999))
    assert errors == ["Ô A6: không có phiếu mang mã «999999» trong phong trào này."]


@pytest.mark.parametrize("data", [b"", b"khong phai excel", b"PK\x03\x04rac"])
def test_a_file_that_is_no_workbook_says_so(board, data):
    changes, errors = read_grid(board.campaign, SimpleUploadedFile("x.xlsx", data))
    assert (changes, errors) == ([], ["Tệp không phải Excel (.xlsx) đọc được; hãy lưu lại từ Excel rồi tải lên."])


def test_a_confirmation_that_was_tampered_with_is_refused(board, cast):
    with pytest.raises(Refused, match="Bản xem trước đã quá một giờ"):
        scoring.import_points(campaign=board.campaign, packed="gia-mao", by=cast.office)


def test_published_points_are_not_imported_over(board, cast):
    board.verified("ccvc", "9", "9", "9")
    changes, _errors = read_grid(board.campaign, filled(board.campaign, D6=5))
    board.publish(without_missing=True)
    with pytest.raises(Refused, match="thu hồi công bố trước khi nhập điểm"):
        scoring.import_points(campaign=board.campaign, packed=scoring.pack(changes), by=cast.office)


def test_the_page_shows_and_then_writes(board, office, client_of, at):
    client, url = client_of(office), at(office, "score_import", board.campaign.pk)
    shown = client.post(url, {"file": filled(board.campaign, D6=9)})
    assert len(shown.context["changes"]) == 1
    client.post(url, {"confirmed": shown.context["packed"]})
    assert [score.points for score in Score.objects.all()] == [Decimal(9)]


def test_a_name_that_begins_like_a_formula_stays_a_name(board, agencies):
    version = agencies["ccvc"].current
    version.short_name = "=cmd()"
    version.save()
    page = load_workbook(BytesIO(grid_workbook(board.campaign))).active
    assert "'=cmd()" in [row[1].value for row in page.iter_rows(min_row=HEAD + 2)]
