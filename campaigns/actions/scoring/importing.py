"""Points from a workbook, once the officer has seen what would change."""

from decimal import Decimal

from django.core import signing
from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.workflow.table import Refused

from ...models import Score
from ...policies import scored_criteria
from .cells import check_open, needed_reason
from .opening import refresh_totals
from .sheets import check_campaign_unpublished, check_points, locked_campaign, locked_sheets

SALT, AN_HOUR = "scores", 3600


def pack(changes):
    """The changes of a workbook as one signed text, to be confirmed on the next page."""
    rows = [
        [row.sheet_id, row.criterion_id, None if row.before is None else str(row.before), str(row.after), row.reason]
        for row in changes
    ]
    return signing.dumps(rows, salt=SALT, compress=True)


def _unpack(packed):
    try:
        rows = signing.loads(packed, salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        raise Refused("Bản xem trước đã quá một giờ; hãy tải tệp lên lại.") from None
    return {(sheet, criterion): (before, after, reason) for sheet, criterion, before, after, reason in rows}


@transaction.atomic
def import_points(*, campaign, packed, by):
    """Write the points of a workbook that the officer has seen and confirmed. Returns how many.

    Raises Refused when a point has been changed by somebody since it was shown; then nothing is written.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    cells = _unpack(packed)
    locked_campaign(campaign, "nhập điểm")
    sheets = {row.pk: row for row in locked_sheets(campaign)}
    check_campaign_unpublished(campaign, "nhập điểm")
    criteria = {row.pk: row for row in scored_criteria(campaign)}
    present = {(row.sheet_id, row.criterion_id): row for row in Score.objects.filter(sheet__campaign=campaign)}
    changed = []
    for (sheet, criterion), (before, after, reason) in cells.items():
        if sheet not in sheets or criterion not in criteria:
            raise Refused("Phiếu hoặc tiêu chí trong tệp không còn nữa; hãy tải tệp lên lại.")
        check_open(sheets[sheet])
        score = present.get((sheet, criterion)) or Score(sheet_id=sheet, criterion_id=criterion)
        _put(score, criteria[criterion], before, Decimal(after), reason)
        changed.append(score)
    Score.objects.bulk_create([row for row in changed if row.pk is None], batch_size=1000)
    Score.objects.bulk_update([row for row in changed if row.pk], ["points", "reason"], batch_size=1000)
    refresh_totals(campaign)
    record(by=by, verb="nhập điểm từ Excel cho", subject=campaign, details={"points": len(cells)})
    return len(cells)


def _put(score, criterion, before, points, reason):
    if score.points != (None if before is None else Decimal(before)):
        raise Refused("Có người vừa sửa điểm sau khi anh/chị xem trước; chưa ghi gì. Hãy tải tệp lên để xem lại.")
    check_points(criterion, points)
    score.points, score.reason = points, needed_reason(score, points, reason)
