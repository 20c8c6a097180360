"""Two officers at the same moment: real transactions, real threads."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from campaigns.actions import scoring
from campaigns.models import Score, ScoreSheet
from campaigns.policies import scored_criteria
from tests.factories import accounts, agencies, campaigns, tenants
from tests.factories.sheets import hand_in
from thidua.tenancy.scope import tenant_scope
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integration]


@pytest.fixture
def stage(transactional_db):
    """A committed tenant with a campaign that is being scored: (tenant, cast, sheet, its criteria)."""
    tenant = tenants.tenant("snv-khanhhoa")
    with tenant_scope(tenant):
        tree = agencies.agency_tree(tenant)
        cast = accounts.cast(tenant, tree)
        campaign = campaigns.launched(tree, cast.office)
        scoring.open_scoring(campaign=campaign, by=cast.office)
        sheet = campaign.sheets.get(participant__agency=tree["ccvc"])
        hand_in(sheet)
        return tenant, cast, sheet, scored_criteria(campaign)


def at_once(tenant, *calls):
    """Run the calls in threads that start together; the names of what each returned or raised."""
    barrier = Barrier(len(calls))

    def run(call):
        try:
            barrier.wait(timeout=10)
            with tenant_scope(tenant):
                return type(call()).__name__
        except (Refused, Outdated) as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return sorted(pool.map(run, calls))


def point(sheet, criterion, points, by, **more):
    return lambda: scoring.save_points(
        sheet=sheet, criterion=criterion, points=Decimal(points), reason="", by=by, **more
    )


def test_two_savers_of_one_cell(stage):
    tenant, cast, sheet, (first, *_others) = stage
    calls = [point(sheet, first, points, cast.office, seen=None) for points in (7, 8)]
    assert at_once(tenant, *calls) == ["Outdated", "ScoreSheet"]
    with tenant_scope(tenant):
        assert Score.objects.get().points == ScoreSheet.objects.get(pk=sheet.pk).total


def test_two_cells_of_one_sheet_are_both_in_the_total(stage):
    tenant, cast, sheet, (first, second, _third) = stage
    assert at_once(
        tenant, point(sheet, first, 7, cast.office, seen=None), point(sheet, second, 8, cast.office, seen=None)
    ) == ["ScoreSheet", "ScoreSheet"]
    with tenant_scope(tenant):
        assert ScoreSheet.objects.get(pk=sheet.pk).total == 15


def test_a_point_never_changes_behind_the_publication(stage):
    tenant, cast, sheet, criteria = stage
    with tenant_scope(tenant):
        for criterion in criteria:
            point(sheet, criterion, 5, cast.office)()
        scoring.sheet_step(sheet=sheet, event="verify", by=cast.office)
    at_once(
        tenant,
        lambda: scoring.publish_scores(campaign=sheet.campaign, by=cast.office, without_missing=True),
        point(sheet, criteria[0], 9, cast.office),
    )
    with tenant_scope(tenant):
        kept = ScoreSheet.objects.get(pk=sheet.pk)
        points = sum(score.points for score in kept.scores.all())
        assert (kept.state, kept.total) == ("published", points)
