"""The columns «Nộp hồ sơ», «Kiểm tra», «Kết quả» of «Đơn vị đang ở đâu»."""

from dataclasses import replace

from django.urls import reverse

from campaigns.progress import NOTHING, STEPS, Cell, ProgressStep, overdue

from .enums import DossierState as S
from .enums import Outcome
from .models import Dossier, Nominee
from .models.dossier import FROM_COUNCIL_ON

HANDED_IN = (S.SUBMITTED, S.ACCEPTED, S.COUNCIL, S.APPROVAL, S.DECIDED)


def dossier_columns(look):
    """Who has handed in in the round, what the check says, what came of it; the dossiers are read once for all three.

    A plan without a day for dossiers has these columns only once there is one.
    """
    of_round = Dossier.objects.filter(campaign=look.campaign, round=look.round)
    rows = look.narrow(of_round).exclude(state=S.WITHDRAWN).order_by("id")
    latest = {dossier.agency_id: dossier for dossier in rows.only("agency_id", "state", "is_late", "submitted_at")}
    if look.round is None and not latest:
        return []
    found = [(dossier, _url(look, dossier)) for dossier in latest.values()]
    late = _late(look)
    return [
        ("Nộp hồ sơ", late | _cells(found, lambda dossier, url: handed_in(dossier, url, late)), _not_handed_in(look)),
        ("Kiểm tra", _cells(found, lambda dossier, url: checked(dossier, url, look.actor)), NOTHING),
        ("Kết quả", _result_cells(look, found), NOTHING),
    ]


def _late(look):
    """{agency id: red cell} of the units whose time to hand in is over; an extension of the unit wins."""
    deadline = look.round.due_on if look.round and look.campaign.takes_dossiers else None
    if deadline is None or deadline >= look.today:
        return {}
    days = {unit.agency_id: unit.extended_to or deadline for unit in look.units}
    return {agency_id: overdue(day, look.today) for agency_id, day in days.items() if day < look.today}


def _not_handed_in(look):
    return look.unit_has_to("Chưa nộp") if look.campaign.takes_dossiers else Cell("draft", "Không nộp", "dash")


def _url(look, dossier):
    """Where the cell leads: to the dossier, for those who may open it."""
    actor, own = look.actor, dossier.agency_id == look.actor.agency_id
    if "dossiers.see" not in actor.permissions or not (dossier.submitted_at or own):
        return ""
    if actor.roles == ("hoidong",) and dossier.state not in FROM_COUNCIL_ON:
        return ""
    return reverse("dossier_page", args=[look.campaign.tenant.slug, dossier.pk])


def _cells(found, cell_of):
    cells = ((dossier.agency_id, cell_of(dossier, url)) for dossier, url in found)
    return {agency_id: cell for agency_id, cell in cells if cell}


def handed_in(dossier, url, late):
    """Who has handed in, who only drafts, who is late."""
    if dossier.state == S.DRAFT:
        if dossier.agency_id in late:
            return replace(late[dossier.agency_id], label=f"Đang soạn, {late[dossier.agency_id].label.lower()}")
        return Cell("draft", "Đang soạn", "pencil", 1)
    if dossier.state == S.RETURNED:
        return Cell("returned", "Chờ bổ sung", "arrow-return-left", 2, url)
    return Cell("done", "Nộp sau hạn" if dossier.is_late else "Đã nộp", "check-circle-fill", 0, url)


def checked(dossier, url, actor):
    if dossier.state == S.SUBMITTED:
        tone = "waiting" if "dossiers.check" in actor.permissions else "elsewhere"
        return Cell(tone, "Chờ kiểm tra", "hourglass-split", 1, url)
    if dossier.state == S.REJECTED:
        return Cell("returned", "Không đủ điều kiện", "x-circle", 0, url)
    if dossier.state in HANDED_IN:
        return Cell("done", "Đủ điều kiện", "check-circle-fill", 0, url)
    return None


def _result_cells(look, found):
    """Results are invisible before the decision is signed: until then the cell only says where the dossier is."""
    of_round = {"dossier__campaign": look.campaign, "dossier__round": look.round}
    nominees = Nominee.objects.filter(**of_round, outcome=Outcome.AWARDED)
    awarded = set(look.narrow(nominees, "dossier__agency").values_list("dossier__agency_id", flat=True))

    def cell_of(dossier, url):
        if dossier.state == S.DECIDED or dossier.agency_id in awarded:
            return Cell("done", "Đã có quyết định", "award", 0, url)
        if dossier.state in (S.COUNCIL, S.APPROVAL):
            return Cell("elsewhere", dossier.get_state_display(), "people", 0, url)
        return None

    return _cells(found, cell_of)


STEPS.append(ProgressStep(dossier_columns))
