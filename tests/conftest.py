"""Fixtures are thin: what they build stands in tests/factories, what they guard in tests/support."""

import shutil
from functools import partial

import pytest

from tests.support.sockets import close_the_doors


def pytest_make_parametrize_id(val, argname):
    """A file is no name for a test: an archive holds the second in which it was made, another one on each worker."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine():
    with pytest.MonkeyPatch.context() as monkeypatch:
        close_the_doors(monkeypatch)
        yield


@pytest.fixture(autouse=True, scope="session")
def _strict_templates(django_test_environment):
    from django.template import engines

    from tests.support.templates import Undefined

    engines["django"].engine.string_if_invalid = Undefined()


@pytest.fixture(autouse=True, scope="session")
def _no_files_left(django_test_environment):
    from django.conf import settings

    yield
    shutil.rmtree(settings.SCRATCH, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The owner has created and migrated the database; the tests work in it as the unprivileged role."""
    from django.test import TransactionTestCase

    from tests.support.database import begin_as_app_role, begin_as_owner, flush_as_owner

    with pytest.MonkeyPatch.context() as monkeypatch, django_db_blocker.unblock():
        monkeypatch.setattr(TransactionTestCase, "_fixture_teardown", flush_as_owner)
        begin_as_app_role()
        yield
        begin_as_owner()


# --- the house in which most tests happen ---


@pytest.fixture
def tenant(db):
    """Sở Nội vụ tỉnh Khánh Hòa, its door open for the whole test."""
    from tests.factories import tenants
    from thidua.tenancy.scope import tenant_scope

    tenant = tenants.tenant("snv-khanhhoa")
    with tenant_scope(tenant):
        yield tenant


@pytest.fixture
def own_house(db):
    """Sở Nội vụ tỉnh Khánh Hòa as a House with everything, its door closed: for tests about the doors themselves."""
    from tests.factories.neighbours import house

    return house("snv-khanhhoa")


@pytest.fixture
def other_tenant(db):
    """Sở Nội vụ tỉnh Sóc Trăng: a House with everything; its door stays closed."""
    from tests.factories.neighbours import house

    return house("snv-soctrang")


@pytest.fixture
def agencies(tenant):
    """{code: Agency}: so, van-phong, ccvc, ttlt, nha-trang, dien-khanh, each with its head and staff."""
    from tests.factories.agencies import agency_tree

    return agency_tree(tenant)


@pytest.fixture
def cast(tenant, agencies):
    """One Actor for each role."""
    from tests.factories import accounts

    return accounts.cast(tenant, agencies)


@pytest.fixture
def administrator(cast):
    return cast.administrator


@pytest.fixture
def office(cast):
    return cast.office


@pytest.fixture
def unit_head(cast):
    """Head of Phòng Công chức, viên chức."""
    return cast.unit_head


@pytest.fixture
def other_unit_head(cast):
    """Head of Trung tâm Lưu trữ lịch sử."""
    return cast.other_unit_head


@pytest.fixture
def council(cast):
    return cast.council


@pytest.fixture
def director(cast):
    return cast.director


@pytest.fixture
def inspector(cast):
    return cast.inspector


@pytest.fixture
def client_of(db):
    """client_of(actor): a strict browser in which the actor has signed in."""
    from tests.support.client import client_of

    return client_of


@pytest.fixture
def at():
    """at(actor, url_name, *args, **query): an address in the actor's tenant."""
    from tests.support.client import at

    return at


@pytest.fixture
def draft_campaign(agencies, cast):
    """A campaign that is still being written, with a whole plan."""
    from tests.factories import campaigns

    campaigns.own_vote_rules()
    return campaigns.draft(agencies)


@pytest.fixture
def campaign(draft_campaign, office):
    """The same campaign, launched. Participants: ccvc, ttlt, nha-trang."""
    from campaigns.actions import launch_campaign

    return launch_campaign(campaign=draft_campaign, by=office)


@pytest.fixture
def make_dossier(campaign, cast):
    """make_dossier(state, head=, phase=, nominees=, filled=): see tests/factories/dossiers.py."""
    from tests.factories import dossiers

    return partial(dossiers.dossier, campaign=campaign, cast=cast)


@pytest.fixture
def make_decision(campaign, cast, make_dossier):
    """make_decision(state, **dossier): a decision about one approved dossier."""
    from dossiers.enums import DecisionState
    from tests.factories import dossiers

    def make(state=DecisionState.PREPARED, **options):
        dossiers.approve_all(make_dossier("approval", **options), cast.director)
        return dossiers.decision(campaign=campaign, cast=cast, state=state)

    return make
