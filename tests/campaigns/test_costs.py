"""What every page of a campaign costs: the same literal number of queries with 1 and with 300 participants."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.forms.sections import CHAPTERS
from tests.factories import crowds
from tests.support.client import client_of
from tests.support.things import arguments_of
from tests.support.urls import tenant_pages
from thidua.tenancy.scope import tenant_scope

pytestmark = pytest.mark.django_db
PAGES = [
    address
    for address in tenant_pages()
    if address.view.__module__.startswith("campaigns.views")
    and address.method == "get"
    and address.name != "campaign_section"  # its parts stand below
]
# What only the head of a unit may open is opened by the head.
OF_THE_HEAD = {"unit_report", "unit_report_page", "unit_report_send"}
QUERIES = {
    "plan_upload": 11, "plan_reading": 13, "plan_reading_file": 9, "cluster_list": 11, "cluster_create": 9,
    "cluster_page": 16, "cluster_edit": 12, "cluster_year": 15, "pledge_edit": 11, "pledge_file": 11, "campaign_list":
    11, "campaign_year": 12, "campaign_create": 10, "registration_list": 11, "milestone_announce": 10,
    "participant_extend": 12, "campaign_overview": 27, "campaign_units": 21, "campaign_plan": 33, "campaign_history":
    14, "campaign_copy": 11, "campaign_launch": 26, "campaign_registrations": 14, "target_subjects": 16,
    "target_reading": 14, "campaign_targets": 14, "programme_year": 12, "task_update": 13, "campaign_programme": 14,
    "programme_carry": 14, "programme_excel": 13, "score_list": 12, "score_sheet": 16, "score_verify": 15,
    "score_evidence_file": 11, "campaign_scores": 18, "scoring_rule": 13, "score_grid": 14, "score_excel": 13,
    "score_import": 11, "score_ranking": 25, "ranking_excel": 18, "score_publish": 21, "review_page": 26,
    "unit_report": 20, "review_texts": 13, "campaign_reviews": 16, "review_open": 13,
    "unit_report_page": 19, "unit_report_send": 20,
}  # fmt: skip
SECTIONS = {
    "general": 24, "legal_bases": 23, "movements": 25, "phases": 23, "celebrations": 25, "groups": 25, "participants":
    24, "criteria": 25, "targets": 25, "tasks": 24, "offers": 27, "standards": 23, "components": 26, "milestones": 30,
    "responsibilities": 23, "closing": 22,
}  # fmt: skip


def cost(client, url):
    """(status, queries) of the second look: what is read once a process or a session is not the page's."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    return answer.status_code, len(queries)


def crowded(house, count):
    """Fill the campaign of the house with `count` participants in all."""
    with tenant_scope(house.tenant):
        house.campaign.participants.exclude(agency=house.cast.unit_head.agency_id).delete()
        crowds.busy(house.campaign, count, house.cast.office)


@pytest.mark.parametrize("count", [1, 300])
def test_every_page_costs_the_same_with_many_units(own_house, count):
    crowded(own_house, count)
    office, head = client_of(own_house.cast.office), client_of(own_house.cast.unit_head)
    found = {}
    for page in PAGES:
        with tenant_scope(own_house.tenant):
            given = arguments_of(page, own_house)
        url = reverse(page.name, kwargs={"tenant": own_house.tenant.slug, **given})
        found[page.name] = cost(head if page.name in OF_THE_HEAD else office, url)
    assert found == {name: (200, queries) for name, queries in QUERIES.items()}


@pytest.mark.parametrize("count", [1, 300])
def test_every_part_of_the_plan_costs_the_same_with_many_units(own_house, count):
    crowded(own_house, count)
    client, where = client_of(own_house.cast.office), [own_house.tenant.slug, own_house.campaign.pk]
    found = {section: cost(client, reverse("campaign_section", args=[*where, section])) for section in CHAPTERS}
    assert found == {section: (200, queries) for section, queries in SECTIONS.items()}
