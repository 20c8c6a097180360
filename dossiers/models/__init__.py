from .approval import Approval
from .council import CouncilResult, CouncilSession
from .decision import Decision, DecisionLine, DecisionTransition
from .dossier import Dossier, DossierTransition
from .item import DossierItem, ItemCheck, ItemFile
from .nominee import Nominee
from .report import AchievementReport

__all__ = [
    "AchievementReport",
    "Approval",
    "CouncilResult",
    "CouncilSession",
    "Decision",
    "DecisionLine",
    "DecisionTransition",
    "Dossier",
    "DossierItem",
    "DossierTransition",
    "ItemCheck",
    "ItemFile",
    "Nominee",
]
