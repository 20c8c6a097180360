"""What can be won, in the shapes offices write it."""

from .short import offers, plan_with

UNION = "Ban Chấp hành Liên đoàn Lao động tỉnh"


def test_numbers_in_an_item_beside_the_award():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Hình thức: Bằng khen của Ban Chấp hành Liên đoàn Lao động tỉnh.\n"
        "2. Số lượng: mỗi công đoàn cấp trên cơ sở đề nghị 02 tập thể, 04 cá nhân."
    )
    assert offers(plan) == [("Bằng khen", UNION, "collective", 2), ("Bằng khen", UNION, "individual", 4)]


def test_a_clause_goes_on_with_the_award_before_it():
    plan = plan_with(
        "II. KHEN THƯỞNG\n- Giấy khen của Giám đốc Sở: sơ kết 04 tập thể, 06 cá nhân; tổng kết 08 tập thể, 12 cá nhân."
    )
    giver = "Giám đốc Sở Công Thương"
    assert offers(plan) == [
        ("Giấy khen", giver, "collective", 4),
        ("Giấy khen", giver, "individual", 6),
        ("Giấy khen", giver, "collective", 8),
        ("Giấy khen", giver, "individual", 12),
    ]


def test_a_fraction_is_a_share_and_no_day():
    plan = plan_with("II. KHEN THƯỞNG\n- Bằng khen của Ban Chấp hành Tỉnh đoàn: không quá 1/4 số đơn vị và 25 cá nhân.")
    assert offers(plan) == [
        ("Bằng khen", "Ban Chấp hành Tỉnh đoàn", "individual", 25),
        ("Bằng khen", "Ban Chấp hành Tỉnh đoàn", "collective", None),
    ]
    assert [row["quota_kind"] for row in plan["extra"]["offers"]] == ["fixed", "percent"]
    assert plan["milestones"] == []


def test_a_share_beside_a_number_of_others():
    plan = plan_with("II. KHEN THƯỞNG\n- Đề nghị Thủ tướng Chính phủ tặng Bằng khen: 02 huyện và 4% số xã tiêu biểu.")
    assert [(*row, extra["quota_kind"]) for row, extra in zip(offers(plan), plan["extra"]["offers"], strict=True)] == [
        ("Bằng khen", "Thủ tướng Chính phủ", "collective", 2, "fixed"),
        ("Bằng khen", "Thủ tướng Chính phủ", "collective", None, "percent"),
    ]


def test_parts_of_a_number_are_not_counted_again():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Giấy khen của Giám đốc Sở: 07 tập thể (gồm 03 phòng, 04 đơn vị) và 15 cá nhân."
    )
    assert [quota for *_, quota in offers(plan)] == [7, 15]


def test_the_giver_stands_behind_the_award():
    plan = plan_with(
        "II. HÌNH THỨC KHEN THƯỞNG\n1. Huân chương Lao động các hạng: xét trình Chủ tịch nước tặng cho tập thể đặc biệt xuất sắc."
    )
    assert offers(plan) == [("Huân chương Lao động", "Chủ tịch nước", "collective", None)]


def test_the_giver_is_the_subject():
    plan = plan_with(
        "II. KHEN THƯỞNG\n- Trưởng phòng khen thưởng 02 tập thể và 09 cá nhân bằng hình thức Giấy khen.\n"
        "- Đề nghị Giám đốc Công an tỉnh tặng Giấy khen cho 01 tập thể."
    )
    assert offers(plan) == [
        ("Giấy khen", "Trưởng phòng", "collective", 2),
        ("Giấy khen", "Trưởng phòng", "individual", 9),
        ("Giấy khen", "Giám đốc Công an tỉnh", "collective", 1),
    ]


def test_one_giver_for_two_awards_of_a_sentence():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Đề nghị Tổng Thanh tra Chính phủ tặng Bằng khen cho 03 cá nhân, tặng Cờ thi đua cho 01 tập thể."
    )
    assert offers(plan) == [
        ("Bằng khen", "Tổng Thanh tra Chính phủ", "individual", 3),
        ("Cờ thi đua", "Tổng Thanh tra Chính phủ", "collective", 1),
    ]


def test_prizes_count_the_awards():
    plan = plan_with(
        "II. GIẢI THƯỞNG\n- 01 giải Nhất: Giấy khen của Chủ tịch UBND quận và 4.000.000 đồng.\n"
        "- 02 giải Nhì: Giấy khen của Chủ tịch UBND quận và 3.000.000 đồng."
    )
    assert offers(plan) == [
        ("Giấy khen", "Chủ tịch UBND quận", None, 1),
        ("Giấy khen", "Chủ tịch UBND quận", None, 2),
    ]


def test_what_was_won_last_year_is_not_on_offer():
    plan = plan_with(
        "II. ĐẶC ĐIỂM TÌNH HÌNH\nNăm 2023, Sở có 04 cá nhân được tặng Giấy khen của Giám đốc Sở và 01 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh."
    )
    assert plan["offers"] == []


def test_a_table_whose_column_names_the_nominee():
    plan = plan_with(
        "II. KHEN THƯỞNG\nTT\tHình thức khen thưởng\tĐối tượng\tSố lượng\n"
        "1\tGiấy khen của Chủ tịch UBND quận\tTập thể\t02\n2\tGiấy khen của Chủ tịch UBND quận\tHọc sinh\t25"
    )
    assert offers(plan) == [
        ("Giấy khen", "Chủ tịch UBND quận", "collective", 2),
        ("Giấy khen", "Chủ tịch UBND quận", "individual", 25),
    ]


def test_a_share_of_another_title_is_no_offer_of_that_title():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Trình UBND quận các danh hiệu: Chiến sĩ thi đua cơ sở (không quá 15% Lao động tiên tiến), Giấy khen của Chủ tịch UBND Quận 7."
    )
    assert offers(plan) == [
        ("Chiến sĩ thi đua cơ sở", None, "individual", None),
        ("Giấy khen", "Chủ tịch UBND Quận 7", None, None),
    ]


def test_awards_by_ranking_under_another_name():
    plan = plan_with(
        "II. BÌNH XÉT, SUY TÔN\n- Suy tôn 01 đơn vị xếp thứ Nhất đề nghị tặng Cờ thi đua của UBND tỉnh; 02 đơn vị xếp thứ Nhì đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh."
    )
    assert offers(plan) == [
        ("Cờ thi đua", "UBND tỉnh", "collective", 1),
        ("Bằng khen", "Chủ tịch UBND tỉnh", "collective", 2),
    ]


def test_a_share_in_the_next_clause():
    plan = plan_with(
        "II. KHEN THƯỞNG\na) Giấy khen của Kiểm toán trưởng: tặng 03 tập thể cấp phòng; 12% số công chức, người lao động."
    )
    assert offers(plan) == [
        ("Giấy khen", "Kiểm toán trưởng", "collective", 3),
        ("Giấy khen", "Kiểm toán trưởng", "individual", None),
    ]


def test_for_whom_without_the_words_of_the_law():
    plan = plan_with("II. KHEN THƯỞNG\n1. Tỉnh đoàn tặng Bằng khen cho học sinh được tuyên dương.")
    assert offers(plan) == [("Bằng khen", "Tỉnh đoàn", "individual", None)]


def test_a_part_of_a_number_under_its_award():
    plan = plan_with(
        "II. KHEN THƯỞNG\na) Giấy khen của Giám đốc Sở:\n- Đợt 1: 02 tập thể, 11 cá nhân.\n"
        "- Đợt 2: 04 tập thể, 22 cá nhân, trong đó có ít nhất 06 nhân viên hợp đồng."
    )
    assert [quota for *_, quota in offers(plan)] == [2, 11, 4, 22]


def test_criteria_for_awards_name_titles_as_conditions():
    plan = plan_with(
        "II. TIÊU CHÍ XÉT KHEN THƯỞNG\n1. Cá nhân: là Chiến sĩ thi đua cơ sở ít nhất 01 năm.\n"
        "III. HÌNH THỨC KHEN THƯỞNG\n1. Giấy khen của Giám đốc Sở: 05 cá nhân."
    )
    assert offers(plan) == [("Giấy khen", "Giám đốc Sở Công Thương", "individual", 5)]


def test_one_giver_for_a_flag_and_the_award_behind_it():
    plan = plan_with(
        "II. KHEN THƯỞNG\n- Đề nghị Chánh án TAND tối cao tặng Cờ thi đua TAND cho 01 đơn vị, Bằng khen cho 04 cá nhân."
    )
    assert offers(plan) == [
        ("Cờ thi đua", "Chánh án TAND tối cao", "collective", 1),
        ("Bằng khen", "Chánh án TAND tối cao", "individual", 4),
    ]


def test_sizes_of_units_are_no_quotas():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Giấy khen của LĐLĐ quận: CĐCS dưới 60 đoàn viên được đề nghị 01 tập thể; CĐCS từ 60 đoàn viên trở lên được đề nghị 02 tập thể, 04 cá nhân."
    )
    assert offers(plan) == [
        ("Giấy khen", "LĐLĐ quận", "collective", 1),
        ("Giấy khen", "LĐLĐ quận", "collective", 2),
        ("Giấy khen", "LĐLĐ quận", "individual", 4),
    ]


def test_a_number_for_the_whole_office_in_the_next_clause():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Giấy khen của Giám đốc Sở: mỗi phòng lựa chọn 02 cá nhân; toàn Sở 03 tập thể phòng."
    )
    assert offers(plan) == [
        ("Giấy khen", "Giám đốc Sở Công Thương", "individual", 2),
        ("Giấy khen", "Giám đốc Sở Công Thương", "collective", 3),
    ]


def test_numbers_in_words():
    plan = plan_with("II. KHEN THƯỞNG\n- Giấy khen của Giám đốc Sở cho ba tập thể, năm cá nhân.")
    assert [(kind, quota) for _, _, kind, quota in offers(plan)] == [("collective", 3), ("individual", 5)]


def test_titles_to_be_reached_are_targets_and_duties_are_no_offers():
    plan = plan_with(
        "II. CHỈ TIÊU\n- Có 02 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở: tham mưu đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho tập thể xuất sắc."
    )
    assert plan["offers"] == []
    assert [row["value"] for row in plan["targets"]] == [2]


def test_prizes_counted_one_by_one():
    plan = plan_with(
        "II. KHEN THƯỞNG\n1. Khi tổng kết, trao giải thưởng gồm 01 giải Nhất, 02 giải Nhì và 03 giải Ba cho các xã dẫn đầu.\n"
        "2. 02 giải Khuyến khích: Giấy khen của Giám đốc Sở."
    )
    assert offers(plan) == [
        ("Giải Nhất", None, "collective", 1),
        ("Giải Nhì", None, "collective", 2),
        ("Giải Ba", None, "collective", 3),
        ("Giấy khen", "Giám đốc Sở Công Thương", None, 2),
    ]
