"""Ask for a document, and make it."""

from django.db import transaction

from thidua.jobs.models import JobStatus
from thidua.jobs.work import perform, ring
from thidua.tenancy.scope import tenant_scope

from .kinds import KINDS, fingerprint
from .models import GeneratedDocument
from .uploads import safe_name, store_bytes


@transaction.atomic
def request_document(*, kind, subject_id):
    """The newest version of a document: asked for once, however often the button is pressed.

    Returns the GeneratedDocument row (perhaps still waiting). A failed one is tried again.
    """
    title, doc = KINDS[kind].build(subject_id)
    document, created = GeneratedDocument.objects.get_or_create(
        kind=kind, subject_id=subject_id, fingerprint=fingerprint(KINDS[kind], doc), defaults={"title": title}
    )
    if document.status == JobStatus.FAILED:
        document.status, document.attempts, document.error = JobStatus.WAITING, 0, ""
        document.save(update_fields=["status", "attempts", "error"])
        created = True
    if created:
        ring(document)
    return document


def render_document(tenant_id, document_id):
    """In a worker: render one requested document. Calling it twice has one effect."""
    return perform(GeneratedDocument, tenant_id, document_id, _render)


def _render(tenant, document):
    from .rendering import render_pdf

    kind = KINDS[document.kind]
    with tenant_scope(tenant):
        title, doc = kind.build(document.subject_id)
    rendered = render_pdf(kind.template, {"doc": doc})
    with tenant_scope(tenant):
        file = store_bytes(rendered.pdf, name=safe_name(title, ".pdf"))
    # If the data changed since the request, this row is the version of what was really printed.
    return {"file": file, "pages": rendered.pages, "fingerprint": fingerprint(kind, doc), "title": title}
