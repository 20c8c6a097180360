"""The columns «Hồ sơ», «Kiểm tra», «Kết quả» of «Đơn vị đang ở đâu»."""

from django.urls import reverse
from django.utils import timezone

from campaigns.progress import STEPS, Cell, ProgressStep
from campaigns.selectors import dossier_deadline

from .enums import DossierState as S
from .enums import Outcome
from .models import Dossier, Nominee
from .models.dossier import FROM_COUNCIL_ON

HANDED_IN = (S.SUBMITTED, S.ACCEPTED, S.COUNCIL, S.APPROVAL, S.DECIDED)


def _dossiers(campaign, agency_ids):
    rows = Dossier.objects.filter(campaign=campaign, agency__in=agency_ids).exclude(state=S.WITHDRAWN).order_by("id")
    return {dossier.agency_id: dossier for dossier in rows}


def _url(campaign, dossier, actor):
    """Where the cell leads: to the dossier, for those who may open it."""
    own = dossier.agency_id == actor.agency_id
    if "dossiers.see" not in actor.permissions or not (dossier.submitted_at or own):
        return ""
    if actor.roles == ("hoidong",) and dossier.state not in FROM_COUNCIL_ON:
        return ""
    return reverse("dossier_page", args=[campaign.tenant.slug, dossier.pk])


def dossier_cells(campaign, agency_ids, actor):
    """Who has handed in, who only drafts, who is late."""
    deadline = dossier_deadline(campaign)
    cells = {}
    if deadline and timezone.localdate() > deadline and campaign.takes_dossiers:
        cells = {agency_id: Cell("returned", "Quá hạn", "clock", 3) for agency_id in agency_ids}
    for agency_id, dossier in _dossiers(campaign, agency_ids).items():
        if dossier.state == S.DRAFT:
            late = agency_id in cells
            label = "Đang soạn, quá hạn" if late else "Đang soạn"
            cells[agency_id] = Cell("returned" if late else "draft", label, "pencil", 2 if late else 1)
        elif dossier.state == S.RETURNED:
            cells[agency_id] = Cell("returned", "Chờ bổ sung", "arrow-return-left", 2, _url(campaign, dossier, actor))
        else:
            label = "Nộp sau hạn" if dossier.is_late else "Đã nộp"
            cells[agency_id] = Cell("done", label, "check-circle-fill", 0, _url(campaign, dossier, actor))
    return cells


def check_cells(campaign, agency_ids, actor):
    cells = {}
    for agency_id, dossier in _dossiers(campaign, agency_ids).items():
        if dossier.state == S.SUBMITTED:
            tone = "waiting" if "dossiers.check" in actor.permissions else "elsewhere"
            cells[agency_id] = Cell(tone, "Chờ kiểm tra", "hourglass-split", 1, _url(campaign, dossier, actor))
        elif dossier.state == S.REJECTED:
            cells[agency_id] = Cell("returned", "Không đủ điều kiện", "x-circle", 0, _url(campaign, dossier, actor))
        elif dossier.state in HANDED_IN:
            cells[agency_id] = Cell("done", "Đủ điều kiện", "check-circle-fill", 0, _url(campaign, dossier, actor))
    return cells


def result_cells(campaign, agency_ids, actor):
    """Results are invisible before the decision is signed: until then the cell only says where the dossier is."""
    cells = {}
    awarded = set(
        Nominee.objects.filter(
            dossier__campaign=campaign, dossier__agency__in=agency_ids, outcome=Outcome.AWARDED
        ).values_list("dossier__agency_id", flat=True)
    )
    for agency_id, dossier in _dossiers(campaign, agency_ids).items():
        if dossier.state == S.DECIDED or agency_id in awarded:
            cells[agency_id] = Cell("done", "Đã có quyết định", "award", 0, _url(campaign, dossier, actor))
        elif dossier.state in (S.COUNCIL, S.APPROVAL):
            cells[agency_id] = Cell(
                "elsewhere", dossier.get_state_display(), "people", 0, _url(campaign, dossier, actor)
            )
    return cells


STEPS += [
    ProgressStep("Nộp hồ sơ", dossier_cells),
    ProgressStep("Kiểm tra", check_cells),
    ProgressStep("Kết quả", result_cells),
]
