"""The register of ratings: what the database refuses, who may do what, what the trail keeps."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from awards import actions
from awards.actions import Entry
from awards.models import QualityRating
from tests.factories.agencies import person, post
from tests.support.html import Page
from thidua.agencies.models import Person
from thidua.audit.models import AuditEvent
from thidua.workflow.table import Refused

QUYNH = "Nguyễn Thị Ngọc Diễm Quỳnh"


def names(page):
    return [str(rating.person or rating.agency.short_name) for rating in page.context["page_obj"]]


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"grade": "failed"}, "rating_once"),
        ({"year": 1989}, "rating_year_sensible"),
        ({"period": "first_half", "decision_date": date(2024, 7, 1)}, "rating_dated_has_number"),
    ],
)
def test_the_database_refuses(rate, fields, constraint):
    rate("ccvc", "good")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rate("ccvc", **{"grade": "good"} | fields)


def test_a_unit_and_each_of_its_people_have_one_rating_a_period(rate):
    rate("ccvc", "good")
    rate("ccvc", "good", person=QUYNH)
    rate("ccvc", "good", period="seven_months", year=2025)
    with pytest.raises(IntegrityError, match="rating_once"), transaction.atomic():
        rate("ccvc", "excellent", person=QUYNH)


def test_the_office_sees_all_and_a_unit_head_the_own_unit(rate, office, unit_head, director, client_of, at):
    rate("ccvc", "excellent")
    rate("ttlt", "good")
    rate("ccvc", "good", person=QUYNH)
    assert names(client_of(office).get(at(office, "rating_list"))) == ["Phòng CCVC", QUYNH, "TT Lưu trữ"]
    assert names(client_of(director).get(at(director, "rating_list"))) == ["Phòng CCVC", QUYNH, "TT Lưu trữ"]
    own = client_of(unit_head).get(at(unit_head, "rating_list", agency=1))
    assert names(own) == ["Phòng CCVC", QUYNH]
    assert "Ghi kết quả" not in own.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "nguyen thi ngoc diem"}, [QUYNH]),
        ({"q": "trung tam luu tru"}, ["TT Lưu trữ"]),
        ({"year": 2023}, ["Phòng CCVC"]),
        ({"grade": "good"}, [QUYNH, "TT Lưu trữ"]),
        ({"period": "first_half"}, []),
        ({"subject": "person"}, [QUYNH]),
    ],
)
def test_the_list_is_filtered(rate, office, client_of, at, query, found):
    rate("ccvc", "excellent", year=2023)
    rate("ttlt", "good")
    rate("ccvc", "good", person=QUYNH)
    assert names(client_of(office).get(at(office, "rating_list", **query))) == found


@pytest.mark.parametrize("page", ["rating_list", "rating_export"])
def test_the_register_costs_the_same_with_many_people(
    rate, agencies, office, client_of, at, django_assert_num_queries, page
):
    client, url = client_of(office), at(office, page)
    rate("ccvc", "good")
    client.get(url)
    queries = {"rating_list": 12, "rating_export": 9}[page]
    with django_assert_num_queries(queries):
        client.get(url)
    people = [person(f"Người Thứ {number}") for number in range(300)]
    QualityRating.objects.bulk_create(
        QualityRating(agency=agencies["ttlt"], person=one, year=2024, grade="good") for one in people
    )
    with django_assert_num_queries(queries):
        client.get(url)


def entry_url(office, agencies, at, unit="ccvc", **query):
    return at(office, "rating_unit", agencies[unit].pk, **{"nam": 2024, "ky": "year"} | query)


def typed(page, **grades):
    """What a browser sends: each line with what the page had shown, then what the officer chose."""
    form = page.context["form"]
    data = {}
    for name in form.fields:
        if name.startswith("grade_"):
            data[name] = data[f"initial-{name}"] = form[name].value() or ""
    return data | grades


def test_a_whole_unit_is_entered_on_one_page(agencies, office, client_of, at):
    client, url = client_of(office), entry_url(office, agencies, at)
    page = client.get(url)
    assert [str(row[2] or "đơn vị") for row in page.context["form"].rows] == [
        "đơn vị", "Nguyễn Văn Đức", "Trương Thế Anh", QUYNH,
    ]  # fmt: skip
    somebody = Person.objects.get(full_name=QUYNH)
    data = typed(page, grade_unit="excellent", decision_number="15/QĐ-SNV", decision_date="2025-01-06")
    answer = client.post(url, data | {f"grade_{somebody.pk}": "good"}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["Phòng CCVC, năm 2024: thêm mới 2."]
    rows = QualityRating.objects.values_list("person", "grade", "decision_number", "decision_date")
    day = date(2025, 1, 6)
    assert list(rows) == [(None, "excellent", "15/QĐ-SNV", day), (somebody.pk, "good", "15/QĐ-SNV", day)]
    trail = AuditEvent.objects.latest("pk")
    assert (trail.verb, trail.subject_id, trail.details["new"]) == ("ghi kết quả xếp loại", agencies["ccvc"].pk, 2)


def test_lines_that_nobody_touched_stay_as_a_colleague_left_them(rate, agencies, office, client_of, at):
    """The page was opened before the import of a colleague; saving another line does not take that back."""
    client, url = client_of(office), entry_url(office, agencies, at)
    page = client.get(url)
    rate("ccvc", "failed", person=QUYNH)
    client.post(url, typed(page, grade_unit="good"))
    assert dict(QualityRating.objects.values_list("person__full_name", "grade")) == {None: "good", QUYNH: "failed"}


def test_a_line_set_back_to_unrated_is_removed_and_kept_in_the_trail(rate, agencies, office, client_of, at):
    rate("ccvc", "good")
    client, url = client_of(office), entry_url(office, agencies, at)
    client.post(url, typed(client.get(url), grade_unit=""))
    assert not QualityRating.objects.exists()
    assert list(AuditEvent.objects.latest("pk").details["removed"].values()) == ["good"]


def test_a_date_without_number_keeps_what_was_chosen(agencies, office, client_of, at):
    client, url = client_of(office), entry_url(office, agencies, at)
    answer = client.post(url, typed(client.get(url), grade_unit="good", decision_date="2025-01-06"))
    assert answer.context["form"].errors == {"decision_number": ["Có ngày quyết định thì phải có số quyết định."]}
    assert '<option value="good" selected>' in answer.content.decode()


def test_somebody_who_left_in_the_year_is_still_on_the_page(agencies, office, client_of, at):
    post(
        person("Lê Văn Chuyển"), agencies["ccvc"], "Chuyên viên", valid_from=date(2022, 1, 1), valid_to=date(2024, 3, 1)
    )
    there = client_of(office).get(entry_url(office, agencies, at)).content.decode()
    later = client_of(office).get(entry_url(office, agencies, at, nam=2025)).content.decode()
    assert ("Lê Văn Chuyển" in there, "Lê Văn Chuyển" in later) == (True, False)


def test_a_period_that_does_not_exist_is_not_there(agencies, office, client_of, at):
    assert client_of(office).get(entry_url(office, agencies, at, nam=1700)).status_code == 404
    assert client_of(office).get(entry_url(office, agencies, at, ky="quy")).status_code == 404


def test_the_way_to_a_unit(agencies, office, client_of, at):
    client = client_of(office)
    url = at(office, "rating_choose", don_vi=agencies["ccvc"].pk, nam=2024, ky="year")
    assert client.get(url)["Location"] == entry_url(office, agencies, at)
    wrong = client.get(at(office, "rating_choose", nam=1700))
    assert set(wrong.context["form"].errors) == {"don_vi", "nam", "ky"}


def test_one_line_is_corrected_and_removed_with_its_reason(rate, office, client_of, at):
    rating = rate("ccvc", "good", decision_number="1/QĐ")
    client = client_of(office)
    data = {"grade": "excellent", "decision_number": "2/QĐ-SNV", "decision_date": "2025-01-06"}
    client.post(at(office, "rating_edit", rating.pk), data)
    rating.refresh_from_db()
    assert (rating.grade, rating.decision_number) == ("excellent", "2/QĐ-SNV")
    assert AuditEvent.objects.latest("pk").details["grade"] == ["good", "excellent"]
    refused = client.post(at(office, "rating_remove", rating.pk), follow=True)
    assert "Hãy ghi lý do bỏ kết quả xếp loại này." in refused.content.decode()
    client.post(at(office, "rating_remove", rating.pk), {"reason": "Nhập nhầm đơn vị"})
    assert not QualityRating.objects.exists()
    assert AuditEvent.objects.latest("pk").details["reason"] == "Nhập nhầm đơn vị"


def test_only_the_office_writes(rate, agencies, unit_head, director, inspector):
    rating = rate("ccvc", "good")
    entry = Entry(agencies["ccvc"].pk, None, 2023, "year", "good")
    for actor in (unit_head, director, inspector):
        with pytest.raises(PermissionDenied, match="Chỉ Văn phòng"):
            actions.write_ratings(entries=[entry], by=actor)
        with pytest.raises(PermissionDenied):
            actions.change_rating(rating=rating, grade="failed", by=actor)
        with pytest.raises(PermissionDenied):
            actions.remove_rating(rating=rating, reason="…", by=actor)
    assert QualityRating.objects.count() == 1


def test_all_lines_are_written_or_none(agencies, office):
    good = Entry(agencies["ccvc"].pk, None, 2024, "year", "good")
    bad = Entry(agencies["ttlt"].pk, None, 2024, "year", "good", "", date(2025, 1, 1))
    with pytest.raises(Refused, match="số quyết định"):
        actions.write_ratings(entries=[good, bad], by=office)
    assert not QualityRating.objects.exists()


def test_a_decision_that_is_not_named_again_stays(rate, agencies, office):
    rating = rate("ccvc", "good", decision_number="1/QĐ", decision_date=date(2025, 1, 1))
    written = actions.write_ratings(entries=[Entry(agencies["ccvc"].pk, None, 2024, "year", "excellent")], by=office)
    rating.refresh_from_db()
    assert (str(written), rating.grade, rating.decision_number) == ("sửa 1", "excellent", "1/QĐ")
    again = actions.write_ratings(entries=[Entry(agencies["ccvc"].pk, None, 2024, "year", "excellent")], by=office)
    assert str(again) == "không có gì thay đổi"


def test_excel_is_exactly_what_is_shown(rate, office, unit_head, client_of, at):
    rate("ccvc", "excellent", decision_number="=1+1", decision_date=date(2025, 1, 6))
    rate("ttlt", "good")
    rate("ccvc", "good", person=QUYNH, year=2023)
    file = client_of(office).get(at(office, "rating_export", year=2024))
    assert file["Content-Disposition"].startswith("attachment; filename*=utf-8''K%E1%BA%BFt")
    cells = list(load_workbook(BytesIO(file.content)).active.values)
    assert [row[0] for row in cells] == ["Đơn vị", "Phòng Công chức, viên chức", "Trung tâm Lưu trữ lịch sử"]
    assert cells[1][2:6] == (2024, "Cả năm", "Hoàn thành xuất sắc nhiệm vụ", "=1+1")
    own = client_of(unit_head).get(at(unit_head, "rating_export"))
    assert len(list(load_workbook(BytesIO(own.content)).active.values)) == 3


def test_the_page_speaks_of_the_filter_when_nothing_matches(rate, office, client_of, at):
    rate("ccvc", "good")
    page = client_of(office).get(at(office, "rating_list", q="zzz"))
    assert "Không có kết quả nào khớp" in " ".join(Page(page.content.decode()).text)
