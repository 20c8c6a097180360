"""The inbox."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from thidua.accounts.pages import WRITE, page
from thidua.accounts.permissions import Permission

from .actions import mark_all_read, mark_read
from .models import InboxItem


@page(Permission.SEE_HOME)
def inbox(request):
    items = InboxItem.objects.of(request.actor.user_id)
    listing = Paginator(items, 30).get_page(request.GET.get("page"))
    return render(request, "notifications/inbox.html", {"page_obj": listing})


@page(Permission.SEE_HOME, methods=WRITE)
def open_item(request, item_id):
    """Mark the message as read and go to what it speaks of."""
    item = get_object_or_404(InboxItem.objects.of(request.actor.user_id), pk=item_id)
    mark_read(item=item, by=request.actor)
    target = item.url if url_has_allowed_host_and_scheme(item.url, allowed_hosts=None) else ""
    return redirect(target or "inbox", **({} if target else {"tenant": request.tenant.slug}))


@page(Permission.SEE_HOME, methods=WRITE)
def read_all(request):
    mark_all_read(by=request.actor)
    return redirect("inbox", tenant=request.tenant.slug)
