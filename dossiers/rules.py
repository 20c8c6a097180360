"""Who may do what with a dossier. Nobody checks, votes on or approves their own nomination."""

from thidua.accounts.permissions import Permission
from thidua.accounts.rules import narrow

from .models import Dossier


def is_visible(actor, dossier):
    return type(dossier).objects.visible_to(actor).filter(pk=dossier.pk).exists()


def is_own_unit(actor, dossier):
    return dossier.agency_id == actor.agency_id


def is_own_unit_at_work(actor, dossier):
    return is_own_unit(actor, dossier) and dossier.is_with_unit


def is_not_nominated(actor, dossier):
    return actor.person_id is None or not dossier.nominees.filter(person_id=actor.person_id).exists()


def may_check(actor, dossier):
    return dossier.submitted_at is not None and is_not_nominated(actor, dossier)


def is_not_own(actor, subject):
    """`subject`: a nominee, or a dossier with all its nominees."""
    if isinstance(subject, Dossier):
        return is_not_nominated(actor, subject)
    return actor.person_id is None or subject.person_id != actor.person_id


narrow(Permission.SEE_DOSSIER, is_visible)
narrow(Permission.WRITE_DOSSIER, is_own_unit_at_work)
narrow(Permission.SUBMIT_DOSSIER, is_own_unit)
narrow(Permission.CHECK_DOSSIER, may_check)
narrow(Permission.APPROVE, is_not_own)
