"""Who may know of a decision: before it is signed, only those who prepare and sign it."""

from thidua.accounts.permissions import Permission

from .enums import DecisionState
from .models import Decision

BEFORE_SIGNING = {Permission.PREPARE_DECISION, Permission.SIGN_DECISION, Permission.SEE_APPROVAL}


def decisions_for(actor):
    """Decisions that the actor may know of, on every page, in search, in counts and as files."""
    if actor.permissions & BEFORE_SIGNING:
        return Decision.objects.all()
    return Decision.objects.filter(state=DecisionState.SIGNED)
