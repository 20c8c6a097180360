"""Reads for the screens of dossiers."""

from dataclasses import dataclass

from django.db.models import Count, Q

from campaigns.enums import QuotaKind
from campaigns.models import AwardOffer

from .enums import DossierState, Outcome
from .models import Dossier, Nominee

TONES = {
    DossierState.DRAFT: "draft",
    DossierState.SUBMITTED: "elsewhere",
    DossierState.RETURNED: "returned",
    DossierState.ACCEPTED: "elsewhere",
    DossierState.COUNCIL: "elsewhere",
    DossierState.APPROVAL: "elsewhere",
    DossierState.DECIDED: "done",
    DossierState.REJECTED: "returned",
    DossierState.WITHDRAWN: "draft",
}
# In which states a dossier waits for somebody with this permission: for them the colour is amber.
WAITS_FOR = {
    "dossiers.check": (DossierState.SUBMITTED, DossierState.ACCEPTED),
    "council.record": (DossierState.COUNCIL,),
    "approval.decide": (DossierState.APPROVAL,),
    "dossiers.submit": (DossierState.DRAFT,),
}


def tone_for(dossier, actor):
    """The colour of a dossier's state as this actor sees it: amber when it waits for them."""
    for permission, states in WAITS_FOR.items():
        if permission in actor.permissions and dossier.state in states:
            return "waiting"
    return TONES[DossierState(dossier.state)]


def dossiers_for(actor):
    return Dossier.objects.visible_to(actor).for_list()


def offers_with_use(campaign_ids):
    """Offers with how many nominees ask for them (at approval) and how many places are taken."""
    waiting = Q(nominees__dossier__state__in=(DossierState.APPROVAL, DossierState.DECIDED))
    return (
        AwardOffer.objects.filter(campaign__in=campaign_ids)
        .select_related("award", "campaign")
        .annotate(
            asked=Count("nominees", filter=waiting & ~Q(nominees__outcome=Outcome.NOT_AWARDED), distinct=True),
            taken=Count("approvals", distinct=True),
        )
    )


@dataclass(frozen=True)
class OfferGroup:
    """Nominees of one offer, with its quota, as the director sees them."""

    offer: AwardOffer
    nominees: list

    @property
    def total(self):
        return self.offer.quota if self.offer.quota_kind == QuotaKind.FIXED else None


def approval_groups(actor):
    """What waits for the director: offers with their nominees, quota used, council's result and conflicts."""
    nominees = list(
        Nominee.objects.filter(dossier__state=DossierState.APPROVAL)
        .with_facts()
        .select_related("council_result", "council_result__session")
        .order_by("-council_result__agree", "id")
    )
    conflicts = conflicts_of(nominees)
    by_offer = {}
    for nominee in nominees:
        nominee.conflicts = conflicts.get(nominee.pk, [])
        if actor.person_id and nominee.person_id == actor.person_id:
            nominee.conflicts.append("Đây là đề nghị khen thưởng chính anh/chị: người khác phải phê duyệt.")
        by_offer.setdefault(nominee.offer_id, []).append(nominee)
    offers = offers_with_use({nominee.dossier.campaign_id for nominee in nominees}).filter(pk__in=by_offer)
    return [OfferGroup(offer, by_offer[offer.pk]) for offer in offers.order_by("campaign_id", "pk")]


def conflicts_of(nominees):
    """{nominee id: sentences}: the same person or collective proposed or awarded elsewhere in the same campaign.

    «Không khen nhiều lần, nhiều hình thức cho một thành tích» (Luật TĐKT 2022 đ.5 k.2 c).
    """
    campaigns = {nominee.dossier.campaign_id for nominee in nominees}
    others = (
        Nominee.objects.filter(dossier__campaign__in=campaigns)
        .exclude(outcome=Outcome.NOT_AWARDED)
        .exclude(dossier__state__in=(DossierState.WITHDRAWN, DossierState.REJECTED))
        .select_related("offer__award", "dossier")
    )
    by_subject = {}
    for other in others:
        by_subject.setdefault(
            (other.dossier.campaign_id, other.person_id, other.agency_id if not other.person_id else None), []
        ).append(other)
    conflicts = {}
    for nominee in nominees:
        key = (nominee.dossier.campaign_id, nominee.person_id, nominee.agency_id if not nominee.person_id else None)
        for other in by_subject.get(key, []):
            if other.pk != nominee.pk:
                conflicts.setdefault(nominee.pk, []).append(
                    f"Cũng được đề nghị «{other.offer.title}» trong phong trào này ({other.get_outcome_display().lower()})."
                )
    return conflicts


def history_of(row):
    """Transitions of a dossier, campaign or decision as the history component shows them, newest first."""
    workflow = {step.event: step.label for step in _steps()}
    return [
        {"text": workflow.get(item.event, "Có kết quả"), "who": item.by_label, "note": item.reason, "at": item.at}
        for item in row.transitions.all()
    ]


def _steps():
    from campaigns.workflow import CAMPAIGN

    from .workflow import DECISION, DOSSIER

    return (*DOSSIER.steps, *DECISION.steps, *CAMPAIGN.steps)
