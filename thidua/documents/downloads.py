"""Sending a private file to somebody who may have it."""

from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from .uploads import XLSX

INLINE = {"application/pdf", "image/jpeg", "image/png"}


def send_file(stored, *, inline=False):
    """The file with its Vietnamese name; only types that a browser shows safely are shown in place."""
    try:
        content = storages["default"].open(stored.key)
    except FileNotFoundError:
        raise Http404("Tệp không còn trong kho lưu trữ.") from None
    response = FileResponse(
        content,
        as_attachment=not (inline and stored.content_type in INLINE),
        filename=stored.name,
        content_type=stored.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Frame-Options"] = "SAMEORIGIN"  # the check screen previews it in a frame of ours
    response["Cache-Control"] = "private, no-store"
    return response


def send_workbook(data, name):
    """An Excel file made for this one answer; nothing of it is kept."""
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response
