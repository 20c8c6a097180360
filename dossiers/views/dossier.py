"""One dossier: its checklist, nominees, steps, receipt."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from campaigns.selectors import dossier_deadline
from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission
from thidua.documents.models import GeneratedDocument
from thidua.documents.views import job_of
from thidua.workflow.answers import kindly

from .. import actions
from ..completeness import missing_to_submit, statuses_of
from ..enums import DossierState
from ..forms import NomineeForm, ReasonForm
from ..models import Dossier, Nominee
from ..selectors import history_of, tone_for
from ..workflow import DOSSIER

STEPS = {
    "submit": lambda dossier, by, reason: actions.submit_dossier(dossier=dossier, by=by),
    "resubmit": lambda dossier, by, reason: actions.submit_dossier(dossier=dossier, by=by),
    "recall": lambda dossier, by, reason: actions.recall_dossier(dossier=dossier, by=by),
    "withdraw": lambda dossier, by, reason: actions.withdraw_dossier(dossier=dossier, by=by, reason=reason),
    "return": lambda dossier, by, reason: actions.return_dossier(dossier=dossier, by=by, comment=reason),
    "accept": lambda dossier, by, reason: actions.accept_dossier(dossier=dossier, by=by),
    "reject": lambda dossier, by, reason: actions.reject_dossier(dossier=dossier, by=by, reason=reason),
    "to_council": lambda dossier, by, reason: actions.send_to_council(dossier=dossier, by=by),
    "to_approval": lambda dossier, by, reason: actions.send_to_approval(dossier=dossier, by=by),
    "back_to_council": lambda dossier, by, reason: actions.return_to_council(dossier=dossier, by=by, reason=reason),
}


def get_dossier(request, dossier_id):
    """The dossier: 404 in another tenant, 403 with a sentence when it is not for this actor."""
    found = Dossier.objects.select_related("campaign", "round", "agency__current", "regime", "submitted_by", "tenant")
    dossier = get_object_or_404(found, pk=dossier_id)
    request.actor.require(Permission.SEE_DOSSIER, dossier)
    return dossier


def frame(request, dossier, **context):
    """What every page of a dossier shows at its left: the papers with their state."""
    statuses = statuses_of(dossier)
    required = [status for status in statuses if status.item.component.required]
    return {
        "dossier": dossier,
        "tone": tone_for(dossier, request.actor),
        "statuses": statuses,
        "complete": sum(status.is_complete for status in required),
        "required": len(required),
        "may_write": request.actor.may(Permission.WRITE_DOSSIER, dossier),
        **context,
    }


@page(Permission.SEE_DOSSIER)
def dossier_page(request, dossier_id):
    dossier = get_dossier(request, dossier_id)
    offered = DOSSIER.offered(dossier, request.actor)
    may_write = request.actor.may(Permission.WRITE_DOSSIER, dossier)
    context = frame(
        request,
        dossier,
        nominees=list(dossier.nominees.with_facts().select_related("council_result")),
        steps=offered,
        missing=missing_to_submit(dossier) if dossier.is_with_unit else [],
        history=history_of(dossier),
        deadline=dossier_deadline(dossier.campaign, dossier.agency, dossier.round),
        nominee_form=NomineeForm(dossier=dossier, day=timezone.localdate())
        if may_write and dossier.state == DossierState.DRAFT
        else None,
        letter=newest("submission_letter", dossier.pk),
        sees_results=request.actor.sees_whole_tenant,
    )
    return render(request, "dossiers/page.html", context)


def newest(kind, subject_id):
    """The job box of the newest version of a document, or None when nobody has asked for one."""
    document = (
        GeneratedDocument.objects.filter(kind=kind, subject_id=subject_id).select_related("file", "tenant").first()
    )
    return job_of(document) if document else None


@page(Permission.SEE_DOSSIER, methods=WRITE)
def dossier_step(request, dossier_id, event):
    """Take one step of the table: submit, return, accept, …"""
    dossier = get_dossier(request, dossier_id)
    if event not in STEPS:
        raise Http404("Không có bước này.")
    form = ReasonForm(request.POST)
    with kindly(request):
        STEPS[event](dossier, request.actor, form.cleaned_data["reason"] if form.is_valid() else "")
        messages.success(request, DOSSIER.by_event[event].done)
        if event in ("submit", "resubmit"):
            return redirect("dossier_receipt", tenant=request.tenant.slug, dossier_id=dossier.pk)
        if event in ("return", "accept", "reject"):
            return redirect("check_queue", tenant=request.tenant.slug)
    return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=dossier.pk)


@page(Permission.SEE_DOSSIER)
def dossier_receipt(request, dossier_id):
    """Phiếu tiếp nhận: number, time, what was handed in."""
    dossier = get_dossier(request, dossier_id)
    if dossier.receipt_number is None:
        raise Http404("Hồ sơ chưa nộp nên chưa có phiếu tiếp nhận.")
    handed_in = dossier.transitions.filter(event__in=("submit", "resubmit")).first()
    context = {"dossier": dossier, "statuses": statuses_of(dossier), "handed_in": handed_in}
    return render(request, "dossiers/receipt.html", context)


@page(Permission.WRITE_DOSSIER, methods=WRITE)
def nominee_add(request, dossier_id):
    dossier = get_dossier(request, dossier_id)
    request.actor.require(Permission.WRITE_DOSSIER, dossier)
    form = NomineeForm(request.POST, dossier=dossier, day=timezone.localdate())
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
        return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=dossier.pk)
    with kindly(request):
        nominee = actions.add_nominee(
            dossier=dossier, offer=form.cleaned_data["offer"], person=form.cleaned_data["person"], by=request.actor
        )
        messages.success(request, f"Đã thêm {nominee.name}. Tiếp theo: viết báo cáo thành tích.")
    return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=dossier.pk)


@page(Permission.WRITE_DOSSIER, methods=WRITE)
def nominee_remove(request, nominee_id):
    nominee = get_object_or_404(Nominee.objects.select_related("dossier"), pk=nominee_id)
    request.actor.require(Permission.WRITE_DOSSIER, nominee.dossier)
    with kindly(request):
        actions.remove_nominee(nominee=nominee, by=request.actor)
        messages.success(request, f"Đã bỏ {nominee.name} khỏi danh sách đề nghị.")
    return redirect("dossier_page", tenant=request.tenant.slug, dossier_id=nominee.dossier_id)
