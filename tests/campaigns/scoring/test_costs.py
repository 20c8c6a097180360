"""The same number of queries for one unit as for three hundred."""

from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaigns.actions import scoring
from campaigns.models import ScoreSheet
from campaigns.policies import scored_criteria
from campaigns.selectors.scoring import Ranker, items_of, rule_of
from tests.factories import crowds

pytestmark = pytest.mark.django_db


def more_units(campaign, count):
    """`count` more units, each with a verified sheet in which every criterion has points."""
    rows = crowds.participants(campaign, campaign.participants.count() + count)
    crowds.sheets(campaign, rows, scored_criteria(campaign))


def queries_of(call):
    """How many queries a page asks, its status checked."""
    with CaptureQueriesContext(connection) as asked:
        assert call().status_code == 200
    return len(asked)


@pytest.mark.parametrize("count", [1, 30, 300])
def test_pages_of_a_unit(plan, office, unit_head, client_of, at, count):
    more_units(plan, count)
    scoring.open_scoring(campaign=plan, by=office)
    own = plan.sheets.get(participant__agency=unit_head.agency_id)
    scoring.publish_scores(campaign=plan, by=office, without_missing=True)
    client = client_of(unit_head)
    client.get(at(unit_head, "score_list"))
    found = {
        "score_sheet": queries_of(lambda: client.get(at(unit_head, "score_sheet", own.pk))),
        "score_ranking": queries_of(lambda: client.get(at(unit_head, "score_ranking", plan.pk))),
        "score_list": queries_of(lambda: client.get(at(unit_head, "score_list"))),
    }
    assert found == {"score_sheet": 20, "score_ranking": 23, "score_list": 12}


@pytest.mark.parametrize("count", [1, 300])
def test_a_cell(plan, criteria, office, client_of, at, count):
    more_units(plan, count)
    sheet = plan.sheets.first()
    client, url = client_of(office), at(office, "score_cell", sheet.pk, criteria[0].pk)
    client.get(at(office, "score_list"))
    assert queries_of(lambda: client.post(url, {"points": "9", "seen": "7", "reason": "Chậm."})) == 21


@pytest.mark.parametrize("count", [1, 60])
def test_a_block_costs_what_a_cell_does(plan, criteria, office, count):
    more_units(plan, count)
    cells = [
        scoring.Typed(sheet.pk, criterion.pk, min(Decimal(5), criterion.max_points), "Chậm.")
        for sheet in plan.sheets.all()
        for criterion in criteria
    ]
    with CaptureQueriesContext(connection) as asked:
        answers = scoring.save_cells(campaign=plan, cells=cells, by=office)
    assert (len(asked), {answer.wrong for answer in answers}) == (10, {None})


def test_saving_one_point_asks_a_handful(plan, criteria, office):
    more_units(plan, 1)
    with CaptureQueriesContext(connection) as asked:
        scoring.save_points(sheet=plan.sheets.first(), criterion=criteria[0], points=9, reason="Chậm.", by=office)
    assert len(asked) == 11


@pytest.mark.parametrize("count", [3, 30])
def test_what_concerns_all_sheets_costs_the_same(plan, office, count):
    """Verified, published, taken back and opened again: as many queries for three units as for thirty."""
    more_units(plan, count)
    plan.sheets.update(state="submitted")
    steps = {
        "verify": lambda: scoring.verify_complete(campaign=plan, by=office),
        "publish": lambda: scoring.publish_scores(campaign=plan, by=office, without_missing=True),
        "unpublish": lambda: scoring.unpublish_scores(campaign=plan, by=office, reason="Tính nhầm"),
        "open": lambda: scoring.open_scoring(campaign=plan, by=office),
        "refresh": lambda: scoring.refresh_totals(plan),
    }
    found = {}
    for name, step in steps.items():
        with CaptureQueriesContext(connection) as asked:
            step()
        found[name] = len(asked)
    assert found == {"verify": 12, "publish": 23, "unpublish": 17, "open": 21, "refresh": 6}


@pytest.mark.parametrize("count", [1, 5])
def test_the_ranking_costs_the_same_with_many_offers(plan, office, client_of, at, count):
    more_units(plan, 3)
    scoring.publish_scores(campaign=plan, by=office, without_missing=True)
    offer = plan.offers.get(selection="ranking")
    for _more in range(count - 1):
        offer.pk, offer._state.adding = None, True
        offer.save()
    client, url = client_of(office), at(office, "score_ranking", plan.pk)
    client.get(at(office, "score_list"))
    assert queries_of(lambda: client.get(url)) == 23


def test_ten_thousand_sheets_get_their_places(plan, office):
    """From rows to ranks without the database: sums, ties, grades (how fast: `make bench`)."""
    items = items_of(plan)
    sheets = [ScoreSheet(pk=number, campaign=plan) for number in range(10_000)]
    points = {sheet.pk: {item.id: Decimal(sheet.pk % 11) for item in items} for sheet in sheets}
    places = Ranker(rule_of(plan), items, points, [("Tốt", Decimal(20))]).places(sheets)
    ranks = Counter(place.rank for place in places)
    assert (len(places), sorted(ranks)[0], ranks[1]) == (10_000, 1, 909)
    assert sum(ranks.values()) == 10_000
