from .amendment import Amendment
from .campaign import Campaign, CampaignTransition
from .component import DossierComponent
from .criterion import Criterion
from .legal_basis import LegalBasis
from .milestone import Milestone
from .movement import ParentMovement
from .offer import AwardOffer
from .participant import Participant
from .phase import Phase
from .registration import Registration

__all__ = [
    "Amendment",
    "AwardOffer",
    "Campaign",
    "CampaignTransition",
    "Criterion",
    "DossierComponent",
    "LegalBasis",
    "Milestone",
    "ParentMovement",
    "Participant",
    "Phase",
    "Registration",
]
