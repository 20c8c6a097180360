"""Each document beside bare WeasyPrint on the same HTML, and a job from click to file."""

import statistics
import time

from django.conf import settings

from dossiers.models import Decision, Nominee
from thidua.documents.actions import request_document
from thidua.documents.kinds import KINDS
from thidua.documents.models import GeneratedDocument
from thidua.documents.rendering import VARIANT, render_pdf
from thidua.tenancy.scope import tenant_scope

ROUNDS = 9


def subjects():
    decision = Decision.objects.filter(state="signed").first()
    nominee = Nominee.objects.filter(decision_line__decision=decision, subject_kind="individual").first()
    return (("decision", decision.pk), ("achievement_report", nominee.pk), ("submission_letter", nominee.dossier_id))


def measure_documents():
    """[(document, ours in ms, bare WeasyPrint in ms, ratio)], medians."""
    rows = []
    for code, subject_id in subjects():
        kind = KINDS[code]
        _title, doc = kind.build(subject_id)
        html = render_pdf(kind.template, {"doc": doc}).html
        ours = _median(lambda kind=kind, doc=doc: render_pdf(kind.template, {"doc": doc}))
        bare = _median(lambda html=html: _bare(html))
        rows.append((kind.label, ours, bare, ours / bare))
    return rows


def _bare(html):
    import weasyprint

    style = weasyprint.CSS(filename=settings.BASE_DIR / "static" / "pdf" / "document.css")
    return weasyprint.HTML(string=html).write_pdf(stylesheets=[style], pdf_variant=VARIANT)


def _median(call):
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def measure_jobs(tenant):
    """Seconds from the request of a document to its file, through the running worker: one for each kind."""
    seconds = []
    with tenant_scope(tenant):
        wanted = subjects()
    for code, subject_id in wanted:
        with tenant_scope(tenant):
            GeneratedDocument.objects.filter(kind=code, subject_id=subject_id).delete()
            document = request_document(kind=code, subject_id=subject_id)
        begun = time.perf_counter()
        while time.perf_counter() - begun < 60:
            with tenant_scope(tenant):
                if GeneratedDocument.objects.get(pk=document.pk).is_done:
                    break
            time.sleep(0.02)
        seconds.append(time.perf_counter() - begun)
    return seconds
