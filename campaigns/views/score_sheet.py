"""One score sheet: the unit scores itself while it may; afterwards everybody sees what was changed and why."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.documents.downloads import send_file
from thidua.workflow.answers import kindly, says_json
from thidua.workflow.saving import save_draft
from thidua.workflow.table import Refused

from ..actions import scoring as actions
from ..enums import SheetState
from ..forms.scoring import SheetForm
from ..forms.small import ReasonForm
from ..models import Score, ScoreSheet
from ..points import in_words, most
from ..policies import UNSENT, is_unsent, reasons_against_self_scoring, scored_criteria, was_returned
from ..selectors.scoring import items_of, rule_of
from ..workflow import SHEET

TONES = {
    SheetState.SCORING: "draft",
    SheetState.SUBMITTED: "waiting",
    SheetState.VERIFIED: "elsewhere",
    SheetState.PUBLISHED: "done",
}


def get_sheet(request, sheet_id):
    """A sheet that the actor may read: the own one, all of them for those who see the whole tenant."""
    found = ScoreSheet.objects.select_related(
        "campaign__organiser__current", "campaign__tenant", "participant__agency__current", "member"
    )
    sheet = get_object_or_404(found, pk=sheet_id)
    request.actor.require(Permission.SEE_CAMPAIGNS, sheet.campaign)
    sheet.is_own = sheet.participant_id and sheet.participant.agency_id == request.actor.agency_id
    if not sheet.is_own and not request.actor.sees_whole_tenant:
        request.actor.require(Permission.VERIFY_SCORES)
    sheet.is_closed_to_reader = is_unsent(sheet) and not sheet.is_own
    sheet.tone = TONES[SheetState(sheet.state)]
    sheet.campaign.tone = "elsewhere"
    return sheet


def get_criterion(sheet, criterion_id):
    """A criterion that the sheet scores; a group or a line without points is not there."""
    for row in scored_criteria(sheet.campaign):
        if row.pk == criterion_id:
            return row
    raise Http404("Tiêu chí này không chấm điểm.")


@page(Permission.SEE_CAMPAIGNS, methods=BOTH)
def score_sheet(request, sheet_id):
    """A unit's own points while it scores itself, else what was scored."""
    sheet = get_sheet(request, sheet_id)
    if request.method == "POST":
        request.actor.require(Permission.SELF_SCORE, sheet)
    if sheet.is_closed_to_reader:
        return render(request, "campaigns/scoring/unsent.html", unsent_page(sheet))
    criteria = scored_criteria(sheet.campaign)
    scores = {score.criterion_id: score for score in sheet.scores.select_related("file")}
    form = SheetForm(request.POST or None, sheet=sheet, criteria=criteria, scores=scores)
    answer = _save_own(request, sheet, form) if request.method == "POST" else None
    return answer or render(request, "campaigns/scoring/sheet.html", _shown(request, sheet, form, criteria, scores))


def unsent_page(sheet):
    """What others see of a sheet that its unit has not handed in: that it is so."""
    return {"tab": "campaign_scores", "campaign": sheet.campaign, "sheet": sheet, "unsent": UNSENT}


def sees_verified(sheet, actor):
    """Whether the office's points and reasons are shown: to units once they are published, or on a returned sheet."""
    if sheet.state == SheetState.PUBLISHED or actor.may(Permission.VERIFY_SCORES, sheet.campaign):
        return True
    return sheet.state == SheetState.SCORING and was_returned(sheet)


def _shown(request, sheet, form, criteria, scores):
    mine = sheet.state == SheetState.SCORING and request.actor.may(Permission.SELF_SCORE, sheet)
    late = reasons_against_self_scoring(sheet) if mine else []
    # Who typed while the day ran out keeps it on the screen, with the sentence why it was not saved.
    editable = mine and (not late or request.method == "POST")
    sees = sees_verified(sheet, request.actor)
    return {
        "tab": "campaign_scores",
        "campaign": sheet.campaign,
        "sheet": sheet,
        "form": form,
        "editable": editable,
        "late": late,
        "rows": _rows(form, criteria, scores),
        "most": most(items_of(sheet.campaign)),
        "steps": SHEET.offered(sheet, request.actor) if editable else [],
        "rule": rule_of(sheet.campaign),
        "history": _history(sheet),
        "sees_verified": sees,
        # A column for what the office found: not on a sheet that it has never seen.
        "shows_verified": sees or sheet.state != SheetState.SCORING,
        "is_scored": any(score.points is not None for score in scores.values()),
    }


def _save_own(request, sheet, form):
    """Keep what was typed; with «send» the sheet goes to the office in the same breath. None: show the page again."""
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422) if says_json(request) else None

    def save():
        revision = form.cleaned_data["revision"]
        return actions.save_self_scores(sheet=sheet, values=form.values(), revision=revision, by=request.actor)

    answer = save_draft(request, save, _typed_by_others, form, told=lambda saved: {"total": in_words(saved.self_total)})
    if answer and "send" in request.POST and not says_json(request):
        with kindly(request):
            actions.sheet_step(sheet=sheet, event="submit", by=request.actor)
            messages.success(request, SHEET.by_event["submit"].done)
    return answer


def _typed_by_others(sheet):
    """The fields of the form as they are stored now."""
    values = {}
    for score in sheet.scores.all():
        values[f"p{score.criterion_id}"] = "" if score.self_points is None else in_words(score.self_points)
        values[f"e{score.criterion_id}"] = score.evidence
    return values


def _rows(form, criteria, scores):
    """What the page shows of each criterion; the first of a group carries its heading."""
    rows, last = [], None
    for number, criterion in enumerate(criteria, 1):
        score = scores.get(criterion.pk) or Score()
        rows.append(
            {
                "group": criterion.parent if criterion.parent_id != last else None,
                "number": number,
                "criterion": criterion,
                "points": form[f"p{criterion.pk}"],
                "evidence": form[f"e{criterion.pk}"],
                "score": score,
                "changed": score.points is not None and score.points != score.self_points,
            }
        )
        last = criterion.parent_id
    return rows


def _history(sheet):
    labels = {step.event: step.label for step in SHEET.steps}
    return [
        {"text": labels.get(row.event, row.event), "who": row.by_label, "note": row.reason, "at": row.at}
        for row in sheet.transitions.all()
    ]


@page(Permission.SEE_CAMPAIGNS, methods=WRITE)
def score_step(request, sheet_id, event):
    """submit, return, verify."""
    sheet = get_sheet(request, sheet_id)
    if event not in ("submit", "return", "verify"):
        raise Http404("Không có bước này.")
    request.actor.require(SHEET.by_event[event].permission, sheet)
    form = ReasonForm(request.POST)
    with kindly(request):
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.sheet_step(sheet=sheet, event=event, by=request.actor, reason=reason)
        messages.success(request, SHEET.by_event[event].done)
    return redirect("score_sheet", tenant=request.tenant.slug, sheet_id=sheet.pk)


@page(Permission.SELF_SCORE, methods=WRITE)
def score_evidence(request, sheet_id, criterion_id):
    """A file that proves the points of one criterion."""
    sheet = get_sheet(request, sheet_id)
    criterion = get_criterion(sheet, criterion_id)
    upload = request.FILES.get("file")
    with kindly(request):
        try:
            if upload is None:
                raise Refused("Hãy chọn tệp minh chứng.")
            actions.attach_evidence(sheet=sheet, criterion=criterion, upload=upload, by=request.actor)
            messages.success(request, f"Đã lưu minh chứng «{upload.name}».")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    return redirect("score_sheet", tenant=request.tenant.slug, sheet_id=sheet.pk)


@page(Permission.SEE_CAMPAIGNS)
def score_evidence_file(request, sheet_id, criterion_id):
    sheet = get_sheet(request, sheet_id)
    if sheet.is_closed_to_reader:
        raise PermissionDenied(f"{UNSENT}: minh chứng mở được sau khi đơn vị gửi phiếu.")
    score = get_object_or_404(
        Score.objects.select_related("file"), sheet=sheet, criterion=criterion_id, file__isnull=False
    )
    return send_file(score.file, inline=True)
