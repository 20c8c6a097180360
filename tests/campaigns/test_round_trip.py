"""A campaign prints its plan, the plan is read again: the same campaign, for each of the five real plans."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from campaigns.documents.blocks import write_word
from campaigns.documents.plan import build_plan
from campaigns.plans import plan_data, write_plan
from campaigns.plans.drafting import draft_data, printed
from campaigns.reading import read_text
from campaigns.reading.sources import text_of
from tests.demo.test_five_plans import PLANS, house
from thidua.documents.rendering import render_pdf

pytestmark = pytest.mark.django_db
__all__ = ["house"]


def read_back(campaign, tmp_path):
    _title, doc = build_plan(campaign.pk)
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(write_word(doc))
    return read_text(text_of(file))


def day(value):
    return value.isoformat() if value else None


def stated(campaign):
    """What the campaign says, in the reader's words."""
    leaves = [
        row.text.rstrip(".")
        for row in campaign.criteria.filter(role="criterion")
        if row.parent_id or not row.children.exists()
    ]
    return {
        "issuer": str(campaign.organiser),
        "number": campaign.plan_number or None,
        "place": campaign.organiser.current.place_name,
        "issued_on": day(campaign.plan_date),
        "title": campaign.title,
        "starts_on": day(campaign.starts_on),
        "ends_on": day(campaign.ends_on),
        "signatory": {"title": campaign.signer_title, "name": campaign.signer_name},
        "recipients": campaign.recipients,
        "legal_bases": [
            (b.document.get_kind_display(), b.document.number or None, day(b.document.issued_on), b.document.issuer or None)
            for b in campaign.legal_bases.select_related("document")
        ],
        "phases": [(p.name, day(p.starts_on), day(p.ends_on)) for p in campaign.phases.all()],
        "milestones": Counter(
            (m.kind, day(m.due_on), "yearly" if m.certainty == "yearly" else None)
            for m in campaign.milestones.stated()
        ),
        "participants": [(g.nominee_kind, g.text.rstrip(".")) for g in campaign.groups.all()],
        "criteria": leaves,
        "targets": [(t.comparator, float(t.value), t.unit) for t in campaign.targets.all()],
        "offers": [(o.award.bare_name, o.authority, o.nominee_kind, o.quota) for o in campaign.offers.all()],
        "components": [(c.name, c.form or None, c.decree or None) for c in campaign.components.all()],
        "programme": [
            (t.quarter, t.position, [unit.name for unit in t.units.all()]) for t in campaign.tasks.all()
        ],
        "responsibilities": [d.name for d in campaign.responsibilities.all()],
    }  # fmt: skip


def found(facts):
    """What the reader found, in the same shape."""
    return {
        **{key: facts[key] for key in ("issuer", "number", "place", "issued_on", "title", "starts_on", "ends_on")},
        "signatory": facts["signatory"],
        "recipients": facts["recipients"],
        "legal_bases": [(b["kind"], b["number"], b["issued_on"], b["issuer"]) for b in facts["legal_bases"]],
        "phases": [(p["name"], p["starts_on"], p["ends_on"]) for p in facts["phases"]],
        "milestones": Counter((m["kind"], m["due_on"], m["recurs"]) for m in facts["milestones"]),
        "participants": [(p["kind"], p["text"].rstrip(".")) for p in facts["participants"]],
        "criteria": [printed.points(text)[0].rstrip(".") for text in facts["criteria"]],
        "targets": [(t["comparator"], float(t["value"]), t["unit"]) for t in facts["targets"]],
        "offers": [(o["award"], o["authority"], o["nominee_kind"], o["quota"]) for o in facts["offers"]],
        "components": [
            (printed.component(c["name"].removesuffix(" (nếu có)"))[0], c["form"], c["decree"])
            for c in facts["dossier_components"]
        ],
        "programme": [(t["quarter"], t["position"], t["units"]) for t in facts["programme"]],
        "responsibilities": [d["agency"] for d in facts["responsibilities"]],
    }


@pytest.mark.parametrize("name", PLANS)
def test_the_printed_plan_reads_as_the_same_campaign(house, tmp_path, name):
    campaign = house(name)
    assert found(read_back(campaign, tmp_path)) == stated(campaign)


def same(data):
    """A plan's data for comparing: milestones stand by their day on paper, sentences end with a full stop there."""
    data = simplified(data)
    names = [row["name"] for row in data["milestones"]]
    for row in data["milestones"]:
        row["anchor"] = names[row["anchor"]] if row["anchor"] is not None else None
    data["milestones"].sort(key=lambda row: (row["kind"], row["name"]))
    return data


def simplified(value):
    if isinstance(value, dict):
        return {key: simplified(one) for key, one in value.items()}
    if isinstance(value, list):
        return [simplified(one) for one in value]
    if isinstance(value, str):
        return "\n".join(line.strip().rstrip(".") for line in value.splitlines())
    return value


@pytest.mark.parametrize("name", PLANS)
def test_the_printed_plan_becomes_the_same_campaign_again(house, tmp_path, name):
    """Everything that a plan holds, row by row: what is printed and read again is the plan that was printed."""
    campaign = house(name)
    data, left = draft_data(read_back(campaign, tmp_path), campaign.organiser)
    assert left == []
    assert same(plan_data(write_plan(data))) == same(plan_data(campaign))


def rich(data):
    """A plan with what the five plans do not have together."""
    criteria = data["criteria"]
    criteria[0]["children"][0] |= {"evidence_required": True}
    criteria.append({"text": "Điểm thưởng, điểm trừ", "children": [
        {"text": "Có sáng kiến được công nhận", "max_points": Decimal(5), "points_kind": "bonus", "evidence_required": True},
        {"text": "Báo cáo chậm", "max_points": Decimal("2.5"), "points_kind": "minus"},
    ]})  # fmt: skip
    after = {
        "kind": "report",
        "name": "Báo cáo kết quả với Bộ Nội vụ",
        "certainty": "relative",
        "anchor": 1,
        "offset_days": 15,
    }
    data["milestones"].append(after | {"movement": 1})
    data["components"].append({
        "kind": "other", "name": "Ý kiến của cơ quan có thẩm quyền", "originals": 2, "per_nominee": True, "offers": [0, 1],
    })  # fmt: skip
    data["offers"].append({
        "award": "LDTT", "authority": "Giám đốc Sở Nội vụ", "nominee_kind": "individual", "quota_kind": "percent",
        "quota_percent": Decimal(70), "quota_population": "tổng số công chức, viên chức của đơn vị",
    })  # fmt: skip
    return data | {
        "kind": "regular", "slogan": "Kỷ cương, sáng tạo, bứt phá", "dossier_copies": 2, "plan_date": date(2024, 4, 5),
        "standards": [{"nominee_kind": "", "text": "Chấp hành tốt chủ trương của Đảng"}],
        "solutions": [{"text": "Đẩy mạnh tuyên truyền"}, {"text": "Nhân rộng điển hình"}],
        "tasks": [{"quarter": 2, "position": 1, "task": "Sơ kết\nBáo cáo", "units": ["Văn phòng Sở"], "due_on": date(2024, 6, 20)}],
    }  # fmt: skip


def test_a_plan_with_everything_becomes_the_same_campaign_again(house, tmp_path):
    campaign = write_plan(rich(plan_data(house("khanh_hoa_2024"))))
    data, left = draft_data(read_back(campaign, tmp_path), campaign.organiser)
    assert left == []
    assert same(plan_data(write_plan(data))) == same(plan_data(campaign))


@pytest.mark.parametrize("name", ["khanh_hoa_2024", "soc_trang_2024", "dvvl_2023", "bac_kan_2024"])
def test_the_printed_pdf_reads_as_the_word_file(house, tmp_path, name):
    """Wrapped lines and tables of the PDF come back as paragraphs and rows."""
    campaign = house(name)
    _title, doc = build_plan(campaign.pk)
    file = tmp_path / "ke-hoach.pdf"
    file.write_bytes(render_pdf("pdf/text_document.html", {"doc": doc}).pdf)
    assert found(read_text(text_of(file))) == found(read_back(campaign, tmp_path))


def test_a_programme_in_pdf_keeps_its_rows(house, tmp_path):
    campaign = house("lang_son_2020")
    _title, doc = build_plan(campaign.pk)
    file = tmp_path / "ke-hoach.pdf"
    file.write_bytes(render_pdf("pdf/text_document.html", {"doc": doc}).pdf)
    assert found(read_text(text_of(file)))["programme"] == stated(campaign)["programme"]
