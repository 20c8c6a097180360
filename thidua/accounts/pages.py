"""@page: every view says who may open it. A guard test fails for a view that says nothing."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from .actor import refusal


def page(permission, methods=("GET", "HEAD")):
    """Declare that a view needs `permission` (a Permission), and which HTTP methods it answers.

    The view is called without the tenant's slug: the scope is open already. `request.actor` is the Actor.
    """

    def declare(view):
        @wraps(view)
        def guarded(request, *args, tenant=None, **kwargs):
            from django.http import HttpResponseNotAllowed

            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            if not request.actor.may(permission):
                raise PermissionDenied(refusal(permission))
            return view(request, *args, **kwargs)

        guarded.permission = permission
        guarded.methods = methods
        return guarded

    return declare


def public(view):
    """Declare that a view is open to everyone, signed in or not (health pages, sign-in)."""
    view.permission = None
    return view


READ = ("GET", "HEAD")
WRITE = ("POST",)
BOTH = ("GET", "HEAD", "POST")
