"""Steps of the table that are taken sheet by sheet."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.notifications.actions import members_of, notify
from thidua.workflow.table import Refused

from ...enums import SheetState
from ...models import ScoreSheet
from ...policies import missing_to_verify
from ...workflow import SHEET
from ..addresses import url_of


@transaction.atomic
def sheet_step(*, sheet, event, by, reason=""):
    """submit, return, verify: one sheet. The unit is told when its sheet comes back."""
    sheet = SHEET.apply(sheet, event, by=by, reason=reason)
    if event == "return" and sheet.participant_id:
        notify(
            users=members_of([sheet.participant.agency_id], "truongdonvi"),
            key=f"sheet:{sheet.pk}:returned:{sheet.transitions.count()}",
            title=f"Phiếu chấm điểm được trả lại: {sheet.campaign.title}",
            body=f"Văn phòng đề nghị chấm lại: {reason}",
            url=url_of(sheet.campaign),
        )
    return sheet


@transaction.atomic
def verify_complete(*, campaign, by):
    """Verify every sheet that was handed in, or that only the office fills in, once it lacks nothing.

    Returns (how many, [sheets that still lack points]). Raises Refused when there is nothing to verify.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    waiting = ScoreSheet.objects.filter(campaign=campaign, state=SheetState.SUBMITTED) | ScoreSheet.objects.filter(
        campaign=campaign, state=SheetState.SCORING, participant__isnull=True
    )
    waiting = waiting.select_related("campaign", "participant__agency__current", "member")
    lacking = [sheet for sheet in waiting if missing_to_verify(sheet)]
    complete = [sheet for sheet in waiting if sheet not in lacking]
    if not complete:
        raise Refused("Chưa có phiếu nào đủ điểm thẩm định: điền điểm ở Bảng điểm, hoặc lấy điểm tự chấm.")
    for sheet in complete:
        SHEET.apply(sheet, "verify", by=by)
    return len(complete), lacking
