"""The door of a tenant: /<slug>/… opens it for members, for one request, in one transaction."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import Resolver404, get_resolver, resolve
from django.utils import timezone

from thidua.tenancy.models import Tenant
from thidua.tenancy.scope import tenant_scope

from .actor import Actor
from .models import Membership

READ_ONLY_METHODS = ("GET", "HEAD", "OPTIONS")
ACTING_AS = "acting_as"  # session: {tenant slug: membership id}


class TenantDoorMiddleware:
    """Resolve the tenant of the address, check membership again on every request, enter its scope.

    Inside, a GET runs in a READ ONLY transaction, so that it cannot write; anything else is one transaction that
    an exception or a server error rolls back.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.tenant = request.actor = None
        slug = _tenant_slug(request)
        if slug is None:
            return self.get_response(request)
        if not request.user.is_authenticated:
            return self._to_sign_in(request)
        tenant = Tenant.objects.filter(slug=slug, is_active=True).first()
        if tenant is None:
            return _not_found(request)
        with tenant_scope(tenant, read_only=request.method in READ_ONLY_METHODS):
            return self._inside(request, tenant)

    def _inside(self, request, tenant):
        memberships = list(
            Membership.objects.on(timezone.localdate())
            .filter(user=request.user)
            .select_related("user", "agency__current")
        )
        if not memberships:
            return _not_found(request)
        chosen = request.session.get(ACTING_AS, {}).get(tenant.slug)
        membership = next((item for item in memberships if item.pk == chosen), memberships[0])
        request.tenant = tenant
        request.actor = Actor.of(membership)
        request.memberships = memberships
        request.failed = False
        response = self.get_response(request)
        # Only now: the page that explains the error still reads from the database.
        if request.failed or response.status_code >= 500:
            transaction.set_rollback(True)
        return response

    def process_exception(self, request, exception):
        request.failed = True

    def _to_sign_in(self, request):
        if request.htmx or request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return HttpResponse("Phiên làm việc đã hết; hãy đăng nhập lại.", status=401)
        return redirect_to_login(request.get_full_path())


def _tenant_slug(request):
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    return match.kwargs.get("tenant")


def _not_found(request):
    # The same answer for «no such tenant» and «not yours»: strangers learn nothing.
    handler = get_resolver(settings.ROOT_URLCONF).resolve_error_handler(404)
    return handler(request, Http404())
