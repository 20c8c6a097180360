"""GET /healthz: the process answers. GET /readyz: it can also work."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.utils import timezone

from thidua.accounts.pages import public

from .models import WorkerHeartbeat

HEARTBEAT_LIMIT = timedelta(minutes=2)


@public
def healthz(request):
    return JsonResponse({"status": "alive"})


@public
def readyz(request):
    """Each part with «ok» or what is wrong. 503 when the web itself cannot work (database, migrations, role)."""
    parts = {name: _ask(part) for name, part in PARTS.items()}
    ready = all(parts[name] == "ok" for name in ("database", "migrations", "role"))
    whole = all(answer == "ok" for answer in parts.values())
    status = "ready" if whole else "degraded" if ready else "not ready"
    return JsonResponse({"status": status, "parts": parts}, status=200 if ready else 503)


def _ask(part):
    try:
        return part() or "ok"
    except Exception as error:  # whatever is wrong is the answer
        return type(error).__name__


def _database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _migrations():
    executor = MigrationExecutor(connection)
    return "pending" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else None


def _role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return "privileged" if cursor.fetchone()[0] else None


def _broker():
    from thidua.celery import app

    if settings.CELERY_BROKER_URL.startswith("filesystem"):
        return  # a folder is always there
    with app.connection_for_write() as broker:
        broker.ensure_connection(max_retries=1, interval_start=0, timeout=2)


def _worker():
    beat = WorkerHeartbeat.objects.filter(name="worker").first()
    if beat is None:
        return "never seen"
    return None if timezone.now() - beat.beaten_at < HEARTBEAT_LIMIT else "silent"


PARTS = {"database": _database, "migrations": _migrations, "role": _role, "broker": _broker, "worker": _worker}
