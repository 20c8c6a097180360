import pytest
from django.conf import settings
from django.db import connection

from awards.models import Award
from dossiers.enums import DecisionState, DossierState


def role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_tests_work_as_the_unprivileged_role():
    assert role() == settings.APP_ROLE


@pytest.mark.parametrize("again", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_the_law_is_there_after_a_flush(again):
    assert role() == settings.APP_ROLE
    assert Award.objects.count() == 14


@pytest.mark.parametrize("state", DossierState)
def test_a_dossier_can_be_driven_to_every_state(make_dossier, state):
    assert make_dossier(state).state == state


@pytest.mark.parametrize("state", DecisionState)
def test_a_decision_can_be_driven_to_every_state(make_decision, state):
    assert make_decision(state).state == state


def test_the_neighbour_has_a_house_of_its_own(tenant, other_tenant):
    assert (other_tenant.tenant.slug, other_tenant.dossier.state) == ("snv-soctrang", "approval")
