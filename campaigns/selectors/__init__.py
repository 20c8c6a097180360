"""Reads for the screens and documents of campaigns."""

from .campaigns import (
    campaign_plan,
    campaigns_for,
    campaigns_of_year,
    dossier_deadline,
    filled_parts,
    marks_of,
    open_campaigns_of,
    participants_with_registrations,
    timeline_of,
)
from .criteria import CriterionNode, criteria_tree

__all__ = [
    "CriterionNode",
    "campaign_plan",
    "campaigns_for",
    "campaigns_of_year",
    "criteria_tree",
    "dossier_deadline",
    "filled_parts",
    "marks_of",
    "open_campaigns_of",
    "participants_with_registrations",
    "timeline_of",
]
