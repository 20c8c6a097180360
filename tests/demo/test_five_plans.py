"""Each of the five real plans, entered in its tenant: its facts one by one."""

from datetime import date

import pytest

from campaigns.actions import copy_campaign, launch_campaign
from campaigns.enums import CampaignState
from campaigns.plans import a_year_on, plan_data, write_plan
from thidua.demo.plans import load_plan, plan_facts
from thidua.demo.tenants import BAC_KAN, KHANH_HOA, LANG_SON, SOC_TRANG, TT_DVVL, actor, load_office
from thidua.tenancy.scope import tenant_scope

pytestmark = pytest.mark.django_db
PLANS = {
    "khanh_hoa_2024": KHANH_HOA,
    "soc_trang_2024": SOC_TRANG,
    "dvvl_2023": TT_DVVL,
    "lang_son_2020": LANG_SON,
    "bac_kan_2024": BAC_KAN,
}


@pytest.fixture
def house():
    """Opens the tenant of a plan and loads the plan: house(name) → Campaign."""
    doors = []

    def load(name):
        tenant, _new = load_office(PLANS[name], password_hash="!")
        door = tenant_scope(tenant)
        door.__enter__()
        doors.append(door)
        return load_plan(name)

    yield load
    for door in doors:
        door.__exit__(None, None, None)


def offers_of(campaign):
    return [
        (offer.title, offer.nominee_kind, offer.quota_label, offer.selection, offer.decided_here)
        for offer in campaign.offers.all()
    ]


def milestones_of(campaign):
    return [(m.kind, m.due_on, m.awaits) for m in campaign.milestones.stated().order_by("id")]


def components_of(campaign):
    return [(c.kind, c.form, c.decree, c.originals, c.per_nominee, c.required) for c in campaign.components.all()]


def participants_of(campaign):
    counts = {}
    for participant in campaign.participants.select_related("agency__current"):
        kind = participant.agency.current.kind
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def test_khanh_hoa(house):
    plan = house("khanh_hoa_2024")
    assert (plan.plan_number, plan.starts_on, plan.ends_on) == ("1209/KH-SNV", date(2024, 1, 1), date(2025, 12, 31))
    assert [str(basis) for basis in plan.legal_bases.all()] == [
        "Chỉ thị số 02/CT-UBND ngày 20/02/2024 của Chủ tịch UBND tỉnh Khánh Hòa về việc phát động phong trào thi đua giai đoạn 2024 - 2025",
        "Kế hoạch số 1888/KH-UBND ngày 23/02/2024 của UBND tỉnh Khánh Hòa về việc phát động phong trào thi đua giai đoạn 2024 - 2025",
        "Công văn số 1750/BNV-VP ngày 29/3/2024 của Bộ trưởng Bộ Nội vụ về việc phát động phong trào thi đua và hướng dẫn khen thưởng năm 2024",
    ]
    assert [(m.launcher, m.document.number, m.starts_on, m.ends_on) for m in plan.movements.all()] == [
        ("Chủ tịch UBND tỉnh Khánh Hòa", "02/CT-UBND", date(2024, 1, 1), date(2025, 12, 31)),
        ("Bộ trưởng Bộ Nội vụ", "1750/BNV-VP", date(2024, 1, 1), date(2024, 12, 31)),
    ]
    leaves = plan.criteria.filter(role="criterion", parent__isnull=False)
    assert (plan.criteria.filter(role="content").count(), leaves.count()) == (6, 16)
    assert sum(leaf.max_points for leaf in leaves) == 100
    guidance = "Văn bản hướng dẫn của Sở Nội vụ tỉnh Quảng Nam (đơn vị Cụm trưởng năm 2024)"
    council = "Hướng dẫn của cơ quan Thường trực Hội đồng Thi đua - Khen thưởng tỉnh Khánh Hòa"
    assert milestones_of(plan) == [
        ("interim_review", date(2024, 12, 31), ""),
        ("final_review", date(2025, 12, 31), ""),
        ("final_review", date(2024, 12, 31), ""),
        ("dossier_deadline", None, guidance),
        ("dossier_deadline", None, council),
    ]
    assert offers_of(plan) == [
        ("Bằng khen của Bộ trưởng Bộ Nội vụ", "collective", "Theo văn bản hướng dẫn", "dossier", False),
        ("Bằng khen của Bộ trưởng Bộ Nội vụ", "individual", "Theo văn bản hướng dẫn", "dossier", False),
        ("Giấy khen của Giám đốc Sở Nội vụ", "collective", "02", "dossier", True),
        ("Giấy khen của Giám đốc Sở Nội vụ", "individual", "02", "dossier", True),
        ("Giấy khen của Giám đốc Sở Nội vụ", "collective", "03", "ranking", True),
    ]
    assert components_of(plan) == [
        ("submission_letter", "", "", 1, False, True),
        ("minutes", "", "", 1, False, True),
        ("achievement_report", "", "", 1, True, True),
        ("evidence", "", "", 1, False, False),
    ]
    assert participants_of(plan) == {"internal_unit": 6, "subordinate_unit": 3, "district_office": 8}
    assert [group.nominee_kind for group in plan.groups.all()] == ["collective", "collective", "individual"]
    assert [duty.agency_id is not None for duty in plan.responsibilities.all()] == [True, False, False]
    assert [str(day) for day in plan.celebrations.all()] == [
        "76 năm Ngày Bác Hồ ra Lời kêu gọi thi đua ái quốc",
        "79 năm Ngày thành lập Bộ Nội vụ, Ngày Truyền thống ngành Tổ chức nhà nước",
    ]


def test_soc_trang(house):
    plan = house("soc_trang_2024")
    assert (plan.kind, plan.starts_on, plan.ends_on) == ("special", date(2024, 7, 10), date(2025, 7, 30))
    assert [
        (t.comparator, t.value, t.unit, t.population, t.agency_kinds, t.measure, t.grades) for t in plan.targets.all()
    ] == [
        (">=", 6, "count", "agencies", ["internal_unit", "subordinate_unit"], "rating", ["excellent"]),
        (">=", 9, "count", "agencies", ["district_office"], "rating", ["excellent", "good"]),
        ("=", 0, "count", "agencies", [], "rating", ["failed"]),
        (">=", 20, "percent", "people", [], "rating", ["excellent"]),
        (">=", 70, "percent", "people", [], "rating", ["good"]),
        ("=", 0, "count", "people", [], "rating", ["failed"]),
        ("=", 100, "percent", "agencies", ["internal_unit", "subordinate_unit", "district_office"], "manual", []),
        ("=", 100, "percent", "people", [], "manual", []),
    ]
    free = "Không ấn định số lượng"
    assert [(title, kind, quota) for title, kind, quota, _selection, _here in offers_of(plan)] == [
        ("Bằng khen của Thủ tướng Chính phủ", "collective", free),
        ("Bằng khen của Thủ tướng Chính phủ", "individual", free),
        ("Bằng khen của Bộ trưởng Bộ Nội vụ", "collective", free),
        ("Bằng khen của Bộ trưởng Bộ Nội vụ", "individual", free),
        ("Giấy khen của Giám đốc Sở Nội vụ", "collective", free),
        ("Giấy khen của Giám đốc Sở Nội vụ", "individual", free),
    ]
    assert [standard.nominee_kind for standard in plan.standards.all()] == ["collective"] * 3 + ["individual"] * 4
    assert milestones_of(plan) == [
        ("final_review", date(2025, 8, 10), ""),
        ("dossier_deadline", date(2025, 8, 10), ""),
        ("ceremony", date(2025, 8, 28), ""),
    ]
    report = plan.components.get(kind="achievement_report")
    assert (report.form_note, plan.dossier_copies) == ("Mẫu số 08 (98/2023/NĐ-CP)", 1)
    assert plan.criteria.count() == 6
    assert participants_of(plan) == {"internal_unit": 6, "subordinate_unit": 2, "district_office": 11}
    assert [str(day) for day in plan.celebrations.all()] == [
        "80 năm Ngày thành lập Bộ Nội vụ và Ngày Truyền thống ngành Tổ chức Nhà nước"
    ]
    assert "7 tháng đầu năm 2025" in plan.components.get(kind="achievement_report").note


def test_trung_tam_dvvl(house):
    plan = house("dvvl_2023")
    assert [(phase.name, phase.ends_on) for phase in plan.phases.all()] == [
        ("Giai đoạn 2023 - 2025", date(2025, 12, 31)),
        ("Giai đoạn 2026 - 2030", date(2030, 12, 31)),
    ]
    yearly = plan.milestones.get(certainty="yearly")
    assert [year.due_on for year in yearly.years.order_by("due_on")] == [date(y, 12, 1) for y in range(2023, 2031)]
    assert milestones_of(plan) == [
        ("dossier_deadline", None, ""),
        ("dossier_deadline", date(2025, 12, 1), ""),
        ("dossier_deadline", date(2030, 12, 1), ""),
        ("interim_review", date(2025, 12, 31), ""),
        ("final_review", date(2030, 12, 31), ""),
    ]
    assert [(title, kind, here) for title, kind, _quota, _selection, here in offers_of(plan)] == [
        ("Giấy khen của Giám đốc Sở Lao động – Thương binh và Xã hội", "collective", False),
        ("Giấy khen của Giám đốc Sở Lao động – Thương binh và Xã hội", "individual", False),
        ("Giấy khen của Giám đốc Trung tâm Dịch vụ việc làm Khánh Hòa", "collective", True),
        ("Giấy khen của Giám đốc Trung tâm Dịch vụ việc làm Khánh Hòa", "individual", True),
    ]
    assert plan.components.get(kind="achievement_report").form_note == "Mẫu số 07 (91/2017/NĐ-CP)"
    assert [standard.nominee_kind for standard in plan.standards.all()] == ["collective"] * 7 + ["individual"] * 3 + [
        ""
    ]
    assert plan.criteria.count() == 4
    assert [str(basis.document.issued_on) for basis in plan.legal_bases.all()] == ["2023-05-29", "2022-07-22"]


def test_lang_son(house):
    plan = house("lang_son_2020")
    assert (plan.kind, plan.plan_number, plan.plan_date) == ("programme", "03/KH-SNV", date(2020, 1, 3))
    assert [(task.quarter, task.position) for task in plan.tasks.all()] == [
        *((1, n) for n in range(1, 5)),
        *((2, n) for n in range(5, 8)),
        *((3, n) for n in range(8, 12)),
        *((4, n) for n in range(12, 18)),
    ]
    assert [unit.name for unit in plan.tasks.get(position=10).units.all()] == [
        "Lãnh đạo Sở", "Văn phòng Sở", "Đại biểu được bầu dự",
    ]  # fmt: skip
    assert sum(unit.agency_id is not None for task in plan.tasks.all() for unit in task.units.all()) == 14
    assert plan.milestones.get(kind="registration").due_on == date(2020, 1, 30)
    assert [basis.document.get_kind_display() for basis in plan.legal_bases.all()] == ["Luật"] * 3 + ["Kế hoạch"] * 2
    assert plan.criteria.filter(role="solution").count() == 7
    assert len(plan.recipients) == 10


def test_bac_kan(house):
    plan = house("bac_kan_2024")
    assert [(phase.name, phase.starts_on, phase.ends_on) for phase in plan.phases.all()] == [
        ("Đợt 1", date(2024, 1, 1), date(2024, 6, 30)),
        ("Đợt 2", date(2024, 7, 1), date(2024, 12, 31)),
    ]
    assert [[(day.years, day.celebrated_on) for day in phase.celebrations.all()] for phase in plan.phases.all()] == [
        [(94, date(2024, 2, 3)), (134, date(2024, 5, 19)), (76, date(2024, 6, 11))],
        [(75, date(2024, 8, 24)), (79, date(2024, 8, 28)), (79, date(2024, 9, 2)), (80, date(2024, 12, 22))],
    ]
    assert [(m.kind, m.due_on, m.phase.name) for m in plan.milestones.order_by("id")] == [
        ("dossier_deadline", date(2024, 6, 20), "Đợt 1"),
        ("interim_review", None, "Đợt 1"),
        ("dossier_deadline", date(2024, 12, 10), "Đợt 2"),
        ("final_review", None, "Đợt 2"),
    ]
    assert plan.theme == "Đoàn kết, sáng tạo, thi đua xây dựng tỉnh Bắc Kạn phát triển nhanh, bền vững"
    assert plan.criteria.filter(parent__isnull=True).count() == 3


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_can_be_launched_and_taken_back_as_data_without_loss(house, name):
    plan = house(name)
    launched = launch_campaign(campaign=plan, by=actor("vanphong", PLANS[name].slug))
    assert launched.state == CampaignState.LAUNCHED
    data = plan_data(launched)
    again = write_plan(data)
    assert plan_data(again) == data
    facts = plan_facts(name)
    assert {part: len(data[part]) for part in facts if isinstance(facts[part], list)} == {
        part: len(rows) for part, rows in facts.items() if isinstance(rows, list)
    }


def test_a_copy_into_the_next_year_shifts_dates_and_keeps_owners(house):
    plan = house("lang_son_2020")
    copy = copy_campaign(campaign=plan, year=2021, by=actor("vanphong", LANG_SON.slug))
    assert (copy.title, copy.year, copy.plan_number, copy.plan_date) == (
        "Công tác thi đua, khen thưởng năm 2021", 2021, "", None,
    )  # fmt: skip
    assert (copy.starts_on, copy.ends_on, copy.state) == (date(2021, 1, 1), date(2021, 12, 31), "draft")
    assert copy.copied_from == plan
    assert copy.milestones.get(kind="registration").due_on == date(2021, 1, 30)
    last = copy.tasks.get(position=17)
    assert last.task == "Xây dựng kế hoạch công tác thi đua, khen thưởng năm 2022."
    assert [unit.name for unit in last.units.all()] == ["Văn phòng Sở"]
    assert plan_data(copy) | {"title": ""} == a_year_on(plan_data(plan)) | {"title": ""}


def test_what_was_announced_for_one_year_waits_again_in_the_next():
    row = {
        "kind": "ceremony", "name": "Lễ", "certainty": "fixed", "due_on": date(2024, 2, 29),
        "awaits": "thông báo về lễ năm 2024", "set_by": "Thông báo số 5/TB-SNV",
    }  # fmt: skip
    data = {
        "title": "Phong trào năm 2024", "year": 2024, "starts_on": date(2024, 2, 29), "ends_on": date(2024, 12, 31),
        "movements": [], "phases": [], "celebrations": [], "tasks": [], "milestones": [row],
    }  # fmt: skip
    shifted = a_year_on(data)
    assert shifted["milestones"] == [
        row | {"certainty": "awaited", "due_on": None, "awaits": "thông báo về lễ năm 2025", "set_by": ""}
    ]
    assert (shifted["starts_on"], shifted["title"]) == (date(2025, 2, 28), "Phong trào năm 2025")
