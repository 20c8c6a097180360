"""One test over all addresses: what a neighbour, a stranger and somebody without the right get."""

from contextlib import contextmanager

import pytest
from django.db import transaction
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


@contextmanager
def undone():
    """What a page does inside is taken back: building the houses anew for every page would take minutes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def over(pages, look):
    """{name: what `look` finds wrong at the page}; nothing where it finds nothing."""
    found = {}
    for name, address in pages.items():
        with undone():
            if wrong := look(address):
                found[name] = wrong
    return found


def test_things_of_a_neighbour_are_not_there(own_house, other_tenant):
    def look(address):
        theirs = arguments(address, other_tenant)
        client = client_of(holder(address, own_house))
        codes = [answer(client, address, house.tenant.slug, theirs).status_code for house in (own_house, other_tenant)]
        return codes if codes != [404, 404] else None

    assert len(OBJECT_PAGES) > 80
    assert over(OBJECT_PAGES, look) == {}


def without(address, house):
    """Those whose role does not open the page."""
    actors = [getattr(house.cast, role) for role in ROLES]
    return [actor for actor in actors if address.view.permission not in actor.permissions]


def refusal(address, house, actor):
    """Status and a word of the sentence that says whose page it is."""
    page = answer(client_of(actor), address, house.tenant.slug, arguments(address, house))
    return page.status_code, any(word in page.content.decode() for word in ("Chỉ ", "Vai trò", "Hồ sơ này"))


def test_a_role_without_the_permission_is_refused(own_house):
    def look(address):
        refusals = {actor.roles: refusal(address, own_house, actor) for actor in without(address, own_house)}
        return {roles: told for roles, told in refusals.items() if told != (403, True)}

    assert over(PAGES, look) == {}
    assert {name for name, address in PAGES.items() if not without(address, own_house)} == OPEN_TO_ALL


def test_a_stranger_is_led_to_the_door(own_house, client):
    def look(address):
        given = arguments(address, own_house)
        led = answer(client, address, own_house.tenant.slug, given)
        here = reverse(address.name, kwargs={"tenant": own_house.tenant.slug, **given})
        where = led.status_code, led.get("Location")
        return where if where != (302, f"/dang-nhap/?next={here}") else None

    assert over(PAGES, look) == {}


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
