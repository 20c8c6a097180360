"""A document is asked for once, made once, and survives the death of its worker, on whichever broker there is."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection

from dossiers import actions
from tests.factories import accounts, campaigns, tenants
from tests.factories import agencies as agency_factory
from tests.factories import dossiers as build
from thidua.documents.actions import render_document, request_document
from thidua.documents.models import GeneratedDocument, StoredFile
from thidua.jobs.work import sweep_tenant
from thidua.tenancy.scope import tenant_scope

ROOT = Path(__file__).resolve().parents[2]


def test_the_same_request_is_the_same_row_and_changed_data_a_new_version(make_dossier, cast):
    dossier = make_dossier("draft")
    first = request_document(kind="submission_letter", subject_id=dossier.pk)
    assert request_document(kind="submission_letter", subject_id=dossier.pk) == first
    dossier.refresh_from_db()
    values = build.LETTER | {"letter_text": "Nội dung khác."}
    actions.save_letter(dossier=dossier, values=values, revision=dossier.revision, by=cast.unit_head)
    second = request_document(kind="submission_letter", subject_id=dossier.pk)
    assert list(GeneratedDocument.objects.order_by("id")) == [first, second]


def test_a_failed_document_is_tried_again_when_asked_for(make_dossier):
    dossier = make_dossier("draft")
    document = request_document(kind="submission_letter", subject_id=dossier.pk)
    GeneratedDocument.objects.filter(pk=document.pk).update(status="failed", attempts=5, error="…")
    again = request_document(kind="submission_letter", subject_id=dossier.pk)
    assert (again.pk, again.status, again.attempts, again.error) == (document.pk, "waiting", 0, "")


def test_a_document_is_rendered_once_and_kept_privately(tenant, make_dossier):
    dossier = make_dossier("submitted")
    document = request_document(kind="submission_letter", subject_id=dossier.pk)
    before = StoredFile.objects.count()
    assert [render_document(tenant.pk, document.pk) for _ in range(2)] == [True, False]
    document.refresh_from_db()
    assert (document.status, document.pages, StoredFile.objects.count()) == ("done", 2, before + 1)
    assert document.file.name == "Tờ trình đề nghị khen thưởng – Phòng CCVC.pdf"
    with storages["default"].open(document.file.key) as file:
        assert file.read(5) == b"%PDF-"


def test_progress_and_file_are_for_those_who_may_see_the_dossier(tenant, make_dossier, cast, client_of, at):
    dossier = make_dossier("submitted")
    head = client_of(cast.unit_head)
    asked = head.post(at(cast.unit_head, "document_create", "submission_letter", dossier.pk))
    document = GeneratedDocument.objects.get()
    assert asked["Location"] == at(cast.unit_head, "document_status", document.pk)
    waiting = head.get(asked["Location"], headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 1s"' in waiting
    render_document(tenant.pk, document.pk)
    ready = head.get(asked["Location"], headers={"HX-Request": "true"}).content.decode()
    assert ('hx-trigger="every 1s"' in ready, document.title in ready) == (False, True)
    url = at(cast.unit_head, "document_download", document.pk)
    sent = head.get(url)
    assert sent["Content-Disposition"].startswith("attachment; filename*=utf-8''T%E1%BB%9D%20tr%C3%ACnh")
    assert (sent["X-Content-Type-Options"], sent["Cache-Control"]) == ("nosniff", "private, no-store")
    assert client_of(cast.other_unit_head).get(url).status_code == 403


def test_a_web_process_never_loads_the_renderer():
    code = "import django; django.setup(); import thidua.urls, sys; print('weasyprint' in sys.modules)"
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "thidua.settings.test"}
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


# --- a real worker, killed in the middle ---


@pytest.fixture
def dossier(transactional_db):
    tenant = tenants.tenant("snv-khanhhoa")
    with tenant_scope(tenant):
        tree = agency_factory.agency_tree(tenant)
        cast = accounts.cast(tenant, tree)
        campaigns.own_vote_rules()
        campaign = campaigns.launched(tree, cast.office)
        return build.dossier("submitted", campaign=campaign, cast=cast)


@pytest.fixture
def start_worker():
    """start_worker(): a Celery worker on the test's database and broker, in a process group of its own."""
    database = connection.settings_dict
    host, port = quote(database["HOST"] or "", safe=""), database["PORT"] or 5432
    url = f"postgresql://{database['USER']}:{database['PASSWORD']}@{host}:{port}/{database['NAME']}"
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "thidua.settings.embedded",
        "DATABASE_URL": url,
        "DATABASE_APP_ROLE": settings.APP_ROLE,
        "DEMO_DIR": str(settings.SCRATCH),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "JOB_LEASE_SECONDS": "3",
    }
    command = [sys.executable, "-m", "celery", "-q", "-A", "thidua.celery", "worker", "-c", "1", "--loglevel", "error"]
    workers = []

    def start():
        workers.append(subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True))
        return workers[-1]

    yield start
    for worker in workers:
        kill(worker)


def kill(worker):
    """kill -9 of the worker and its children at once: nothing can be tidied up."""
    with suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def wait_for(tenant, document, *states, patience=40):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with tenant_scope(tenant):
            row = GeneratedDocument.objects.get(pk=document.pk)
        if row.status in states:
            return row
        time.sleep(0.02)
    raise AssertionError(f"{row.status} after {patience} s: {row.error}")


@pytest.mark.integration
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_costs_its_lease_and_nothing_else(dossier, start_worker):
    tenant = dossier.tenant
    with tenant_scope(tenant):
        document = request_document(kind="submission_letter", subject_id=dossier.pk)
    first = start_worker()
    wait_for(tenant, document, "running")
    kill(first)
    with tenant_scope(tenant):
        assert GeneratedDocument.objects.get(pk=document.pk).status == "running"
    start_worker()
    time.sleep(3.2)  # the lease
    sweep_tenant(tenant)  # what beat does every 30 s
    done = wait_for(tenant, document, "done")
    with tenant_scope(tenant):
        assert (done.attempts, GeneratedDocument.objects.count()) == (2, 1)
        assert StoredFile.objects.filter(name__startswith="Tờ trình").count() == 1
