from .award import Award
from .bonus import BaseSalary, BonusRate
from .form import ReportForm
from .regime import LegalRegime
from .vote import OwnVoteRule, VoteRule

__all__ = ["Award", "BaseSalary", "BonusRate", "LegalRegime", "OwnVoteRule", "ReportForm", "VoteRule"]
