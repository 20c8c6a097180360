from .approving import approve_nominee, decline_nominee, return_nominee, return_to_council, withdraw_approval
from .checking import accept_dossier, judge_item, reject_dossier, return_dossier, send_to_council
from .council import hold_session, record_result, send_to_approval
from .deciding import decision_step, prepare_decision, sign_decision
from .drafting import (
    add_file,
    add_nominee,
    change_summary,
    create_dossier,
    remove_file,
    remove_nominee,
    save_letter,
    save_report,
)
from .handing_in import recall_dossier, submit_dossier, withdraw_dossier
from .ranking import nominate_from_ranking

__all__ = [
    "accept_dossier",
    "add_file",
    "add_nominee",
    "approve_nominee",
    "change_summary",
    "create_dossier",
    "decision_step",
    "decline_nominee",
    "hold_session",
    "judge_item",
    "nominate_from_ranking",
    "prepare_decision",
    "recall_dossier",
    "record_result",
    "reject_dossier",
    "remove_file",
    "remove_nominee",
    "return_dossier",
    "return_nominee",
    "return_to_council",
    "save_letter",
    "save_report",
    "send_to_approval",
    "send_to_council",
    "sign_decision",
    "submit_dossier",
    "withdraw_approval",
    "withdraw_dossier",
]
