"""A whole second house: what nobody of the first one may ever see."""

from dataclasses import dataclass

from campaigns.actions import register_title
from dossiers.enums import DecisionState, DossierState
from thidua.tenancy.scope import tenant_scope

from . import accounts, agencies, campaigns, dossiers, tenants


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


def house(slug):
    tenant = tenants.tenant(slug)
    with tenant_scope(tenant):
        tree = agencies.agency_tree(tenant)
        cast = accounts.cast(tenant, tree)
        campaigns.own_vote_rules()
        campaign = campaigns.launched(tree, cast.office)
        registration = register_title(campaign=campaign, award=campaigns.offer_of(campaign).award, by=cast.unit_head)
        dossier = dossiers.dossier(DossierState.APPROVAL, campaign=campaign, cast=cast)
        dossiers.approve_all(dossier, cast.director)
        decision = dossiers.decision(campaign=campaign, cast=cast, state=DecisionState.PREPARED)
        return House(tenant, tree, cast, campaign, dossier, decision, registration)
