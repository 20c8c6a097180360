"""The five plans of real offices, fact by fact. They are not part of the project; without them these tests skip."""

from pathlib import Path

import pytest

from campaigns.reading import read_text


def _folder() -> Path | None:
    for parent in Path(__file__).resolve().parents:
        for place in (parent / "shared" / "plans", parent.parent / "shared" / "plans"):
            if place.is_dir():
                return place
    return None


def _plan(name: str) -> dict:
    folder = _folder()
    if folder is None or not (folder / name).is_file():
        pytest.skip("the real plans are not here")
    return read_text((folder / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def khanh_hoa():
    return _plan("khanh-hoa-snv-2024.txt")


@pytest.fixture(scope="module")
def soc_trang():
    return _plan("soc-trang-snv-2024.txt")


@pytest.fixture(scope="module")
def viec_lam():
    return _plan("khanh-hoa-ttdvvl-2023.txt")


@pytest.fixture(scope="module")
def lang_son():
    return _plan("lang-son-snv-2020.txt")


@pytest.fixture(scope="module")
def bac_kan():
    return _plan("bac-kan-vp-2024.txt")


def offers(plan):
    return [(o["award"], o["authority"], o["nominee_kind"], o["quota"]) for o in plan["offers"]]


def milestones(plan):
    return [(m["kind"], m["due_on"], m["recurs"]) for m in plan["milestones"]]


def codes(plan):
    return {(slip["code"], slip["line"]) for slip in plan["warnings"]}


def test_khanh_hoa_head(khanh_hoa):
    assert khanh_hoa["issuer"] == "Sở Nội vụ"
    assert khanh_hoa["number"] == "1209/KH-SNV"
    assert khanh_hoa["place"] == "Khánh Hòa"
    assert khanh_hoa["issued_on"] is None
    assert khanh_hoa["title"] == "Phát động phong trào thi đua ngành Nội vụ tỉnh Khánh Hòa năm 2024"
    assert khanh_hoa["signatory"] == {"title": "GIÁM ĐỐC", "name": "Võ Chí Vương"}
    assert len(khanh_hoa["recipients"]) == 7
    assert [(b["kind"], b["number"], b["issued_on"], b["issuer"]) for b in khanh_hoa["legal_bases"]] == [
        ("Chỉ thị", "02/CT-UBND", "2024-02-20", "Chủ tịch UBND tỉnh"),
        ("Kế hoạch", "1888/KH-UBND", "2024-02-23", "UBND tỉnh Khánh Hòa"),
        ("Công văn", "1750/BNV-VP", "2024-03-29", "Bộ trưởng Bộ Nội vụ"),
    ]


def test_khanh_hoa_times(khanh_hoa):
    assert (khanh_hoa["starts_on"], khanh_hoa["ends_on"]) == ("2024-01-01", "2025-12-31")
    assert milestones(khanh_hoa) == [
        ("interim_review", None, None),
        ("final_review", None, None),
        ("final_review", None, None),
        ("dossier_deadline", None, None),
        ("dossier_deadline", None, None),
    ]
    assert khanh_hoa["extra"]["milestones"][3]["awaits"] == "Sở Nội vụ tỉnh Quảng Nam"
    movements = {m["launcher"]: (m["starts_on"], m["ends_on"]) for m in khanh_hoa["extra"]["movements"]}
    assert movements == {
        "Chủ tịch UBND tỉnh Khánh Hòa": ("2024-01-01", "2025-12-31"),
        "Bộ trưởng Bộ Nội vụ": ("2024-01-01", "2024-12-31"),
    }


def test_khanh_hoa_what_is_won(khanh_hoa):
    assert offers(khanh_hoa) == [
        ("Bằng khen", "Bộ trưởng Bộ Nội vụ", "collective", None),
        ("Bằng khen", "Bộ trưởng Bộ Nội vụ", "individual", None),
        ("Giấy khen", "Giám đốc Sở Nội vụ", "collective", 2),
        ("Giấy khen", "Giám đốc Sở Nội vụ", "individual", 2),
        ("Giấy khen", "Giám đốc Sở Nội vụ", "collective", 3),
    ]
    assert len(khanh_hoa["criteria"]) == 16
    assert khanh_hoa["evidence"]["criteria"][1] == [65, 67]
    assert [p["kind"] for p in khanh_hoa["participants"]] == ["collective", "individual"]
    assert [(c["name"][:8], c["copies"]) for c in khanh_hoa["dossier_components"]] == [
        ("Tờ trình", 1), ("Biên bản", 1), ("Báo cáo ", 1), ("Các minh", 1),
    ]  # fmt: skip
    assert [c["required"] for c in khanh_hoa["extra"]["components"]] == [True, True, True, False]
    assert [(t["comparator"], t["value"], t["unit"]) for t in khanh_hoa["targets"]] == [("=", 100, "percent")]
    assert [r["agency"] for r in khanh_hoa["responsibilities"]] == [
        "Văn phòng Sở",
        "Các cơ quan, đơn vị thuộc và trực thuộc Sở; Phòng Nội vụ cấp huyện",
        "Các tổ chức đoàn thể",
    ]


def test_soc_trang(soc_trang):
    assert soc_trang["issuer"] == "Sở Nội vụ tỉnh Sóc Trăng"
    assert soc_trang["number"] is None
    assert (soc_trang["starts_on"], soc_trang["ends_on"]) == ("2024-07-01", "2025-07-31")
    assert milestones(soc_trang) == [("final_review", "2025-08-10", None), ("ceremony", "2025-08-28", None)]
    assert [(t["comparator"], t["value"], t["unit"]) for t in soc_trang["targets"]] == [
        (">=", 6, "count"), (">=", 9, "count"), ("=", 0, "count"), (">=", 20, "percent"), (">=", 70, "percent"),
        ("=", 0, "count"), ("=", 100, "percent"), ("=", 100, "percent"),
    ]  # fmt: skip
    assert offers(soc_trang) == [
        ("Bằng khen", "Thủ tướng Chính phủ", "collective", None),
        ("Bằng khen", "Thủ tướng Chính phủ", "individual", None),
        ("Bằng khen", "Bộ trưởng Bộ Nội vụ", None, None),
        ("Giấy khen", "Giám đốc Sở Nội vụ", None, None),
    ]
    assert len(soc_trang["criteria"]) == 6
    report = soc_trang["dossier_components"][2]
    assert (report["copies"], report["form"], report["decree"]) == (1, "Mẫu số 08", "98/2023/NĐ-CP")
    assert {("number_missing", 3), ("date_incomplete", 5), ("dates_differ", 39)} <= codes(soc_trang)


def test_viec_lam(viec_lam):
    assert viec_lam["issuer"] == "Trung tâm Dịch vụ việc làm Khánh Hòa"
    assert (viec_lam["starts_on"], viec_lam["ends_on"]) == (None, "2030-12-31")
    assert [(p["name"], p["starts_on"], p["ends_on"]) for p in viec_lam["phases"]] == [
        ("Giai đoạn 2023 - 2025", "2023-01-01", "2025-12-31"),
        ("Giai đoạn 2026 - 2030", "2026-01-01", "2030-12-31"),
    ]
    assert milestones(viec_lam) == [
        ("interim_review", None, None),
        ("final_review", None, None),
        ("dossier_deadline", None, "yearly"),
        ("dossier_deadline", "2025-12-01", None),
        ("dossier_deadline", "2030-12-01", None),
    ]
    assert offers(viec_lam) == [
        ("Giấy khen", "Giám đốc Sở Lao động – Thương binh và Xã hội", None, None),
        ("Giấy khen", "Giám đốc Trung tâm Dịch vụ việc làm Khánh Hòa", None, None),
    ]
    assert (viec_lam["dossier_components"][2]["form"], viec_lam["dossier_components"][2]["decree"]) == (
        "Mẫu số 07",
        "91/2017/NĐ-CP",
    )
    assert {
        ("number_missing", 3), ("date_incomplete", 5), ("section_number_duplicate", 121),
        ("citation_date_conflict", 31), ("citation_spelling", 31), ("award_authority_mismatch", 111),
    } <= codes(viec_lam)  # fmt: skip


def test_lang_son(lang_son):
    assert (lang_son["number"], lang_son["issued_on"]) == ("03/KH-SNV", "2020-01-03")
    assert [b["issued_on"] for b in lang_son["legal_bases"]] == [
        "2003-11-26", "2005-06-14", "2013-11-16", "2017-01-10", "2019-12-24",
    ]  # fmt: skip
    assert milestones(lang_son) == [("registration", "2020-01-30", None)]
    programme = lang_son["programme"]
    assert [row["position"] for row in programme] == list(range(1, 18))
    assert [row["quarter"] for row in programme] == [1] * 4 + [2] * 3 + [3] * 4 + [4] * 6
    assert [len(row["units"]) for row in programme] == [3, 2, 2, 3, 3, 3, 2, 1, 1, 3, 2, 2, 3, 2, 2, 2, 1]
    assert programme[9]["units"] == ["Lãnh đạo Sở", "Văn phòng Sở", "Đại biểu được bầu dự"]
    assert programme[8]["task"] == "Xây dựng Kế hoạch công tác kiểm tra thi đua khen thưởng 2020."
    assert lang_son["signatory"]["name"] == "Nguyễn Quốc Khánh"
    assert len(lang_son["recipients"]) == 10


def test_bac_kan(bac_kan):
    assert bac_kan["issuer"] == "Văn phòng Ủy ban nhân dân tỉnh"
    assert bac_kan["title"] == "Công tác thi đua khen thưởng năm 2024"
    assert [(p["name"], p["starts_on"], p["ends_on"]) for p in bac_kan["phases"]] == [
        ("Đợt 1", "2024-01-01", "2024-06-30"),
        ("Đợt 2", "2024-07-01", "2024-12-31"),
    ]
    assert (bac_kan["starts_on"], bac_kan["ends_on"]) == ("2024-01-01", "2024-12-31")
    assert milestones(bac_kan) == [
        ("interim_review", None, None),
        ("dossier_deadline", "2024-06-20", None),
        ("final_review", None, None),
        ("dossier_deadline", "2024-12-10", None),
    ]
    assert [m["phase"] for m in bac_kan["extra"]["milestones"]] == [0, 0, 1, 1]
    assert len(bac_kan["criteria"]) == 3
    assert bac_kan["recipients"] == ["Sở Nội vụ", "LĐVP", "Các phòng, ban, đơn vị trực thuộc", "Lưu: VT, HCTC-QTTV"]
    assert {
        ("number_missing", 3), ("date_incomplete", 5), ("date_wording", 56), ("date_impossible", 58),
        ("anniversary_mismatch", 62),
    } <= codes(bac_kan)  # fmt: skip
