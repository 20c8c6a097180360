"""Ask for a document, and make it."""

from django.db import transaction

from thidua.jobs.models import JobStatus
from thidua.jobs.work import perform, ring
from thidua.tenancy.scope import tenant_scope

from .kinds import KINDS, fingerprint
from .models import GeneratedDocument
from .uploads import DOCX, PDF, safe_name, store_bytes

CONTENT_TYPES = {"pdf": PDF, "docx": DOCX}


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
    kind = KINDS[document.kind]
    with tenant_scope(tenant):
        title, doc = kind.build(document.subject_id)
    content, pages = _write(kind, doc)
    name = safe_name(title.replace("/", "-"), f".{kind.format}")  # «14/CT-UBND» is no folder
    with tenant_scope(tenant):
        file = store_bytes(content, name=name, content_type=CONTENT_TYPES[kind.format])
    # If the data changed since the request, this row is the version of what was really printed.
    return {"file": file, "pages": pages, "fingerprint": fingerprint(kind, doc), "title": title}


def _write(kind, doc):
    """(bytes, number of pages) of a document; only paper knows its pages."""
    from .rendering import render_pdf

    if kind.writer:
        return kind.writer(doc), None
    rendered = render_pdf(kind.template, {"doc": doc})
    return rendered.pdf, rendered.pages
