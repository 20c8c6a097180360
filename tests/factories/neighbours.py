"""A whole second house: what nobody of the first one may ever see."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from campaigns.actions import announce_milestone, register_title
from dossiers.actions import decision_step
from dossiers.enums import DecisionState, DossierState
from thidua.documents.models import GeneratedDocument
from thidua.documents.uploads import store_bytes
from thidua.jobs.models import JobStatus
from thidua.tenancy.scope import tenant_scope

from . import accounts, agencies, campaigns, dossiers, parts, tenants
from .files import PDF_HEAD


@dataclass(frozen=True)
class House:
    """A tenant with its tree, its people and one of each thing that has an address."""

    tenant: object
    agencies: dict
    cast: accounts.Cast
    campaign: object
    dossier: object
    decision: object
    registration: object
    document: object


def house(slug):
    tenant = tenants.tenant(slug)
    with tenant_scope(tenant):
        tree = agencies.agency_tree(tenant)
        cast = accounts.cast(tenant, tree)
        campaigns.own_vote_rules()
        campaign = campaigns.launched(tree, cast.office)
        awaited = campaign.milestones.get(due_on=None)
        announce_milestone(
            milestone=awaited, due_on=timezone.localdate() + timedelta(days=30), document="12/HD-HĐ", by=cast.office
        )
        registration = register_title(campaign=campaign, award=campaigns.offer_of(campaign).award, by=cast.unit_head)
        dossier = dossiers.dossier(
            DossierState.APPROVAL,
            campaign=campaign,
            cast=cast,
            nominees=("collective", "Nguyễn Thị Ngọc Diễm Quỳnh"),
        )
        dossiers.approve_all(dossier, cast.director)
        returned = dossiers.decision(campaign=campaign, cast=cast, state=DecisionState.RETURNED)
        decision = decision_step(decision=returned, event="present", by=cast.office)
        parts.whole(campaign, cast)
        return House(tenant, tree, cast, campaign, dossier, decision, registration, letter_of(dossier))


def letter_of(dossier):
    """The letter of a dossier as a worker would have left it, without the minute of rendering."""
    return GeneratedDocument.objects.create(
        kind="submission_letter",
        subject_id=dossier.pk,
        fingerprint="0" * 64,
        title="Tờ trình",
        status=JobStatus.DONE,
        file=store_bytes(PDF_HEAD, name="Tờ trình.pdf"),
    )
