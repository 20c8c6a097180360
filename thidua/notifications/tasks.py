from celery import shared_task

from .actions import send_email
from .reminders import remind_everyone


@shared_task(ignore_result=True)
def send(tenant_id, email_id):
    """Races: as for documents, the row is claimed once."""
    send_email(tenant_id, email_id)


@shared_task(ignore_result=True)
def remind():
    """Beat, every 15 minutes. Races: the unique key of inbox items lets each reminder be written once."""
    remind_everyone()
