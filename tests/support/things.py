"""What stands behind each argument of an address: one object of a House for each name."""

from django.utils import timezone

from awards.models import QualityRating
from campaigns.models import Cluster, Milestone, Participant, Phase, PlanReading, Pledge, UnitReport
from dossiers.models import ItemFile
from thidua.accounts.models import Membership
from thidua.notifications.models import InboxItem


class UnknownArgument(Exception):
    """An address has an argument that nobody has taught the tests: add it to THINGS."""


THINGS = {
    "campaign_id": lambda house: house.campaign.pk,
    "milestone_id": lambda house: Milestone.objects.filter(campaign=house.campaign).first().pk,
    "participant_id": lambda house: Participant.objects.filter(campaign=house.campaign).first().pk,
    "phase_id": lambda house: Phase.objects.filter(campaign=house.campaign).first().pk,
    "target_id": lambda house: house.campaign.targets.first().pk,
    "review_id": lambda house: house.campaign.reviews.first().pk,
    "report_id": lambda house: UnitReport.objects.filter(review__campaign=house.campaign).first().pk,
    "rating_id": lambda house: QualityRating.objects.first().pk,
    "registration_id": lambda house: house.registration.pk,
    "dossier_id": lambda house: house.dossier.pk,
    "nominee_id": lambda house: house.dossier.nominees.first().pk,
    "item_id": lambda house: house.dossier.items.first().pk,
    "file_id": lambda house: ItemFile.objects.first().pk,
    "session_id": lambda house: house.campaign.council_sessions.first().pk,
    "decision_id": lambda house: house.decision.pk,
    "document_id": lambda house: house.document.pk,
    "agency_id": lambda house: house.agencies["ccvc"].pk,
    "person_id": lambda house: house.cast.unit_head.person_id,
    "membership_id": lambda house: house.cast.unit_head.membership_id,
    "sheet_id": lambda house: house.campaign.sheets.filter(participant__isnull=False).first().pk,
    "criterion_id": lambda house: house.campaign.criteria.filter(scores__isnull=False).first().pk,
    "task_id": lambda house: house.campaign.tasks.first().pk,
    "cluster_id": lambda house: Cluster.objects.first().pk,
    "member_id": lambda house: Cluster.objects.first().members.first().pk,
    "pledge_id": lambda house: Pledge.objects.first().pk,
    "year": lambda house: timezone.localdate().year,
    "reading_id": lambda house: PlanReading.objects.first().pk,
    "kind": lambda house: "submission_letter",
    "subject_id": lambda house: house.dossier.pk,
}
# Words in addresses: which step, which part of the plan.
WORDS = {
    "dossier_step": {"event": "accept"},
    "decision_step": {"event": "sign"},
    "campaign_step": {"event": "close"},
    "score_step": {"event": "verify"},
    "nominee_decide": {"verb": "duyet"},
    "campaign_section": {"section": "general"},
}
# Names that mean another thing at one address.
SPECIAL = {
    "inbox_open": {"item_id": lambda house: InboxItem.objects.filter(user=house.cast.office.user_id).first().pk},
    "act_as": {"membership_id": lambda house: Membership.objects.get(pk=house.cast.office.membership_id).pk},
}


def arguments_of(address, house):
    """{argument: id of an object of `house`}; its tenant must be open."""
    return {name: _argument(address, name, house) for name in address.converters}


def _argument(address, name, house):
    word = WORDS.get(address.name, {}).get(name)
    if word:
        return word
    find = SPECIAL.get(address.name, {}).get(name) or THINGS.get(name)
    if find is None:
        raise UnknownArgument(f"{address.name}: {name}")
    return find(house)
