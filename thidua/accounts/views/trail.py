"""Nhật ký."""

from django.core.paginator import Paginator
from django.shortcuts import render

from thidua.audit.models import AuditEvent

from ..pages import page
from ..permissions import Permission


@page(Permission.SEE_AUDIT)
def audit_list(request):
    query = request.GET.get("q", "").strip()[:100]
    events = AuditEvent.objects.all()
    if query:
        events = events.filter(subject_label__icontains=query) | events.filter(actor_label__icontains=query)
    listing = Paginator(events, 50).get_page(request.GET.get("page"))
    return render(request, "accounts/audit_list.html", {"page_obj": listing, "query": query})
