"""Two people at the same moment: real transactions, real threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from campaigns.actions.clusters import save_pledge
from campaigns.models import Cluster, Pledge
from dossiers import actions
from dossiers.models import Approval, Dossier, Nominee
from tests.factories import accounts, campaigns, tenants
from tests.factories import agencies as agency_factory
from tests.factories import dossiers as build
from thidua.agencies.models import Agency
from thidua.documents.models import NumberSeries, take_number
from thidua.tenancy.scope import tenant_scope
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integration]


@pytest.fixture
def stage(transactional_db):
    """A committed tenant with a launched campaign."""
    tenant = tenants.tenant("snv-khanhhoa")
    with tenant_scope(tenant):
        tree = agency_factory.agency_tree(tenant)
        cast = accounts.cast(tenant, tree)
        campaigns.own_vote_rules()
        campaign = campaigns.launched(tree, cast.office)
    return tenant, cast, campaign


def at_once(tenant, *calls):
    """Run the calls in threads that start together; what each returned or raised."""
    barrier = Barrier(len(calls))

    def run(call):
        try:
            barrier.wait(timeout=10)
            with tenant_scope(tenant):
                return call()
        except (AlreadyDone, Refused) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_two_directors_never_exceed_the_quota(stage):
    tenant, cast, campaign = stage
    with tenant_scope(tenant):
        offer = campaigns.offer_of(campaign)
        offer.quota = 1
        offer.save()
        first = build.dossier("approval", campaign=campaign, cast=cast).nominees.get()
        second = build.dossier("approval", campaign=campaign, cast=cast, head=cast.other_unit_head).nominees.get()
    results = at_once(
        tenant,
        lambda: actions.approve_nominee(nominee=first, by=cast.director),
        lambda: actions.approve_nominee(nominee=second, by=cast.director),
    )
    assert sorted(type(result).__name__ for result in results) == ["Nominee", "Refused"]
    with tenant_scope(tenant):
        assert list(Approval.objects.values_list("slot", flat=True)) == [1]
        assert Nominee.objects.filter(outcome="approved").count() == 1


def test_a_double_click_hands_in_once(stage):
    tenant, cast, campaign = stage
    with tenant_scope(tenant):
        dossier = build.dossier("draft", campaign=campaign, cast=cast)
    results = at_once(tenant, *[lambda: actions.submit_dossier(dossier=dossier, by=cast.unit_head)] * 2)
    assert sorted(type(result).__name__ for result in results) == ["AlreadyDone", "Dossier"]
    with tenant_scope(tenant):
        assert Dossier.objects.get().receipt_number == 1
        assert Dossier.objects.get().transitions.count() == 1


def test_a_double_click_signs_once(stage):
    tenant, cast, campaign = stage
    with tenant_scope(tenant):
        build.approve_all(build.dossier("approval", campaign=campaign, cast=cast), cast.director)
        decision = build.decision(campaign=campaign, cast=cast)
    results = at_once(tenant, *[lambda: actions.sign_decision(decision=decision, by=cast.director)] * 2)
    assert sorted(type(result).__name__ for result in results) == ["AlreadyDone", "Decision"]
    with tenant_scope(tenant):
        assert NumberSeries.objects.get(kind="QĐ").last == 1


def test_numbers_are_taken_one_by_one(stage):
    tenant, _cast, _campaign = stage
    with tenant_scope(tenant):
        agency = Agency.objects.get(code="so")
    taken = at_once(tenant, *[lambda: take_number(agency=agency, kind="TB", year=2026)] * 6)
    assert sorted(taken) == [1, 2, 3, 4, 5, 6]


def test_a_pledge_sent_twice_is_kept_once(stage):
    tenant, cast, _campaign = stage
    with tenant_scope(tenant):
        member = Cluster.objects.create(name="Cụm 1", valid_from=2020).members.create(name="Sở Tài chính")
    values = {"content": "Hoàn thành 100%", "signed_on": None, "signer_title": "", "signer_name": ""}
    results = at_once(
        tenant, *[lambda: save_pledge(member=member, year=2026, values=values, upload=None, by=cast.office)] * 2
    )
    assert {type(result).__name__ for result in results} <= {"Pledge", "AlreadyDone"}
    with tenant_scope(tenant):
        assert [pledge.content for pledge in Pledge.objects.all()] == ["Hoàn thành 100%"]
