from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from thidua.tenancy.models import Tenant

from .models import WorkerHeartbeat
from .work import sweep_tenant


@shared_task(ignore_result=True)
def sweep():
    """Beat, every 30 s: rows that wait are rung for again. Twice at once is harmless: a row is claimed once."""
    for tenant in Tenant.objects.filter(is_active=True):
        sweep_tenant(tenant)


@shared_task(ignore_result=True)
def heartbeat():
    """Beat, every 30 s: shows /readyz that beat, broker and a worker are alive."""
    WorkerHeartbeat.objects.update_or_create(name="worker", defaults={"beaten_at": timezone.now()})


@worker_ready.connect
def first_heartbeat(**kwargs):
    """A worker that has just started says so at once, instead of with the next beat."""
    heartbeat()
