"""The Word file against Nghị định 30/2020/NĐ-CP, Phụ lục I, opened as an officer's Word opens it."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from campaigns.reading.sources import text_of
from thidua.documents.layout import Letterhead, Signature
from thidua.documents.word import WordDocument
from thidua.documents.word.measure import width_mm

LETTERHEAD = Letterhead(
    superior="Ủy ban nhân dân tỉnh Khánh Hòa", issuer="Sở Nội vụ", symbol="KH-SNV", number="5", place="Khánh Hòa",
    issued_on=date(2024, 4, 5),
)  # fmt: skip
SUBJECT = "Phát động phong trào thi đua ngành Nội vụ tỉnh Khánh Hòa năm 2024"
SIGNATURE = Signature(("KT. Giám đốc", "Phó Giám đốc"), "Nguyễn Thị Ngọc Diễm", hint="(Ký tên, đóng dấu)")
RECIPIENTS = ("UBND tỉnh (báo cáo)", "Các đơn vị thuộc Sở", "Lưu: VT, VP")


def plan(letterhead=LETTERHEAD, subject=SUBJECT):
    """Everything that a plan can have, in the order of a plan."""
    doc = WordDocument(letterhead, kind="KẾ HOẠCH", subject=subject)
    doc.bases(["Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Căn cứ Nghị định số 98/2023/NĐ-CP;"])
    doc.heading("I", "Mục đích, yêu cầu")
    doc.clause("1", "Mục đích")
    doc.point("a)", "Động viên công chức, viên chức")
    doc.point("đ", "Tôn vinh điển hình tiên tiến")
    doc.dash("Mỗi đơn vị có ít nhất 01 sáng kiến;")
    doc.clause("2", "Thời gian thực hiện từ ngày 05/4/2024.", titled=False)
    doc.table(
        header=["STT", "Nội dung", "Đơn vị"],
        rows=["QUÝ I", ["1", ["Đăng ký thi đua", "Lập danh sách"], "Văn phòng"], ["2", "Sơ kết\nTổng kết", ""]],
        widths=[10, 90, 40],
        centred={0},
    )
    doc.picture(png(), 80, alt="Biểu đồ điểm")
    doc.paragraph("Các đơn vị báo cáo trước ngày 01/12.\nSở Nội vụ yêu cầu các đơn vị thực hiện.")
    doc.close(recipients=RECIPIENTS, signature=SIGNATURE)
    doc.annex("Phụ lục I", "Bảng tiêu chí thi đua", landscape=True)
    doc.table(header=["STT", "Tiêu chí", "Điểm"], rows=[["1", "Kỷ luật, kỷ cương", "20"]])
    doc.annex("Phụ lục II", "Mẫu đăng ký")
    doc.paragraph("Đơn vị: ……")
    return doc.save()


def png():
    data = BytesIO()
    Image.new("RGB", (40, 20), "white").save(data, "PNG")
    return data.getvalue()


@pytest.fixture(scope="module")
def file():
    return plan()


@pytest.fixture(scope="module")
def word(file):
    return Document(BytesIO(file))


@pytest.fixture(scope="module")
def parts(file):
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraph(word, text):
    (found,) = [one for one in word.paragraphs if one.text == text]
    return found


# --- the page ---


def test_paper_and_margins(word):
    upright, landscape, annex = word.sections
    assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (210, 297)
    assert (round(landscape.page_width.mm), round(landscape.page_height.mm)) == (297, 210)
    assert [one.orientation for one in (upright, landscape, annex)] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    for section in word.sections:
        margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
        assert [round(margin.mm) for margin in margins] == [20, 15, 20, 30]


def test_pages_are_numbered_above_from_the_second(word):
    for section in word.sections:
        assert section.different_first_page_header_footer
    (number,) = word.sections[0].header.paragraphs
    assert number._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"
    assert [section.header.is_linked_to_previous for section in word.sections] == [False, True, True]
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in word.sections]
    assert starts[0] is None
    assert [start.get(qn("w:start")) for start in starts[1:]] == ["1", "1"]


def test_typeface_and_language_of_the_whole_document(parts):
    styles = etree.fromstring(parts["word/styles.xml"])
    run = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = run.find(qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    assert run.find(qn("w:sz")).get(qn("w:val")) == "28"
    assert run.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert not [name for name, part in parts.items() if b"rFonts" in part and name != "word/styles.xml"]


def test_running_text(word):
    style = word.styles["Normal"]
    assert round(style.paragraph_format.first_line_indent.cm, 2) == 1.27
    assert style.paragraph_format.space_after.pt == 6
    assert 1 <= style.paragraph_format.line_spacing <= 1.5
    assert style.element.pPr.find(qn("w:jc")).get(qn("w:val")) == "both"


# --- the parts of the document ---


def test_head(word):
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert rows == [
        [
            "ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA\nSỞ NỘI VỤ\n",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        ],
        ["Số: 05/KH-SNV", "Khánh Hòa, ngày 05 tháng 4 năm 2024"],
    ]
    looks = [
        (run.font.size.pt, bool(run.bold), bool(run.italic))
        for row in word.tables[0].rows
        for cell in row.cells
        for one in cell.paragraphs
        for run in one.runs
    ]
    assert looks == [(12, False, False), (12, True, False), (12, True, False), (13, True, False), (13, False, False), (13, False, True)]  # fmt: skip
    assert word.tables[0]._tbl.tblPr.find(qn("w:tblBorders")) is None


def test_rules_of_the_head(word):
    """Under the issuer a third to a half of its name, under the motto its whole length."""
    issuer, nation = (cell.paragraphs[-1] for cell in word.tables[0].rows[0].cells)
    assert 1 / 3 < _rule(issuer, 71) / width_mm("SỞ NỘI VỤ", 12) < 1 / 2
    assert _rule(nation, 94) == pytest.approx(width_mm("Độc lập - Tự do - Hạnh phúc", 13), abs=0.2)


def _rule(paragraph, room):
    assert paragraph.style.element.pPr.find(f"{qn('w:pBdr')}/{qn('w:top')}") is not None
    return room - paragraph.paragraph_format.left_indent.mm - paragraph.paragraph_format.right_indent.mm


def test_the_head_fits_its_columns():
    assert width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12) < 94


def test_headings_are_bold_and_sentences_are_not(word):
    heads = ["KẾ HOẠCH", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"]
    assert [paragraph(word, text).style.font.bold for text in heads] == [True, True, True]
    assert paragraph(word, "2. Thời gian thực hiện từ ngày 05/4/2024.").style.name == "Normal"
    assert paragraph(word, "Căn cứ Nghị định số 98/2023/NĐ-CP.").style.font.italic


def test_lists_repeat_their_head_and_keep_rows_whole(word):
    table = word.tables[1]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for one in word.tables for row in one.rows)
    assert len(table.rows[1]._tr.tc_lst) == 1
    assert table.rows[1]._tr.tc_lst[0].grid_span == 3
    assert [one.text for one in table.rows[2].cells[1].paragraphs] == ["Đăng ký thi đua", "Lập danh sách"]
    assert sum(column.width.mm for column in table.columns) == pytest.approx(165, abs=0.5)
    assert sum(column.width.mm for column in word.tables[3].columns) == pytest.approx(252, abs=0.5)


def test_picture(word):
    (shape,) = word.inline_shapes
    assert round(shape.width.mm) == 80
    assert shape._inline.docPr.get("descr") == "Biểu đồ điểm"


def test_ending(word):
    recipients, signature = word.tables[2].rows[0].cells
    assert recipients.text == "Nơi nhận:\n- UBND tỉnh (báo cáo);\n- Các đơn vị thuộc Sở;\n- Lưu: VT, VP."
    assert [run.font.size.pt for one in recipients.paragraphs for run in one.runs] == [12, 11, 11, 11]
    assert signature.text == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Ký tên, đóng dấu)\nNguyễn Thị Ngọc Diễm"
    assert paragraph(word, "Sở Nội vụ yêu cầu các đơn vị thực hiện./.").paragraph_format.keep_with_next


def test_a_text_that_ends_with_a_table():
    doc = WordDocument(LETTERHEAD, kind="KẾ HOẠCH")
    doc.table(header=["STT"], rows=[["1"]])
    doc.close(recipients=RECIPIENTS, signature=SIGNATURE)
    assert "./." in [one.text for one in Document(BytesIO(doc.save())).paragraphs]


def test_annex_refers_to_the_document(word):
    texts = [one.text for one in word.paragraphs]
    assert texts.count("(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 4 năm 2024 của Sở Nội vụ)") == 2
    assert texts.index("Phụ lục I") < texts.index("BẢNG TIÊU CHÍ THI ĐUA") < texts.index("Phụ lục II")


def test_a_draft_leaves_room_to_write_by_hand(tmp_path):
    draft = Letterhead(issuer="Sở Nội vụ", symbol="KH-SNV", place="Khánh Hòa")
    text = read(plan(draft), tmp_path)
    assert "Số: /KH-SNV" in text
    assert "Khánh Hòa, ngày tháng năm" in text
    assert "(Kèm theo Kế hoạch số /KH-SNV ngày tháng năm của Sở Nội vụ)" in text


def test_addressees():
    one = WordDocument(LETTERHEAD, kind="BÁO CÁO", subject="Kết quả", addressees=["Sở Nội vụ"])
    assert "Kính gửi: Sở Nội vụ." in [line.text for line in Document(BytesIO(one.save())).paragraphs]
    two = WordDocument(LETTERHEAD, kind="BÁO CÁO", subject="Kết quả", addressees=["Sở A", "Sở B"])
    texts = [line.text for line in Document(BytesIO(two.save())).paragraphs]
    assert texts[texts.index("Kính gửi:") :][:3] == ["Kính gửi:", "- Sở A;", "- Sở B."]


# --- the file ---


def test_properties(word):
    facts = word.core_properties
    assert (facts.title, facts.author, facts.language) == (f"Kế hoạch {SUBJECT}", "Sở Nội vụ", "vi-VN")
    assert facts.comments == ""
    assert facts.created.date() == date(2024, 4, 5)


def test_nothing_of_the_library_is_left(parts):
    assert not [name for name, part in parts.items() if b"python-docx" in part or b"rsid" in part]
    assert set(parts) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml", "word/settings.xml", "word/header1.xml", "word/media/image1.png",
    }  # fmt: skip


def test_every_part_is_well_formed(parts):
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)


def test_every_style_that_is_used_exists(parts):
    ids = {one.get(qn("w:styleId")) for one in etree.fromstring(parts["word/styles.xml"]).iter(qn("w:style"))}
    used = {one.get(qn("w:val")) for one in etree.fromstring(parts["word/document.xml"]).iter(qn("w:pStyle"))}
    assert used <= ids


def test_the_same_content_gives_the_same_bytes(file):
    assert plan() == file


def test_signs_that_xml_cannot_hold_are_left_out(tmp_path):
    assert "Phong trào thi đua" in read(plan(subject="Phong\x00 trào\x0b thi đua\ud800"), tmp_path)


# --- the round trip ---


def read(file, folder):
    path = folder / "plan.docx"
    path.write_bytes(file)
    return text_of(path)


def test_the_reader_finds_all_the_text_in_order(file, tmp_path):
    assert read(file, tmp_path).splitlines() == [
        "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/KH-SNV",
        "Khánh Hòa, ngày 05 tháng 4 năm 2024",
        "KẾ HOẠCH",
        SUBJECT,
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Nghị định số 98/2023/NĐ-CP.",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "a) Động viên công chức, viên chức",
        "đ) Tôn vinh điển hình tiên tiến",
        "- Mỗi đơn vị có ít nhất 01 sáng kiến;",
        "2. Thời gian thực hiện từ ngày 05/4/2024.",
        "STT\tNội dung\tĐơn vị",
        "QUÝ I",
        "1\t<ul><li>Đăng ký thi đua</li><li>Lập danh sách</li></ul>\tVăn phòng",
        "2\t<ul><li>Sơ kết</li><li>Tổng kết</li></ul>\t",
        "Các đơn vị báo cáo trước ngày 01/12.",
        "Sở Nội vụ yêu cầu các đơn vị thực hiện./.",
        "Nơi nhận:",
        "- UBND tỉnh (báo cáo);",
        "- Các đơn vị thuộc Sở;",
        "- Lưu: VT, VP.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "(Ký tên, đóng dấu)",
        "Nguyễn Thị Ngọc Diễm",
        "Phụ lục I",
        "BẢNG TIÊU CHÍ THI ĐUA",
        "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 4 năm 2024 của Sở Nội vụ)",
        "STT\tTiêu chí\tĐiểm",
        "1\tKỷ luật, kỷ cương\t20",
        "Phụ lục II",
        "MẪU ĐĂNG KÝ",
        "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 4 năm 2024 của Sở Nội vụ)",
        "Đơn vị: ……",
    ]
