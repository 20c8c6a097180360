"""The pages of council, approval, decisions and one dossier cost the same with one nominee and with many."""

from dataclasses import replace
from datetime import date

import pytest

from dossiers.models import Decision
from tests.factories import dossiers as build
from thidua.agencies.actions import found_agency
from thidua.agencies.enums import AgencyKind

MANY = 8
QUERIES = {
    ("council", "council_session", "council"): 14,
    ("council", "council_list", "council"): 11,
    ("approval", "approval_list", "director"): 13,
    ("decided", "decision_list", "office"): 12,
    ("decided", "decision_page", "director"): 13,
    ("submitted", "dossier_list", "inspector"): 13,
    ("submitted", "tenant_home", "director"): 13,
}


def more(campaign, cast, state, count):
    for number in range(count):
        agency = found_agency(
            code=f"dv-{number}", position=100 + number, valid_from=date(2023, 1, 1), legal_name=f"Đơn vị {number}",
            short_name=f"ĐV {number}", kind=AgencyKind.INTERNAL_UNIT, head_title="Trưởng phòng",
        )  # fmt: skip
        campaign.participants.create(agency=agency)
        build.dossier(state, campaign=campaign, cast=cast, head=replace(cast.unit_head, agency_id=agency.pk))


def address(at, actor, page, campaign):
    if page == "council_session":
        return at(actor, page, campaign.council_sessions.latest("id").pk)
    if page == "decision_page":
        return at(actor, page, Decision.objects.earliest("id").pk)
    return at(actor, page)


@pytest.mark.parametrize(("state", "page", "role"), QUERIES)
def test_cost(make_dossier, campaign, cast, client_of, at, django_assert_num_queries, state, page, role):
    campaign.offers.update(quota=50, quota_kind="fixed")
    make_dossier(state)
    if page == "council_session":
        build.session(campaign, cast.council)
    actor = getattr(cast, role)
    client, queries = client_of(actor), QUERIES[state, page, role]
    url = address(at, actor, page, campaign)
    client.get(url)
    with django_assert_num_queries(queries):
        client.get(url)
    more(campaign, cast, state, MANY)
    with django_assert_num_queries(queries):
        client.get(url)


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize(
    ("page", "role", "queries"), [("dossier_page", "unit_head", 19), ("check_dossier", "office", 22)]
)
def test_a_dossier_costs_the_same_with_many_nominees(
    make_dossier, agencies, cast, client_of, at, django_assert_num_queries, page, role, queries, many
):
    from django.utils import timezone

    from thidua.agencies.models import Person

    people = [person.full_name for person in Person.objects.of_agency(agencies["ccvc"], timezone.localdate())]
    dossier = make_dossier("submitted", nominees=("collective", *(people if many else ())))
    actor = getattr(cast, role)
    client, url = client_of(actor), at(actor, page, dossier.pk)
    client.get(url)
    with django_assert_num_queries(queries):
        client.get(url)
