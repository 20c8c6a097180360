"""record(): the one way a line gets into the trail."""

from .models import AuditEvent


def record(*, by, verb, subject, details=None):
    """Write who (`by`: Actor or None for the system) did what (`verb`: Vietnamese phrase) to `subject` (a model row).

    `details`: JSON-able facts, without personal data beyond what the subject already shows.
    """
    return AuditEvent.objects.create(
        actor_id=by.user_id if by else None,
        actor_label=by.label if by else "Hệ thống",
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        subject_label=str(subject)[:300],
        details=details or {},
    )
