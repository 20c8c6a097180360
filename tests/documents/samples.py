"""The three documents with facts of Khánh Hòa's Sở Nội vụ, as the tests measure them."""

from datetime import date

from dossiers.documents.view_models import (
    AWARD_COLUMNS,
    RATING_COLUMNS,
    TITLE_COLUMNS,
    AchievementReportDoc,
    DecisionDoc,
    Line,
    ReportPart,
    ReportTable,
    SubmissionLetterDoc,
)
from thidua.documents.layout import Letterhead, Signature

OFFICE = "Sở Nội vụ"
AWARD = "Giấy khen của Giám đốc Sở Nội vụ"
MOVEMENT = "phong trào thi đua ngành Nội vụ tỉnh Khánh Hòa năm 2024"
LONG_POST = "Phó Trưởng phòng Hành chính – Tổ chức – Quản trị – Tài vụ, Trung tâm Lưu trữ lịch sử"
RESULTS = (
    "Hoàn thành 100% nhiệm vụ theo chương trình công tác năm; 98,6% hồ sơ thủ tục hành chính được giải quyết đúng và "
    "trước hạn. Tham mưu ban hành 12 văn bản, trong đó 03 đề án về sắp xếp đơn vị hành chính cấp huyện, cấp xã giai "
    "đoạn 2023 - 2025 được Ủy ban nhân dân tỉnh phê duyệt."
)
SHORT = RESULTS.split(" Tham mưu")[0]
LINES = (
    Line("Văn phòng Sở", "", AWARD, SHORT, "Tập thể"),
    Line("Phòng Công chức, viên chức", "", AWARD, SHORT, "Tập thể"),
    Line("Nguyễn Thị Ngọc Diễm Quỳnh", LONG_POST, AWARD, RESULTS, "Cá nhân"),
    Line("Đặng Văn Thành", "Chuyên viên Phòng Công chức, viên chức", AWARD, SHORT, "Cá nhân"),
)


def many(count):
    """A list as a whole province makes it: the same people again and again, texts of every length."""
    return tuple(
        Line(line.name, line.post, line.award, " ".join(RESULTS.split()[: 12 + 7 * number % 45]), line.group)
        for number, line in enumerate(LINES[2:] * (count // 2), 1)
    )


def decision(**changes):
    facts = {
        "letterhead": Letterhead(
            superior="Ủy ban nhân dân tỉnh Khánh Hòa", issuer=OFFICE, symbol="QĐ-SNV", number="5", place="Khánh Hòa",
            issued_on=date(2025, 1, 6),
        ),
        "title": f"Về việc tặng {AWARD} trong {MOVEMENT}",
        "authority": "Giám đốc Sở Nội vụ",
        "bases": (
            "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
            "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều "
            "của Luật Thi đua, khen thưởng",
            "Quyết định số 12/2023/QĐ-UBND ngày 19 tháng 6 năm 2023 của Ủy ban nhân dân tỉnh Khánh Hòa quy định chức "
            "năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Nội vụ",
            "Kế hoạch số 1209/KH-SNV ngày 05 tháng 4 năm 2024 của Sở Nội vụ phát động phong trào thi đua",
        ),
        "proposal": "Chánh Văn phòng Sở",
        "grant": f"Tặng {AWARD} cho 02 tập thể và 02 cá nhân đã có thành tích xuất sắc trong {MOVEMENT}",
        "lines": LINES,
        "executors": "Chánh Văn phòng Sở, thủ trưởng các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1",
        "reference": "Quyết định số 05/QĐ-SNV ngày 06 tháng 01 năm 2025 của Giám đốc Sở Nội vụ",
        "signature": Signature(("Giám đốc",), "Võ Chí Vương"),
        "recipients": ("Như Điều 3", "UBND tỉnh (báo cáo)", "Ban Giám đốc Sở", "Lưu: VT, VP"),
        "bonus_sentence": "mỗi tập thể 1.410.000 đồng, mỗi cá nhân 710.000 đồng",
        "total": "4.240.000 đồng",
    }  # fmt: skip
    return DecisionDoc(**facts | changes)


def letter(**changes):
    facts = {
        "letterhead": Letterhead(
            superior=OFFICE, issuer="Phòng Công chức, viên chức", symbol="TTr-CCVC", number="12", place="Khánh Hòa",
            issued_on=date(2024, 12, 2),
        ),
        "title": f"Về việc đề nghị khen thưởng trong {MOVEMENT}",
        "addressee": "Giám đốc Sở Nội vụ",
        "issuer_name": "Phòng Công chức, viên chức",
        "bases": ("Kế hoạch số 1209/KH-SNV ngày 05 tháng 4 năm 2024 của Sở Nội vụ phát động phong trào thi đua",),
        "paragraphs": (
            "Thực hiện kế hoạch phát động phong trào thi đua, Phòng đã đăng ký, tổ chức thực hiện và bình xét công khai "
            "trong tập thể; Hội đồng Thi đua - Khen thưởng cơ sở họp ngày 28 tháng 11 năm 2024 thống nhất đề nghị.",
        ),
        "count_words": "02 tập thể, 02 cá nhân",
        "totals": (f"{AWARD}: 02 tập thể, 02 cá nhân",),
        "enclosures": ("biên bản họp xét khen thưởng", "báo cáo thành tích của tập thể, cá nhân"),
        "occasion": f"trong {MOVEMENT}",
        "reference": "Tờ trình số 12/TTr-CCVC ngày 02 tháng 12 năm 2024 của Phòng Công chức, viên chức",
        "lines": LINES,
        "signature": Signature(("KT. Trưởng phòng", "Phó Trưởng phòng"), "Trương Thị Yến"),
        "recipients": ("Như trên", "Văn phòng Sở (tổng hợp)", "Lưu: hồ sơ, CCVC"),
    }  # fmt: skip
    return SubmissionLetterDoc(**facts | changes)


def report(**changes):
    decided = "Quyết định số 790/QĐ-SNV ngày 18/12/2023 của Giám đốc Sở Nội vụ"
    facts = {
        "letterhead": Letterhead(
            superior=OFFICE, issuer="Phòng Công chức, viên chức", symbol="", place="Khánh Hòa",
            issued_on=date(2024, 11, 25),
        ),
        "subject": "Nguyễn Thị Ngọc Diễm Quỳnh",
        "award": AWARD,
        "occasion": f"trong {MOVEMENT}",
        "form_name": "Mẫu số 08 ban hành kèm theo Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ",
        "facts": (
            ("Họ và tên", "Nguyễn Thị Ngọc Diễm Quỳnh"),
            ("Ngày sinh", "09 tháng 02 năm 1988"),
            ("Quê quán", "xã Diên An, huyện Diên Khánh, tỉnh Khánh Hòa"),
            ("Chức vụ, đơn vị công tác", LONG_POST),
        ),
        "parts": (
            ReportPart("I. SƠ LƯỢC LÝ LỊCH", 1, "Quá trình công tác, nhiệm vụ được giao", (RESULTS,)),
            ReportPart("II. THÀNH TÍCH ĐẠT ĐƯỢC", 1, "Kết quả trong phong trào thi đua", (RESULTS, RESULTS, RESULTS)),
            ReportPart("", 2, "Biện pháp, giải pháp, sáng kiến", (RESULTS, RESULTS)),
            ReportPart("", 3, "Đánh giá, xếp loại", (), (
                ReportTable(RATING_COLUMNS, (("2023", "Hoàn thành xuất sắc nhiệm vụ", decided),)),
            )),
            ReportPart("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", 1, "Danh hiệu thi đua", (), (
                ReportTable(TITLE_COLUMNS, (("2022", "Chiến sĩ thi đua cơ sở", decided), ("2023", "Lao động tiên tiến", decided))),
            )),
            ReportPart("", 2, "Hình thức khen thưởng", (), (ReportTable(AWARD_COLUMNS, (("2023", AWARD, decided),)),)),
        ),
        "signatures": (
            Signature(("Xác nhận của thủ trưởng đơn vị",), "Trương Thị Yến", hint="(Ký tên, đóng dấu)"),
            Signature(("Người báo cáo",), "Nguyễn Thị Ngọc Diễm Quỳnh", hint="(Ký, ghi rõ họ tên)"),
        ),
    }  # fmt: skip
    return AchievementReportDoc(**facts | changes)
