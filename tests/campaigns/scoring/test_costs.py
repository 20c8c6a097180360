"""The same number of queries for one unit as for three hundred."""

import time
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns.actions import scoring
from campaigns.models import Participant, Score, ScoreSheet
from thidua.agencies.actions import found_agency

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def more_units(campaign, count):
    """`count` more units, each with a verified sheet in which every criterion has points."""
    from campaigns.policies import scored_criteria

    made = [
        found_agency(
            code=f"dv-{number}", position=100 + number, valid_from=date(2023, 1, 1), legal_name=f"Đơn vị số {number}",
            short_name=f"ĐV {number}", kind="district_office",
        )
        for number in range(count)
    ]  # fmt: skip
    joined = [Participant.objects.create(campaign=campaign, agency=agency) for agency in made]
    sheets = ScoreSheet.objects.bulk_create(
        ScoreSheet(campaign=campaign, participant=row, state="verified", total=number % 30)
        for number, row in enumerate(joined)
    )
    Score.objects.bulk_create(
        Score(sheet=sheet, criterion=row, points=number % 5)
        for number, sheet in enumerate(sheets)
        for row in scored_criteria(campaign)
    )


def queries_of(call):
    """How many queries a page asks, its status checked."""
    with CaptureQueriesContext(connection) as asked:
        assert call().status_code == 200
    return len(asked)


PAGES = ("campaign_scores", "score_grid", "score_ranking", "score_publish", "score_excel", "ranking_excel")


@pytest.mark.parametrize("count", [1, 30, 300])
def test_pages_of_the_office(plan, office, client_of, at, count):
    more_units(plan, count)
    scoring.open_scoring(campaign=plan, by=office)
    client = client_of(office)
    client.get(at(office, "score_list"))  # the first request of a session asks for more
    found = {name: queries_of(lambda name=name: client.get(at(office, name, plan.pk))) for name in PAGES}
    found["score_list"] = queries_of(lambda: client.get(at(office, "score_list")))
    assert found == {
        "campaign_scores": 18, "score_grid": 14, "score_ranking": 24, "score_publish": 17, "score_excel": 13,
        "ranking_excel": 16, "score_list": 12,
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 30, 300])
def test_pages_of_a_unit(plan, office, unit_head, client_of, at, count):
    more_units(plan, count)
    scoring.open_scoring(campaign=plan, by=office)
    own = plan.sheets.get(participant__agency=unit_head.agency_id)
    plan.sheets.exclude(pk=own.pk).filter(state="verified").update(state="published", rank=1, published_at=NOW)
    client = client_of(unit_head)
    client.get(at(unit_head, "score_list"))
    found = {
        "score_sheet": queries_of(lambda: client.get(at(unit_head, "score_sheet", own.pk))),
        "score_ranking": queries_of(lambda: client.get(at(unit_head, "score_ranking", plan.pk))),
        "score_list": queries_of(lambda: client.get(at(unit_head, "score_list"))),
    }
    assert found == {"score_sheet": 19, "score_ranking": 24, "score_list": 12}


@pytest.mark.parametrize("count", [1, 300])
def test_a_cell(plan, criteria, office, client_of, at, count):
    more_units(plan, count)
    sheet = plan.sheets.first()
    client, url = client_of(office), at(office, "score_cell", sheet.pk, criteria[0].pk)
    client.get(at(office, "score_list"))
    assert queries_of(lambda: client.post(url, {"points": "9", "seen": "0", "reason": ""})) == 19


def test_saving_one_point_asks_a_handful(plan, criteria, office):
    more_units(plan, 1)
    with CaptureQueriesContext(connection) as asked:
        scoring.save_points(sheet=plan.sheets.first(), criterion=criteria[0], points=9, reason="", by=office)
    assert len(asked) == 9


def test_ten_thousand_sheets_are_ranked_within_two_seconds(plan, office):
    """From rows to ranks without the database: sums, ties, grades."""
    from campaigns.selectors.scoring import Ranker, items_of, rule_of

    items = items_of(plan)
    sheets = [ScoreSheet(pk=number, campaign=plan) for number in range(10_000)]
    points = {sheet.pk: {item.id: Decimal(sheet.pk % 11) for item in items} for sheet in sheets}
    ranker = Ranker(rule_of(plan), items, points, [("Tốt", Decimal(20))])
    begun = time.perf_counter()
    assert len(ranker.places(sheets)) == 10_000
    assert time.perf_counter() - begun < 2
