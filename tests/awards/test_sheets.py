"""Ratings from Excel: looked at first, matched by unit and name, saved only when confirmed."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from awards.models import QualityRating
from tests.factories.agencies import person, post
from tests.factories.files import pdf_upload

CCVC, TTLT = "Phòng Công chức, viên chức", "Trung tâm Lưu trữ lịch sử"
DUC, QUYNH = "Nguyễn Văn Đức", "Nguyễn Thị Ngọc Diễm Quỳnh"
BEST, GOOD = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"


@pytest.fixture
def look(office, client_of, at):
    """look(file): the page that answers an upload."""
    client = client_of(office)
    return lambda file: client.post(at(office, "rating_import"), {"file": file})


@pytest.fixture
def confirm(office, client_of, at):
    """confirm(page, person_5=…): save what the preview showed."""
    client = client_of(office)

    def send(page, **choices):
        return client.post(at(office, "rating_import"), {"sheet": page.context["sheet"], **choices}, follow=True)

    return send


def states(page):
    return [one.state for one in page.context["checked"]]


def errors(page):
    return [" ".join(one.errors) for one in page.context["checked"]]


def told(page):
    return [str(message) for message in page.context["messages"]]


def test_nothing_is_saved_before_the_second_step(agencies, sheet, look, confirm):
    rows = [
        (CCVC, "", 2024, "Cả năm", BEST, "15/QĐ-SNV", datetime(2025, 1, 6)),
        ("Phòng CCVC", DUC, "2024", "", "HTXSNV", "", None),
        (
            "phong cong chuc, vien chuc",
            "nguyen thi ngoc diem quynh",
            2024.0,
            "ca nam",
            "hoan thanh tot",
            "16/TB",
            "07/01/2025",
        ),
        (CCVC, "Trương Thế Anh", 2024, "", "", "", None),
    ]
    page = look(sheet(rows))
    assert (states(page), QualityRating.objects.count()) == (["new"] * 3, 0)
    assert told(confirm(page)) == ["Đã nhập từ Excel: thêm mới 3."]
    assert list(
        QualityRating.objects.values_list("person__full_name", "grade", "decision_number", "decision_date")
    ) == [
        (None, "excellent", "15/QĐ-SNV", date(2025, 1, 6)),
        (DUC, "excellent", "", None),
        (QUYNH, "good", "16/TB", date(2025, 1, 7)),
    ]


def test_the_second_time_says_what_is_there_and_what_changes(rate, sheet, look, confirm):
    rate("ccvc", "good", decision_number="1/QĐ")
    rate("ttlt", "good")
    page = look(sheet([(CCVC, "", 2024, "", GOOD, "1/QĐ", None), (TTLT, "", 2024, "", BEST, "", None)]))
    assert states(page) == ["same", "changed"]
    assert told(confirm(page)) == ["Đã nhập từ Excel: sửa 1."]
    assert told(confirm(page)) == ["Đã nhập từ Excel: không có gì thay đổi."]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (("Phòng Không Có", "", 2024, "", GOOD), "Không có đơn vị «Phòng Không Có»"),
        (("", DUC, 2024, "", GOOD), "Chưa ghi đơn vị."),
        ((CCVC, "Phạm Thị Ngọc Ánh", 2024, "", GOOD), "không có người tên «Phạm Thị Ngọc Ánh»"),
        ((CCVC, DUC, "hai nghìn", "", GOOD), "Năm «hai nghìn» không hợp lệ"),
        ((CCVC, DUC, 2018, "", GOOD), "Năm 2018, Phòng CCVC không có người tên"),
        ((CCVC, DUC, 2024, "Quý I", GOOD), "Kỳ «Quý I» không có"),
        ((CCVC, DUC, 2024, "", "Khá"), "Mức «Khá» không có"),
        ((CCVC, DUC, 2024, "", GOOD, "", "32/01/2025"), "Ngày «32/01/2025» không hợp lệ"),
        ((CCVC, DUC, 2024, "", GOOD, "", "05/01/2025"), "Có ngày quyết định thì phải có số"),
    ],
)
def test_each_wrong_line_says_what_to_do_and_the_others_are_saved(agencies, sheet, look, confirm, cells, sentence):
    page = look(sheet([(TTLT, "", 2024, "", GOOD), cells]))
    assert states(page) == ["new", "error"]
    assert sentence in errors(page)[1]
    assert "1 dòng lỗi sẽ không được lưu" in page.content.decode()
    confirm(page)
    assert [str(rating.agency) for rating in QualityRating.objects.all()] == [TTLT]


def test_a_subject_named_twice_is_an_error(agencies, sheet, look):
    page = look(sheet([(CCVC, DUC, 2024, "", GOOD), (CCVC, "nguyen van duc", 2024, "Cả năm", BEST)]))
    assert (states(page), errors(page)[1][:17]) == (["new", "error"], "Trùng với dòng 2:")


def test_two_people_of_one_name_are_asked_about(agencies, sheet, look, confirm):
    second = person(DUC, birth_date=date(1990, 5, 2))
    post(second, agencies["ccvc"], "Chuyên viên")
    page = look(sheet([(CCVC, DUC, 2024, "", GOOD)]))
    words = [words for _pk, words in page.context["checked"][0].candidates]
    assert states(page) == ["ask"]
    assert f"{DUC}, Chuyên viên, sinh ngày 02/05/1990 (từ 01/01/2020)" in words
    again = confirm(page)
    assert "Còn 1 dòng trùng tên" in again.content.decode()
    assert not QualityRating.objects.exists()
    assert told(confirm(again, person_2=second.pk)) == ["Đã nhập từ Excel: thêm mới 1."]
    assert QualityRating.objects.get().person == second


def test_a_line_that_is_asked_about_may_be_left_out(agencies, sheet, look, confirm):
    post(person(DUC), agencies["ccvc"], "Chuyên viên")
    page = look(sheet([(CCVC, DUC, 2024, "", GOOD), (CCVC, "", 2024, "", GOOD)]))
    assert told(confirm(page, person_2=0)) == ["Đã nhập từ Excel: thêm mới 1."]
    assert QualityRating.objects.get().person is None


def test_a_person_of_another_unit_cannot_be_chosen(agencies, sheet, look, confirm):
    post(person(DUC), agencies["ccvc"], "Chuyên viên")
    stranger = person(DUC)
    post(stranger, agencies["ttlt"], "Chuyên viên")
    again = confirm(look(sheet([(CCVC, DUC, 2024, "", GOOD)])), person_2=stranger.pk)
    assert "Còn 1 dòng trùng tên" in again.content.decode()


def test_marks_decide_between_names_that_only_look_alike(agencies, sheet, look):
    post(person("Nguyễn Văn Dực"), agencies["ccvc"], "Chuyên viên")
    assert states(look(sheet([(CCVC, DUC, 2024, "", GOOD)]))) == ["new"]
    assert states(look(sheet([(CCVC, "nguyen van duc", 2024, "", GOOD)]))) == ["ask"]


def test_what_was_exported_can_be_read_in_again(rate, office, client_of, at, look):
    rate("ccvc", "excellent", decision_number="15/QĐ-SNV", decision_date=date(2025, 1, 6))
    rate("ccvc", "good", person=QUYNH)
    file = client_of(office).get(at(office, "rating_export"))
    page = look(SimpleUploadedFile("Xuất.xlsx", file.content))
    assert states(page) == ["same", "same"]


def test_the_form_names_everybody(agencies, office, client_of, at, look):
    file = client_of(office).get(at(office, "rating_blank", nam=2024))
    rows = list(load_workbook(BytesIO(file.content)).active.values)[1:]
    assert [(row[0], row[1] or "") for row in rows if row[0] == CCVC] == [
        (CCVC, ""), (CCVC, DUC), (CCVC, "Trương Thế Anh"), (CCVC, QUYNH),
    ]  # fmt: skip
    empty = look(SimpleUploadedFile("Mẫu.xlsx", file.content))
    assert empty.context["form"].errors["file"] == [
        "Chưa dòng nào có mức xếp loại; hãy điền cột «Mức xếp loại» rồi tải lên."
    ]


def bomb():
    data = BytesIO()
    with ZipFile(data, "w", compression=8) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/big.xml", b"0" * (81 * 1024 * 1024))
    return data.getvalue()


def hollow():
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (lambda: pdf_upload(), "bên trong không phải XLSX"),
        (lambda: SimpleUploadedFile("cu.xls", b"\xd0\xcf\x11\xe0" + b"0" * 600), "Tệp «cu.xls» là tệp Office đời cũ"),
        (lambda: SimpleUploadedFile("a.xlsx", b"PK\x03\x04 hong"), "không phải Word hoặc Excel"),
        (lambda: SimpleUploadedFile("a.xlsx", hollow()), "Không đọc được tệp Excel này"),
        (lambda: SimpleUploadedFile("a.xlsx", bomb()), "quá lớn khi mở ra"),
    ],
)
def test_files_that_are_no_tables(agencies, look, file, sentence):
    page = look(file())
    assert sentence in " ".join(page.context["form"].errors["file"])


def test_a_table_without_its_columns(agencies, sheet, look):
    page = look(sheet([("x", "y")], header=("Đơn vị", "Tên")))
    assert page.context["form"].errors["file"] == [
        "Dòng đầu của bảng thiếu cột «Năm», «Mức xếp loại»; hãy dùng mẫu hoặc bảng xuất từ hệ thống."
    ]


def test_a_changed_preview_is_not_believed(agencies, office, client_of, at):
    answer = client_of(office).post(at(office, "rating_import"), {"sheet": "abc"}, follow=True)
    assert "hãy tải tệp Excel lên lần nữa" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 30, 300])
def test_a_sheet_costs_the_same_with_many_people(agencies, sheet, look, confirm, django_assert_num_queries, count):
    people = [person(f"Người Thứ {number}") for number in range(count)]
    for one in people:
        post(one, agencies["ttlt"], "Lưu trữ viên")
    file = sheet([(TTLT, one.full_name, 2024, "", GOOD) for one in people])
    look(sheet([(CCVC, "", 2023, "", GOOD)]))
    with django_assert_num_queries(12):
        page = look(file)
    assert states(page) == ["new"] * count
    confirm(page)
    assert QualityRating.objects.count() == count
