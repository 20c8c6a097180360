"""record(): the one way a line gets into the trail; record_all() for many lines at once."""

from .models import AuditEvent


def record(*, by, verb, subject, details=None):
    """Write who (`by`: Actor or None for the system) did what (`verb`: Vietnamese phrase) to `subject` (a model row).

    `details`: JSON-able facts, without personal data beyond what the subject already shows.
    """
    event = _event(by, verb, subject, details)
    event.save()
    return event


def record_all(*, by, verb, lines):
    """One line for each (subject, details), in one statement."""
    return AuditEvent.objects.bulk_create([_event(by, verb, subject, details) for subject, details in lines])


def _event(by, verb, subject, details):
    return AuditEvent(
        actor_id=by.user_id if by else None,
        actor_label=by.label if by else "Hệ thống",
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        subject_label=str(subject)[:300],
        details=details or {},
    )
