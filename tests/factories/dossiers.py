"""Dossiers and decisions, driven to any state by the same actions as the pages use. Call inside a tenant_scope."""

from django.utils import timezone

from dossiers import actions
from dossiers.enums import DecisionState, DossierState, ItemVerdict, Outcome
from dossiers.forms import CouncilSessionForm
from dossiers.models import Dossier, Nominee
from thidua.agencies.models import Person

from .campaigns import offer_of
from .files import pdf_upload

MEMBERS = 9
LETTER = {
    "letter_number": "12/TTr-CCVC",
    "letter_date": None,
    "letter_text": "Đơn vị đã họp xét và đề nghị Sở Nội vụ xem xét, khen thưởng các trường hợp sau đây.",
    "signer_title": "Trưởng phòng",
    "signer_name": "Nguyễn Văn Đức",
}
PATH = (DossierState.DRAFT, DossierState.SUBMITTED, DossierState.ACCEPTED, DossierState.COUNCIL, DossierState.APPROVAL)


def dossier(
    state=DossierState.DRAFT, *, campaign, cast, head=None, of_round=None, nominees=("collective",), filled=True
):
    """The dossier of a unit in `state`. `nominees`: «collective» for the unit itself, or full names of its people."""
    head = head or cast.unit_head
    row = actions.create_dossier(campaign=campaign, by=head, of_round=of_round)
    for who in nominees:
        nominate(row, who, head)
    if filled or state != DossierState.DRAFT:
        fill(row, head)
    return drive(row, DossierState(state), cast, head)


def nominate(row, who, head, award="GIAY_KHEN"):
    person = None if who == "collective" else Person.objects.get(full_name=who)
    subject = "individual" if person else "collective"
    offer = offer_of(row.campaign, subject=subject, award=award)
    return actions.add_nominee(dossier=row, offer=offer, by=head, person=person)


def answers_for(nominee):
    """Answers that are just long enough for every section of the prescribed form."""
    return {
        part["key"]: ("Hoàn thành xuất sắc nhiệm vụ được giao. " * 10)[: max(part["minimum"], 10)]
        .strip()
        .ljust(part["minimum"], ".")
        for part in nominee.report.form.sections_for(nominee.subject_kind)
    }


def fill(row, head):
    """Everything that the plan asks for: letter, minutes, reports, summaries."""
    row.refresh_from_db()
    actions.save_letter(dossier=row, values=LETTER, revision=row.revision, by=head)
    for nominee in Nominee.objects.filter(dossier=row).select_related("report__form", "dossier"):
        actions.save_report(nominee=nominee, answers=answers_for(nominee), revision=nominee.report.revision, by=head)
        actions.change_summary(nominee=nominee, summary="Hoàn thành 100% nhiệm vụ, có 02 giải pháp mới.", by=head)
    for item in row.items.filter(component__kind="minutes").select_related("dossier", "component"):
        actions.add_file(item=item, upload=pdf_upload(content=f"{row.pk}"), by=head)


def judge_all(row, office, verdict=ItemVerdict.OK, reason=""):
    for item in row.items.all():
        actions.judge_item(item=item, verdict=verdict, reason=reason, by=office)


def drive(row, state, cast, head):
    if state == DossierState.WITHDRAWN:
        return actions.withdraw_dossier(dossier=row, by=head, reason="Đơn vị xét lại đối tượng đề nghị.")
    if state == DossierState.DRAFT:
        return Dossier.objects.get(pk=row.pk)
    row = actions.submit_dossier(dossier=row, by=head)
    if state == DossierState.SUBMITTED:
        return row
    if state == DossierState.RETURNED:
        return send_back(row, cast.office)
    if state == DossierState.REJECTED:
        return actions.reject_dossier(dossier=row, by=cast.office, reason="Không đúng đối tượng của kế hoạch.")
    judge_all(row, cast.office)
    row = actions.accept_dossier(dossier=row, by=cast.office)
    if state == DossierState.ACCEPTED:
        return row
    row = actions.send_to_council(dossier=row, by=cast.office)
    if state == DossierState.COUNCIL:
        return row
    vote(row, session(row.campaign, cast.council), cast.council)
    row = actions.send_to_approval(dossier=row, by=cast.council)
    if state == DossierState.APPROVAL:
        return row
    approve_all(row, cast.director)
    decision(campaign=row.campaign, cast=cast, state=DecisionState.SIGNED)
    return Dossier.objects.get(pk=row.pk)


def send_back(row, office, kind="minutes"):
    """Returned because of the minutes; the other papers are in order."""
    judge_all(row, office)
    wrong = row.items.get(component__kind=kind)
    actions.judge_item(item=wrong, verdict=ItemVerdict.RETURNED, reason="Biên bản chưa có chữ ký.", by=office)
    return actions.return_dossier(dossier=row, by=office)


def session(campaign, council, members=MEMBERS):
    form = CouncilSessionForm(
        {
            "campaign": campaign.pk,
            "council": "Hội đồng Thi đua - Khen thưởng Sở Nội vụ",
            "held_on": timezone.localdate().isoformat(),
            "members": members,
            "present": members,
            "chair": "Trần Quốc Nam",
            "secretary": "Đặng Hoàng Long",
            "minutes_number": "03/BB-HĐTĐKT",
        }
    )
    assert form.is_valid(), form.errors
    return actions.hold_session(form=form, by=council)


def vote(row, session, council, agree=MEMBERS):
    for nominee in Nominee.objects.with_facts().filter(dossier=row):
        actions.record_result(
            session=session, nominee=nominee, agree=agree, disagree=session.members - agree, invalid=0, by=council
        )


def approve_all(row, director):
    for nominee in Nominee.objects.filter(dossier=row, outcome=Outcome.PENDING):
        actions.approve_nominee(nominee=nominee, by=director)


def decision(*, campaign, cast, state=DecisionState.PREPARED):
    """A decision for everybody approved in the campaign and in no decision yet."""
    row = actions.prepare_decision(campaign=campaign, by=cast.office)
    if state == DecisionState.SIGNED:
        return actions.sign_decision(decision=row, by=cast.director)
    if state == DecisionState.RETURNED:
        return actions.decision_step(decision=row, event="send_back", by=cast.director, reason="Sửa trích yếu.")
    return row
