"""The verbs of campaigns: each is one transaction with its trail and its messages."""

from .addresses import participants_users, url_of
from .deadlines import announce_milestone, extend_deadline, nudge_units
from .plan import add_matching_agencies, copy_campaign, create_campaign, launch_campaign, move_campaign, save_section
from .registrations import register_title, withdraw_registration
from .reviews import (
    close_review,
    open_review,
    reopen_report,
    reopen_review,
    save_consolidated,
    save_unit_report,
    submit_report,
    take_back_report,
)
from .targets import enter_reading

__all__ = [
    "add_matching_agencies",
    "announce_milestone",
    "close_review",
    "copy_campaign",
    "create_campaign",
    "enter_reading",
    "extend_deadline",
    "launch_campaign",
    "move_campaign",
    "nudge_units",
    "open_review",
    "participants_users",
    "register_title",
    "reopen_report",
    "reopen_review",
    "save_consolidated",
    "save_section",
    "save_unit_report",
    "submit_report",
    "take_back_report",
    "url_of",
    "withdraw_registration",
]
