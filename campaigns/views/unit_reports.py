"""The short report of one unit to a review."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.workflow.answers import kindly, says_json
from thidua.workflow.saving import save_draft

from .. import actions
from ..forms.reviews import UnitReportForm
from ..forms.small import ReasonForm
from ..models import UnitReport
from ..selectors.reviews import unit_figures
from .reviews import check_may_read_whole, get_review, labelled_texts


@page(Permission.REPORT_REVIEW, methods=BOTH)
def unit_report(request, review_id):
    """The own unit's report: figures beside it, saved while one types; «Gửi» saves and asks once more."""
    review = get_review(request, review_id)
    request.actor.require(Permission.REPORT_REVIEW, review.campaign)
    report = _own_report(request, review)
    editable = review.is_open and not report.submitted_at
    form = UnitReportForm(request.POST or None, instance=report) if editable else None
    if request.method == "POST":
        answer = _posted(request, review, form)
        if answer:
            return answer
        report = _own_report(request, review)
    return _show(request, review, report, form)


def _own_report(request, review):
    found = review.reports.filter(agency=request.actor.agency_id).select_related("agency__current", "submitted_by")
    return found.first() or UnitReport(review=review, agency_id=request.actor.agency_id)


def _posted(request, review, form):
    """The answer to a save or a sending; None shows the page again with what was typed."""
    if form is None:
        reasons = [
            "Báo cáo đã gửi hoặc đợt đã chốt. Đợt chưa chốt thì bấm «Thu lại để sửa»; đã chốt thì hỏi Văn phòng."
        ]
        if says_json(request):
            return JsonResponse({"errors": {"": reasons}}, status=422)
        messages.error(request, reasons[0])
        return redirect(request.path)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422) if says_json(request) else None
    values = dict(form.cleaned_data)
    save = lambda: actions.save_unit_report(  # noqa: E731
        review=review, values=values, revision=values["revision"], by=request.actor
    )
    answer = save_draft(request, save, lambda now: now.texts, form)
    if answer and "send" in request.POST and not says_json(request):
        return redirect("unit_report_send", tenant=request.tenant.slug, review_id=review.pk)
    return answer


@page(Permission.REPORT_REVIEW, methods=BOTH)
def unit_report_send(request, review_id):
    """What the unit is about to send, and what of it is still empty; then send it."""
    review = get_review(request, review_id)
    request.actor.require(Permission.REPORT_REVIEW, review.campaign)
    report = _own_report(request, review)
    if request.method == "POST":
        with kindly(request):
            actions.submit_report(review=review, by=request.actor)
            messages.success(request, "Đã gửi báo cáo; số liệu được giữ như lúc gửi. Văn phòng đã được báo.")
    if request.method == "POST" or report.submitted_at or not review.is_open:
        return redirect("unit_report", tenant=request.tenant.slug, review_id=review.pk)
    texts = labelled_texts(report)
    context = {
        "tab": "campaign_reviews",
        "campaign": review.campaign,
        "review": review,
        "texts": texts,
        "empty": [label for label, text in texts if not text],
        "figures": unit_figures(review, report.agency_id, report),
        "may_send": bool(report.results),
    }
    return render(request, "campaigns/unit_report_send.html", context)


@page(Permission.REPORT_REVIEW, methods=WRITE)
def unit_report_take_back(request, review_id):
    """The unit takes its sent report back to write on."""
    review = get_review(request, review_id)
    with kindly(request):
        actions.take_back_report(review=review, by=request.actor)
        messages.success(request, "Đã thu lại báo cáo; sửa xong, anh/chị gửi lại. Văn phòng đã được báo.")
    return redirect("unit_report", tenant=request.tenant.slug, review_id=review.pk)


def _show(request, review, report, form=None, may_run=False):
    context = {
        "tab": "campaign_reviews",
        "campaign": review.campaign,
        "review": review,
        "report": report,
        "unit": report.agency,
        "form": form,
        "texts": labelled_texts(report),
        "figures": unit_figures(review, report.agency_id, report),
        "may_take_back": review.is_open
        and report.submitted_at is not None
        and report.agency_id == request.actor.agency_id
        and request.actor.may(Permission.REPORT_REVIEW, review.campaign),
        "may_return": may_run and review.is_open and report.submitted_at is not None,
    }
    return render(request, "campaigns/unit_report.html", context)


@page(Permission.SEE_CAMPAIGNS)
def unit_report_page(request, report_id):
    """One unit's report, to be read: by its own unit, and once sent by those who see the whole tenant."""
    report = get_object_or_404(UnitReport.objects.select_related("agency__current", "submitted_by"), pk=report_id)
    review = get_review(request, report.review_id)
    _check_may_read(request.actor, report)
    return _show(request, review, report, may_run=request.actor.may(Permission.RUN_REVIEW))


def _check_may_read(actor, report):
    """What a unit has not sent yet is its own."""
    if report.agency_id == actor.agency_id:
        return
    if not report.submitted_at:
        raise PermissionDenied("Chỉ đơn vị xem được báo cáo chưa gửi của mình.")
    check_may_read_whole(actor)


@page(Permission.RUN_REVIEW, methods=WRITE)
def unit_report_return(request, report_id):
    """Give a report back with the reason."""
    report = get_object_or_404(UnitReport.objects.select_related("agency__current"), pk=report_id)
    form = ReasonForm(request.POST)
    with kindly(request):
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.reopen_report(report=report, reason=reason, by=request.actor)
        messages.success(request, f"Đã trả lại báo cáo của {report.agency.short_name}; đơn vị đã được báo lý do.")
    return redirect("review_page", tenant=request.tenant.slug, review_id=report.review_id)
