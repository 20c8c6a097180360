"""How a job row is rung for, claimed, done and swept."""

import logging
from contextlib import suppress

from django.db import transaction
from django.utils import timezone

from thidua.tenancy.models import Tenant
from thidua.tenancy.scope import tenant_scope

from .models import JobStatus

logger = logging.getLogger(__name__)
SWEPT = {}  # job model → the Celery task that does one row of it


def swept_by(task, model):
    """Register: rows of `model` are done by `task(tenant_id, row_id)`; the sweep rings for forgotten ones."""
    SWEPT[model] = task


def ring(job):
    """After commit, tell a worker about `job`. A broker that is away costs nothing: the sweep finds the row."""
    task, tenant_id, job_id = SWEPT[type(job)], job.tenant_id, job.pk

    def send():
        try:
            task.apply_async((tenant_id, job_id), retry=False)
        except Exception as error:  # whatever the transport raises when it is away
            logger.warning("Broker is away, job %s #%s waits for the sweep: %s", type(job).__name__, job_id, error)

    transaction.on_commit(send)


def perform(model, tenant_id, job_id, do):
    """Claim one row, run `do(row)` outside of any transaction, and write down how it ended.

    `do` returns a dict of fields to store with the result, inside the tenant's scope. Called twice it has one
    effect: the second call finds nothing to claim. Returns True when this call did the work.
    """
    tenant = Tenant.objects.get(pk=tenant_id)
    with tenant_scope(tenant):
        job = model.objects.claimable().select_for_update(skip_locked=True, of=("self",)).filter(pk=job_id).first()
        if job is None or not job.take():
            return False
        attempt = job.attempts
    try:
        result = do(tenant, job)
    except Exception as error:
        logger.exception("Job %s #%s failed (attempt %s)", model.__name__, job_id, attempt)
        with tenant_scope(tenant), suppress(model.DoesNotExist):
            _locked(model, job_id, attempt).retry_later(f"{type(error).__name__}: {error}"[:2000])
        return False
    with tenant_scope(tenant):
        try:
            job = _locked(model, job_id, attempt)
        except model.DoesNotExist:
            return False  # the lease ran out and another worker has taken over
        for name, value in {**result, "status": JobStatus.DONE, "finished_at": timezone.now(), "error": ""}.items():
            setattr(job, name, value)
        job.lease_until = None
        job.save()
    return True


def _locked(model, job_id, attempt):
    """The row, if this attempt still owns it."""
    return model.objects.select_for_update(of=("self",)).get(pk=job_id, status=JobStatus.RUNNING, attempts=attempt)


def sweep_tenant(tenant):
    """Ring again for every row of `tenant` that waits or whose lease has run out. Returns how many."""
    rung = 0
    with tenant_scope(tenant):
        for model in SWEPT:
            for job in model.objects.claimable().order_by("id")[:200]:
                ring(job)
                rung += 1
    return rung
