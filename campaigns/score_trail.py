"""Who last said something of the points of a sheet, from the trail."""

from thidua.audit.models import AuditEvent


def who_judged(sheet, criterion_id):
    """«Trần Thị B (Văn phòng, Sở Nội vụ)», or a colleague nobody can name."""
    lines = AuditEvent.objects.filter(
        subject_type=sheet._meta.label_lower, subject_id=sheet.pk, details__criterion=criterion_id
    )
    return lines.values_list("actor_label", flat=True).first() or "Đồng nghiệp"
