"""A dossier has its result once every nominee of it has."""

from ..enums import DossierState, Outcome

FINAL = (Outcome.AWARDED, Outcome.NOT_AWARDED, Outcome.PROPOSED)


def conclude(dossier, by, reason):
    """Close a dossier at approval whose nominees all have their final outcome; otherwise do nothing."""
    if dossier.state != DossierState.APPROVAL or dossier.nominees.exclude(outcome__in=FINAL).exists():
        return
    dossier.state = DossierState.DECIDED
    dossier.save(update_fields=["state"])
    dossier.transitions.create(
        event="conclude",
        source=DossierState.APPROVAL,
        target=DossierState.DECIDED,
        by_id=by.user_id,
        by_label=by.label,
        reason=reason,
    )
