"""A job is a row: claimed once, done once, given back after a fault, found again after a death."""

from datetime import timedelta

import pytest
from django.utils import timezone

from thidua.jobs.models import MAX_ATTEMPTS, JobStatus, WorkerHeartbeat
from thidua.jobs.tasks import heartbeat
from thidua.jobs.work import perform, ring, sweep_tenant
from thidua.notifications.models import OutgoingEmail


@pytest.fixture
def job(tenant, cast):
    return OutgoingEmail.objects.create(
        user_id=cast.office.user_id, key="thu", to=cast.office.email, subject="Thử", body="Nội dung"
    )


def test_done_once(tenant, job):
    done = []
    results = [perform(OutgoingEmail, tenant.pk, job.pk, lambda t, j: done.append(j.pk) or {}) for _ in range(3)]
    job.refresh_from_db()
    assert (results, done, job.status, job.attempts) == ([True, False, False], [job.pk], "done", 1)


def test_a_fault_gives_the_row_back_for_later(tenant, job):
    def fail(_tenant, _job):
        raise ConnectionError("máy chủ thư không trả lời")

    assert perform(OutgoingEmail, tenant.pk, job.pk, fail) is False
    job.refresh_from_db()
    assert (job.status, job.attempts, job.error) == ("waiting", 1, "ConnectionError: máy chủ thư không trả lời")
    assert job.available_at > timezone.now() + timedelta(seconds=5)
    assert perform(OutgoingEmail, tenant.pk, job.pk, lambda t, j: {}) is False  # not yet


def test_a_dead_workers_row_is_taken_over_after_its_lease(tenant, job):
    assert job.take() is True  # a worker claims it and dies
    assert perform(OutgoingEmail, tenant.pk, job.pk, lambda t, j: {}) is False
    OutgoingEmail.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert sweep_tenant(tenant) == 1
    assert perform(OutgoingEmail, tenant.pk, job.pk, lambda t, j: {}) is True
    job.refresh_from_db()
    assert (job.status, job.attempts) == ("done", 2)


def test_a_slow_worker_that_lost_its_lease_writes_nothing(tenant, job):
    def slow(_tenant, _job):
        OutgoingEmail.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
        assert perform(OutgoingEmail, tenant.pk, job.pk, lambda t, j: {"subject": "của người thứ hai"}) is True
        return {"subject": "của người thứ nhất"}

    assert perform(OutgoingEmail, tenant.pk, job.pk, slow) is False
    job.refresh_from_db()
    assert (job.subject, job.attempts) == ("của người thứ hai", 2)


def test_attempts_end(tenant, job):
    OutgoingEmail.objects.filter(pk=job.pk).update(attempts=MAX_ATTEMPTS)
    assert perform(OutgoingEmail, tenant.pk, job.pk, lambda t, j: {}) is False
    job.refresh_from_db()
    assert (job.status, job.error) == (JobStatus.FAILED, "Máy xử lý dừng giữa chừng nhiều lần.")


def test_a_broker_that_is_away_costs_nothing(tenant, job, settings, django_capture_on_commit_callbacks):
    from thidua.celery import app

    before = app.conf.broker_url, app.conf.broker_transport_options
    app.conf.update(broker_url="redis://127.0.0.1:1/0", broker_transport_options={"socket_connect_timeout": 0.2})
    try:
        with django_capture_on_commit_callbacks(execute=True):
            ring(job)
    finally:
        app.conf.update(broker_url=before[0], broker_transport_options=before[1])
    job.refresh_from_db()
    assert (job.status, sweep_tenant(tenant)) == ("waiting", 1)


def test_health(client, db):
    assert client.get("/healthz").json() == {"status": "alive"}
    WorkerHeartbeat.objects.all().delete()
    silent = client.get("/readyz").json()
    assert (silent["status"], silent["parts"]["worker"]) == ("degraded", "never seen")
    heartbeat()
    parts = client.get("/readyz").json()["parts"]
    assert {name: parts[name] for name in ("database", "migrations", "role", "worker")} == {
        "database": "ok", "migrations": "ok", "role": "ok", "worker": "ok",
    }  # fmt: skip
    WorkerHeartbeat.objects.update(beaten_at=timezone.now() - timedelta(minutes=5))
    assert client.get("/readyz").json()["parts"]["worker"] == "silent"
