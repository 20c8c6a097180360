"""A unit hands its dossier in, takes it back, or gives it up."""

from django.db import transaction
from django.utils import timezone

from campaigns.selectors import dossier_deadline
from thidua.documents.models import take_number
from thidua.notifications.actions import holders_of, members_of, notify

from ..enums import DossierState, ItemVerdict
from ..workflow import DOSSIER
from .addresses import url_of


@transaction.atomic
def submit_dossier(*, dossier, by):
    """Nộp hồ sơ, first time or again: the receipt is numbered once, the office is told. Raises Refused, AlreadyDone."""
    again = dossier.state == DossierState.RETURNED
    dossier = DOSSIER.apply(dossier, "resubmit" if again else "submit", by=by, fields=None if again else _receipt)
    if again:
        dossier.items.filter(verdict=ItemVerdict.RETURNED).update(verdict=ItemVerdict.OPEN)
    round_number = dossier.transitions.filter(target=DossierState.SUBMITTED).count()
    notify(
        users=holders_of("vanphong"),
        key=f"dossier:{dossier.pk}:submitted:{round_number}",
        title=f"{dossier.agency.short_name} {'nộp lại' if again else 'nộp'} hồ sơ {dossier.code}",
        body=f"Phong trào: {dossier.campaign.title}.",
        url=url_of(dossier, "check"),
    )
    notify(
        users=members_of([dossier.agency_id], "truongdonvi"),
        key=f"dossier:{dossier.pk}:receipt:{round_number}",
        title=f"Phiếu tiếp nhận hồ sơ {dossier.code}",
        body=f"Văn phòng đã nhận hồ sơ lúc {timezone.localtime():%H:%M ngày %d/%m/%Y}.",
        url=url_of(dossier, "receipt"),
    )
    return dossier


def _receipt(dossier):
    today = timezone.localdate()
    deadline = dossier_deadline(dossier.campaign, dossier.agency, dossier.round)
    values = {"agency_version": dossier.agency.current, "is_late": bool(deadline and today > deadline)}
    if dossier.receipt_number is None:
        values["receipt_year"] = today.year
        values["receipt_number"] = take_number(agency=dossier.campaign.organiser, kind="PTN", year=today.year)
    return values


@transaction.atomic
def recall_dossier(*, dossier, by):
    """Thu hồi: while nobody in the office has touched it."""
    return DOSSIER.apply(dossier, "recall", by=by)


@transaction.atomic
def withdraw_dossier(*, dossier, by, reason):
    return DOSSIER.apply(dossier, "withdraw", by=by, reason=reason)
