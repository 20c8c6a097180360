"""Tờ trình đề nghị khen thưởng of a unit, with its list."""

from collections import Counter

from awards.enums import SubjectKind
from dossiers.models import Dossier
from thidua.documents.layout import Letterhead, Signature, lower_first

from .view_models import Line, SubmissionLetterDoc


def build_letter(dossier_id):
    """(title, SubmissionLetterDoc) of a dossier."""
    dossier = Dossier.objects.select_related("campaign__organiser__current", "agency__current", "agency_version").get(
        pk=dossier_id
    )
    version = dossier.agency_version or dossier.agency.current
    nominees = list(dossier.nominees.with_facts())
    number, _, symbol = dossier.letter_number.partition("/")
    occasion = f"trong {lower_first(dossier.campaign.title)}"
    organiser = dossier.campaign.organiser.current
    doc = SubmissionLetterDoc(
        letterhead=Letterhead(
            superior=version.superior_name,
            issuer=version.legal_name,
            symbol=symbol or f"TTr-{version.symbol}",
            number=number,
            place=version.place_name,
            issued_on=dossier.letter_date,
        ),
        title=f"Về việc đề nghị khen thưởng {occasion}",
        addressee=f"{organiser.head_title} {organiser.legal_name}".strip(),
        issuer_name=version.legal_name,
        bases=(),
        paragraphs=tuple(line.strip() for line in dossier.letter_text.splitlines() if line.strip()),
        count_words=count_words(nominees),
        totals=tuple(_totals(nominees)),
        enclosures=tuple(
            name[:1].lower() + name[1:]
            for name in dossier.campaign.components.exclude(kind="submission_letter")
            .filter(required=True)
            .values_list("name", flat=True)
        ),
        occasion=occasion,
        reference=f"Tờ trình số {dossier.letter_number or '……/TTr-' + version.symbol} của {version.legal_name}",
        lines=tuple(Line(n.name, n.post, n.offer.title, n.summary, n.get_subject_kind_display()) for n in nominees),
        signature=Signature((dossier.signer_title or version.head_title,), dossier.signer_name),
        recipients=("Như trên", f"Lưu: VT, {version.symbol}" if version.symbol else "Lưu: VT"),
        is_draft=dossier.submitted_at is None,
    )
    return f"Tờ trình đề nghị khen thưởng – {version.short_name or version.legal_name}", doc


def count_words(nominees):
    """«02 tập thể, 01 cá nhân»."""
    counts = Counter(nominee.subject_kind for nominee in nominees)
    words = [f"{counts[kind]:02d} {SubjectKind(kind).label.lower()}" for kind in SubjectKind.values if counts[kind]]
    return ", ".join(words) or "(chưa có ai trong danh sách)"


def _totals(nominees):
    by_offer = {}
    for nominee in nominees:
        by_offer.setdefault(nominee.offer.title, []).append(nominee)
    return [f"{title}: {count_words(group)}" for title, group in by_offer.items()]
