"""Chấm điểm: the office's list of sheets, a unit's own sheet, the rule."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly
from thidua.workflow.saving import save_draft

from ..actions import scoring as actions
from ..enums import SheetState
from ..forms.scoring import BandFormSet, ScoringRuleForm, SheetForm
from ..forms.small import ReasonForm
from ..models import Campaign, ScoreSheet
from ..points import most
from ..policies import scored_criteria
from ..selectors.scoring import items_of, rule_of, sheets_of, states_of
from ..workflow import SHEET
from .overview import get_campaign

TONES = {
    SheetState.SCORING: "draft",
    SheetState.SUBMITTED: "waiting",
    SheetState.VERIFIED: "elsewhere",
    SheetState.PUBLISHED: "done",
}


@page(Permission.SEE_CAMPAIGNS)
def score_list(request):
    """The campaigns that are scored, with how far each is."""
    found = Campaign.objects.visible_to(request.actor).filter(sheets__isnull=False).distinct().order_by("-year", "-id")
    listing = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "campaigns/scoring/list.html", {"page_obj": listing})


@page(Permission.SEE_CAMPAIGNS)
def campaign_scores(request, campaign_id):
    """A unit sees its own sheet; the others all of them."""
    campaign = get_campaign(request, campaign_id)
    sheets = sheets_of(campaign)
    if not request.actor.sees_whole_tenant:
        own = sheets.filter(participant__agency=request.actor.agency_id).first()
        if own:
            return redirect("score_sheet", tenant=request.tenant.slug, sheet_id=own.pk)
        sheets = sheets.none()
    listing = Paginator(sheets, 50).get_page(request.GET.get("page"))
    for sheet in listing:
        sheet.tone = TONES[SheetState(sheet.state)]
    context = {
        "campaign": campaign,
        "page_obj": listing,
        "counts": [(label, states_of(campaign).get(value, 0)) for value, label in SheetState.choices],
        "rule": rule_of(campaign),
        "criteria": scored_criteria(campaign),
        "most": most(items_of(campaign)),
        "bands": list(campaign.bands.all()),
        "may_verify": request.actor.may(Permission.VERIFY_SCORES),
    }
    return render(request, "campaigns/scoring/sheets.html", context)


@page(Permission.VERIFY_SCORES, methods=WRITE)
def scoring_open(request, campaign_id):
    campaign = get_campaign(request, campaign_id)
    with kindly(request):
        count = actions.open_scoring(campaign=campaign, by=request.actor)
        messages.success(request, f"Đã mở chấm điểm cho {count} đơn vị; trưởng đơn vị đã được báo.")
    return redirect("campaign_scores", tenant=request.tenant.slug, campaign_id=campaign.pk)


@page(Permission.VERIFY_SCORES, methods=BOTH)
def scoring_rule(request, campaign_id):
    """Deadline, caps, ties, grades."""
    campaign = get_campaign(request, campaign_id)
    data = request.POST if request.method == "POST" else None
    form = ScoringRuleForm(data, instance=rule_of(campaign))
    bands = BandFormSet(data, instance=campaign, prefix="bands")
    if data is not None and form.is_valid() and bands.is_valid():
        with kindly(request):
            actions.save_rule(campaign=campaign, by=request.actor, form=form, bands=bands)
            messages.success(request, "Đã lưu quy định chấm điểm.")
        return redirect("campaign_scores", tenant=request.tenant.slug, campaign_id=campaign.pk)
    return render(request, "campaigns/scoring/rule.html", {"campaign": campaign, "form": form, "bands": bands})


def get_sheet(request, sheet_id):
    """A sheet that the actor may read: the own one, all of them for those who see the whole tenant."""
    found = ScoreSheet.objects.select_related(
        "campaign__organiser__current", "campaign__tenant", "participant__agency__current", "member"
    )
    sheet = get_object_or_404(found, pk=sheet_id)
    request.actor.require(Permission.SEE_CAMPAIGNS, sheet.campaign)
    own = sheet.participant_id and sheet.participant.agency_id == request.actor.agency_id
    if not own and not request.actor.sees_whole_tenant:
        request.actor.require(Permission.VERIFY_SCORES)
    sheet.tone = TONES[SheetState(sheet.state)]
    sheet.campaign.tone = "elsewhere"
    return sheet


@page(Permission.SEE_CAMPAIGNS, methods=BOTH)
def score_sheet(request, sheet_id):
    """One sheet: the unit scores itself while it may; afterwards everybody sees what was changed and why."""
    sheet = get_sheet(request, sheet_id)
    criteria = scored_criteria(sheet.campaign)
    scores = {score.criterion_id: score for score in sheet.scores.select_related("file")}
    editable = sheet.state == SheetState.SCORING and request.actor.may(Permission.SELF_SCORE, sheet)
    if request.method == "POST":
        request.actor.require(Permission.SELF_SCORE, sheet)
    form = SheetForm(request.POST or None, sheet=sheet, criteria=criteria, scores=scores)
    if request.method == "POST":
        answer = _save_own(request, sheet, form)
        if answer:
            return answer
    context = {
        "campaign": sheet.campaign,
        "sheet": sheet,
        "form": form,
        "editable": editable,
        "rows": _rows(form, criteria, scores),
        "most": most(items_of(sheet.campaign)),
        "steps": SHEET.offered(sheet, request.actor) if editable else [],
        "rule": rule_of(sheet.campaign),
        "history": _history(sheet),
    }
    return render(request, "campaigns/scoring/sheet.html", context)


def _save_own(request, sheet, form):
    from django.http import JsonResponse

    from thidua.workflow.answers import says_json

    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422) if says_json(request) else None
    return save_draft(
        request,
        lambda: actions.save_self_scores(
            sheet=sheet, values=form.values(), revision=form.cleaned_data["revision"], by=request.actor
        ),
        lambda now: {},
        form,
    )


def _rows(form, criteria, scores):
    """What the page shows of each criterion, under its group."""
    groups, rows, last = {row.pk: row for row in criteria}, [], None
    for number, criterion in enumerate(criteria, 1):
        score = scores.get(criterion.pk)
        changed = score and score.points is not None and score.points != score.self_points
        rows.append(
            {
                "group": criterion.parent
                if criterion.parent_id != last and criterion.parent_id not in groups
                else None,
                "number": number,
                "criterion": criterion,
                "points": form[f"p{criterion.pk}"],
                "evidence": form[f"e{criterion.pk}"],
                "score": score,
                "changed": changed,
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
