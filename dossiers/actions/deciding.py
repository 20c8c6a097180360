"""From approved nominees to a signed decision."""

from django.db import transaction
from django.utils import timezone

from awards.selectors import bonuses, regime_on
from thidua.accounts.permissions import Permission
from thidua.agencies.models import Agency, Position
from thidua.audit.trail import record
from thidua.documents.layout import lower_first
from thidua.documents.models import take_number
from thidua.notifications.actions import holders_of, members_of, notify
from thidua.workflow.table import AlreadyDone, Refused

from ..enums import DecisionState, DossierState, Outcome
from ..models import Decision, DecisionLine, Dossier, Nominee
from ..workflow import DECISION
from .addresses import decision_url
from .concluding import conclude


@transaction.atomic
def prepare_decision(*, campaign, by):
    """Dự thảo quyết định with everybody approved for an award that is decided here and is in no decision yet."""
    by.require(Permission.PREPARE_DECISION)
    waiting = list(
        Nominee.objects.select_for_update(of=("self",))
        .filter(
            dossier__campaign=campaign, outcome=Outcome.APPROVED, offer__decided_here=True, decision_line__isnull=True
        )
        .select_related("offer__award", "dossier")
        .order_by("offer_id", "subject_kind", "id")
    )
    if not waiting:
        raise Refused("Chưa có ai được phê duyệt mà chưa vào quyết định.")
    # One decision grants one award of one authority; what is left goes into the next one.
    first = waiting[0].offer
    ready = [n for n in waiting if (n.offer.award_id, n.offer.authority) == (first.award_id, first.authority)]
    office = Agency.objects.select_related("current").get(pk=by.agency_id).current
    issuer = campaign.organiser
    version = issuer.current
    head = (
        Position.objects.on(timezone.localdate()).filter(agency=issuer, is_head=True).select_related("person").first()
    )
    decision = Decision.objects.create(
        campaign=campaign,
        issuer=issuer,
        issuer_version=version,
        authority=ready[0].offer.authority,
        title=f"Về việc tặng {ready[0].offer.title} trong {lower_first(campaign.title)}",
        bases=_bases(campaign, ready[0]),
        proposal=office.legal_name,
        executors=(f"{office.legal_name}, thủ trưởng các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1"),
        recipients=["Như Điều 3", f"Lãnh đạo {issuer.short_name}", f"Lưu: VT, {office.symbol}"],
        symbol=f"QĐ-{version.symbol}",
        signer_title=head.title if head else version.head_title,
        signer_name=head.person.full_name if head else "",
        prepared_by_id=by.user_id,
    )
    _add_lines(decision, ready)
    record(by=by, verb="dự thảo", subject=decision, details={"nominees": len(ready)})
    notify(
        users=holders_of("giamdoc"),
        key=f"decision:{decision.pk}:prepared",
        title=f"Chờ ký: quyết định khen thưởng {len(ready)} trường hợp",
        body=decision.title,
        url=decision_url(decision),
    )
    return decision


def _bases(campaign, nominee):
    regime = nominee.dossier.regime or regime_on(timezone.localdate())
    return [regime.law, regime.decree + " của Chính phủ", *(str(basis) for basis in campaign.legal_bases.all())]


def _add_lines(decision, nominees):
    money = bonuses(regime=regime_on(timezone.localdate()), day=timezone.localdate())
    DecisionLine.objects.bulk_create(
        DecisionLine(
            decision=decision,
            nominee=nominee,
            position=position,
            award_title=nominee.offer.title,
            name=nominee.name,
            post=nominee.post,
            bonus=money.get((nominee.offer.award_id, nominee.subject_kind)),
        )
        for position, nominee in enumerate(nominees, 1)
    )


@transaction.atomic
def sign_decision(*, decision, by):
    """Ký quyết định: number and date are given, the nominees are awarded, recipients are told. Only now is it known."""
    nominees = list(
        Nominee.objects.select_for_update(of=("self",)).filter(decision_line__decision=decision).order_by("id")
    )
    decision = DECISION.apply(decision, "sign", by=by, fields=lambda row: _signature(row, by))
    for nominee in nominees:
        nominee.outcome, nominee.awarded_at = Outcome.AWARDED, decision.signed_at
    Nominee.objects.bulk_update(nominees, ["outcome", "awarded_at"])
    # Dossiers in which nobody is awarded have their result from the same moment on.
    for dossier in Dossier.objects.filter(campaign=decision.campaign_id, state=DossierState.APPROVAL):
        conclude(dossier, by, f"Quyết định {decision.number_label}")
    _tell_everybody(decision, nominees)
    return decision


def _signature(decision, by):
    today = timezone.localdate()
    return {
        "number": take_number(agency=decision.issuer, kind="QĐ", year=today.year),
        "issued_on": today,
        "signed_at": timezone.now(),
        "signed_by_id": by.user_id,
    }


def _tell_everybody(decision, nominees):
    agencies = {
        nominee.dossier.agency_id
        for nominee in Nominee.objects.filter(pk__in=[n.pk for n in nominees]).select_related("dossier")
    }
    notify(
        users=members_of(agencies, "truongdonvi") | holders_of("vanphong"),
        key=f"decision:{decision.pk}:signed",
        title=f"Quyết định {decision.number_label}: {decision.title}",
        body="\n".join(f"- {line.name}: {line.award_title}" for line in decision.lines.all()),
        url=decision_url(decision),
    )


@transaction.atomic
def decision_step(*, decision, event, by, reason=""):
    """Trả lại để sửa, or trình ký lại."""
    if event == "sign":
        return sign_decision(decision=decision, by=by)
    if event == "present" and decision.state != DecisionState.RETURNED:
        raise AlreadyDone("Dự thảo đã được trình ký.")
    return DECISION.apply(decision, event, by=by, reason=reason)
