"""One test over all addresses: what a neighbour, a stranger and somebody without the right get."""

import pytest
from django.urls import reverse

from tests.support.client import client_of
from tests.support.things import arguments_of
from tests.support.urls import object_pages, tenant_pages
from thidua.tenancy.scope import tenant_scope

pytestmark = pytest.mark.django_db
ROLES = ("administrator", "office", "unit_head", "council", "director", "inspector")
OBJECT_PAGES = {address.name: address for address in object_pages()}
PAGES = {address.name: address for address in tenant_pages()}
# Everybody has these permissions; what somebody may not see behind them is refused object by object.
OPEN_TO_ALL = {
    "act_as", "award_list", "campaign_history", "campaign_list", "campaign_overview", "campaign_plan",
    "campaign_programme", "campaign_registrations", "campaign_reviews", "campaign_scores", "campaign_targets",
    "campaign_year", "cluster_list", "cluster_page", "decision_list", "decision_page", "decision_step",
    "document_create", "document_download", "document_status", "help", "inbox", "inbox_open", "inbox_read_all",
    "pledge_file", "programme_excel", "programme_year", "ranking_excel", "registration_list", "review_page",
    "role_list", "score_evidence_file", "score_list", "score_ranking", "score_sheet", "score_step", "search",
    "tenant_home", "unit_report_page",
}  # fmt: skip


def arguments(address, house):
    with tenant_scope(house.tenant):
        return arguments_of(address, house)


def answer(client, address, slug, given):
    return getattr(client, address.method)(reverse(address.name, kwargs={"tenant": slug, **given}))


def holder(address, house):
    """Somebody of the house whose role opens the page."""
    actors = [getattr(house.cast, role) for role in ROLES]
    return next(actor for actor in actors if address.view.permission in actor.permissions)


@pytest.mark.parametrize("name", OBJECT_PAGES)
def test_things_of_a_neighbour_are_not_there(own_house, other_tenant, name):
    address = OBJECT_PAGES[name]
    theirs = arguments(address, other_tenant)
    client = client_of(holder(address, own_house))
    assert answer(client, address, own_house.tenant.slug, theirs).status_code == 404
    assert answer(client, address, other_tenant.tenant.slug, theirs).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_a_role_without_the_permission_is_refused(own_house, name):
    address = PAGES[name]
    given = arguments(address, own_house)
    without = [
        getattr(own_house.cast, role)
        for role in ROLES
        if address.view.permission not in getattr(own_house.cast, role).permissions
    ]
    assert (without == []) == (name in OPEN_TO_ALL)
    for actor in without:
        refused = answer(client_of(actor), address, own_house.tenant.slug, given)
        assert (actor.roles, refused.status_code) == (actor.roles, 403)
        assert (
            "Chỉ " in refused.content.decode()
            or "Vai trò" in refused.content.decode()
            or "Hồ sơ này" in refused.content.decode()
        )


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_is_led_to_the_door(own_house, client, name):
    address = PAGES[name]
    given = arguments(address, own_house)
    led = answer(client, address, own_house.tenant.slug, given)
    here = reverse(name, kwargs={"tenant": own_house.tenant.slug, **given})
    assert (led.status_code, led["Location"]) == (302, f"/dang-nhap/?next={here}")


def test_a_tenant_that_does_not_exist_looks_like_one_that_is_not_ours(own_house, other_tenant):
    client = client_of(own_house.cast.office)
    strange, unknown = client.get(f"/{other_tenant.tenant.slug}/"), client.get("/khong-co/")
    assert (strange.status_code, unknown.status_code) == (404, 404)


def test_a_closed_account_stays_outside(own_house):
    client = client_of(own_house.cast.office)
    with tenant_scope(own_house.tenant):
        from thidua.accounts.models import Membership

        Membership.objects.filter(pk=own_house.cast.office.membership_id).update(
            valid_to="2024-01-02", valid_from="2024-01-01"
        )
    assert client.get(f"/{own_house.tenant.slug}/").status_code == 404


def test_a_get_cannot_write(own_house, monkeypatch):
    from django.db import InternalError

    from dossiers.views import entrance
    from thidua.agencies.models import Person

    def writes(actor, slug):
        Person.objects.create(full_name="Không được ghi")

    monkeypatch.setattr(entrance, "my_work", writes)
    with pytest.raises(InternalError, match="read-only transaction"):
        client_of(own_house.cast.office).get(f"/{own_house.tenant.slug}/")


def test_sign_in_is_limited(own_house, client):
    words = []
    for _ in range(7):
        page = client.post("/dang-nhap/", {"login": own_house.cast.office.email, "password": "sai"})
        words.append("quá nhiều lần" in page.content.decode())
    assert (words[0], words[-1]) == (False, True)
