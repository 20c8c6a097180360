"""tenant_scope(), the one door, and own_memberships(), the list at the gate."""

import pytest
from django.db import transaction
from django_scopes import get_scope, scopes_disabled
from django_scopes.exceptions import ScopeError

from tests.factories import accounts, tenants
from tests.factories.agencies import agency_tree
from tests.support.walls import value
from thidua.accounts.models import Membership, tenants_of
from thidua.agencies.models import Agency
from thidua.tenancy.models import current_tenant, current_tenant_id
from thidua.tenancy.scope import own_memberships, tenant_scope

pytestmark = pytest.mark.django_db


def setting(name="app.tenant_id"):
    return value("SELECT coalesce(current_setting(%s, true), '')", name)


@pytest.fixture
def here():
    return tenants.tenant("snv-khanhhoa")


@pytest.fixture
def there():
    return tenants.tenant("snv-soctrang")


def test_outside_a_query_raises():
    with pytest.raises(ScopeError):
        list(Agency.objects.all())


def test_inside_new_rows_belong_to_the_tenant(here):
    with tenant_scope(here):
        agency_tree(here)
        assert set(Agency.objects.values_list("tenant_id", flat=True)) == {here.pk}
        assert (current_tenant(), current_tenant_id(), setting()) == (here, here.pk, str(here.pk))
    assert (current_tenant(), current_tenant_id(), setting()) == (None, None, "")


def test_nested_doors_lead_back_to_the_outer_tenant(here, there):
    with tenant_scope(here):
        with tenant_scope(there):
            assert (current_tenant(), setting()) == (there, str(there.pk))
        assert (current_tenant(), setting()) == (here, str(here.pk))


def test_an_exception_closes_the_door_and_undoes_the_work(here):
    with pytest.raises(ZeroDivisionError), tenant_scope(here):
        Agency.objects.create(code="mat", position=1)
        raise ZeroDivisionError
    assert (get_scope(), setting()) == ({}, "")
    with tenant_scope(here):
        assert Agency.objects.count() == 0


def test_an_exception_inside_leads_back_to_the_outer_tenant(here, there):
    with tenant_scope(here):
        with pytest.raises(ZeroDivisionError), tenant_scope(there):
            raise ZeroDivisionError
        assert (current_tenant(), setting()) == (here, str(here.pk))
        Agency.objects.create(code="con", position=1)
        assert Agency.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_setting_dies_with_the_transaction(here):
    with tenant_scope(here):
        assert setting() == str(here.pk)
    assert setting() == ""
    with pytest.raises(ZeroDivisionError), tenant_scope(here):
        raise ZeroDivisionError
    assert setting() == ""


def test_the_database_hides_what_an_unscoped_query_would_find(here, there):
    with tenant_scope(there):
        agency_tree(there)
    with tenant_scope(here), scopes_disabled():
        assert Agency._base_manager.count() == 0


# --- own_memberships ---


@pytest.fixture
def people(here, there):
    """One user in both tenants, one only there; returns (both, one)."""
    both = accounts.user("ca-hai@thidua.demo", "Lê Thị Cả")
    one = accounts.user("mot@thidua.demo", "Lê Văn Một")
    for tenant, members in ((here, (both,)), (there, (both, one))):
        with tenant_scope(tenant):
            agencies = agency_tree(tenant)
            for member in members:
                accounts.membership(member, agencies["so"], "thanhtra")
    return both, one


def seen_memberships():
    with scopes_disabled():
        return sorted(Membership.objects.values_list("user__email", "tenant__slug"))


def test_at_the_gate_users_see_their_own_memberships_only(people):
    both, one = people
    assert seen_memberships() == []
    with own_memberships(both):
        assert seen_memberships() == [("ca-hai@thidua.demo", "snv-khanhhoa"), ("ca-hai@thidua.demo", "snv-soctrang")]
    with own_memberships(one):
        assert seen_memberships() == [("mot@thidua.demo", "snv-soctrang")]
    assert (seen_memberships(), setting("app.user_id")) == ([], "")


def test_at_the_gate_nothing_else_is_seen_and_nothing_can_be_changed(people):
    with own_memberships(people[0]), scopes_disabled():
        assert Agency.objects.count() == 0
        assert Membership.objects.update(roles=["giamdoc"]) == 0
        assert Membership.objects.all().delete() == (0, {})


def test_after_an_exception_the_gate_is_closed(people):
    with pytest.raises(ZeroDivisionError), own_memberships(people[0]):
        raise ZeroDivisionError
    assert (seen_memberships(), setting("app.user_id")) == ([], "")


def test_the_gate_leaves_the_open_tenant_alone(people, here):
    with tenant_scope(here):
        with own_memberships(people[1]):
            assert setting() == str(here.pk)
        assert setting() == str(here.pk)


def test_tenants_of_a_user(people, here, there):
    from datetime import date

    both, one = people
    assert tenants_of(both, date(2026, 1, 1)) == [here, there]
    assert tenants_of(one, date(2026, 1, 1)) == [there]
    assert tenants_of(both, date(2019, 12, 31)) == []
    there.is_active = False
    there.save()
    assert tenants_of(both, date(2026, 1, 1)) == [here]


def test_an_outer_transaction_keeps_its_own_work(here):
    with transaction.atomic():
        with tenant_scope(here):
            Agency.objects.create(code="con", position=1)
        assert setting() == ""
    with tenant_scope(here):
        assert Agency.objects.count() == 1
