"""The three documents against Nghị định 30/2020/NĐ-CP, Phụ lục I, with a ruler (domain.md §5.6)."""

import re
import unicodedata
from datetime import date

import pytest

from dossiers.documents.view_models import AWARD_COLUMNS, RATING_COLUMNS, TITLE_COLUMNS
from tests.documents import samples
from tests.documents.measuring import MM, face
from thidua.documents import rendering
from thidua.documents.layout import Letterhead, Signature, balanced, basis_lines, lettered, money, place_and_date, roman

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-Bold-Italic"
NUMBER = re.compile(
    r"^Số:\s*(\d{2,}|\s*)\s*/(NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB)"
    r"-[A-ZĐÂÊÔƠƯĂ0-9&]+(-[A-ZĐ0-9&]+)*$"
)
DAY = re.compile(r"^.+, ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$")


# --- the page ---


def test_paper_is_a4_upright(document):
    assert {(round(page.width / MM), round(page.height / MM)) for page in document.pages} == {(210, 297)}


def test_text_stays_within_the_margins(document):
    """Left 30, right 15, top and bottom 20 mm; only the number of the page stands in the margin above."""
    for number, page in enumerate(document.pages):
        chars = [char for char in page.chars if char["text"].strip() and char["bottom"] > 20 * MM]
        assert min(char["x0"] for char in chars) > 30 * MM - 1
        assert max(char["x1"] for char in chars) < (210 - 15) * MM + 1
        assert max(char["bottom"] for char in chars) < (297 - 20) * MM
        above = "".join(char["text"] for char in page.chars if char["bottom"] <= 20 * MM)
        assert above == _page_number(document, number)


def _page_number(document, page):
    """Nothing on the first page of the document and of its appendix."""
    starts = [0, *(number for number in range(len(document.pages)) if "Phụ lục DANH SÁCH" in document.text(number))]
    first = max(start for start in starts if start <= page)
    return "" if page == first else str(page - first + 1)


def test_page_number_stands_in_the_middle_of_the_upper_margin(report):
    number = report.find_all("2", page=1)[0]
    assert number.style == (13, REGULAR)
    assert number.bottom < 20 * MM
    assert abs(number.middle - (30 + 195) / 2 * MM) < 1


def test_appendix_has_its_own_page_numbers(long_letter):
    numbers = [long_letter.pages[page].crop((0, 0, 595, 20 * MM)).extract_text() for page in range(5)]
    assert numbers == ["", "", "2", "3", "4"]


def test_every_letter_is_black_and_in_the_embedded_typeface(document):
    chars = document.chars()
    assert {face(char) for char in chars} <= {REGULAR, BOLD, ITALIC, BOLD_ITALIC}
    assert all("+" in char["fontname"] for char in chars)  # a subset is embedded
    assert {tuple(char["non_stroking_color"]) for char in chars} == {(0, 0, 0)}


def test_body_lines_are_single_to_one_and_a_half(decision):
    upper = decision.find("Điều 3. Quyết định này có hiệu lực", page=1)
    lower = decision.find("trưởng các đơn vị liên quan", page=1)
    assert 1.15 <= (lower.baseline - upper.baseline) / 14 <= 1.5


def test_first_lines_are_indented(decision):
    indent = decision.find("Căn cứ Luật").x0 - decision.find("Chính phủ quy định chi tiết").x0
    assert abs(indent / MM - 12.7) < 0.5


# --- ô 1–4: the head ---


def test_nation_and_motto(document):
    nation, motto = document.find(NATION), document.find(MOTTO)
    assert (nation.style, motto.style) == ((12, BOLD), (13, BOLD))
    assert abs(nation.middle - motto.middle) < 1
    assert nation.x0 > 210 / 2 * MM - 15 * MM  # in the right half of the head
    assert abs(document.rule_below(motto) * motto.width - motto.width) < 2


def test_issuer_under_its_superior(decision):
    superior, issuer = decision.find("TỈNH KHÁNH HÒA"), decision.find_all("SỞ NỘI VỤ")[0]
    assert (superior.style, issuer.style) == ((12, REGULAR), (12, BOLD))
    assert abs(superior.middle - issuer.middle) < 1
    assert 1 / 3 <= decision.rule_below(issuer) <= 1 / 2


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Sở Nội vụ", ["SỞ NỘI VỤ"]),
        ("Phòng Công chức, viên chức", ["PHÒNG CÔNG CHỨC, VIÊN CHỨC"]),
        ("Trung tâm Dịch vụ việc làm tỉnh Khánh Hòa", ["TRUNG TÂM DỊCH VỤ VIỆC LÀM", "TỈNH KHÁNH HÒA"]),
        ("Ủy ban nhân dân thành phố Nha Trang", ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ NHA TRANG"]),
    ],
)
def test_long_issuers_take_several_even_lines(printed, name, lines):
    head = Letterhead(issuer=name, superior="Sở Lao động", symbol="QĐ-ĐV", place="Khánh Hòa")
    assert head.issuer_lines == lines
    document = printed(samples.decision(letterhead=head))
    pieces = [document.find_all(line)[0] for line in lines]
    assert max(piece.x1 for piece in pieces) < document.find(NATION).x0
    widest = max(pieces, key=lambda piece: piece.width)
    assert 1 / 3 <= document.rule_below(pieces[-1]) * pieces[-1].width / widest.width <= 1 / 2


def test_number_and_date_stand_on_one_line(decision):
    number, day = decision.find("Số: 05/QĐ-SNV"), decision.find("Khánh Hòa, ngày 06 tháng 01 năm 2025")
    assert (number.style, day.style) == ((13, REGULAR), (13, ITALIC))
    assert NUMBER.match(number.text)
    assert DAY.match(day.text)
    assert abs(number.baseline - day.baseline) < 0.5
    assert abs(number.middle - decision.find_all("SỞ NỘI VỤ")[0].middle) < 1
    assert abs(day.middle - decision.find(NATION).middle) < 1


def test_room_for_number_and_date_before_they_are_known(printed):
    head = Letterhead(issuer="Sở Nội vụ", superior="UBND tỉnh Khánh Hòa", symbol="QĐ-SNV", place="Khánh Hòa")
    assert NUMBER.match(head.number_line)
    document = printed(samples.decision(letterhead=head, is_draft=True))
    text = document.text(0)
    assert re.search(r"Số: +/QĐ-SNV", text)
    assert re.search(r"Khánh Hòa, ngày +tháng +năm", text)
    assert document.find("DỰ THẢO").style == (11, BOLD)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 4, 5), "Khánh Hòa, ngày 05 tháng 4 năm 2024"),
        (date(2024, 2, 29), "Khánh Hòa, ngày 29 tháng 02 năm 2024"),
        (date(2024, 12, 1), "Khánh Hòa, ngày 01 tháng 12 năm 2024"),
    ],
)
def test_days_and_the_first_two_months_get_a_zero(day, text):
    assert place_and_date("Khánh Hòa", day) == text
    assert DAY.match(text)


# --- ô 5–6: title and text ---


def test_title_of_a_decision(decision):
    kind, abstract = (
        decision.find_all("QUYẾT ĐỊNH")[0],
        decision.find("trong phong trào thi đua ngành Nội vụ tỉnh Khánh Hòa năm 2024"),
    )
    assert kind.style == abstract.style == (14, BOLD)
    assert abs(kind.middle - abstract.middle) < 1
    assert 1 / 3 <= decision.rule_below(abstract) <= 1 / 2
    assert decision.find("GIÁM ĐỐC SỞ NỘI VỤ").style == (14, BOLD)


def test_title_of_a_submission_letter(letter):
    assert letter.find("TỜ TRÌNH").style == (14, BOLD)
    assert letter.find("Về việc đề nghị khen thưởng").style == (14, BOLD)
    assert letter.find("Kính gửi: Giám đốc Sở Nội vụ.").style == (14, REGULAR)


def test_title_of_a_report(report):
    assert report.find("BÁO CÁO THÀNH TÍCH").style == (14, BOLD)
    assert report.find("Đề nghị tặng Giấy khen của Giám đốc Sở Nội vụ").style == (14, BOLD)
    assert report.find("(Mẫu số 08 ban hành").style == (13, ITALIC)
    assert "Số:" not in report.text(0)


def test_bases_are_in_italics_and_end_as_they_should(decision):
    for start in ("Căn cứ Luật Thi đua", "Căn cứ Nghị định", "Căn cứ Quyết định", "Căn cứ Kế hoạch", "Theo đề nghị"):
        assert decision.find(start).style == (14, ITALIC)
    text = decision.text(0)
    assert "ngày 15 tháng 6 năm 2022; Căn cứ Nghị định" in text
    assert "phát động phong trào thi đua; Theo đề nghị của Chánh Văn phòng Sở. QUYẾT ĐỊNH:" in text


def test_articles_are_bold_only_in_their_name(decision):
    assert decision.find("Điều 1.").style == (14, BOLD)
    assert decision.find("Tặng Giấy khen của Giám đốc Sở Nội vụ cho").style == (14, REGULAR)


def test_a_short_list_stands_in_the_first_article(decision):
    assert (
        "gồm: 1. Tập thể: a) Văn phòng Sở; b) Phòng Công chức, viên chức; 2. Cá nhân: a) Nguyễn Thị Ngọc Diễm Quỳnh, "
        f"{samples.LONG_POST}; b) Đặng Văn Thành, Chuyên viên Phòng Công chức, viên chức. Điều 2."
    ) in decision.text(0)


def test_a_list_without_groups_is_numbered(printed):
    lines = (samples.Line("An", "", "Giấy khen"), samples.Line("Bình", "Chuyên viên", "Bằng khen"))
    assert "gồm: 1. An: Giấy khen; 2. Bình, Chuyên viên: Bằng khen. Điều 2." in printed(
        samples.decision(lines=lines)
    ).text(0)


def test_a_long_list_stands_behind_the_decision(printed):
    document = printed(samples.decision(lines=samples.many(12), total=""))
    assert "(có danh sách kèm theo). Điều 2. Quyết định này có hiệu lực" in document.text(0)
    assert document.text(1).startswith(
        "Phụ lục DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG (Kèm theo Quyết định số 05/QĐ-SNV"
    )
    assert document.find("Phụ lục", page=1).style == (14, BOLD)
    assert document.find("(Kèm theo Quyết định số", page=1).style == (13, ITALIC)


def test_headings_and_tables_of_a_report(report):
    assert report.find("II. THÀNH TÍCH ĐẠT ĐƯỢC").style == (14, BOLD)
    assert report.find("1. Kết quả trong phong trào thi đua").style == (14, BOLD)
    tables = [[[" ".join(cell.split()) for cell in row] for row in table] for table in report.pages[1].extract_tables()]
    assert [tuple(table[0]) for table in tables] == [RATING_COLUMNS, TITLE_COLUMNS, AWARD_COLUMNS]
    assert [row[:2] for row in tables[1][1:]] == [["2022", "Chiến sĩ thi đua cơ sở"], ["2023", "Lao động tiên tiến"]]


# --- ô 7, 9: the end ---


def short_letter(**changes):
    """A letter whose last sentence is one line."""
    return samples.letter(issuer_name="Văn phòng Sở", **changes)


def test_signature_and_recipients(decision):
    post, name = decision.find("GIÁM ĐỐC", page=1), decision.find("Võ Chí Vương", page=1)
    assert post.style == name.style == (14, BOLD)
    assert abs(post.middle - name.middle) < 1
    title, line = decision.find("Nơi nhận:", page=1), decision.find("- Như Điều 3;", page=1)
    assert title.style == (12, BOLD_ITALIC)
    assert line.style == decision.find("- Lưu: VT, VP.", page=1).style == (11, REGULAR)
    assert abs(title.baseline - post.baseline) < 0.5
    assert abs(title.x0 - 30 * MM) < 1


def test_the_text_ends_with_the_closing_mark(decision, letter):
    assert "chịu trách nhiệm thi hành Quyết định này./. " in decision.text(1)
    assert "xem xét, quyết định./. " in letter.text(0)


def test_names_of_two_signatures_are_level(report):
    left, right = report.find("Trương Thị Yến", page=1), report.find_all("Nguyễn Thị Ngọc Diễm Quỳnh", page=1)[-1]
    assert abs(left.baseline - right.baseline) < 0.5
    assert abs(report.find("XÁC NHẬN CỦA", page=1).baseline - report.find("NGƯỜI BÁO CÁO", page=1).baseline) < 0.5


def test_an_electronic_signature_is_told_in_small_type(printed):
    signature = Signature(
        ("KT. Giám đốc", "Phó Giám đốc"), "Võ Chí Vương", "Đã ký trên hệ thống lúc 09:15:00 ngày 06/01/2025"
    )
    document = printed(samples.decision(signature=signature, bases=("Luật Thi đua, khen thưởng",)))
    page = len(document.pages) - 1
    assert document.find("KT. GIÁM ĐỐC", page).style == document.find("PHÓ GIÁM ĐỐC", page).style == (14, BOLD)
    assert document.find("Đã ký trên hệ thống lúc", page).style == (10, REGULAR)


@pytest.mark.parametrize(("build", "counts"), [(samples.decision, range(2, 11)), (short_letter, range(7, 16))])
def test_signature_never_stands_alone(printed, build, counts):
    """Wherever the page ends, the block stays whole and two lines of the text come with it."""
    pages = set()
    for extra in counts:
        document = printed(build(bases=tuple(f"Luật số {number}" for number in range(extra))))
        page = document.page_with("Nơi nhận:")
        pages.add(page)
        recipients = document.find("Nơi nhận:", page)
        above = [text for top, text in document.lines(page) if 20 * MM < top < recipients.top - 3]
        assert len(above) >= 2, f"{extra} bases"
        assert document.find(build().signature.name, page).top > recipients.top
    assert pages == {0, 1}  # the end of the page came by


# --- the list ---

HEAD = ("STT", "Tên tập thể/ Họ và tên", "Chức vụ, đơn vị", "Hình thức đề nghị", "Tóm tắt thành tích")


def test_200_rows_repeat_their_head_stay_whole_and_lose_nothing(long_letter):
    rows = []
    for page in long_letter.pages[1:]:
        head, *more = [tuple(" ".join((cell or "").split()) for cell in row) for row in page.extract_table()]
        assert head == HEAD
        rows += more
    assert rows[0] == ("I", "Cá nhân", "", "", "")
    assert rows[1:] == [
        (str(number), line.name, line.post, line.award, line.summary)
        for number, line in enumerate(samples.many(200), 1)
    ]


def test_group_names_do_not_stand_alone_at_the_end_of_a_page(printed):
    """However many rows stand before it, «Cá nhân» has the first of its rows below it."""
    pages = set()
    for count in range(4, 9):
        lines = samples.LINES[:1] * count + samples.LINES[2:]
        document = printed(samples.letter(lines=lines))
        page = document.page_with(" Cá nhân ")
        pages.add(page)
        assert document.find("Cá nhân", page).top < document.find("Nguyễn Thị Ngọc", page).top
    assert pages == {1, 2}


def test_a_giant_text_and_a_word_without_spaces_are_printed_whole(printed):
    giant, word = "Hoàn thành tốt nhiệm vụ được giao. " * 250, "Trung" * 50
    document = printed(samples.letter(lines=(samples.Line(word, "", samples.AWARD, giant),)))
    assert _column(document, 42, 77) == word
    assert _column(document, 139, 195) == "".join(giant.split())


def _column(document, left, right):
    """The text of a column of the list, in the order of printing, without head and spaces."""
    return "".join(
        char["text"]
        for page in document.pages[1:]
        for char in page.chars
        if left * MM < (char["x0"] + char["x1"]) / 2 < right * MM
        and char["top"] > 20 * MM
        and (face(char), round(char["size"])) == (REGULAR, 12)
        and char["text"].strip()
    )


# --- the file ---


def test_every_vietnamese_letter_comes_back_as_it_went_in(printed):
    """All letters with all tones, given decomposed, are printed and found composed."""
    tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    syllables = [f"{vowel}{tone}" for vowel in "aăâeêioôơuưy" for tone in tones] + ["đ"]
    text = " ".join(syllables + [syllable.upper() for syllable in syllables])
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    document = printed(samples.letter(paragraphs=(decomposed,)))
    assert unicodedata.normalize("NFC", text) in document.text(0)
    assert unicodedata.is_normalized("NFC", document.rendered.html)
    assert all(unicodedata.is_normalized("NFC", document.text(page)) for page in range(len(document.pages)))


def test_the_file_is_made_for_the_archive(document):
    catalog = document.pdf.doc.catalog
    assert catalog["Lang"] == b"vi"
    assert [str(intent["S"]) for intent in catalog["OutputIntents"]] == ["/'GTS_PDFA1'"]
    packet = catalog["Metadata"].resolve().get_data().decode()
    assert re.findall(r'pdfaid:(?:part|conformance)(?:="|>)(\w)', packet) == ["2", "U"]
    assert document.pdf.metadata["Author"]
    assert document.pdf.metadata["Title"].split()[0] in {"Quyết", "Tờ", "Báo"}
    assert document.rendered.pages == len(document.pages)


def test_nothing_is_loaded_from_outside(tmp_path, monkeypatch):
    """Even if markup of somebody came through, WeasyPrint gets no address: no file, no network, no data."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG")
    for address in (secret.as_uri(), "http://localhost/x.png", "data:image/png;base64,AAAA"):
        monkeypatch.setattr(rendering, "render_to_string", lambda *_, src=address: f"<img src='{src}'>")
        (warning,) = rendering.render_pdf("", {}).warnings
        assert "disallowed protocol" in warning


def test_markup_of_users_is_text(printed):
    name = "<b>An & «Bình»</b>"
    assert name in printed(samples.letter(issuer_name=name)).text(0)


# --- words and numbers ---


def test_enumerations_end_as_the_decree_says():
    assert basis_lines(["Luật A.", "Căn cứ Nghị định B;", "Theo đề nghị của C"]) == [
        "Căn cứ Luật A;",
        "Căn cứ Nghị định B;",
        "Theo đề nghị của C.",
    ]
    assert basis_lines([]) == []


def test_points_follow_the_vietnamese_alphabet():
    assert [point[0] for point in lettered(["x"] * 8)] == ["a", "b", "c", "d", "đ", "e", "g", "h"]


def test_roman_numbers():
    assert [roman(number) for number in (1, 4, 9, 10, 14, 29)] == ["I", "IV", "IX", "X", "XIV", "XXIX"]


def test_money():
    assert (money(710000), money(2340000)) == ("710.000 đồng", "2.340.000 đồng")


def test_balanced_lines_keep_every_word():
    text = "trong phong trào thi đua yêu nước ngành Nội vụ tỉnh Khánh Hòa giai đoạn 2024 - 2025"
    for most in range(12, 90):
        lines = balanced(text, most)
        assert " ".join(lines) == text
        assert max(map(len, lines)) <= most
    assert balanced("", 20) == []
    assert balanced("Antidisestablishmentarianism", 5) == ["Antidisestablishmentarianism"]
