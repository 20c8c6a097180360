"""Generated documents: how far they are, and the file."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render

from thidua.accounts.pages import page
from thidua.accounts.permissions import Permission

from .downloads import send_file
from .kinds import KINDS
from .models import GeneratedDocument


def _visible(request, document_id):
    document = get_object_or_404(GeneratedDocument.objects.select_related("file"), pk=document_id)
    if not KINDS[document.kind].may_see(request.actor, document.subject_id):
        raise PermissionDenied("Văn bản này thuộc hồ sơ mà anh/chị không có quyền xem.")
    return document


@page(Permission.SEE_HOME)
def status(request, document_id):
    """How far the document is; the page asks again until it is ready."""
    document = _visible(request, document_id)
    template = "components/job_status.html" if request.htmx else "documents/status.html"
    return render(request, template, {"document": document})


@page(Permission.SEE_HOME)
def download(request, document_id):
    document = _visible(request, document_id)
    if not document.is_done:
        return render(request, "documents/status.html", {"document": document})
    return send_file(document.file, inline=request.GET.get("xem") == "1")
