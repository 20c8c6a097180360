"""Steps of the table that are taken sheet by sheet, or for all sheets that are ready."""

from django.db import transaction

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import members_of, notify
from thidua.workflow.table import Refused

from ...enums import SheetState
from ...policies import scored_criteria, wrong_points
from ...selectors.scoring import points_by_sheet, sheets_of
from ...workflow import SHEET
from ..addresses import url_of
from .sheets import check_not_over, locked_campaign, locked_sheets


@transaction.atomic
def sheet_step(*, sheet, event, by, reason=""):
    """submit, return, verify: one sheet. The unit is told when its sheet comes back."""
    check_not_over(sheet.campaign, "chấm điểm tiếp")
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

    Returns (how many, [sheets that still lack points]). Raises Refused when there is nothing to verify. A fixed number
    of queries however many sheets there are.
    """
    by.require(Permission.VERIFY_SCORES, campaign)
    locked = locked_campaign(campaign, "thẩm định")
    locked_sheets(locked)
    criteria, points = scored_criteria(locked), points_by_sheet(locked)
    complete, lacking = [], []
    for sheet in filter(_waits, sheets_of(locked)):
        (lacking if wrong_points(criteria, points.get(sheet.pk, {})) else complete).append(sheet)
    if not complete:
        raise Refused("Chưa có phiếu nào đủ điểm thẩm định: điền điểm ở Bảng điểm, hoặc lấy điểm tự chấm.")
    SHEET.apply_all(complete, "verify", by=by)
    details = {"sheets": [sheet.unit_name for sheet in complete]}
    record(by=by, verb="thẩm định xong các phiếu của", subject=locked, details=details)
    return len(complete), lacking


def _waits(sheet):
    by_the_office_only = sheet.state == SheetState.SCORING and sheet.participant_id is None
    return sheet.state == SheetState.SUBMITTED or by_the_office_only
