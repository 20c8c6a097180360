"""The pages of a dossier: uploads, autosave, double clicks, costs."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers.models import Dossier, ItemFile, Nominee
from tests.factories import dossiers as build
from thidua.demo.papers import one_page_pdf

AJAX = {"X-Requested-With": "XMLHttpRequest"}


def minutes_of(dossier):
    return dossier.items.get(component__kind="minutes")


def office_file(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("rỗng.pdf", b"", "Tệp «rỗng.pdf» rỗng. Hãy mở lại tệp gốc, lưu và tải lên lần nữa."),
        ("virus.pdf", b"MZ\x90\x00", "Không nhận tệp «virus.pdf»: bên trong không phải PDF, DOCX, XLSX, JPG, PNG. "
         "Hãy mở tệp, lưu sang một trong các loại này rồi tải lên lại."),
        ("macro.docx", office_file("word/document.xml", "word/vbaProject.bin"),
         "Tệp «macro.docx» có macro nên không được nhận. Hãy lưu lại thành .docx hoặc .xlsx."),
        ("nén.zip", office_file("a.txt"),
         "Tệp «nén.zip» không phải Word hoặc Excel đọc được. Hãy mở tệp, lưu lại rồi tải lên lần nữa. "
         "Chỉ nhận PDF, DOCX, XLSX, JPG, PNG."),
        ("ảnh.jpg", b"\xff\xd8\xff" + b"0" * 50, "Ảnh «ảnh.jpg» bị hỏng. Hãy chụp hoặc quét lại."),
    ],
)  # fmt: skip
def test_what_is_not_taken_is_told_why(make_dossier, cast, client_of, at, name, content, words):
    item = minutes_of(make_dossier("draft", filled=False))
    url = at(cast.unit_head, "item_upload", item.pk)
    answer = client_of(cast.unit_head).post(url, {"file": SimpleUploadedFile(name, content)}, headers=AJAX)
    told = answer.json()["error"]
    assert (answer.status_code, told, ItemFile.objects.count()) == (400, words, 0)


def test_a_file_that_is_too_large_is_told_the_limit(make_dossier, cast, client_of, at, settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    item = minutes_of(make_dossier("draft", filled=False))
    upload = SimpleUploadedFile("lớn.pdf", b"%PDF-" + b"0" * 1_600_000)
    answer = client_of(cast.unit_head).post(at(cast.unit_head, "item_upload", item.pk), {"file": upload}, headers=AJAX)
    assert answer.json() == {
        "error": "Tệp «lớn.pdf» nặng 1,5 MB, quá giới hạn 1 MB. Hãy giảm độ phân giải hình ảnh, bản quét, hoặc tách thành nhiều tệp."
    }


def test_a_file_is_kept_under_an_unguessable_name_and_sent_back_under_its_own(make_dossier, cast, client_of, at):
    item = minutes_of(make_dossier("draft", filled=False))
    client = client_of(cast.unit_head)
    upload = SimpleUploadedFile("..\\Biên bản họp.PDF", one_page_pdf())
    made = client.post(at(cast.unit_head, "item_upload", item.pk), {"file": upload}, headers=AJAX)
    kept = ItemFile.objects.get()
    assert made.json() == {
        "name": "Biên bản họp.pdf", "url": at(cast.unit_head, "file_download", kept.pk), "size": len(one_page_pdf()),
    }  # fmt: skip
    assert "Bi" not in kept.file.key
    sent = client.get(made.json()["url"])
    assert sent["Content-Disposition"] == "attachment; filename*=utf-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp.pdf"
    assert b"".join(sent.streaming_content) == one_page_pdf()
    again = SimpleUploadedFile("khác.pdf", one_page_pdf())
    twice = client.post(at(cast.unit_head, "item_upload", item.pk), {"file": again}, headers=AJAX)
    assert twice.json() == {"error": "Tệp «khác.pdf» đã có ở thành phần này."}
    assert client_of(cast.other_unit_head).get(made.json()["url"]).status_code == 403


def report_page(dossier, cast, at):
    return at(cast.unit_head, "item_page", dossier.items.get(component__kind="achievement_report").pk)


def test_autosave_answers_with_the_new_revision_and_tells_of_conflicts(make_dossier, cast, client_of, at):
    dossier = make_dossier("draft")
    nominee = dossier.nominees.get()
    url, client = report_page(dossier, cast, at), client_of(cast.unit_head)
    typed = build.answers_for(nominee) | {"results": "Kết quả mới " * 20, "revision": nominee.report.revision}
    saved = client.post(url, typed, headers=AJAX).json()
    assert saved["revision"] == nominee.report.revision + 1
    late = client.post(url, typed | {"results": "Của người khác " * 20}, headers=AJAX)
    told = late.json()
    assert (late.status_code, told["message"], told["changed_by"], told["revision"]) == (
        409, "Có người vừa sửa nội dung này.", cast.unit_head.name, saved["revision"],
    )  # fmt: skip
    assert told["server_values"]["results"] == ("Kết quả mới " * 20).strip()


def test_without_scripts_a_conflict_keeps_what_was_typed(make_dossier, cast, client_of, at):
    dossier = make_dossier("draft")
    nominee = dossier.nominees.get()
    url, client = report_page(dossier, cast, at), client_of(cast.unit_head)
    typed = build.answers_for(nominee) | {"results": "Kết quả mới " * 20, "revision": nominee.report.revision}
    client.post(url, typed)
    page = client.post(url, typed | {"results": "Của người thứ hai " * 20})
    form = page.context["form"]
    assert "đã lưu lúc" in form.non_field_errors()[0]
    assert form["results"].value() == "Của người thứ hai " * 20
    assert int(form["revision"].value()) == nominee.report.revision + 1


def test_signed_out_scripts_get_a_plain_answer(make_dossier, cast, client, at):
    url = report_page(make_dossier("draft"), cast, at)
    assert client.post(url, {"results": "…"}, headers=AJAX).status_code == 401


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_double_click_hands_in_once_and_says_so_kindly(make_dossier, cast, client_of, at):
    dossier = make_dossier("draft")
    url, client = at(cast.unit_head, "dossier_step", dossier.pk, "submit"), client_of(cast.unit_head)
    first, second = client.post(url, follow=True), client.post(url, follow=True)
    assert messages(first) == ["Đã nộp hồ sơ cho Văn phòng. Phiếu tiếp nhận ở bên dưới."]
    assert messages(second)[0].startswith("Việc này đã được thực hiện")
    assert Dossier.objects.get().transitions.count() == 1


def test_an_incomplete_dossier_is_refused_with_everything_that_is_missing(make_dossier, cast, client_of, at):
    dossier = make_dossier("draft", filled=False)
    answer = client_of(cast.unit_head).post(at(cast.unit_head, "dossier_step", dossier.pk, "submit"), follow=True)
    assert (len(messages(answer)), Dossier.objects.get().state) == (9, "draft")


def test_the_whole_way_through_the_pages_of_the_office_and_the_director(make_dossier, cast, client_of, at):
    dossier = make_dossier("submitted")
    office, director = client_of(cast.office), client_of(cast.director)
    for item in dossier.items.all():
        office.post(at(cast.office, "item_judge", item.pk), {"verdict": "ok"})
    office.post(at(cast.office, "dossier_step", dossier.pk, "accept"))
    office.post(at(cast.office, "dossier_step", dossier.pk, "to_council"))
    build.vote(dossier, build.session(dossier.campaign, cast.council), cast.council)
    client_of(cast.council).post(at(cast.council, "dossier_step", dossier.pk, "to_approval"))
    nominee = Nominee.objects.get()
    assert len(director.get(at(cast.director, "approval_list")).context["groups"]) == 1
    director.post(at(cast.director, "nominee_decide", nominee.pk, "duyet"))
    made = office.post(at(cast.office, "decision_prepare", dossier.campaign_id))
    director.post(made["Location"] + "buoc/sign/")
    nominee.refresh_from_db()
    assert nominee.outcome == "awarded"


def more_dossiers(campaign, cast, count):
    from dataclasses import replace
    from datetime import date

    from thidua.agencies.actions import found_agency
    from thidua.agencies.enums import AgencyKind

    for number in range(count):
        agency = found_agency(
            code=f"dv-{number}", position=100 + number, valid_from=date(2023, 1, 1), legal_name=f"Đơn vị {number}",
            short_name=f"ĐV {number}", kind=AgencyKind.INTERNAL_UNIT, head_title="Trưởng phòng",
        )  # fmt: skip
        campaign.participants.create(agency=agency)
        head = replace(cast.unit_head, agency_id=agency.pk)
        build.dossier("submitted", campaign=campaign, cast=cast, head=head)


def test_lists_cost_the_same_with_many_rows(make_dossier, campaign, cast, client_of, at):
    queries = {"dossier_list": 13, "check_queue": 12, "tenant_home": 21}
    make_dossier("submitted")
    client = client_of(cast.office)

    def costs():
        found = {}
        for page in queries:
            with CaptureQueriesContext(connection) as captured:
                client.get(at(cast.office, page))
            found[page] = len(captured)
        return found

    costs()  # what is read once a process or a session is not the page's
    assert costs() == queries
    more_dossiers(campaign, cast, 30)
    assert costs() == queries
