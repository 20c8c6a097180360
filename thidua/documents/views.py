"""Generated documents: ask for one, see how far it is, get the file."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission

from .actions import request_document
from .downloads import send_file
from .kinds import KINDS
from .models import GeneratedDocument

STATES = {"waiting": "pending", "running": "running", "done": "done", "failed": "failed"}


def job_of(document):
    """What components/job_status.html shows of a document."""
    slug = document.tenant.slug
    return {
        "state": STATES[document.status],
        "label": document.title,
        "status_url": reverse("document_status", args=[slug, document.pk]),
        "doing": "đang tạo",
        "undone": "chưa tạo được",
        "retry_url": reverse("document_create", args=[slug, document.kind, document.subject_id]),
        "progress": None,
        "error": "Văn phòng đã được báo; hãy thử lại." if document.error else "",
        "file_name": document.file.name if document.file else "",
        "file_url": reverse("document_download", args=[slug, document.pk]),
        "finished_at": document.finished_at,
    }


def _check_may_see(request, kind, subject_id):
    if kind not in KINDS:
        raise Http404("Không có loại văn bản này.")
    allowed = KINDS[kind].may_see(request.actor, subject_id)
    if allowed is None:
        raise Http404
    if not allowed:
        raise PermissionDenied("Văn bản này thuộc hồ sơ mà anh/chị không có quyền xem.")


def _visible(request, document_id):
    document = get_object_or_404(GeneratedDocument.objects.select_related("file", "tenant"), pk=document_id)
    _check_may_see(request, document.kind, document.subject_id)
    return document


@page(Permission.SEE_HOME, methods=WRITE)
def create(request, kind, subject_id):
    """Ask for the newest version of a document; pressing twice asks once."""
    _check_may_see(request, kind, subject_id)
    document = request_document(kind=kind, subject_id=subject_id)
    return redirect("document_status", tenant=request.tenant.slug, document_id=document.pk)


@page(Permission.SEE_HOME)
def status(request, document_id):
    """How far the document is; the page asks again until it is ready."""
    document = _visible(request, document_id)
    template = "components/job_status_body.html" if request.htmx else "documents/status.html"
    back = reverse(KINDS[document.kind].page, args=[request.tenant.slug, document.subject_id])
    return render(request, template, {"document": document, "job": job_of(document), "back": back})


@page(Permission.SEE_HOME)
def download(request, document_id):
    document = _visible(request, document_id)
    if not document.is_done:
        return redirect("document_status", tenant=request.tenant.slug, document_id=document.pk)
    return send_file(document.file, inline=request.GET.get("xem") == "1")
