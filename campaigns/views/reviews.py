"""Sơ kết, tổng kết as the office sees it: the list, who has reported, the consolidated report."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.documents.models import GeneratedDocument
from thidua.documents.views import job_of
from thidua.workflow.answers import kindly, says_json
from thidua.workflow.saving import save_draft

from .. import actions
from ..forms.reviews import ConsolidatedForm, OpenReviewForm
from ..forms.small import ReasonForm
from ..models import Review
from ..rules import READERS
from ..selectors.reviews import consolidated, milestones_to_hold, reviews_of, sent_reports
from .overview import get_campaign


def get_review(request, review_id):
    """A review whose campaign the actor may know of."""
    review = get_object_or_404(Review, pk=review_id)
    review.campaign = get_campaign(request, review.campaign_id)
    return review


def check_may_read_whole(actor):
    if not READERS & actor.permissions:
        raise PermissionDenied(
            "Chỉ Văn phòng, lãnh đạo và thanh tra xem được báo cáo tổng hợp và báo cáo của đơn vị khác."
        )


@page(Permission.SEE_CAMPAIGNS)
def campaign_reviews(request, campaign_id):
    """The reviews of a campaign, and the milestones of the plan from which one can be opened."""
    campaign = get_campaign(request, campaign_id)
    rows = reviews_of(campaign, request.actor)
    context = {
        "tab": "campaign_reviews",
        "campaign": campaign,
        "rows": rows,
        "milestones": milestones_to_hold(campaign),
        "may_run": request.actor.may(Permission.RUN_REVIEW),
        "may_read": bool(READERS & request.actor.permissions),
        "may_report": request.actor.may(Permission.REPORT_REVIEW, campaign),
    }
    return render(request, "campaigns/reviews.html", context)


@page(Permission.RUN_REVIEW, methods=BOTH)
def review_open(request, campaign_id):
    """Open a review, from a milestone (?moc=) or freely."""
    campaign = get_campaign(request, campaign_id)
    asked = request.GET.get("moc", "")
    held = milestones_to_hold(campaign).select_related("phase")
    milestone = held.filter(pk=asked).first() if asked.isdecimal() else None
    form = OpenReviewForm(request.POST or None, campaign=campaign, milestone=milestone)
    if request.method == "POST" and form.is_valid():
        with kindly(request):
            review = actions.open_review(campaign=campaign, by=request.actor, **form.cleaned_data)
            messages.success(request, f"Đã mở «{review.name}»; trưởng các đơn vị tham gia đã được báo.")
            return redirect("review_page", tenant=request.tenant.slug, review_id=review.pk)
    names = [str(row) for row in campaign.participants.select_related("agency__current")]
    return render(
        request,
        "campaigns/review_open.html",
        {"tab": "campaign_reviews", "campaign": campaign, "form": form, "names": names},
    )


@page(Permission.SEE_CAMPAIGNS)
def review_page(request, review_id):
    """The office and the leaders see the whole; the head of a unit is led to the own report."""
    review = get_review(request, review_id)
    if not request.actor.sees_whole_tenant:
        return redirect("unit_report", tenant=request.tenant.slug, review_id=review.pk)
    check_may_read_whole(request.actor)
    whole = consolidated(review)
    may_run = request.actor.may(Permission.RUN_REVIEW)
    context = {
        "tab": "campaign_reviews",
        "campaign": review.campaign,
        "review": review,
        "whole": whole,
        "silent_ids": review.campaign.participants.filter(agency__in=[line.agency.pk for line in whole.silent]),
        "texts": labelled_texts(review),
        "documents": _documents(review),
        "may_run": may_run,
        "may_nudge": request.actor.may(Permission.NUDGE_UNITS) and review.is_open,
    }
    return render(request, "campaigns/review.html", context)


def labelled_texts(row):
    """[(label, text)] of what was written in a review or a report."""
    return [(row._meta.get_field(name).verbose_name, text) for name, text in row.texts.items()]


def _documents(review):
    """[(kind, label, job of the newest one or None)]"""
    labels = (("review_report_word", "Word"), ("review_report", "PDF"))
    rows = GeneratedDocument.objects.select_related("file", "tenant").order_by("id")
    newest = {row.kind: row for row in rows.filter(kind__in=dict(labels), subject_id=review.pk)}
    return [(kind, label, job_of(newest[kind]) if kind in newest else None) for kind, label in labels]


@page(Permission.RUN_REVIEW, methods=BOTH)
def review_texts(request, review_id):
    """The office's own words of the consolidated report, beside what the units wrote."""
    review = get_review(request, review_id)
    form = ConsolidatedForm(request.POST or None, instance=review)
    if request.method == "POST":
        if form.is_valid():
            values, revision = dict(form.cleaned_data), form.cleaned_data["revision"]
            save = lambda: actions.save_consolidated(  # noqa: E731
                review=review, values=values, revision=revision, by=request.actor
            )
            answer = save_draft(request, save, lambda now: now.texts, form)
            if answer:
                return answer
        elif says_json(request):
            return JsonResponse({"errors": form.errors}, status=422)
    reports = sent_reports(review)
    said = [(label, [(one.agency, one.texts[name]) for one in reports if one.texts[name]]) for name, label in SAID]
    context = {"tab": "campaign_reviews", "campaign": review.campaign, "review": review, "form": form, "said": said}
    return render(request, "campaigns/review_texts.html", context)


SAID = (("results", "Kết quả nổi bật"), ("shortcomings", "Tồn tại, hạn chế"), ("proposals", "Kiến nghị, đề xuất"))


@page(Permission.RUN_REVIEW, methods=WRITE)
def review_close(request, review_id):
    review = get_review(request, review_id)
    with kindly(request):
        actions.close_review(review=review, by=request.actor)
        messages.success(request, f"Đã chốt «{review.name}»; số liệu, chỉ tiêu và xếp hạng được giữ nguyên từ nay.")
    return redirect("review_page", tenant=request.tenant.slug, review_id=review.pk)


@page(Permission.RUN_REVIEW, methods=WRITE)
def review_reopen(request, review_id):
    review = get_review(request, review_id)
    form = ReasonForm(request.POST)
    with kindly(request):
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.reopen_review(review=review, reason=reason, by=request.actor)
        messages.success(request, f"Đã mở lại «{review.name}»; các đơn vị gửi báo cáo được.")
    return redirect("review_page", tenant=request.tenant.slug, review_id=review.pk)
