from .award import Award
from .bonus import BaseSalary, BonusRate
from .form import ReportForm
from .rating import QualityRating
from .regime import LegalRegime
from .vote import OwnVoteRule, VoteRule

__all__ = ["Award", "BaseSalary", "BonusRate", "LegalRegime", "OwnVoteRule", "QualityRating", "ReportForm", "VoteRule"]
