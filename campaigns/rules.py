"""Who may do what with a campaign."""

from thidua.accounts.permissions import Permission
from thidua.accounts.rules import narrow

# Who reads the reports of all units and the consolidated one.
READERS = frozenset({Permission.RUN_REVIEW, Permission.SEE_REPORTS})


def is_visible(actor, campaign):
    return type(campaign).objects.visible_to(actor).filter(pk=campaign.pk).exists()


def takes_part(actor, campaign):
    """The actor's own agency takes part in the campaign."""
    return campaign.participants.filter(agency_id=actor.agency_id).exists()


narrow(Permission.SEE_CAMPAIGNS, is_visible)
narrow(Permission.REGISTER_TITLES, takes_part)
narrow(Permission.SELF_SCORE, takes_part)
narrow(Permission.REPORT_REVIEW, takes_part)
