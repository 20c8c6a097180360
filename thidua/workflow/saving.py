"""Texts that people write for a long time: saved while they type, never over what somebody else saved in between."""

from django.contrib import messages
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from .answers import says_json
from .table import Refused


class Outdated(Exception):
    """Somebody else saved the same paper in between. `current` is the row as it is now."""

    def __init__(self, current):
        self.current = current
        super().__init__("Nội dung đã được người khác sửa.")


def save_draft(request, save, values_of, form, told=None):
    """Save, and answer a page or the autosave. None: the page is shown again with what was typed.

    `told(saved)`: what the page wants to hear besides, such as a new total.
    """
    try:
        with transaction.atomic():
            saved = save()
    except Outdated as outdated:
        return _outdated(request, outdated.current, values_of, form)
    except Refused as refused:
        if says_json(request):
            return JsonResponse({"errors": {"": refused.reasons}}, status=422)
        for reason in refused.reasons:
            form.add_error(None, reason)
        return None
    if says_json(request):
        more = told(saved) if told else {}
        return JsonResponse({"revision": saved.revision, "saved_at": timezone.now().isoformat(), **more})
    messages.success(request, "Đã lưu.")
    return redirect(request.path)


def _outdated(request, current, values_of, form):
    """Somebody else saved in between: tell what changed, keep what was typed."""
    who = str(getattr(current, "saved_by", None) or "Người khác trong đơn vị")
    at = getattr(current, "saved_at", None) or timezone.now()
    if says_json(request):
        answer = {
            "message": "Có người vừa sửa nội dung này.",
            "changed_by": who,
            "changed_at": at.isoformat(),
            "revision": current.revision,
            "server_values": values_of(current),
        }
        return JsonResponse(answer, status=409)
    form.add_error(
        None,
        f"{who} đã lưu lúc {timezone.localtime(at):%H:%M}. Nội dung anh/chị gõ vẫn còn trong các ô; "
        "đối chiếu rồi bấm Lưu lần nữa để thay bằng nội dung của mình.",
    )
    form.data = form.data.copy()
    form.data["revision"] = current.revision
    for name, value in values_of(current).items():
        typed = form.cleaned_data.get(name)
        if name in form.fields and str(value or "") != str(typed or ""):
            form[name].help_text = f"Nội dung {who} vừa lưu: {value}"
    return None
