"""Error pages say what happened, why, and what to do. The 500 page reads nothing: the database may be the error."""

from django.shortcuts import render


def bad_request(request, exception=None):
    return render(request, "404.html", {"reason": "Địa chỉ này không đúng."}, status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", {"reason": str(exception or "")}, status=403)


def not_found(request, exception=None):
    reason = str(exception) if exception and exception.args and isinstance(exception.args[0], str) else ""
    if reason.startswith("No ") or "matches the given query" in reason:
        reason = ""
    return render(request, "404.html", {"reason": reason}, status=404)


def server_error(request):
    return render(None, "500.html", {}, status=500)


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", {}, status=403)
