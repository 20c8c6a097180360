"""Score sheets on their way to the office. Call inside a tenant_scope."""

from django.utils import timezone

from campaigns.models import ScoreSheet


def hand_in(sheet):
    """The unit's sheet lies before the office, with whatever points it has; a sheet that lies there already stays."""
    sheets = ScoreSheet.objects.filter(pk=sheet.pk, state="scoring", participant__isnull=False)
    sheets.update(state="submitted", submitted_at=timezone.now())
