from celery import shared_task

from .actions.reading import read_plan


@shared_task(ignore_result=True)
def read(tenant_id, reading_id):
    """Races: the row of the reading is claimed once, as every job is."""
    read_plan(tenant_id, reading_id)
