"""Đọc kế hoạch: upload, wait, review beside the text, make the campaign."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from thidua.accounts.pages import BOTH, WRITE, page
from thidua.accounts.permissions import Permission
from thidua.agencies.models import Agency
from thidua.documents.downloads import send_file
from thidua.workflow.answers import kindly, says_json
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

from ..actions import reading as actions
from ..forms.reading import MakeCampaignForm, UploadPlanForm
from ..models import PlanReading
from ..plans.review import read_verdicts, sections_of, undecided

STATES = {"waiting": "pending", "running": "running", "done": "done", "failed": "failed"}
OUTDATED = "Có người vừa rà soát kế hoạch này; tải lại trang để xem ý kiến mới nhất rồi làm tiếp."
TONES = {"open": "waiting", "used": "done", "dropped": "draft"}


def get_reading(reading_id):
    found = PlanReading.objects.select_related("file", "tenant", "campaign", "requested_by")
    return get_object_or_404(found, pk=reading_id)


@page(Permission.WRITE_CAMPAIGN, methods=BOTH)
def plan_upload(request):
    """Upload a plan, and what was uploaded before."""
    form = UploadPlanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            reading = actions.upload_plan(upload=form.cleaned_data["file"], by=request.actor)
            return redirect("plan_reading", tenant=request.tenant.slug, reading_id=reading.pk)
        except ValidationError as error:
            form.add_error("file", error)
    readings = PlanReading.objects.select_related("file", "campaign", "requested_by")
    listing = Paginator(readings, 20).get_page(request.GET.get("page"))
    for reading in listing:
        reading.tone = "returned" if reading.refusal else TONES[reading.state]
    return render(request, "campaigns/reading/upload.html", {"form": form, "page_obj": listing})


@page(Permission.WRITE_CAMPAIGN)
def plan_reading(request, reading_id):
    """How far the reading is, then the review; a file that cannot be read says why."""
    reading = get_reading(reading_id)
    if reading.is_done and not reading.refusal:
        if request.htmx:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "campaigns/reading/review.html", _review(request, reading))
    if reading.refusal and request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    template = "components/job_status_body.html" if request.htmx else "campaigns/reading/waiting.html"
    return render(request, template, {"reading": reading, "job": _job(request, reading)})


def _job(request, reading):
    return {
        "state": STATES[reading.status],
        "label": f"«{reading.file.name}»",
        "doing": "đang đọc",
        "undone": "chưa đọc được",
        "status_url": reverse("plan_reading", args=[request.tenant.slug, reading.pk]),
        "retry_url": "",
        "progress": None,
        "error": "Hãy tải tệp lên lại." if reading.error else "",
        "file_name": reading.file.name,
        "file_url": reverse("plan_reading_file", args=[request.tenant.slug, reading.pk]),
        "finished_at": reading.finished_at,
    }


def _review(request, reading):
    sections = sections_of(reading.facts, reading.verdicts)
    marked = {}  # line → the first fact that stands in it
    for section in sections:
        for fact in section.facts:
            for line in fact.lines:
                marked.setdefault(line, fact.key)
    warned = {warning["line"] for warning in reading.facts.get("warnings", [])}
    lines = [
        {"number": number, "text": text, "fact": marked.get(number, ""), "warned": number in warned}
        for number, text in enumerate(reading.text.splitlines(), 1)
    ]
    return {
        "reading": reading,
        "sections": sections,
        "lines": lines,
        "warnings": reading.facts.get("warnings", []),
        "undecided": undecided(reading.facts, reading.verdicts),
        "is_open": reading.state == "open",
        "form": MakeCampaignForm(initial={"organiser": Agency.objects.present().top()}),
    }


@page(Permission.WRITE_CAMPAIGN, methods=WRITE)
def plan_review_save(request, reading_id):
    """Keep the review: by autosave, or by the buttons of the page, which then make the campaign or drop the reading."""
    reading = get_reading(reading_id)
    verdicts, complaints = read_verdicts(reading.facts, request.POST)
    if complaints and says_json(request):
        return JsonResponse({"errors": {"": complaints}}, status=422)
    try:
        revision = int(request.POST.get("revision", "0"))
        reading = actions.save_review(reading=reading, verdicts=verdicts, revision=revision, by=request.actor)
    except (Outdated, ValueError):
        return _cannot_save(request, reading, [OUTDATED])
    except Refused as refused:
        return _cannot_save(request, reading, refused.reasons)
    if says_json(request):
        return JsonResponse({"revision": reading.revision, "saved_at": timezone.now().isoformat()})
    return _next(request, reading, complaints)


def _cannot_save(request, reading, sentences):
    if says_json(request):
        return JsonResponse({"errors": {"": sentences}}, status=422)
    for sentence in sentences:
        messages.error(request, sentence)
    return redirect("plan_reading", tenant=request.tenant.slug, reading_id=reading.pk)


def _next(request, reading, complaints):
    """What the pressed button asks for after the review is kept."""
    for complaint in complaints:
        messages.error(request, complaint)
    pressed = request.POST.get("then", "")
    if pressed in ("make", "make_all") and not complaints:
        form = MakeCampaignForm(request.POST)
        organiser = form.cleaned_data["organiser"] if form.is_valid() else Agency.objects.present().top()
        with kindly(request):
            campaign, left = actions.make_campaign(
                reading=reading, organiser=organiser, accept_rest=pressed == "make_all", by=request.actor
            )
            for sentence in left:
                messages.warning(request, sentence)
            messages.success(request, "Đã lập bản nháp phong trào từ kế hoạch. Rà lại các phần rồi phát động.")
            return redirect(
                "campaign_section", tenant=request.tenant.slug, campaign_id=campaign.pk, section="participants"
            )
    elif not complaints:
        messages.success(request, "Đã lưu rà soát.")
    return redirect("plan_reading", tenant=request.tenant.slug, reading_id=reading.pk)


@page(Permission.WRITE_CAMPAIGN, methods=WRITE)
def plan_reading_drop(request, reading_id):
    with kindly(request):
        actions.drop_reading(reading=get_reading(reading_id), by=request.actor)
        messages.success(request, "Đã bỏ bản đọc; tệp vẫn còn trong danh sách.")
    return redirect("plan_upload", tenant=request.tenant.slug)


@page(Permission.WRITE_CAMPAIGN)
def plan_reading_file(request, reading_id):
    return send_file(get_reading(reading_id).file)
