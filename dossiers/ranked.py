"""Lists that come from a published ranking: what stands on it, and whether it still stands."""

from django.db.models import Q

from campaigns.enums import SheetState
from campaigns.models import ScoreSheet
from campaigns.policies import AGAINST_UNPUBLISHING

from .enums import DossierState, Outcome
from .models import Dossier, DossierTransition, Nominee

GONE = (DossierState.WITHDRAWN, DossierState.REJECTED)
GRANTED = (Outcome.APPROVED, Outcome.PROPOSED, Outcome.AWARDED)


def ranked_dossiers(campaign):
    """The lists that were made from the ranking of the campaign and are not given up."""
    made = DossierTransition.objects.filter(event="rank").values("dossier")
    return Dossier.objects.filter(campaign=campaign, pk__in=made).exclude(state__in=GONE)


def ranked_nominees(campaign):
    return Nominee.objects.filter(dossier__in=ranked_dossiers(campaign))


def is_outdated(dossier):
    """The points were taken back, or published anew, since the list was made."""
    published = ScoreSheet.objects.filter(campaign=dossier.campaign_id, state=SheetState.PUBLISHED)
    return not published.exists() or published.filter(published_at__gt=dossier.accepted_at).exists()


def reasons_against_unpublishing(campaign):
    """The director has granted by this ranking, or a decision or the council has: it cannot be taken back.

    Locks the nominees, so that nobody is approved meanwhile.
    """
    list(ranked_nominees(campaign).order_by("pk").select_for_update(of=("self",)))
    bound = ranked_nominees(campaign).filter(
        Q(outcome__in=GRANTED) | Q(decision_line__isnull=False) | Q(council_result__isnull=False)
    )
    names = ", ".join(bound.values_list("name", flat=True))
    if not names:
        return []
    return [
        f"Đã phê duyệt hoặc đưa vào quyết định theo xếp hạng này: {names}. "
        "Giám đốc rút phê duyệt trước; quyết định đã ký thì không thu hồi công bố được."
    ]


AGAINST_UNPUBLISHING.append(reasons_against_unpublishing)
