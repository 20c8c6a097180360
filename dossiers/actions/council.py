"""What the council's secretary records. The votes were cast in the meeting; here their arithmetic is kept right."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from awards.selectors import vote_rule_for
from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import holders_of, notify
from thidua.workflow.table import Refused

from ..enums import DossierState
from ..models import CouncilResult, Dossier
from ..workflow import DOSSIER
from .addresses import url_of


@transaction.atomic
def hold_session(*, form, by):
    """Open the record of a council meeting from a valid CouncilSessionForm."""
    by.require(Permission.RECORD_COUNCIL)
    form.instance.created_by_id = by.user_id
    session = form.save()
    record(by=by, verb="lập cuộc họp", subject=session)
    return session


@transaction.atomic
def record_result(*, session, nominee, agree, disagree, invalid, by, note=""):
    """Record the votes on one nominee, or correct them while the dossier is still at the council.

    The threshold is the law's for the award, else the tenant's own rule, of ALL members of the council.
    Raises Refused when no rule says how many votes are needed, or when the numbers cannot be.
    """
    by.require(Permission.RECORD_COUNCIL)
    if by.person_id and nominee.person_id == by.person_id:
        raise PermissionDenied("Không ai ghi kết quả xét cho chính mình.")
    dossier = Dossier.objects.select_for_update(of=("self",)).get(pk=nominee.dossier_id)
    if dossier.state != DossierState.COUNCIL:
        raise Refused(f"Hồ sơ đang «{dossier.get_state_display()}»; chỉ ghi kết quả khi hồ sơ ở Hội đồng.")
    rule = vote_rule_for(award=nominee.offer.award, regime=dossier.regime, day=session.held_on)
    if rule is None:
        raise Refused(
            f"Chưa có quy định về tỷ lệ phiếu cho «{nominee.offer.award}»: khai báo quy chế tại Danh mục trước khi ghi."
        )
    result = CouncilResult.objects.filter(nominee=nominee).first() or CouncilResult(nominee=nominee)
    result.session, result.members = session, session.members
    result.agree, result.disagree, result.invalid, result.note = agree, disagree, invalid, note.strip()
    result.numerator, result.denominator, result.source = rule.numerator, rule.denominator, rule.source
    result.passed = agree >= rule.required(session.members)
    result.recorded_by_id = by.user_id
    try:
        result.validate_constraints()
    except ValidationError as error:
        raise Refused(*error.messages) from None
    result.save()
    record(by=by, verb="ghi kết quả xét cho", subject=nominee, details={"result": result.sentence})
    return result


@transaction.atomic
def send_to_approval(*, dossier, by):
    """Chuyển phê duyệt: every nominee has a result; the director is told."""
    dossier = DOSSIER.apply(dossier, "to_approval", by=by)
    notify(
        users=holders_of("giamdoc"),
        key=f"dossier:{dossier.pk}:approval:{dossier.transitions.count()}",
        title=f"Chờ phê duyệt: hồ sơ {dossier.code} của {dossier.agency.short_name}",
        body=f"Phong trào: {dossier.campaign.title}.",
        url=url_of(dossier),
    )
    return dossier
