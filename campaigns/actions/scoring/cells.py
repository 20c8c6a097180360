"""Cells of the table of points, one or a whole block: one transaction, and an answer for each cell."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from ...enums import SheetState
from ...models import Score, ScoreSheet
from ...points import in_words
from ...policies import UNSENT, is_unsent, scored_criteria
from ...selectors.scoring import items_of, rule_of, totals_of
from .sheets import check_points, check_unpublished
from .trail import Judged, record_points

WHATEVER = object()


@dataclass(frozen=True)
class Typed:
    """What an officer typed into one cell; `seen` and `seen_reason` stood there when the page was opened."""

    sheet_id: int
    criterion_id: int
    points: Decimal | None
    reason: str = ""
    seen: object = WHATEVER
    seen_reason: object = WHATEVER


@dataclass(frozen=True)
class Answer:
    """The sheet with its new total and the score, or why the cell was not written: Refused, or Outdated with the Score."""

    sheet: ScoreSheet | None
    score: Score | None = None
    wrong: Exception | None = None


@transaction.atomic
def save_cells(*, campaign, cells, by):
    """Write the cells that can be written; [Answer], one for each, in their order."""
    by.require(Permission.VERIFY_SCORES, campaign)
    block = _Block(campaign, cells)
    answers = [block.answer(typed) for typed in cells]
    block.save(by)
    return answers


class _Block:
    """Sheets, criteria and scores that a block of cells touches, read once and locked."""

    def __init__(self, campaign, cells):
        self.campaign = campaign
        found = ScoreSheet.objects.filter(campaign=campaign, pk__in={typed.sheet_id for typed in cells})
        found = found.select_related("campaign", "participant__agency__current", "member").order_by("pk")
        self.sheets = {row.pk: row for row in found.select_for_update(of=("self",))}
        self.criteria = {row.pk: row for row in scored_criteria(campaign)}
        scores = Score.objects.filter(sheet__in=self.sheets)
        self.scores = {(row.sheet_id, row.criterion_id): row for row in scores}
        self.changes = []

    def answer(self, typed):
        sheet = self.sheets.get(typed.sheet_id)
        try:
            return Answer(sheet, self._write(sheet, typed))
        except (Refused, Outdated) as wrong:
            return Answer(sheet, wrong=wrong)

    def _write(self, sheet, typed):
        criterion = self.criteria.get(typed.criterion_id)
        if sheet is None or criterion is None:
            raise Refused("Phiếu hoặc tiêu chí này không còn nữa; hãy tải lại trang.")
        check_open(sheet)
        check_points(criterion, typed.points)
        if typed.points is None and sheet.state == SheetState.VERIFIED:
            raise Refused("Phiếu đã thẩm định xong nên không xoá điểm được: ghi điểm khác, không đạt thì ghi 0.")
        key = sheet.pk, criterion.pk
        score = self.scores.get(key) or Score(sheet=sheet, criterion=criterion)
        check_seen(score, typed)
        before = Judged.of(score)
        score.points, score.reason = typed.points, needed_reason(score, typed.points, typed.reason)
        self.scores[key] = score
        self.changes.append((sheet, criterion.pk, before, Judged.of(score)))
        return score

    def save(self, by):
        keys = dict.fromkeys((sheet.pk, criterion) for sheet, criterion, _before, _after in self.changes)
        touched = [self.scores[key] for key in keys]
        Score.objects.bulk_create([row for row in touched if row.pk is None])
        Score.objects.bulk_update([row for row in touched if row.pk], ["points", "reason"], batch_size=1000)
        self._add_up()
        record_points(by=by, verb="ghi điểm thẩm định của", changes=self.changes)

    def _add_up(self):
        sheets = {sheet.pk: sheet for sheet, *_change in self.changes}
        points = {pk: {} for pk in sheets}
        for (sheet, criterion), score in self.scores.items():
            if sheet in points:
                points[sheet][criterion] = score.points
        rule, items = rule_of(self.campaign), items_of(self.campaign)
        for pk, sheet in sheets.items():
            sheet.total = totals_of(items, rule, points[pk]).total
        ScoreSheet.objects.bulk_update(sheets.values(), ["total"], batch_size=500)


def check_open(sheet):
    """Refuse to judge what is published, or what its unit has not handed in."""
    check_unpublished(sheet, "sửa")
    if is_unsent(sheet):
        raise Refused(f"{UNSENT}: chờ đơn vị gửi phiếu rồi chấm.")


def check_seen(score, typed):
    if typed.seen is not WHATEVER and typed.seen != score.points:
        raise Outdated(score)
    if typed.seen_reason is not WHATEVER and typed.seen_reason != score.reason:
        raise Outdated(score)


def needed_reason(score, points, reason):
    """The reason to keep: «» where the points are those of the unit itself. Raises Refused when it is missing."""
    own, reason = score.self_points, reason.strip()[:500]
    if points is None or own is None or points == own:
        return ""
    if not reason:
        raise Refused(f"Điểm thẩm định khác điểm tự chấm ({in_words(own)}): hãy ghi lý do.")
    return reason
