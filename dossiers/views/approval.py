"""Phê duyệt: one list of what waits for the director, phone first."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..enums import DecisionState
from ..forms import ReasonForm
from ..models import Decision, Nominee
from ..selectors import approval_groups

VERBS = {
    "duyet": lambda nominee, by, reason: actions.approve_nominee(nominee=nominee, by=by),
    "tra-lai": lambda nominee, by, reason: actions.return_nominee(nominee=nominee, by=by, reason=reason),
    "khong-khen": lambda nominee, by, reason: actions.decline_nominee(nominee=nominee, by=by, reason=reason),
    "rut": lambda nominee, by, reason: actions.withdraw_approval(nominee=nominee, by=by, reason=reason),
}
DONE = {
    "duyet": "Đã phê duyệt {name}. Văn phòng sẽ đưa vào dự thảo quyết định.",
    "tra-lai": "Đã trả lại đề nghị khen thưởng {name} cho Văn phòng.",
    "khong-khen": "Đã ghi không khen {name}; đơn vị chỉ biết khi có quyết định.",
    "rut": "Đã rút phê duyệt {name}.",
}


@page(Permission.SEE_APPROVAL)
def approval_list(request):
    decisions = (
        Decision.objects.filter(state=DecisionState.PREPARED).select_related("campaign").annotate(people=Count("lines"))
    )
    context = {
        "groups": approval_groups(request.actor),
        "decisions": decisions,
        "may_approve": request.actor.may(Permission.APPROVE),
    }
    return render(request, "dossiers/approval_list.html", context)


@page(Permission.SEE_COUNCIL)
def nominee_sheet(request, nominee_id):
    """Everything about one nominee on one page, one tap from the list."""
    found = Nominee.objects.with_facts().select_related("council_result__session", "report__form", "dossier__tenant")
    nominee = get_object_or_404(found, pk=nominee_id)
    request.actor.require(Permission.SEE_DOSSIER, nominee.dossier)
    report = getattr(nominee, "report", None)
    sections = report.form.sections_for(nominee.subject_kind) if report else []
    context = {
        "nominee": nominee,
        "result": getattr(nominee, "council_result", None),
        "sections": [{**part, "text": report.answers.get(part["key"], "")} for part in sections],
        "may_approve": request.actor.may(Permission.APPROVE, nominee),
    }
    return render(request, "dossiers/nominee_sheet.html", context)


@page(Permission.APPROVE, methods=WRITE)
def nominee_decide(request, nominee_id, verb):
    """Phê duyệt, trả lại, không khen, rút phê duyệt."""
    nominee = get_object_or_404(Nominee.objects.select_related("dossier"), pk=nominee_id)
    request.actor.require(Permission.APPROVE, nominee)
    if verb not in VERBS:
        raise Http404("Không có bước này.")
    form = ReasonForm(request.POST)
    with kindly(request):
        VERBS[verb](nominee, request.actor, form.cleaned_data["reason"] if form.is_valid() else "")
        messages.success(request, DONE[verb].format(name=nominee.name))
    return redirect("approval_list", tenant=request.tenant.slug)
