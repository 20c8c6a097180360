"""«Đơn vị đang ở đâu»: one row per participant, one cell per step. Apps above register the steps they know of."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """How far one unit is with one step: tone (waiting, elsewhere, returned, done, draft), word, icon, order."""

    tone: str
    label: str
    icon: str
    order: int = 0  # for sorting by lateness: higher is later
    url: str = ""


@dataclass(frozen=True)
class ProgressStep:
    """A column: its title, and cells(campaign, agency ids, actor) → {agency id: Cell}."""

    title: str
    cells: Callable


STEPS: list[ProgressStep] = []
NOTHING = Cell("draft", "Chưa có", "dash", order=1)


@dataclass(frozen=True)
class UnitRow:
    participant: object
    cells: list
    lateness: int


def matrix(campaign, actor, participants):
    """(column titles, rows) for the given participants; a fixed number of queries per column."""
    agency_ids = [participant.agency_id for participant in participants]
    columns = [step.cells(campaign, agency_ids, actor) for step in STEPS]
    rows = []
    for participant in participants:
        cells = [column.get(participant.agency_id, NOTHING) for column in columns]
        rows.append(UnitRow(participant, cells, sum(cell.order for cell in cells)))
    return [step.title for step in STEPS], rows
