"""One sheet before the office, without JavaScript: own points, evidence, verified points and reasons on one page."""

from django.contrib import messages
from django.shortcuts import redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from ..actions import scoring as actions
from ..models import Score
from ..points import in_words
from ..policies import scored_criteria
from ..score_trail import who_judged
from ..workflow import SHEET
from .score_sheet import get_sheet, unsent_page


@page(Permission.VERIFY_SCORES, methods=BOTH)
def score_verify(request, sheet_id):
    """Rows that are refused stay as they were typed, with the sentence beside them."""
    sheet = get_sheet(request, sheet_id)
    if sheet.is_closed_to_reader:
        return render(request, "campaigns/scoring/unsent.html", unsent_page(sheet))
    rows = _rows(sheet)
    if request.method == "POST" and _save_rows(request, sheet, rows):
        return redirect(request.path)
    context = {
        "tab": "campaign_scores",
        "campaign": sheet.campaign,
        "sheet": sheet,
        "rows": rows,
        "is_scored": any(row["seen"][0] for row in rows),
        "has_errors": any(row["error"] for row in rows),
        "steps": SHEET.offered(sheet, request.actor),
    }
    return render(request, "campaigns/scoring/verify.html", context)


def _rows(sheet):
    """What the page shows of each criterion; the first of a group carries its heading.

    `seen` is what is stored: the page sends it back, so that a colleague's points are not written over unseen.
    """
    scores = {score.criterion_id: score for score in sheet.scores.select_related("file")}
    rows, last = [], None
    for number, criterion in enumerate(scored_criteria(sheet.campaign), 1):
        score = scores.get(criterion.pk) or Score()
        points = _words(score.points)
        row = {"number": number, "criterion": criterion, "score": score, "error": "", "seen": (points, score.reason)}
        group = criterion.parent if criterion.parent_id != last else None
        rows.append(row | {"points": points, "reason": score.reason, "group": group})
        last = criterion.parent_id
    return rows


def _save_rows(request, sheet, rows):
    """Keep every row that the officer has changed. True when none was refused."""
    typed = [(row, cell) for row in rows if (cell := _typed(request.POST, sheet, row))]
    answers = actions.save_cells(campaign=sheet.campaign, cells=[cell for _row, cell in typed], by=request.actor)
    for (row, _cell), answer in zip(typed, answers, strict=True):
        _show(sheet, row, answer)
    saved = sum(not answer.wrong for answer in answers)
    if saved:
        messages.success(request, f"Đã lưu {saved} tiêu chí.")
    sheet.refresh_from_db(fields=["total"])
    return not any(row["error"] for row in rows)


def _typed(data, sheet, row):
    """The cell as the officer wants it; None where nothing was changed, or where it is no number (said in the row)."""
    key = row["criterion"].pk
    points, reason, *seen = (data.get(f"{name}{key}", "").strip() for name in ("p", "r", "s", "t"))
    if (points, reason) in (row["seen"], tuple(seen)):
        return None
    row["points"], row["reason"], row["seen"] = points, reason, tuple(seen)
    try:
        return actions.Typed(
            sheet.pk, key, actions.as_points(points), reason, seen=actions.as_points(seen[0]), seen_reason=seen[1]
        )
    except Refused as refused:
        row["error"] = str(refused)
        return None


def _show(sheet, row, answer):
    """What the row says of its cell: saved, refused, or written by a colleague in the meantime."""
    if isinstance(answer.wrong, Outdated):
        score = answer.wrong.current
        row["error"], row["seen"] = _written_by_others(sheet, score), (_words(score.points), score.reason)
    elif answer.wrong:
        row["error"] = str(answer.wrong)
    else:
        row["points"], row["reason"] = row["seen"] = _words(answer.score.points), answer.score.reason


def _written_by_others(sheet, score):
    now = _words(score.points)
    stands = f"ghi {now} điểm" if now else "xoá điểm"
    because = f", lý do: {score.reason}" if score.reason else ""
    return (
        f"{who_judged(sheet, score.criterion_id)} vừa {stands}{because}. Điểm anh/chị gõ còn ở ô: bấm «Lưu điểm» lần nữa "
        "để ghi điểm của mình, hoặc gõ lại theo điểm mới."
    )


def _words(points):
    return "" if points is None else in_words(points)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def score_accept(request, sheet_id):
    """Take over what the unit scored, where the office has said nothing yet."""
    sheet = get_sheet(request, sheet_id)
    with kindly(request):
        actions.accept_self_scores(sheet=sheet, by=request.actor)
        messages.success(request, "Đã lấy điểm tự chấm làm điểm thẩm định ở các tiêu chí chưa thẩm định.")
    return redirect("score_verify", tenant=request.tenant.slug, sheet_id=sheet.pk)
