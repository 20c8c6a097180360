"""What a unit does with its own sheet: points, evidence."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.documents.uploads import store_upload
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from ...models import Score
from ...policies import reasons_against_self_scoring, scored_criteria
from ...selectors.scoring import items_of, rule_of, totals_of
from .sheets import check_points, keep_total, locked_sheet
from .trail import Judged, record_points


def _own_sheet(sheet, by, revision=None):
    """The locked sheet while its unit may write on it. Raises Refused, Outdated, PermissionDenied."""
    locked = locked_sheet(sheet)
    by.require(Permission.SELF_SCORE, locked)
    reasons = reasons_against_self_scoring(locked)
    if reasons:
        raise Refused(*reasons)
    if revision is not None and revision != locked.revision:
        raise Outdated(locked)
    return locked


@transaction.atomic
def save_self_scores(*, sheet, values, revision, by):
    """Keep what the unit scores itself: {criterion id: (points or None, evidence)}. Raises Outdated, Refused."""
    locked = _own_sheet(sheet, by, revision)
    criteria = {row.pk: row for row in scored_criteria(locked.campaign)}
    scores = {score.criterion_id: score for score in locked.scores.all()}
    unjudged = []
    for pk, (points, evidence) in values.items():
        check_points(criteria[pk], points)
        score = scores.get(pk) or Score(sheet=locked, criterion_id=pk)
        before = Judged.of(score)
        if _write(score, points, evidence):
            scores[pk] = score
            if before != Judged.of(score):
                unjudged.append((locked, pk, before, Judged.of(score)))
    record_points(by=by, verb="tự chấm lại tiêu chí đã thẩm định của", changes=unjudged)
    points = {pk: score.self_points for pk, score in scores.items()}
    locked.self_total = totals_of(items_of(locked.campaign), rule_of(locked.campaign), points).total
    locked.revision += 1
    keep_total(locked, scores.values(), "self_total", "revision")
    return locked


def _write(score, points, evidence):
    """Save what differs; True when the row is kept. Points that the unit corrects are judged anew, and only those."""
    if score.pk is None and points is None and not evidence:
        return False
    if (score.self_points, score.evidence) != (points, evidence):
        if score.self_points != points:
            score.points, score.reason = None, ""
        score.self_points, score.evidence = points, evidence
        score.save()
    return True


@transaction.atomic
def attach_evidence(*, sheet, criterion, upload, by):
    """A file that proves the points of one criterion. Raises ValidationError for a file that is not taken."""
    locked = _own_sheet(sheet, by)
    score, _new = Score.objects.get_or_create(sheet=locked, criterion=criterion)
    score.file = store_upload(upload, by=by)
    score.save(update_fields=["file"])
    return score
