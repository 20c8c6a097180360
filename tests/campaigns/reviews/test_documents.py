"""The consolidated report as PDF and as Word: the same words, complete, in the layout of the decree."""

from io import BytesIO

import pdfplumber
import pytest
from django.utils import timezone
from docx import Document

from awards.models import Award, QualityRating
from campaigns import actions
from campaigns.documents.review_report import build_review_report, subject_of
from campaigns.documents.review_word import write_review_report
from tests.campaigns.targets.conftest import OWN, unit
from thidua.documents.actions import render_document, request_document
from thidua.documents.rendering import render_pdf


@pytest.fixture
def whole(review, campaign, agencies, send, unit_head, other_unit_head, office, make_dossier):
    """Two of three units have reported; a target, ratings, scores, registrations and an award are there."""
    campaign.targets.create(text="Ít nhất 02 đơn vị hoàn thành xuất sắc nhiệm vụ", value=2, grades=["excellent"])
    QualityRating.objects.create(agency=agencies["ccvc"], year=timezone.localdate().year, grade="excellent")
    actions.register_title(campaign=campaign, award=Award.objects.get(code="GIAY_KHEN"), by=unit_head)
    make_dossier("decided")
    now = timezone.now()
    for rank, code in enumerate(("ccvc", "ttlt"), 1):
        campaign.sheets.create(
            participant=campaign.participants.get(agency=agencies[code]), total=95 - rank, rank=rank, band="Xuất sắc",
            state="published", published_at=now,
        )  # fmt: skip
    send(unit_head, results="Rút ngắn thời gian giải quyết hồ sơ.\nCó 02 sáng kiến.", shortcomings="Thiếu biên chế.")
    send(other_unit_head, results="Số hóa 12.000 hồ sơ.")
    values = {
        "assessment": "Phong trào lan tỏa sâu rộng.",
        "shortcomings": "",
        "directions": "Đẩy mạnh Đợt 2.",
        "proposals": "",
    }
    actions.save_consolidated(review=review, values=values, revision=review.revision, by=office)
    return review


SAID = (
    "Sơ kết Đợt 1 phong trào thi đua ngành Nội vụ tỉnh Khánh Hòa",
    "I. TÌNH HÌNH CHUNG",
    "Phong trào có 03 đơn vị tham gia; 02 đơn vị đã gửi báo cáo sơ kết Đợt 1.",
    "Các đơn vị chưa gửi báo cáo: PNV Nha Trang.",
    "Phong trào lan tỏa sâu rộng.",
    "II. KẾT QUẢ THỰC HIỆN",
    "1. Đăng ký thi đua và khen thưởng",
    "đề nghị khen thưởng 1 lượt; đã có quyết định khen thưởng 1 lượt",
    "2. Kết quả thực hiện chỉ tiêu",
    "Ít nhất 02 đơn vị hoàn thành xuất sắc nhiệm vụ",
    "3. Kết quả chấm điểm, xếp hạng",
    "4. Kết quả nổi bật của các đơn vị",
    "Số hóa 12.000 hồ sơ.",
    "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
    "Thiếu biên chế.",
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
    "Đẩy mạnh Đợt 2.",
    "V. KIẾN NGHỊ, ĐỀ XUẤT",
    "Phụ lục I",
    "Phụ lục II",
    "Chỉ tiêu 1: Ít nhất 02 đơn vị hoàn thành xuất sắc nhiệm vụ",
)


def printed(review):
    _title, doc = build_review_report(review.pk)
    return render_pdf("pdf/review_report.html", {"doc": doc})


def text_of_pdf(data):
    with pdfplumber.open(BytesIO(data)) as pdf:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)


def text_of_word(data):
    document = Document(BytesIO(data))
    parts = [part.text for part in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join(parts).split())


def test_both_files_say_everything(whole):
    rendered = printed(whole)
    pdf, word = text_of_pdf(rendered.pdf), text_of_word(write_review_report(build_review_report(whole.pk)[1]))
    assert rendered.warnings == ()
    assert [sentence for sentence in SAID if sentence not in word or sentence not in pdf] == []


def test_charts_are_pictures_with_words(whole):
    html = printed(whole).html
    assert html.count("<svg") == 2  # one unit alone in its kind needs no picture of ranks
    document = Document(BytesIO(write_review_report(build_review_report(whole.pk)[1])))
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert [text.split(" – ")[0] for text in described] == [
        "Đăng ký, đề nghị và được khen thưởng theo đơn vị", "Mức độ hoàn thành chỉ tiêu",
    ]  # fmt: skip


def test_captions_stay_on_the_page_of_what_they_name(whole):
    document = Document(BytesIO(write_review_report(build_review_report(whole.pk)[1])))
    named = ("Biểu đồ: ", "Điểm và xếp hạng", "Kết quả chỉ tiêu", "Đăng ký và kết quả")
    captions = [part for part in document.paragraphs if part.text.startswith(named)]
    assert (len(captions), {part.paragraph_format.keep_with_next for part in captions}) == (6, {True})
    first, *_others = document.tables[1].rows[1].cells[0].paragraphs
    assert first.paragraph_format.keep_with_next


def test_an_empty_review_still_makes_a_report(review):
    rendered = printed(review)
    assert rendered.warnings == ()
    text = text_of_pdf(rendered.pdf)
    assert "(Văn phòng bổ sung nội dung.)" in text
    assert "Phụ lục II" not in text


def test_many_units_and_targets_stay_on_the_page(review, campaign):
    for number in range(40):
        campaign.participants.create(agency=unit(number, OWN[0], staff=0))
    for number in range(8):
        campaign.targets.create(text=f"Chỉ tiêu số {number}", value=number, grades=["good"], position=number)
    QualityRating.objects.create(
        agency=campaign.participants.first().agency, year=timezone.localdate().year, grade="good"
    )
    rendered = printed(review)
    assert rendered.warnings == ()
    with pdfplumber.open(BytesIO(rendered.pdf)) as pdf:
        for page in pdf.pages:
            assert max((word["x1"] for word in page.extract_words()), default=0) <= page.width - 40
        assert {page.width > page.height for page in pdf.pages} == {True, False}


def test_the_office_asks_for_both_files(whole, office, unit_head, director, client_of, at):
    client = client_of(office)
    for kind, name in (
        ("review_report", "Báo cáo sơ kết Đợt 1.pdf"),
        ("review_report_word", "Báo cáo sơ kết Đợt 1.docx"),
    ):
        client.post(at(office, "document_create", kind, whole.pk))
        document = request_document(kind=kind, subject_id=whole.pk)
        assert render_document(whole.tenant_id, document.pk)
        document.refresh_from_db()
        assert (document.status, document.file.name) == ("done", name)
        assert client_of(director).get(at(director, "document_download", document.pk)).status_code == 200
        assert client_of(unit_head).get(at(unit_head, "document_download", document.pk)).status_code == 403
    assert "Tạo lại báo cáo Word" in client.get(at(office, "review_page", whole.pk)).content.decode()


def test_a_review_that_is_not_there_has_no_report(review, office, client_of, at):
    assert client_of(office).post(at(office, "document_create", "review_report", 10**6)).status_code == 404


@pytest.mark.parametrize(
    ("name", "title", "subject"),
    [
        ("Sơ kết Đợt 1", "Phong trào thi đua", "Sơ kết Đợt 1 phong trào thi đua"),
        ("Tổng kết phong trào", "Phong trào thi đua A", "Tổng kết phong trào thi đua A"),
        ("Tổng kết đợt thi đua đặc biệt", "Đợt thi đua đặc biệt B", "Tổng kết đợt thi đua đặc biệt B"),
        ("Tổng kết phong trào thi đua A năm 2025", "Phong trào thi đua A", "Tổng kết phong trào thi đua A năm 2025"),
        ("Sơ kết phong trào do tỉnh phát động", "Phong trào thi đua A", "Sơ kết phong trào do tỉnh phát động"),
    ],
)
def test_the_subject_does_not_say_the_movement_twice(review, name, title, subject):
    review.name, review.campaign.title = name, title
    assert subject_of(review) == subject


def pages_of(review):
    """How far down each page is printed on, as a share of its height."""
    with pdfplumber.open(BytesIO(printed(review).pdf)) as pdf:
        return [max(word["bottom"] for word in page.extract_words()) / float(page.height) for page in pdf.pages]


def test_nothing_but_zeros_is_a_sentence(review):
    text = text_of_pdf(printed(review).pdf)
    assert "Trong kỳ báo cáo chưa có đăng ký, đề nghị và quyết định khen thưởng nào." in text
    assert ("Tổng cộng" in text, "Phụ lục" in text) == (False, False)


@pytest.mark.parametrize("units", [16, 30])
def test_no_page_is_nearly_empty(whole, campaign, units):
    for number in range(units):
        campaign.participants.create(agency=unit(number, OWN[0], staff=0))
    for number in range(7):
        campaign.targets.create(text=f"Chỉ tiêu dài hai dòng {'rất ' * 15}số {number}", value=1, grades=["good"])
    assert min(pages_of(whole)) > 0.25


def test_the_draft_mark_goes_when_the_review_is_closed(review, office):
    assert build_review_report(review.pk)[1].is_draft
    actions.close_review(review=review, by=office)
    assert not build_review_report(review.pk)[1].is_draft
