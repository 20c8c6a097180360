"""Who may do what with a campaign."""

from thidua.accounts.permissions import Permission
from thidua.accounts.rules import narrow

from .in_charge import agency_of, is_in_charge
from .models import UnitReport

# Who reads the reports of all units and the consolidated one.
READERS = frozenset({Permission.RUN_REVIEW, Permission.SEE_REPORTS})


def is_visible(actor, campaign):
    """A unit that is no participant any more goes on reading what it had sent, and of what campaign that was."""
    if type(campaign).objects.visible_to(actor).filter(pk=campaign.pk).exists():
        return True
    return UnitReport.objects.filter(review__campaign=campaign, agency=actor.agency_id).exists()


def takes_part(actor, campaign):
    """The actor's own agency takes part in the campaign."""
    return campaign.participants.filter(agency_id=actor.agency_id).exists()


def scores_itself(actor, sheet_or_campaign):
    """The score sheet is of the actor's own agency; asked of a campaign, whether the agency takes part."""
    participant = getattr(sheet_or_campaign, "participant", None)
    if hasattr(sheet_or_campaign, "participant_id"):
        return participant is not None and participant.agency_id == actor.agency_id
    return takes_part(actor, sheet_or_campaign)


def does_task(actor, task):
    """The office does every task; a unit those of which it is in charge."""
    return actor.sees_whole_tenant or is_in_charge(agency_of(actor), task.units.all())


def signs_pledge(actor, member):
    """The office enters every pledge; the head of a member its own."""
    return Permission.MANAGE_CLUSTERS in actor.permissions or member.agency_id == actor.agency_id


narrow(Permission.SEE_CAMPAIGNS, is_visible)
narrow(Permission.REGISTER_TITLES, takes_part)
narrow(Permission.DO_TASKS, does_task)
narrow(Permission.SELF_SCORE, scores_itself)
narrow(Permission.REPORT_REVIEW, takes_part)
narrow(Permission.SIGN_PLEDGE, signs_pledge)
