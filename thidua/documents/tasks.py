from celery import shared_task

from .actions import render_document


@shared_task(ignore_result=True)
def render(tenant_id, document_id):
    """Races: two workers may get the same bell; the row is claimed with SKIP LOCKED, so one of them renders."""
    render_document(tenant_id, document_id)
