"""«Đơn vị đang ở đâu»: one row per participant, one cell per step. Apps above register the steps they know of."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count

from .enums import SheetState
from .models import Registration, ScoreSheet


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
    """A column: its title, and cells(campaign, agency ids, actor) → {agency id: Cell}, or None for no column here."""

    title: str
    cells: Callable


STEPS: list[ProgressStep] = []
NOTHING = Cell("draft", "Chưa có", "dash", order=1)


@dataclass(frozen=True)
class UnitRow:
    participant: object
    cells: list
    lateness: int


def registration_cells(campaign, agency_ids, actor):
    """The first column: who has registered titles."""
    registered = dict(
        Registration.objects.standing()
        .filter(campaign=campaign, agency__in=agency_ids)
        .order_by()
        .values_list("agency")
        .annotate(Count("pk"))
    )
    return {
        agency_id: Cell("done", f"{registered[agency_id]} đăng ký", "check-circle-fill")
        if agency_id in registered
        else Cell("waiting", "Chưa đăng ký", "hourglass-split", 1)
        for agency_id in agency_ids
    }


SHEET_CELLS = {
    SheetState.SCORING: Cell("waiting", "Chưa gửi", "hourglass-split", 1),
    SheetState.SUBMITTED: Cell("elsewhere", "Chờ thẩm định", "send"),
    SheetState.VERIFIED: Cell("done", "Đã thẩm định", "check-circle-fill"),
    SheetState.PUBLISHED: Cell("done", "Đã công bố", "check-circle-fill"),
}


def scoring_cells(campaign, agency_ids, actor):
    """Who has scored itself; None for campaigns that are not scored: they have no such column."""
    if not campaign.sheets.exists():
        return None
    sheets = ScoreSheet.objects.filter(campaign=campaign, participant__agency__in=agency_ids).order_by()
    return {
        agency_id: SHEET_CELLS[SheetState(state)]
        for agency_id, state in sheets.values_list("participant__agency_id", "state")
    }


STEPS.append(ProgressStep("Đăng ký", registration_cells))
STEPS.append(ProgressStep("Tự chấm", scoring_cells))


def matrix(campaign, actor, participants):
    """(column titles, rows) for the given participants; a fixed number of queries per column."""
    agency_ids = [participant.agency_id for participant in participants]
    found = [(step.title, step.cells(campaign, agency_ids, actor)) for step in STEPS]
    titles = [title for title, cells in found if cells is not None]
    columns = [cells for _title, cells in found if cells is not None]
    rows = []
    for participant in participants:
        cells = [column.get(participant.agency_id, NOTHING) for column in columns]
        rows.append(UnitRow(participant, cells, sum(cell.order for cell in cells)))
    return titles, rows
