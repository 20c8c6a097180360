"""The first page after signing in, and «Việc của tôi»."""

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.utils import timezone

from thidua.accounts.models import tenants_of
from thidua.accounts.pages import page
from thidua.accounts.permissions import Permission

from ..work import my_work


def home(request):
    """Lead everybody to the door they may open; choose when there are several."""
    if not request.user.is_authenticated:
        return redirect_to_login("/")
    tenants = tenants_of(request.user, timezone.localdate())
    if len(tenants) == 1:
        return redirect("tenant_home", tenant=tenants[0].slug)
    return render(request, "dossiers/choose_tenant.html", {"tenants": tenants})


@page(Permission.SEE_HOME)
def tenant_home(request):
    work = my_work(request.actor, request.tenant.slug)
    return render(request, "dossiers/home.html", {"work": work, "today": timezone.localdate()})
