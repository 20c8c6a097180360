"""«Đơn vị đang ở đâu»: one row per participant, one cell per step. Apps above register the steps they know of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

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
class Unit:
    """A participant as a row shows it, without the agency's whole history."""

    pk: int
    agency_id: int
    name: str
    extended_to: date | None

    @property
    def note(self):
        return f"Gia hạn đến {self.extended_to:%d/%m/%Y}" if self.extended_to else ""


@dataclass(frozen=True)
class Look:
    """Whose progress in what is asked for, and by whom. `whole`: the units are all that take part."""

    campaign: object
    actor: object
    units: list[Unit]
    whole: bool = False

    def narrow(self, rows, field="agency"):
        """Rows of the asked agencies; no list of hundreds of numbers where all are meant."""
        return rows if self.whole else rows.filter(**{f"{field}__in": [unit.agency_id for unit in self.units]})


@dataclass(frozen=True)
class ProgressStep:
    """One column or several: cells(look) → [(title, {agency id: Cell}, what the others get)], none where it has no place."""

    cells: Callable


STEPS: list[ProgressStep] = []
NOTHING = Cell("draft", "Chưa có", "dash", order=1)
UNREGISTERED = Cell("waiting", "Chưa đăng ký", "hourglass-split", 1)


@dataclass(frozen=True)
class UnitRow:
    unit: Unit
    cells: list
    lateness: int


def units_of(participants):
    """The rows to draw for a queryset of participants, in its order; one query of plain values."""
    names = ("pk", "agency_id", "agency__current__short_name", "agency__current__legal_name", "extended_to")
    return [
        Unit(pk, agency_id, short or legal, extended_to)
        for pk, agency_id, short, legal, extended_to in participants.values_list(*names)
    ]


def registration_cells(look):
    """The first column: who has registered titles."""
    registered = look.narrow(Registration.objects.standing().filter(campaign=look.campaign)).order_by()
    cells = {
        agency_id: Cell("done", f"{count} đăng ký", "check-circle-fill")
        for agency_id, count in registered.values_list("agency").annotate(Count("pk"))
    }
    return [("Đăng ký", cells, UNREGISTERED)]


SHEET_CELLS = {
    SheetState.SCORING: Cell("waiting", "Chưa gửi", "hourglass-split", 1),
    SheetState.SUBMITTED: Cell("elsewhere", "Chờ thẩm định", "send"),
    SheetState.VERIFIED: Cell("done", "Đã thẩm định", "check-circle-fill"),
    SheetState.PUBLISHED: Cell("done", "Đã công bố", "check-circle-fill"),
}


def scoring_cells(look):
    """Who has scored itself; campaigns that are not scored have no such column."""
    if not look.campaign.sheets.exists():
        return []
    sheets = ScoreSheet.objects.filter(campaign=look.campaign, participant__isnull=False).order_by()
    found = look.narrow(sheets, "participant__agency").values_list("participant__agency_id", "state")
    return [("Tự chấm", {agency_id: SHEET_CELLS[SheetState(state)] for agency_id, state in found}, NOTHING)]


STEPS.append(ProgressStep(registration_cells))
STEPS.append(ProgressStep(scoring_cells))


def matrix(campaign, actor, units, whole=False):
    """(column titles, rows) for the given units; a fixed number of queries per step. `whole`: they are all there are."""
    columns = [column for step in STEPS for column in step.cells(Look(campaign, actor, units, whole))]
    rows = []
    for unit in units:
        cells = [known.get(unit.agency_id, otherwise) for _title, known, otherwise in columns]
        rows.append(UnitRow(unit, cells, sum(cell.order for cell in cells)))
    return [title for title, _known, _otherwise in columns], rows
