"""What the demo's units write and attach: long enough to be complete, different enough to be read."""

from django.core.files.uploadedfile import SimpleUploadedFile

RESULTS = (
    "Hoàn thành 100% nhiệm vụ theo chương trình công tác năm; 98,6% hồ sơ thủ tục hành chính giải quyết đúng và trước hạn. "
    "Tham mưu ban hành 12 văn bản thuộc lĩnh vực, trong đó 03 đề án được Ủy ban nhân dân tỉnh phê duyệt. "
    "Cơ sở dữ liệu cán bộ, công chức, viên chức được cập nhật đủ 100%, kết nối với cơ sở dữ liệu quốc gia."
)
ANSWERS = {
    "profile_unit": (
        "Đơn vị có 09 công chức, người lao động, trong đó 06 đảng viên; 100% có trình độ đại học trở lên. "
        "Chức năng: tham mưu Giám đốc Sở quản lý nhà nước về lĩnh vực được giao."
    ),
    "profile_person": (
        "Công tác trong ngành Nội vụ 11 năm; được phân công theo dõi công tác tuyển dụng, đánh giá, "
        "xếp loại chất lượng công chức, viên chức hằng năm."
    ),
    "results": RESULTS,
    "measures": "Xây dựng quy trình xử lý hồ sơ nội bộ bằng phần mềm, rút ngắn thời gian từ 10 xuống 06 ngày làm việc.",
    "compliance": "Chấp hành tốt chủ trương của Đảng, pháp luật của Nhà nước; nội bộ đoàn kết, không có đơn thư.",
    "rating": "Hoàn thành xuất sắc nhiệm vụ (Quyết định số 812/QĐ-SNV ngày 20/12/2024 của Giám đốc Sở Nội vụ).",
    "previous": "Năm 2023: Giấy khen của Giám đốc Sở Nội vụ (Quyết định số 790/QĐ-SNV ngày 18/12/2023).",
}
SUMMARY = (
    "Hoàn thành 100% nhiệm vụ năm, 98,6% hồ sơ đúng và trước hạn; tham mưu 03 đề án được UBND tỉnh phê duyệt; "
    "rút ngắn thời gian xử lý hồ sơ từ 10 xuống 06 ngày."
)
LETTER = (
    "Căn cứ kết quả bình xét của tập thể đơn vị, xét thành tích đạt được trong phong trào thi đua, "
    "đơn vị kính trình Giám đốc Sở xem xét, khen thưởng các tập thể, cá nhân trong danh sách kèm theo."
)


def paper(name):
    """A small but true PDF, as if it came from the scanner."""
    return SimpleUploadedFile(name, one_page_pdf(), content_type="application/pdf")


def one_page_pdf():
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length 63 >>\nstream\nBT /F1 16 Tf 170 760 Td (BIEN BAN HOP - ban chup, da ky) Tj ET\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )
