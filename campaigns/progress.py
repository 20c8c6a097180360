"""«Đơn vị đang ở đâu»: one row per participant, one cell per step. Apps above register the steps they know of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count
from django.utils import timezone

from .enums import CampaignState, MilestoneKind, SheetState
from .models import Milestone, Registration, ScoreSheet, SheetTransition
from .selectors.rounds import current, extensions_of


@dataclass(frozen=True)
class Cell:
    """How far one unit is with one step: tone (a key of charts.heat.TONES), word, icon, order."""

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
    """Whose progress in what is asked for, and by whom. `whole`: the units are all that take part.

    `round`: the deadline of dossiers that is spoken of, None where the plan has none.
    """

    campaign: object
    actor: object
    units: list[Unit]
    whole: bool = False
    round: Milestone | None = None
    today: date = field(default_factory=timezone.localdate)

    def unit_has_to(self, label):
        """What a unit has still to do: amber says «Chờ tôi» to the unit itself, «Chờ đơn vị» to everybody else."""
        theirs = self.actor.sees_whole_tenant
        return Cell("unit", label, "building", 1) if theirs else Cell("waiting", label, "hourglass-split", 1)

    def narrow(self, rows, field="agency"):
        """Rows of the asked agencies; no list of hundreds of numbers where all are meant."""
        return rows if self.whole else rows.filter(**{f"{field}__in": [unit.agency_id for unit in self.units]})


@dataclass(frozen=True)
class ProgressStep:
    """One column or several: cells(look) → [(title, {agency id: Cell}, what the others get)], none where it has no place."""

    cells: Callable


STEPS: list[ProgressStep] = []
NOTHING = Cell("draft", "Chưa có", "dash")


def overdue(due_on, today):
    """Red, with the number of days since the deadline."""
    days = (today - due_on).days
    return Cell("returned", f"Quá hạn {days} ngày", "clock", 1 + days)


@dataclass(frozen=True)
class UnitRow:
    unit: Unit
    titles: list
    cells: list
    lateness: int

    @property
    def titled(self):
        return list(zip(self.titles, self.cells, strict=True))

    @property
    def is_late(self):
        return any(cell.tone == "returned" for cell in self.cells)


def units_of(participants, of_round=None):
    """The rows to draw for a queryset of participants, in its order, with their time in a round; plain values only."""
    names = ("pk", "agency_id", "agency__current__short_name", "agency__current__legal_name")
    more = extensions_of([of_round]) if of_round else {}
    return [
        Unit(pk, agency_id, short or legal, more.get((of_round.pk, pk)) if more else None)
        for pk, agency_id, short, legal in participants.values_list(*names)
    ]


def registration_cells(look):
    """The first column: who has registered titles."""
    registered = look.narrow(Registration.objects.standing().filter(campaign=look.campaign)).order_by()
    cells = {
        agency_id: Cell("done", f"{count} đăng ký", "check-circle-fill")
        for agency_id, count in registered.values_list("agency").annotate(Count("pk"))
    }
    return [("Đăng ký", cells, _unregistered(look))]


def _unregistered(look):
    """Late once the day to register has passed; where nobody can register any more nobody is late."""
    if look.campaign.state != CampaignState.LAUNCHED:
        return Cell("draft", "Không đăng ký", "dash")
    until = current(look.campaign.milestones.dated().filter(kind=MilestoneKind.REGISTRATION), look.today)
    if until and until.due_on < look.today:
        return overdue(until.due_on, look.today)
    return look.unit_has_to("Chưa đăng ký")


SHEET_CELLS = {
    SheetState.SUBMITTED: Cell("elsewhere", "Chờ thẩm định", "send"),
    SheetState.VERIFIED: Cell("done", "Đã thẩm định", "check-circle-fill"),
    SheetState.PUBLISHED: Cell("done", "Đã công bố", "check-circle-fill"),
}


def scoring_cells(look):
    """Who has scored itself; campaigns that are not scored have no such column."""
    if not look.campaign.sheets.exists():
        return []
    sheets = ScoreSheet.objects.filter(campaign=look.campaign, participant__isnull=False).order_by()
    names = ("pk", "participant__agency_id", "state", "campaign__scoring_rule__self_score_until")
    found = list(look.narrow(sheets, "participant__agency").values_list(*names))
    unsent = _unsent(look, found[0][-1] if found else None)
    return [("Tự chấm", {agency: SHEET_CELLS.get(state) or unsent(pk) for pk, agency, state, _until in found}, NOTHING)]


def _unsent(look, until):
    """sheet id → cell of a sheet that its unit has not sent; the deadline does not bind one that was given back."""
    if look.campaign.is_closed:
        return lambda pk: Cell("draft", "Không tự chấm", "dash")
    asked = look.unit_has_to("Chưa gửi")
    if until is None or until >= look.today:
        return lambda pk: asked
    returns = SheetTransition.objects.filter(sheet__campaign=look.campaign, event="return")
    returned, late = set(returns.values_list("sheet", flat=True)), overdue(until, look.today)
    return lambda pk: asked if pk in returned else late


STEPS.append(ProgressStep(registration_cells))
STEPS.append(ProgressStep(scoring_cells))


def matrix(look):
    """(column titles, rows) for the units of a Look; a fixed number of queries per step. Nothing before the launch."""
    if look.campaign.is_draft:
        return [], []
    columns = [column for step in STEPS for column in step.cells(look)]
    titles = [title for title, _known, _otherwise in columns]
    rows = []
    for unit in look.units:
        cells = [known.get(unit.agency_id, otherwise) for _title, known, otherwise in columns]
        rows.append(UnitRow(unit, titles, cells, sum(cell.order for cell in cells)))
    return titles, rows
