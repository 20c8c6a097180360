"""A campaign prints its plan, the plan is read again: the same campaign, for each of the five real plans."""

from collections import Counter

import pytest

from campaigns.documents.blocks import write_word
from campaigns.documents.plan import build_plan
from campaigns.plans import plan_data, write_plan
from campaigns.plans.drafting import draft_data, printed
from campaigns.reading import read_text
from campaigns.reading.sources import text_of
from tests.demo.test_five_plans import PLANS, house

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


# What a plan on paper does not say: how a target is measured, which kinds of agency a word means, points of a table.
NOT_ON_PAPER = {"movements", "targets", "criteria", "milestones", "celebrations", "components", "offers", "legal_bases"}


@pytest.mark.parametrize("name", PLANS)
def test_the_draft_made_from_the_printed_plan_holds_every_part(house, tmp_path, name):
    campaign = house(name)
    facts = read_back(campaign, tmp_path)
    data, left = draft_data(facts, campaign.organiser)
    again = write_plan(data)
    assert left == []
    old, new = plan_data(campaign), plan_data(again)
    counts = {
        part: len(rows)
        for part, rows in old.items()
        if isinstance(rows, list) and part not in ("movements", "celebrations")
    }
    assert {part: len(new[part]) for part in counts} == counts
    assert again.title == campaign.title
    assert stated(again)["offers"] == stated(campaign)["offers"]
    assert [offer.quota_kind for offer in again.offers.all()] == [offer.quota_kind for offer in campaign.offers.all()]
    assert [offer.selection for offer in again.offers.all()] == [offer.selection for offer in campaign.offers.all()]
    assert sorted(row.agency.code for row in again.participants.all()) == sorted(
        row.agency.code for row in campaign.participants.all()
    )
