"""Every state × event × role: allowed, or refused because of the state, the role, or what is still missing."""

import pytest
from django.utils import timezone

from campaigns.actions import move_campaign
from campaigns.workflow import CAMPAIGN, SHEET
from dossiers.workflow import DECISION, DOSSIER
from thidua.workflow.diagram import mermaid

ROLES = ("administrator", "office", "unit_head", "other_unit_head", "council", "director", "inspector")
ALLOWED = "allowed"
MISSING = "missing"  # the right person, the right state, but something is missing
ROLE = "role"
STATE = "state"

DOSSIER_TABLE = {
    # (state, event): (who, what they get); everybody else is refused because of the role
    ("draft", "submit"): ("unit_head", ALLOWED),
    ("draft", "rank"): ("office", MISSING),
    ("draft", "withdraw"): ("unit_head", ALLOWED),
    ("submitted", "recall"): ("unit_head", ALLOWED),
    ("submitted", "return"): ("office", MISSING),
    ("submitted", "accept"): ("office", MISSING),
    ("submitted", "reject"): ("office", ALLOWED),
    ("returned", "resubmit"): ("unit_head", MISSING),
    ("returned", "withdraw"): ("unit_head", ALLOWED),
    ("accepted", "to_council"): ("office", ALLOWED),
    ("council", "to_approval"): ("council", MISSING),
    ("approval", "back_to_council"): ("director", ALLOWED),
}
DOSSIER_STATES = (
    "draft", "submitted", "returned", "accepted", "council", "approval", "decided", "rejected", "withdrawn",
)  # fmt: skip
DOSSIER_EVENTS = (
    "submit", "resubmit", "recall", "withdraw", "return", "accept", "reject", "to_council", "to_approval",
    "back_to_council", "rank",
)  # fmt: skip
DECISION_TABLE = {
    ("prepared", "sign"): ("director", ALLOWED),
    ("prepared", "send_back"): ("director", ALLOWED),
    ("returned", "present"): ("office", ALLOWED),
}
CAMPAIGN_TABLE = {
    ("draft", "launch"): ("office", ALLOWED),
    ("launched", "begin_review"): ("office", ALLOWED),
    ("launched", "close"): ("office", ALLOWED),
    ("reviewing", "close"): ("office", ALLOWED),
    ("reviewing", "reopen"): ("office", ALLOWED),
    ("closed", "reopen"): ("office", ALLOWED),
}
SHEET_TABLE = {
    ("scoring", "submit"): ("unit_head", MISSING),
    ("scoring", "verify"): ("office", MISSING),
    ("submitted", "return"): ("office", ALLOWED),
    ("submitted", "verify"): ("office", MISSING),
    ("verified", "return"): ("office", ALLOWED),
    ("verified", "publish"): ("office", ALLOWED),
    ("verified", "recheck"): ("office", ALLOWED),
    ("published", "withdraw"): ("office", ALLOWED),
}
SHEET_STATES = ("scoring", "submitted", "verified", "published")
SHEET_EVENTS = ("submit", "return", "verify", "recheck", "publish", "withdraw")


def verdict(workflow, row, event, actor):
    """How a step is answered, told from the sentences."""
    reasons = workflow.reasons_against(row, event, actor)
    if not reasons:
        return ALLOWED
    if "không dùng được khi đang ở trạng thái" in reasons[0]:
        return STATE
    if reasons[0].startswith(("Chỉ ", "Vai trò ", "Hồ sơ này của đơn vị khác")):
        return ROLE if "thành phần bị trả lại" not in reasons[0] else MISSING
    return MISSING


def expected(table, state, event, role):
    if (state, event) not in table:
        return STATE
    who, what = table[state, event]
    return what if role == who else ROLE


def check(workflow, row, table, events, cast):
    for event in events:
        for role in ROLES:
            answer = verdict(workflow, row, event, getattr(cast, role))
            assert (row.state, event, role, answer) == (row.state, event, role, expected(table, row.state, event, role))


@pytest.mark.parametrize("state", DOSSIER_STATES)
def test_dossier(make_dossier, cast, state):
    dossier = make_dossier(state)
    assert dossier.state == state
    check(DOSSIER, dossier, DOSSIER_TABLE, DOSSIER_EVENTS, cast)


@pytest.mark.parametrize("state", ["prepared", "returned", "signed"])
def test_decision(make_decision, cast, state):
    decision = make_decision(state)
    assert decision.state == state
    check(DECISION, decision, DECISION_TABLE, ("sign", "send_back", "present"), cast)


@pytest.mark.parametrize("state", ["draft", "launched", "reviewing", "closed"])
def test_campaign(draft_campaign, cast, state):
    campaign = draft_campaign
    for event in {
        "draft": [],
        "launched": ["launch"],
        "reviewing": ["launch", "begin_review"],
        "closed": ["launch", "close"],
    }[state]:
        campaign = move_campaign(campaign=campaign, event=event, by=cast.office, reason="theo kế hoạch")
    assert campaign.state == state
    check(CAMPAIGN, campaign, CAMPAIGN_TABLE, ("launch", "begin_review", "close", "reopen"), cast)


@pytest.mark.parametrize("state", SHEET_STATES)
def test_sheet(campaign, cast, state):
    """An empty sheet of the unit head's own agency: it lacks points, whoever may take the step."""
    participant = campaign.participants.get(agency=cast.unit_head.agency_id)
    published = {"published_at": timezone.now(), "rank": 1} if state == "published" else {}
    sheet = campaign.sheets.create(participant=participant, state=state, **published)
    check(SHEET, sheet, SHEET_TABLE, SHEET_EVENTS, cast)


@pytest.mark.parametrize(
    ("workflow", "states", "events"),
    [
        (DOSSIER, DOSSIER_STATES, DOSSIER_EVENTS),
        (DECISION, ("prepared", "returned", "signed"), ("sign", "send_back", "present")),
        (CAMPAIGN, ("draft", "launched", "reviewing", "closed"), ("launch", "begin_review", "close", "reopen")),
        (SHEET, SHEET_STATES, SHEET_EVENTS),
    ],
)
def test_these_are_all_states_and_events(workflow, states, events):
    assert sorted(workflow.states.values) == sorted(states)
    assert sorted(workflow.by_event) == sorted(events)


def test_the_diagram_draws_every_step():
    drawn = mermaid(DECISION)
    assert "    prepared --> signed: Ký quyết định" in drawn.splitlines()
    assert "    [*] --> prepared" in drawn.splitlines()
