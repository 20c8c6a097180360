"""Plans of many kinds of office, invented: what must be read from each."""

import unicodedata

import pytest

from campaigns.reading import read_text

from .plans import ALL, BENH_VIEN, BO, CONG_DOAN, DAI_HOC, GIAO_DUC, HUYEN, THUE, TRUONG, XA


def offers(plan):
    return [(o["award"], o["authority"], o["nominee_kind"], o["quota"]) for o in plan["offers"]]


def milestones(plan):
    return [(m["kind"], m["due_on"], m["recurs"]) for m in plan["milestones"]]


def targets(plan):
    return [(t["comparator"], t["value"], t["unit"]) for t in plan["targets"]]


def phases(plan):
    return [(p["name"], p["starts_on"], p["ends_on"]) for p in plan["phases"]]


def period(plan):
    return plan["starts_on"], plan["ends_on"]


def components(plan):
    return [(c["name"], c["copies"], c["form"], c["decree"]) for c in plan["dossier_components"]]


def head(plan):
    return plan["issuer"], plan["number"], plan["place"], plan["issued_on"]


def test_department_of_education_with_two_columns():
    plan = read_text(GIAO_DUC)
    assert head(plan) == ("Sở Giáo dục và Đào tạo", "45/KH-SGDĐT", "Hà Giang", "2024-02-12")
    assert period(plan) == ("2024-02-15", "2024-11-20")
    assert phases(plan) == [("Đợt I", "2024-02-15", "2024-05-31"), ("Đợt II", "2024-09-05", "2024-11-20")]
    assert offers(plan) == [
        ("Giấy khen", "Giám đốc Sở Giáo dục và Đào tạo", "collective", 20),
        ("Giấy khen", "Giám đốc Sở Giáo dục và Đào tạo", "individual", 50),
        ("Bằng khen", "Chủ tịch UBND tỉnh", "collective", 5),
        ("Bằng khen", "Chủ tịch UBND tỉnh", "individual", 8),
    ]
    assert targets(plan) == [("=", 100, "percent"), (">=", 85, "percent"), ("<=", 0.5, "percent"), (">=", 30, "count")]
    assert components(plan) == [
        ("Tờ trình kèm danh sách", 2, None, None),
        ("Báo cáo thành tích", 1, "Mẫu số 01", "98/2023/NĐ-CP"),
        ("Biên bản bình xét", None, None, None),
    ]
    assert milestones(plan) == [
        ("dossier_deadline", "2024-10-25", None),
        ("council", "2024-11-05", None),
        ("other", "2024-02-28", None),
        ("report", "2024-06-10", None),
        ("report", "2024-10-25", None),
    ]
    assert plan["signatory"] == {"title": "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "name": "Nguyễn Thị Thu Hằng"}
    assert plan["recipients"] == ["UBND tỉnh (b/c)", "Các phòng GD&ĐT", "Lưu: VT, VP"]
    assert len(plan["criteria"]) == 3


def test_district_with_letters_and_a_table():
    plan = read_text(HUYEN)
    assert head(plan) == ("Ủy ban nhân dân huyện Cái Bè", "88/KH-UBND", "Cái Bè", "2024-03-05")
    assert period(plan) == ("2024-01-01", "2024-12-31")
    assert [(row["quarter"], row["units"]) for row in plan["programme"]] == [
        (1, ["Phòng Nội vụ", "Văn phòng HĐND và UBND huyện"]),
        (1, ["Cụm trưởng, khối trưởng", "Phòng Nội vụ", "Các đơn vị thành viên"]),
        (2, ["Phòng Nội vụ", "UBND các xã, thị trấn"]),
        (4, ["Thường trực Hội đồng", "Phòng Nội vụ", "Các thành viên Hội đồng"]),
        (4, ["UBND huyện", "Các cơ quan, đơn vị"]),
    ]
    assert offers(plan)[3:] == [
        ("Giấy khen", "Chủ tịch UBND huyện", "collective", None),
        ("Giấy khen", "Chủ tịch UBND huyện", "individual", None),
        ("Cờ thi đua", "Chủ tịch UBND tỉnh", "collective", 1),
        ("Bằng khen", "Chủ tịch UBND tỉnh", "collective", None),
        ("Bằng khen", "Chủ tịch UBND tỉnh", "individual", None),
    ]
    assert [o["quota_kind"] for o in plan["extra"]["offers"]][3:5] == ["percent", "percent"]
    assert milestones(plan) == [
        ("registration", "2024-03-31", None),
        ("registration", "2024-03-20", None),
        ("report", None, None),
        ("report", None, "yearly"),
    ]
    assert targets(plan) == [(">=", 90, "percent"), ("<=", 15, "percent"), ("=", 100, "percent"), (">=", 2, "count")]
    assert plan["signatory"]["title"] == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH"


def test_hospital_with_pipe_tables():
    plan = read_text(BENH_VIEN)
    assert head(plan) == ("Bệnh viện Phổi Trung ương", "310/KH-BVPTW", "Hà Nội", None)
    assert phases(plan) == [("Giai đoạn 1", "2025-06-01", "2025-08-31"), ("Giai đoạn 2", "2025-09-01", "2025-12-31")]
    assert plan["criteria"][0] == "Thực hiện quy tắc ứng xử (30 điểm)"
    assert plan["extra"]["criteria_groups"] == ["Đối với khoa, phòng"] * 2 + ["Đối với cá nhân"] * 2
    assert [quota for *_, quota in offers(plan)] == [5, 20, 1, 2]
    assert [copies for _, copies, _, _ in components(plan)] == [2, 2, 2]
    assert ("dossier_deadline", "2025-12-15", None) in milestones(plan)
    assert ("final_review", "2025-12-28", None) in milestones(plan)


def test_school_year():
    plan = read_text(TRUONG)
    assert plan["title"] == "CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM HỌC 2024 - 2025"
    assert plan["legal_bases"][0]["number"] == "06/2022/QH15"
    assert period(plan) == ("2024-09-05", "2025-05-19")
    assert len(plan["phases"]) == 4
    assert milestones(plan) == [
        ("registration", "2024-09-25", None),
        ("council", "2025-05-15", None),
        ("council", "2025-05-20", None),
        ("dossier_deadline", "2025-05-30", None),
    ]
    assert plan["offers"] == []


def test_union_on_narrow_lines():
    plan = read_text(CONG_DOAN)
    assert plan["title"].endswith("trong cán bộ, đoàn viên công đoàn giai đoạn 2025 - 2027")
    assert period(plan) == ("2025-01-01", "2027-12-31")
    assert [p["kind"] for p in plan["participants"]] == ["collective", "individual"]
    assert offers(plan)[2:] == [
        ("Bằng khen", "Ban Thường vụ Liên đoàn Lao động tỉnh", "collective", 3),
        ("Bằng khen", "Ban Thường vụ Liên đoàn Lao động tỉnh", "individual", 5),
        ("Bằng Lao động sáng tạo", "Tổng Liên đoàn Lao động Việt Nam", "individual", 2),
    ]
    assert [m for m in milestones(plan) if m[2]] == [
        ("dossier_deadline", None, "yearly"),
        ("report", None, "yearly"),
        ("report", None, "yearly"),
    ]


def test_tax_office_without_number_and_day():
    plan = read_text(THUE)
    assert head(plan) == ("Cục Thuế tỉnh An Giang", None, "An Giang", None)
    assert {slip["code"] for slip in plan["warnings"]} == {"number_missing", "date_incomplete"}
    assert [quota for *_, quota in offers(plan)] == [3, 4, 15]
    assert len(plan["recipients"]) == 4


def test_commune_in_markdown():
    plan = read_text(XA)
    assert head(plan) == ("Ủy ban nhân dân xã Đắk Lua", "112/KH-UBND", "Đắk Lua", "2025-08-18")
    assert phases(plan) == [("Giai đoạn 1", "2025-09-01", "2027-12-31"), ("Giai đoạn 2", "2028-01-01", "2030-12-31")]
    assert components(plan)[1] == ("Báo cáo thành tích", 1, "Mẫu số 1.1", "152/2025/NĐ-CP")
    assert plan["signatory"] == {"title": "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "name": "Đỗ Thành Công"}


def test_ministry_with_a_programme_written_as_lists():
    plan = read_text(BO)
    assert [row["quarter"] for row in plan["programme"]] == [1, 1, 2, 2, 3, 4, 4]
    assert plan["programme"][4]["units"] == ["Vụ Thi đua - Khen thưởng", "Học viện Tư pháp"]
    assert ("Huân chương Lao động hạng Ba", "Chủ tịch nước", "individual", 3) in offers(plan)
    assert plan["signatory"] == {"title": "KT. BỘ TRƯỞNG THỨ TRƯỞNG", "name": "Nguyễn Khánh Ngọc"}


def test_signature_before_the_recipients():
    text = XA[: XA.index("**Nơi nhận:**")] + "CHỦ TỊCH\nĐỗ Thành Công\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"
    plan = read_text(text)
    assert plan["recipients"] == ["UBND tỉnh", "Lưu: VT"]
    assert plan["signatory"] == {"title": "CHỦ TỊCH", "name": "Đỗ Thành Công"}


def test_names_of_agencies_that_hold_common_words():
    text = (
        "KẾ HOẠCH\nPhát động thi đua năm 2024\nCăn cứ Kế hoạch số 5/KH-STC ngày 02/01/2024 của Sở Tài chính về thi đua;\n"
        "I. KHEN THƯỞNG\n- Đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 02 tập thể;\n"
        "- Thủ trưởng cơ quan tặng Giấy khen cho 03 cá nhân."
    )
    plan = read_text(text)
    assert plan["legal_bases"][0]["issuer"] == "Sở Tài chính"
    assert [o["authority"] for o in plan["offers"]] == ["Chủ tịch Ủy ban nhân dân tỉnh", "Thủ trưởng cơ quan"]


def test_a_round_that_ends_on_no_day_stays_open():
    text = (
        "KẾ HOẠCH\nPhong trào thi đua năm 2024\nI. THỜI GIAN\n- Đợt 1: Từ ngày 10/02/2024 đến ngày 30/6/2024.\n"
        "- Đợt 2: Từ ngày 01/7/2024 đến ngày 31/11/2024.\nII. KHEN THƯỞNG\n- Giấy khen của Giám đốc."
    )
    plan = read_text(text)
    assert phases(plan) == [("Đợt 1", "2024-02-10", "2024-06-30"), ("Đợt 2", "2024-07-01", None)]
    assert period(plan) == ("2024-02-10", None)
    assert ("date_impossible", 5) in {(slip["code"], slip["line"]) for slip in plan["warnings"]}


def test_university_in_articles():
    plan = read_text(DAI_HOC)
    assert plan["issuer"] == "Hội đồng Thi đua - Khen thưởng"
    assert period(plan) == ("2024-11-01", "2025-04-08")
    assert len(plan["criteria"]) == 5
    assert [r["agency"] for r in plan["responsibilities"]] == [
        "Phòng Tổ chức - Hành chính",
        "Các khoa, phòng, ban, trung tâm",
    ]


@pytest.mark.parametrize("name", ALL)
def test_letters_taken_apart_give_the_same_facts(name):
    assert read_text(unicodedata.normalize("NFD", ALL[name])) == read_text(ALL[name])


@pytest.mark.parametrize("name", ALL)
def test_invisible_characters_and_line_ends_change_nothing(name):
    noisy = ALL[name].replace(" ", "\u00a0").replace("thi", "th\u200bi").replace("\n", "\r\n")
    assert read_text(noisy) == read_text(ALL[name])


@pytest.mark.parametrize("name", ALL)
def test_misread_headings_still_lead_to_the_facts(name):
    noisy = ALL[name]
    for right, wrong in (
        ("ĐỐI TƯỢNG", "ĐÔI TƯỢNG"), ("KHEN THƯỞNG", "KHEN THƯƠNG"), ("THỜI GIAN", "THƠI GIAN"), ("Đề nghị", "Đê nghị"),
        ("tập thể", "tâp thể"), ("cá nhân", "cá nhàn"), ("Hồ sơ", "Hô sơ"), ("trước ngày", "trươc ngày"), ("Nơi nhận", "Noi nhận"),
    ):  # fmt: skip
        noisy = noisy.replace(right, wrong)
    clean, misread = read_text(ALL[name]), read_text(noisy)
    assert offers(misread) == offers(clean)
    assert milestones(misread) == milestones(clean)
    assert period(misread) == period(clean)
    assert len(misread["participants"]) == len(clean["participants"])
    assert len(misread["recipients"]) == len(clean["recipients"])


@pytest.mark.parametrize("name", ALL)
def test_every_fact_says_where_it_stands(name):
    plan = read_text(ALL[name])
    count = ALL[name].count("\n") + 1
    for key, lines in plan["evidence"].items():
        if key == "extra":
            continue
        if isinstance(plan[key], list):
            assert len(lines) == len(plan[key]), key
            flat = [number for item in lines for number in item]
        else:
            assert bool(lines) or plan[key] is None, key
            flat = lines
        assert all(1 <= number <= count for number in flat)
