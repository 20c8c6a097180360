"""Giao ước thi đua: what the members of a cluster commit to this year, with room for each to sign."""

from dataclasses import dataclass

from django.utils import timezone

from thidua.documents.layout import TITLE_LETTERS, balanced

from ..models import Cluster
from ..selectors.clusters import member_rows, year_of


@dataclass(frozen=True)
class SignaturePlace:
    """Where one member signs: its name, the post, the name if it is known, whether it has signed on paper."""

    unit: str
    post: str
    name: str
    note: str


@dataclass(frozen=True)
class PledgeDocument:
    title_lines: tuple
    year: int
    opening: str
    commitments: tuple  # (unit, lines)
    places: tuple


def build_pledge(cluster_id):
    """(title, PledgeDocument) of a cluster's pledges of this year."""
    cluster = Cluster.objects.get(pk=cluster_id)
    year = timezone.localdate().year
    rows = member_rows(cluster, year)
    leading = year_of(cluster, year)
    lead = f", do {leading.lead} làm cụm trưởng, khối trưởng" if leading else ""
    doc = PledgeDocument(
        title_lines=tuple(balanced(f"{cluster.name} năm {year}", TITLE_LETTERS)),
        year=year,
        opening=(
            f"Hôm nay, các đơn vị thành viên {cluster.name} (gồm {len(rows)} đơn vị{lead}) thống nhất ký giao ước "
            f"thi đua năm {year} với các nội dung sau:"
        ),
        commitments=tuple(
            (row.member.name, tuple(line for line in row.pledge.content.splitlines() if line.strip()))
            for row in rows
            if row.pledge
        ),
        places=tuple(_place(row) for row in rows),
    )
    return f"Giao ước thi đua năm {year} – {cluster.name}"[:200], doc


def _place(row):
    pledge = row.pledge
    if pledge is None:
        return SignaturePlace(row.member.name, "THỦ TRƯỞNG ĐƠN VỊ", "", "")
    note = f"(đã ký ngày {pledge.signed_on:%d/%m/%Y})" if pledge.signed_on else ""
    return SignaturePlace(
        row.member.name, (pledge.signer_title or "Thủ trưởng đơn vị").upper(), pledge.signer_name, note
    )
