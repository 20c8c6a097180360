"""What a review counts of dossiers: who was proposed and who was awarded, for all units at once."""

from django.db.models import Count, Q

from awards.enums import SubjectKind
from campaigns.figures import FIGURES, Column, Provider

from .enums import DossierState, Outcome
from .models import Nominee

COLUMNS = (
    Column("dossiers", "Hồ sơ đã nộp"),
    Column("collectives", "Tập thể đề nghị"),
    Column("individuals", "Cá nhân đề nghị"),
    Column("awarded_collectives", "Tập thể được khen"),
    Column("awarded_individuals", "Cá nhân được khen"),
)


def _columns(review):
    return COLUMNS


def _submissions(review, agency_ids):
    """Handed in, and awarded by a signed decision, from the first to the last day of the review."""
    period = (review.covers_from, review.covers_to)
    handed_in = Q(dossier__submitted_at__date__range=period)
    awarded = Q(outcome=Outcome.AWARDED, awarded_at__date__range=period)
    person = Q(subject_kind=SubjectKind.INDIVIDUAL)
    rows = (
        Nominee.objects.filter(dossier__campaign=review.campaign_id, dossier__agency__in=agency_ids)
        .exclude(dossier__state=DossierState.WITHDRAWN)
        .order_by()
        .values_list("dossier__agency")
        .annotate(
            dossiers=Count("dossier", filter=handed_in, distinct=True),
            collectives=Count("pk", filter=handed_in & ~person),
            individuals=Count("pk", filter=handed_in & person),
            awarded_collectives=Count("pk", filter=awarded & ~person),
            awarded_individuals=Count("pk", filter=awarded & person),
        )
    )
    keys = [column.key for column in COLUMNS]
    nothing = dict.fromkeys(keys, 0)
    return dict.fromkeys(agency_ids, nothing) | {row[0]: dict(zip(keys, row[1:], strict=True)) for row in rows}


FIGURES.append(Provider("submissions", "Hồ sơ, khen thưởng", _columns, _submissions))
