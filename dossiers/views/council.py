"""Hội đồng: meetings, the nominees before them, the votes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from awards.selectors import vote_rule_for
from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..enums import DossierState
from ..forms import CouncilSessionForm, VotesForm
from ..models import CouncilSession, Dossier, Nominee


@page(Permission.SEE_COUNCIL)
def council_list(request):
    sessions = CouncilSession.objects.select_related("campaign").prefetch_related("results")
    waiting = Dossier.objects.filter(state=DossierState.COUNCIL).select_related("campaign", "agency__current")
    return render(request, "dossiers/council_list.html", {"sessions": sessions[:50], "waiting": waiting[:50]})


@page(Permission.RECORD_COUNCIL, methods=BOTH)
def council_create(request):
    form = CouncilSessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        session = actions.hold_session(form=form, by=request.actor)
        messages.success(request, "Đã lập cuộc họp. Ghi kết quả cho từng đối tượng bên dưới.")
        return redirect("council_session", tenant=request.tenant.slug, session_id=session.pk)
    return render(request, "dossiers/council_create.html", {"form": form})


@page(Permission.SEE_COUNCIL)
def council_session(request, session_id):
    """One meeting: every nominee of its campaign that waits at the council, and those it has decided on."""
    session = get_object_or_404(CouncilSession.objects.select_related("campaign"), pk=session_id)
    nominees = list(
        Nominee.objects.filter(dossier__campaign=session.campaign, dossier__state=DossierState.COUNCIL)
        .with_facts()
        .select_related("council_result", "dossier__regime")
    )
    rules = {}
    for nominee in nominees:
        key = (nominee.offer.award_id, nominee.dossier.regime_id)
        if key not in rules:
            rules[key] = vote_rule_for(award=nominee.offer.award, regime=nominee.dossier.regime, day=session.held_on)
        nominee.rule = rules[key]
        nominee.required_votes = nominee.rule.required(session.members) if nominee.rule else None
        nominee.result = getattr(nominee, "council_result", None)
    ready = {}  # dossier → who has no result yet
    for nominee in nominees:
        missing = ready.setdefault(nominee.dossier_id, (nominee.dossier, []))[1]
        if nominee.result is None:
            missing.append(f"Hội đồng chưa có kết quả xét cho {nominee.name}.")
    closed = session.results.exclude(nominee__in=nominees).select_related("nominee__offer__award")
    context = {
        "session": session,
        "nominees": nominees,
        "closed": closed,
        "may_record": request.actor.may(Permission.RECORD_COUNCIL),
        "ready": ready.values(),
    }
    return render(request, "dossiers/council_session.html", context)


@page(Permission.RECORD_COUNCIL, methods=WRITE)
def result_record(request, session_id, nominee_id):
    session = get_object_or_404(CouncilSession, pk=session_id)
    nominee = get_object_or_404(
        Nominee.objects.select_related("offer__award"), pk=nominee_id, dossier__campaign=session.campaign_id
    )
    form = VotesForm(request.POST)
    if not form.is_valid():
        messages.error(request, f"{nominee.name}: hãy ghi đủ số phiếu bằng chữ số.")
    else:
        with kindly(request):
            result = actions.record_result(session=session, nominee=nominee, by=request.actor, **form.cleaned_data)
            messages.success(request, f"{nominee.name}: {result.sentence}.")
    return redirect("council_session", tenant=request.tenant.slug, session_id=session.pk)
