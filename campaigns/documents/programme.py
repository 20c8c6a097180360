"""Chương trình công tác: the table by quarter with how far each task is, as a document of its own."""

from django.utils import timezone

from thidua.documents.layout import TITLE_LETTERS, Letterhead, Signature, balanced

from ..models import Campaign
from ..models.legal_basis import day_month_year
from ..selectors.programme import days_late, last_day, result_words, state_words
from .annexes import QUARTERS
from .blocks import Table, TextDocument


def build_programme(campaign_id):
    """(title, TextDocument) of a campaign's work programme as it stands."""
    campaign = Campaign.objects.select_related("organiser__current").get(pk=campaign_id)
    version = campaign.organiser.current
    title = f"Công tác thi đua, khen thưởng năm {campaign.year}"
    doc = TextDocument(
        letterhead=Letterhead(
            superior=version.superior_name, issuer=version.legal_name, symbol=f"CTr-{version.symbol}", number="",
            place=version.place_name,
        ),
        kind="CHƯƠNG TRÌNH",
        title=title,
        title_lines=tuple(balanced(title, TITLE_LETTERS)),
        basis_lines=(),
        blocks=(programme_state(campaign),),
        recipients=tuple(campaign.recipients),
        signature=Signature(((campaign.signer_title or version.head_title).upper(),), campaign.signer_name, ""),
    )  # fmt: skip
    return f"Chương trình công tác năm {campaign.year}", doc


def _how_far(task):
    """State with its day, then the result unless it only says the state again."""
    days = days_late(task, last_day(task, task.campaign.year), timezone.localdate())
    state = state_words(task, days)
    if task.done_on:
        state += f" ngày {day_month_year(task.done_on)}" if not days else f" ({day_month_year(task.done_on)})"
    return tuple(filter(None, (state, result_words(task))))


def programme_state(campaign):
    rows, quarter = [], object()
    for task in campaign.tasks.select_related("campaign").prefetch_related("units"):
        if task.quarter != quarter:
            quarter = task.quarter
            rows.append(QUARTERS[quarter])
        lines = tuple(line.strip() for line in task.task.splitlines() if line.strip())
        units = tuple(f"- {unit.name}" for unit in task.units.all()) or ("",)
        rows.append((str(task.position), lines, units, _how_far(task)))
    header = ("TT", "NỘI DUNG", "ĐƠN VỊ THỰC HIỆN", "TÌNH TRẠNG, KẾT QUẢ")
    return Table(header, tuple(rows), widths=(12, 75, 42, 36), centred=(0,))
