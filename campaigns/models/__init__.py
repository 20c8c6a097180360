from .amendment import Amendment
from .campaign import Campaign, CampaignTransition
from .cluster import Cluster, ClusterMember, ClusterYear, Pledge
from .component import ComponentOffer, DossierComponent
from .criterion import Criterion
from .extension import Extension
from .legal_basis import LegalBasis, LegalDocument
from .milestone import Milestone, MilestoneUnit
from .movement import ParentMovement
from .offer import AwardOffer, Standard
from .participant import Participant, ParticipantGroup
from .phase import Celebration, Phase
from .programme import ProgrammeTask, TaskUnit
from .reading import PlanReading
from .registration import Registration
from .responsibility import Responsibility
from .review import Review, UnitReport
from .scoring import GradeBand, PublishedPlace, Score, ScoreSheet, ScoringRule, SheetTransition, TieOrder
from .target import Target, TargetReading

__all__ = [
    "Amendment",
    "AwardOffer",
    "Campaign",
    "CampaignTransition",
    "Celebration",
    "Cluster",
    "ClusterMember",
    "ClusterYear",
    "ComponentOffer",
    "Criterion",
    "DossierComponent",
    "Extension",
    "GradeBand",
    "LegalBasis",
    "LegalDocument",
    "Milestone",
    "MilestoneUnit",
    "ParentMovement",
    "Participant",
    "ParticipantGroup",
    "Phase",
    "PlanReading",
    "Pledge",
    "ProgrammeTask",
    "PublishedPlace",
    "Registration",
    "Responsibility",
    "Review",
    "Score",
    "ScoreSheet",
    "ScoringRule",
    "SheetTransition",
    "Standard",
    "Target",
    "TargetReading",
    "TaskUnit",
    "TieOrder",
    "UnitReport",
]
