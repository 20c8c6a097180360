"""Targets, criteria, dossiers, duties, bases, letterheads and feet in the shapes offices write them."""

from campaigns.reading import read_text

from .short import HEAD, agencies, components, plan_with, targets


def test_two_numbers_of_one_promise():
    plan = plan_with("II. CHỈ TIÊU\n1. Có ít nhất 04 xã đạt chuẩn nông thôn mới, 02 xã đạt chuẩn nâng cao.")
    assert [(row["comparator"], row["value"], row["subject"]) for row in plan["targets"]] == [
        (">=", 4, "xã đạt chuẩn nông thôn mới"),
        (">=", 2, "xã đạt chuẩn nâng cao"),
    ]


def test_a_grade_and_upwards_is_not_a_share_and_upwards():
    plan = plan_with("II. CHỈ TIÊU\n- 100% công chức hoàn thành nhiệm vụ trở lên;\n- 100% trở lên kế hoạch thu;")
    assert targets(plan) == [("=", 100, "percent"), (">=", 100, "percent")]


def test_least_numbers_of_the_contents_count_where_there_is_no_section_on_targets():
    content = "II. NỘI DUNG THI ĐUA\n1. Mỗi phòng có tối thiểu 02 sáng kiến được áp dụng.\n"
    assert targets(plan_with(content)) == [(">=", 2, "count")]
    assert targets(plan_with(content + "III. CHỈ TIÊU\n- Đạt 95% kế hoạch.")) == [(">=", 95, "percent")]


def test_participants_beside_criteria_are_no_criteria():
    plan = plan_with(
        "II. ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA\n1. Đối tượng\na) Các phòng thuộc Sở.\nb) Công chức, người lao động.\n"
        "2. Tiêu chí\na) Hoàn thành nhiệm vụ.\nb) Có sáng kiến."
    )
    assert plan["criteria"] == ["Hoàn thành nhiệm vụ.", "Có sáng kiến."]


def test_steps_of_the_year_are_no_criteria():
    plan = plan_with(
        "II. NỘI DUNG\n1. Đăng ký thi đua: gửi bản đăng ký về Khối trưởng.\n2. Sơ kết: thực hiện bằng văn bản.\n"
        "3. Kiểm tra chéo giữa các đơn vị.\n4. Tổng kết: tổ chức hội nghị."
    )
    assert plan["criteria"] == []


def test_papers_in_one_sentence():
    plan = plan_with(
        "II. HỒ SƠ\nCác đơn vị lập hồ sơ (01 bản giấy) gồm tờ trình, biên bản họp xét, bảng tổng hợp thành tích gửi Phòng Kế hoạch trước ngày 10/12/2024."
    )
    assert components(plan) == [("tờ trình", 1), ("biên bản họp xét", 1), ("bảng tổng hợp thành tích", 1)]


def test_papers_numbered_in_one_sentence():
    plan = plan_with(
        "II. HỒ SƠ\nHồ sơ gồm: (1) Tờ trình; (2) Biên bản họp Hội đồng; (3) Bản báo cáo thành tích: 03 bản."
    )
    assert components(plan) == [("Tờ trình", None), ("Biên bản họp Hội đồng", None), ("Bản báo cáo thành tích", 3)]


def test_different_numbers_of_sets_are_not_shared():
    plan = plan_with(
        "II. HỒ SƠ\n1. Thành phần hồ sơ:\na) Tờ trình;\nb) Báo cáo thành tích.\n"
        "2. Số lượng: 03 bộ đối với Huân chương; 01 bộ đối với Bằng khen."
    )
    assert components(plan) == [("Tờ trình", None), ("Báo cáo thành tích", None)]


def test_duties_cut_at_the_verb():
    plan = plan_with(
        "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Tài chính cân đối kinh phí.\n"
        "2. Văn phòng Sở có trách nhiệm: tổng hợp kết quả.\n3. Phòng Thông tin tuyên truyền phong trào."
    )
    assert agencies(plan) == ["Phòng Tài chính", "Văn phòng Sở", "Phòng Thông tin"]


def test_sections_beside_the_duties_are_no_agencies():
    plan = plan_with(
        "II. TỔ CHỨC THỰC HIỆN PHONG TRÀO\n1. Đối tượng\nTập thể, cá nhân thuộc Sở.\n2. Khen thưởng\nGiấy khen của Giám đốc Sở: 03 tập thể.\n"
        "III. PHÂN CÔNG TRÁCH NHIỆM\n1. Văn phòng Sở: theo dõi, đôn đốc."
    )
    assert agencies(plan) == ["Văn phòng Sở"]


def test_bases_without_a_number_and_laws_within_a_title():
    plan = read_text(
        HEAD.replace(
            "Căn cứ Kế hoạch số 15",
            "Căn cứ Kế hoạch công tác năm 2024 của Sở;\n"
            "Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003, Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14/6/2005; "
            "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết Luật Thi đua, khen thưởng và Luật sửa đổi, bổ sung một số điều của Luật này;\n"
            "Căn cứ Kế hoạch số 15",
        )
    )
    assert [(row["kind"], row["number"], row["issued_on"]) for row in plan["legal_bases"]] == [
        ("Kế hoạch", None, None),
        ("Luật", None, "2003-11-26"),
        ("Luật", None, "2005-06-14"),
        ("Nghị định", "91/2017/NĐ-CP", "2017-07-31"),
        ("Kế hoạch", "15/KH-UBND", "2024-01-19"),
    ]


def test_a_letterhead_torn_by_a_narrow_column():
    plan = read_text(
        "PHÒNG\nGIÁO DỤC VÀ ĐÀO TẠO\nHUYỆN MAI SƠN\nTRƯỜNG MN HOA BAN\n|\nSố:\n77/KH-MNHB\n|\nMai Sơn, ngày 09 tháng 10\nnăm 2023\n|\n"
        "KẾ HOẠCH\nThi đua, khen thưởng năm học 2023 - 2024\nI. MỤC ĐÍCH\nThi đua dạy tốt."
    )
    assert [plan[key] for key in ("issuer", "number", "place", "issued_on")] == [
        "Trường MN Hoa Ban",
        "77/KH-MNHB",
        "Mai Sơn",
        "2023-10-09",
    ]


def test_a_blank_for_the_number_is_no_second_column():
    plan = read_text(
        "UBND XÃ ĐÔNG THẠNH\nSố:         /KH-UBND\nĐông Thạnh ngày 08 tháng 7 năm 2025\nKẾ HOẠCH\nPhong trào thi đua năm 2025\nI. MỤC ĐÍCH\nThi đua."
    )
    assert [plan[key] for key in ("issuer", "number", "place", "issued_on")] == [
        "UBND xã Đông Thạnh",
        None,
        "Đông Thạnh",
        "2025-07-08",
    ]


def test_a_place_of_the_title_page_is_not_cased_as_in_another_name():
    plan = read_text(
        "BAN CHẤP HÀNH TỈNH ĐIỆN BIÊN\nSố: 12-KH/TĐTN\nĐiện Biên, ngày 05 tháng 02 năm 2024\nKẾ HOẠCH\nPhong trào thi đua năm 2024\n"
        "Ban Chấp hành Tỉnh đoàn xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\nThi đua."
    )
    assert plan["issuer"] == "Ban Chấp hành tỉnh Điện Biên"


def test_a_foot_copied_into_single_lines():
    plan = read_text(
        HEAD + "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: theo dõi.\n"
        "Nơi nhận: GIÁM ĐỐC\n- UBND tỉnh;\n- Lưu: VT, KHTC. Đoàn Thị Kim Ngân"
    )
    assert plan["recipients"] == ["UBND tỉnh", "Lưu: VT, KHTC"]
    assert plan["signatory"] == {"title": "GIÁM ĐỐC", "name": "Đoàn Thị Kim Ngân"}


def test_the_head_of_a_block_signs():
    plan = read_text(
        HEAD + "II. TỔ CHỨC THỰC HIỆN\n1. Khối trưởng: điều hành.\n"
        "Nơi nhận:\n- Các đơn vị trong Khối;\n- Lưu: VT.\nKHỐI TRƯỞNG\nGIÁM ĐỐC SỞ TÀI CHÍNH\nHà Minh Đức"
    )
    assert plan["recipients"] == ["Các đơn vị trong Khối", "Lưu: VT"]
    assert plan["signatory"] == {"title": "KHỐI TRƯỞNG GIÁM ĐỐC SỞ TÀI CHÍNH", "name": "Hà Minh Đức"}


def test_chapters_without_a_full_stop_behind_their_number():
    plan = read_text(
        "TRƯỜNG THCS ĐÔNG SƠN\nSố: 8/KH-THCS\nĐông Sơn, ngày 02 tháng 11 năm 2023\nKẾ HOẠCH\nThi đua chào mừng Ngày Nhà giáo Việt Nam\n"
        "I MỤC ĐÍCH - YÊU CẦU\n1 Mục đích\n- Thi đua dạy tốt.\n2 Yêu cầu\n- Nghiêm túc.\nII KHEN THƯỞNG\n- Giấy khen của Hiệu trưởng: 04 cá nhân."
    )
    assert plan["extra"]["purpose"] == "Thi đua dạy tốt."
    assert [row["quota"] for row in plan["offers"]] == [4]


def test_a_page_of_narrow_lines():
    plan = plan_with(
        "II. KHEN THƯỞNG\n"
        "1. Hồ sơ gửi về Văn phòng Sở để Hội đồng Thi đua\n- Khen thưởng xem xét, thực hiện theo Kế hoạch số\n"
        "15/KH-UBND của UBND tỉnh; tổng kết phong trào vào quý\nIV/2024 và báo cáo theo quy định tại Chỉ thị số\n"
        "34-CT/TW của Bộ Chính trị.\n2. Giấy khen của Giám đốc Sở: 03 tập thể."
    )
    assert [row["quota"] for row in plan["offers"]] == [3]
    assert "section_number_order" not in {row["code"] for row in plan["warnings"]}


def test_targets_in_a_table_with_units():
    plan = plan_with(
        "II. MỤC TIÊU\n1. Chỉ tiêu cụ thể\nTT\tChỉ tiêu\tĐơn vị tính\tKế hoạch năm 2024\n"
        "1\tSản lượng điện\ttriệu kWh\t≥ 1.250\n2\tTỷ lệ tổn thất\t%\t≤ 4,5\n3\tHồ sơ đúng hạn\t%\t100"
    )
    assert [(row["comparator"], row["value"], row["unit"], row["subject"]) for row in plan["targets"]] == [
        (">=", 1250, "count", "Sản lượng điện"),
        ("<=", 4.5, "percent", "Tỷ lệ tổn thất"),
        ("=", 100, "percent", "Hồ sơ đúng hạn"),
    ]


def test_titles_with_a_number_of_people():
    plan = plan_with("II. CHỈ TIÊU\n- Cá nhân: Lao động tiên tiến 21 người; Chiến sĩ thi đua cơ sở: 04 người.")
    assert targets(plan) == [(">=", 21, "count"), (">=", 4, "count")]


def test_a_rate_among_the_tasks_on_commendation():
    plan = plan_with(
        "II. NHIỆM VỤ\n1. Công tác khen thưởng\n1.1. Nâng tỷ lệ khen thưởng người lao động trực tiếp đạt từ 55% trở lên."
    )
    assert targets(plan) == [(">=", 55, "percent")]


def test_criteria_with_points_whatever_their_words():
    plan = plan_with(
        "II. TIÊU CHÍ\n1. Tập thể (100 điểm)\na) Hoàn thành đúng tiến độ: 60 điểm.\nb) Làm tốt nhiệm vụ được phân công: 40 điểm."
    )
    assert plan["criteria"] == ["Hoàn thành đúng tiến độ: 60 điểm.", "Làm tốt nhiệm vụ được phân công: 40 điểm."]


def test_a_base_reached_through_another():
    plan = read_text(
        HEAD.replace(
            "Căn cứ Kế hoạch số 15",
            "Thực hiện chỉ đạo của Ban Thường vụ Huyện ủy tại Thông báo số 90-TB/HU ngày 05/02/2024;\n"
            "Căn cứ Quy chế thi đua ban hành kèm theo Quyết định số 17/QĐ-SCT ngày 12/12/2023;\nCăn cứ Kế hoạch số 15",
        )
    )
    assert [(row["kind"], row["number"], row["issued_on"]) for row in plan["legal_bases"]] == [
        ("Thông báo", "90-TB/HU", "2024-02-05"),
        ("Quyết định", "17/QĐ-SCT", "2023-12-12"),
        ("Kế hoạch", "15/KH-UBND", "2024-01-19"),
    ]


def test_two_offices_sign_side_by_side():
    plan = read_text(
        HEAD.replace("KẾ HOẠCH\nPhát", "KẾ HOẠCH LIÊN TỊCH\nPhát") + "II. TỔ CHỨC THỰC HIỆN\n1. Tỉnh đoàn: chủ trì.\n"
        "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\tKT. GIÁM ĐỐC SỞ GD&ĐT\nPHÓ BÍ THƯ\tPHÓ GIÁM ĐỐC\nTrần Thanh Hà\tLê Văn Lợi\n"
        "Nơi nhận:\n- Trung ương Đoàn;\n- Lưu: VT."
    )
    assert plan["title"] == "Phát động phong trào thi đua năm 2024"
    assert plan["signatory"] == {"title": "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN PHÓ BÍ THƯ", "name": "Trần Thanh Hà"}


def test_a_recipient_with_a_dash_in_it():
    plan = read_text(
        HEAD
        + "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: theo dõi.\nNơi nhận:\n- TT. Đảng ủy - HĐND - UBND phường;\n- Lưu: VT.\nCHỦ TỊCH\nVõ Minh Trí"
    )
    assert plan["recipients"] == ["TT. Đảng ủy - HĐND - UBND phường", "Lưu: VT"]


def test_only_what_is_headed_as_criteria_beside_contents():
    plan = plan_with(
        "II. NỘI DUNG, TIÊU CHÍ THI ĐUA\n1. Nội dung\n1.1. Thi đua cải cách hành chính.\n2. Tiêu chí\n2.1. Đối với tập thể\n- Hồ sơ đúng hạn.\n2.2. Đối với cá nhân\n- Có sáng kiến."
    )
    assert plan["criteria"] == ["Hồ sơ đúng hạn.", "Có sáng kiến."]


def test_a_set_named_before_its_papers():
    plan = plan_with("II. KHEN THƯỞNG\n1. Hồ sơ\n- Hồ sơ: 02 bộ gồm Tờ trình, Biên bản họp xét, Báo cáo thành tích.")
    assert components(plan) == [("Tờ trình", 2), ("Biên bản họp xét", 2), ("Báo cáo thành tích", 2)]


def test_a_table_of_html_over_many_lines():
    row = "<tr>\n<td>{}</td>\n<td>{}</td>\n<td>{}</td>\n<td>{}</td>\n</tr>\n"
    plan = plan_with(
        "II. NỘI DUNG\n<table>\n"
        + row.format("TT", "Nội dung", "Đơn vị thực hiện", "Thời gian")
        + row.format("1", "Đăng ký thi đua", "<ul><li>Văn phòng Sở</li><li>Các phòng</li></ul>", "Trước 10/3/2024")
        + row.format("2", "Tổng kết năm", "Văn phòng Sở", "Tháng 12/2024")
        + "</table>"
    )
    assert [(r["quarter"], r["task"], r["units"]) for r in plan["programme"]] == [
        (1, "Đăng ký thi đua", ["Văn phòng Sở", "Các phòng"]),
        (4, "Tổng kết năm", ["Văn phòng Sở"]),
    ]
    assert plan["evidence"]["programme"] == [[20], [26]]


def test_a_table_of_html_on_one_line():
    plan = plan_with(
        "II. NỘI DUNG\n<table><tr><th>TT</th><th>Nội dung</th><th>Đơn vị</th></tr><tr><td>1</td><td>Quý I: đăng ký</td><td>Văn phòng Sở</td></tr>"
        "<tr><td>2</td><td>Quý II: sơ kết</td><td>Các phòng</td></tr></table>"
    )
    assert [(r["position"], r["task"], r["units"]) for r in plan["programme"]] == [
        (1, "Quý I: đăng ký", ["Văn phòng Sở"]),
        (2, "Quý II: sơ kết", ["Các phòng"]),
    ]


def test_the_right_column_copied_below_the_number():
    plan = read_text(
        "LIÊN ĐOÀN LAO ĐỘNG QUẬN BA ĐÌNH\nSố: 19/KH-LĐLĐ\nTỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nBa Đình, ngày 03 tháng 3 năm 2022\n"
        "KẾ HOẠCH\nTổ chức phong trào thi đua năm 2022\nI. MỤC ĐÍCH\nThi đua lao động giỏi."
    )
    assert (plan["issuer"], plan["number"]) == ("Liên đoàn Lao động quận Ba Đình", "19/KH-LĐLĐ")


def test_a_form_called_a_table():
    plan = plan_with("II. HỒ SƠ\n1. Hồ sơ gồm: Danh sách đề nghị (Biểu số 03); Báo cáo thành tích (Mẫu số 06).")
    assert [(row["name"], row["form"]) for row in plan["dossier_components"]] == [
        ("Danh sách đề nghị", "Mẫu số 03"),
        ("Báo cáo thành tích", "Mẫu số 06"),
    ]


def test_when_a_movement_runs_is_no_criterion():
    plan = plan_with(
        "II. NỘI DUNG THI ĐUA\n1. Thi đua thường xuyên: từ ngày 05/3/2024 đến ngày 30/11/2024.\n2. Giải quyết hồ sơ đúng hạn."
    )
    assert plan["criteria"] == ["Giải quyết hồ sơ đúng hạn."]


def test_who_takes_part_in_one_sentence_beside_the_periods():
    plan = plan_with(
        "II. ĐỐI TƯỢNG, THỜI GIAN\nĐối tượng tham gia gồm các phòng, trung tâm thuộc Sở; công chức, viên chức của Sở.\n"
        "Thời gian thực hiện: từ nay đến hết ngày 31/12/2030, chia làm 02 giai đoạn:\n"
        "Giai đoạn 1: từ năm 2026 đến hết năm 2028, các đơn vị sơ kết vào quý IV năm 2028."
    )
    assert [(row["kind"], row["text"]) for row in plan["participants"]] == [
        ("collective", "các phòng, trung tâm thuộc Sở"),
        ("individual", "công chức, viên chức của Sở"),
    ]


def test_papers_named_at_the_end_of_a_long_sentence_about_the_deadline():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Hồ sơ đề nghị khen thưởng gửi về Văn phòng Sở (qua bộ phận Thi đua - Khen thưởng) trước ngày "
        "15 tháng 11 hằng năm, gồm: Tờ trình kèm danh sách (01 bản chính); Báo cáo thành tích theo Mẫu số 07 ban hành kèm "
        "theo Nghị định số 152/2025/NĐ-CP (02 bản)."
    )
    assert [(row["name"], row["copies"], row["form"]) for row in plan["dossier_components"]] == [
        ("Tờ trình kèm danh sách", 1, None),
        ("Báo cáo thành tích", 2, "Mẫu số 07"),
    ]


def test_a_letterhead_whose_columns_stand_between_bars():
    plan = read_text(
        "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số:\n594/KH-UBND | Đắk Lắk, ngày 05 tháng 10 năm 2023\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2023\n"
        "I. MỤC ĐÍCH\nĐộng viên cán bộ, công chức."
    )
    assert [plan[key] for key in ("issuer", "number", "place", "issued_on")] == [
        "Ủy ban nhân dân tỉnh Đắk Lắk", "594/KH-UBND", "Đắk Lắk", "2023-10-05",
    ]  # fmt: skip
