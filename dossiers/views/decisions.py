"""Quyết định: drafts, signing, the signed ones."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from campaigns.models import Campaign
from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..enums import Outcome
from ..forms import ReasonForm
from ..selectors import history_of
from ..visibility import decisions_for
from ..workflow import DECISION
from .dossier import newest


@page(Permission.SEE_DECISIONS)
def decision_list(request):
    found = decisions_for(request.actor).select_related("campaign").annotate(people=Count("lines")).order_by("-id")
    ready = []
    if request.actor.may(Permission.PREPARE_DECISION):
        waiting = Q(
            dossiers__nominees__outcome=Outcome.APPROVED,
            dossiers__nominees__offer__decided_here=True,
            dossiers__nominees__decision_line__isnull=True,
        )
        ready = Campaign.objects.filter(waiting).annotate(people=Count("dossiers__nominees", filter=waiting))
    listing = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "dossiers/decision_list.html", {"page_obj": listing, "ready": ready})


@page(Permission.SEE_DECISIONS)
def decision_page(request, decision_id):
    """The decision with exactly the document that will be, or was, signed."""
    found = decisions_for(request.actor).select_related("campaign", "issuer_version", "signed_by", "tenant")
    decision = get_object_or_404(found, pk=decision_id)
    lines = list(decision.lines.select_related("nominee"))
    context = {
        "decision": decision,
        "lines": lines,
        "total": sum(line.bonus or 0 for line in lines),
        "steps": DECISION.offered(decision, request.actor),
        "history": history_of(decision),
        "pdf": newest("decision", decision.pk),
    }
    return render(request, "dossiers/decision_page.html", context)


@page(Permission.PREPARE_DECISION, methods=WRITE)
def decision_prepare(request, campaign_id):
    campaign = get_object_or_404(
        Campaign.objects.visible_to(request.actor).select_related("organiser__current"), pk=campaign_id
    )
    with kindly(request):
        decision = actions.prepare_decision(campaign=campaign, by=request.actor)
        messages.success(request, "Đã lập dự thảo quyết định và trình Giám đốc ký.")
        return redirect("decision_page", tenant=request.tenant.slug, decision_id=decision.pk)
    return redirect("decision_list", tenant=request.tenant.slug)


@page(Permission.SEE_DECISIONS, methods=WRITE)
def decision_step(request, decision_id, event):
    """Ký, trả lại để sửa, trình ký lại."""
    decision = get_object_or_404(decisions_for(request.actor), pk=decision_id)
    if event not in DECISION.by_event:
        raise Http404("Không có bước này.")
    form = ReasonForm(request.POST)
    with kindly(request):
        actions.decision_step(
            decision=decision,
            event=event,
            by=request.actor,
            reason=form.cleaned_data["reason"] if form.is_valid() else "",
        )
        messages.success(request, DECISION.by_event[event].done)
    return redirect("decision_page", tenant=request.tenant.slug, decision_id=decision.pk)


@page(Permission.PREPARE_DECISION, methods=WRITE)
def ranking_nominate(request, campaign_id):
    """The winners of the published ranking go to the director, without dossiers."""
    campaign = get_object_or_404(Campaign, pk=campaign_id)
    with kindly(request):
        dossier = actions.nominate_from_ranking(campaign=campaign, by=request.actor)
        count = dossier.nominees.count()
        messages.success(request, f"Đã lập danh sách {count} đơn vị theo xếp hạng, chuyển Giám đốc phê duyệt.")
        return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=dossier.pk)
    return redirect("score_ranking", tenant=request.tenant.slug, campaign_id=campaign.pk)
