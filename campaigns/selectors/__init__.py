"""Reads for the screens and documents of campaigns."""

from .campaigns import (
    campaign_plan,
    campaigns_for,
    campaigns_of_year,
    feasts_of,
    filled_parts,
    marks_of,
    movements_of,
    open_campaigns_of,
    participants_with_registrations,
    timeline_of,
)
from .criteria import CriterionNode, criteria_tree
from .rounds import current, current_round, dossier_deadline, extensions_of, labelled, own_extensions, rounds_of

__all__ = [
    "CriterionNode",
    "campaign_plan",
    "campaigns_for",
    "campaigns_of_year",
    "criteria_tree",
    "current",
    "current_round",
    "dossier_deadline",
    "extensions_of",
    "feasts_of",
    "filled_parts",
    "labelled",
    "marks_of",
    "movements_of",
    "open_campaigns_of",
    "own_extensions",
    "participants_with_registrations",
    "rounds_of",
    "timeline_of",
]
