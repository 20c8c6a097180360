"""Kiểm tra: preview at the left, checklist at the right."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from campaigns.enums import ComponentKind
from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly

from .. import actions
from ..actions.checking import receive_paper
from ..comparison import changed_parts
from ..enums import ItemVerdict
from ..forms import PaperForm, VerdictForm
from ..models import DossierItem
from ..selectors import history_of
from ..workflow import DOSSIER
from .dossier import frame, get_dossier, newest
from .papers import _file_facts


@page(Permission.CHECK_DOSSIER)
def check_dossier(request, dossier_id):
    dossier = get_dossier(request, dossier_id)
    context = frame(request, dossier, steps=DOSSIER.offered(dossier, request.actor), history=history_of(dossier))
    statuses = context["statuses"]
    chosen = _chosen(statuses, request.GET.get("muc"))
    context.update(
        chosen=chosen,
        preview=_preview(chosen, dossier) if chosen else None,
        paper_form=PaperForm(initial={"day": dossier.paper_received_on}),
        judged=sum(status.item.verdict != ItemVerdict.OPEN for status in statuses),
    )
    return render(request, "dossiers/check.html", context)


def _chosen(statuses, wanted):
    """The paper asked for, else the first one not yet judged, else the first."""
    for status in statuses:
        if str(status.item.pk) == wanted:
            return status
    return next((s for s in statuses if s.item.verdict == ItemVerdict.OPEN), statuses[0] if statuses else None)


def _preview(status, dossier):
    """What the checker looks at: the typed text, or the files; with what changed since the last return."""
    item, kind = status.item, status.item.component.kind
    preview = {
        "files": [_file_facts(file, dossier, editable=False) for file in status.files],
        "changes": changed_parts(item, dossier),
        "sections": [],
        "document": None,
        "document_url": "",
    }
    if kind == ComponentKind.ACHIEVEMENT_REPORT and item.nominee_id and hasattr(item.nominee, "report"):
        report = item.nominee.report
        preview["sections"] = [
            {**part, "text": report.answers.get(part["key"], "")}
            for part in report.form.sections_for(item.nominee.subject_kind)
        ]
        preview["document"] = newest("achievement_report", item.nominee_id)
        preview["document_url"] = reverse(
            "document_create", args=[dossier.tenant.slug, "achievement_report", item.nominee_id]
        )
    if kind == ComponentKind.SUBMISSION_LETTER:
        preview["nominees"] = list(dossier.nominees.with_facts())
        preview["document"] = newest("submission_letter", dossier.pk)
        preview["document_url"] = reverse(
            "document_create", args=[dossier.tenant.slug, "submission_letter", dossier.pk]
        )
    return preview


@page(Permission.CHECK_DOSSIER, methods=WRITE)
def item_judge(request, item_id):
    """Đạt or trả lại for one paper, then on to the next."""
    item = get_object_or_404(DossierItem.objects.select_related("dossier", "component", "nominee"), pk=item_id)
    get_dossier(request, item.dossier_id)
    form = VerdictForm(request.POST)
    target = redirect("check_dossier", tenant=request.tenant.slug, dossier_id=item.dossier_id)
    if not form.is_valid():
        messages.error(request, "Hãy chọn «Đạt» hoặc «Trả lại».")
        return target
    judged = False
    with kindly(request):
        actions.judge_item(
            item=item, verdict=form.cleaned_data["verdict"], reason=form.cleaned_data["reason"], by=request.actor
        )
        judged = True
    if not judged:
        target["Location"] += f"?muc={item.pk}"
    return target


@page(Permission.CHECK_DOSSIER, methods=WRITE)
def paper_received(request, dossier_id):
    dossier = get_dossier(request, dossier_id)
    form = PaperForm(request.POST)
    if form.is_valid():
        receive_paper(dossier=dossier, by=request.actor, day=form.cleaned_data["day"])
        messages.success(request, f"Đã ghi nhận bản giấy ngày {form.cleaned_data['day']:%d/%m/%Y}.")
    else:
        messages.error(request, "Ngày nhận bản giấy không đúng.")
    return redirect("check_dossier", tenant=request.tenant.slug, dossier_id=dossier.pk)
