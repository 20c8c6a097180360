"""Plans of other authors: small roman chapters, criteria with points in an annex, deadlines and awards in tables."""

from campaigns.reading import read_text

from .later_plans import BENH_VIEN_NHI, PHUONG, TRUONG_THPT


def offers(plan):
    return [(row["award"], row["authority"], row["nominee_kind"], row["quota"]) for row in plan["offers"]]


def milestones(plan):
    return [(row["kind"], row["due_on"]) for row in plan["milestones"]]


def test_a_ward_with_small_roman_chapters():
    plan = read_text(PHUONG)
    assert (plan["issuer"], plan["number"]) == ("Ủy ban nhân dân phường Hạc Thành", "27/KH-UBND")
    assert [row["kind"] for row in plan["participants"]] == ["collective", "individual"]
    assert len(plan["criteria"]) == 3
    assert [(row["comparator"], row["value"]) for row in plan["targets"]] == [("=", 100), (">=", 70)]
    assert offers(plan) == [
        ("Giấy khen", "Chủ tịch UBND phường", "collective", 10),
        ("Giấy khen", "Chủ tịch UBND phường", "individual", None),
        ("Bằng khen", "Chủ tịch UBND tỉnh", "collective", 2),
        ("Bằng khen", "Chủ tịch UBND tỉnh", "individual", 3),
    ]
    assert plan["extra"]["offers"][1]["quota_kind"] == "percent"
    assert milestones(plan) == [("dossier_deadline", "2025-12-05"), ("report", "2025-12-20")]
    assert plan["dossier_components"][2]["form"] == "Mẫu số 1.1"
    assert len(plan["responsibilities"]) == 3
    assert plan["signatory"]["title"] == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH"


def test_a_school_whose_criteria_stand_in_an_annex():
    plan = read_text(TRUONG_THPT)
    assert [(row["starts_on"], row["ends_on"]) for row in plan["phases"]][1] == ("2025-11-21", "2026-01-09")
    assert (plan["starts_on"], plan["ends_on"]) == ("2025-09-05", "2026-05-31")
    assert plan["criteria"][0] == "Thực hiện chương trình, kế hoạch giáo dục (20 điểm)"
    assert plan["extra"]["criteria_groups"] == ["Công tác chuyên môn"] * 3 + ["Nền nếp, kỷ luật"] * 2
    assert plan["extra"]["contents"] == []
    assert milestones(plan) == [
        ("registration", "2025-09-25"),
        ("interim_review", None),
        ("final_review", "2026-05-31"),
        ("dossier_deadline", "2026-05-20"),
    ]
    assert [quota for *_, quota in offers(plan)] == [3, 6, 20, 2, 5, 1]


def test_a_hospital_with_deadlines_and_awards_in_tables():
    plan = read_text(BENH_VIEN_NHI)
    assert milestones(plan) == [
        ("other", "2025-03-10"),
        ("registration", "2025-03-20"),
        ("interim_review", None),
        ("dossier_deadline", "2025-11-25"),
        ("council", "2025-12-05"),
        ("final_review", "2025-12-20"),
    ]
    assert [row["quarter"] for row in plan["programme"]] == [1, 1, 3, 4, 4, 4]
    assert [quota for *_, quota in offers(plan)] == [1, 2, 3, 5, 8, 30]
    assert [row["kind"] for row in plan["participants"]] == ["collective", "individual"]
    assert plan["signatory"] == {"title": "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "name": "BSCKII. Trần Đình Vinh"}
