"""Quyết định khen thưởng: the very text that is signed."""

from collections import Counter

from django.utils import timezone

from dossiers.models import Decision
from thidua.documents.layout import Letterhead, Signature, basis_lines, day_in_words, money

from .letter import count_words
from .view_models import DecisionDoc, Line


def build_decision(decision_id):
    """(title, DecisionDoc) of a decision, prepared or signed."""
    decision = Decision.objects.select_related("issuer_version", "campaign").get(pk=decision_id)
    version = decision.issuer_version
    lines = list(decision.lines.select_related("nominee"))
    award = lines[0].award_title if lines else ""
    doc = DecisionDoc(
        letterhead=Letterhead(
            superior=version.superior_name,
            issuer=version.legal_name,
            symbol=decision.symbol,
            number=str(decision.number or ""),
            place=version.place_name,
            issued_on=decision.issued_on,
        ),
        title=decision.title,
        authority=f"{decision.signer_title} {version.legal_name}",
        bases=tuple(basis_lines(decision.bases)),
        proposal=decision.proposal,
        grant=(
            f"Tặng {award} cho {count_words([line.nominee for line in lines])} đã có thành tích xuất sắc trong "
            f"{decision.campaign.title[:1].lower()}{decision.campaign.title[1:]}"
        ),
        lines=tuple(
            Line(line.name, line.post, line.award_title, group=line.nominee.get_subject_kind_display())
            for line in lines
        ),
        executors=decision.executors,
        reference=_reference(decision, version),
        signature=Signature((decision.signer_title,), decision.signer_name, _signed_note(decision)),
        recipients=tuple(decision.recipients),
        bonus_sentence=_bonus_sentence(lines),
        total=money(sum(line.bonus or 0 for line in lines)) if any(line.bonus for line in lines) else "",
        is_draft=not decision.is_signed,
    )
    label = decision.number_label.replace("/", "-") if decision.number else "dự thảo"
    return f"Quyết định khen thưởng {label}", doc


def _reference(decision, version):
    if decision.is_signed:
        return f"Quyết định số {decision.number_label} {day_in_words(decision.issued_on)} của {version.legal_name}"
    return f"Quyết định số ……/{decision.symbol} của {version.legal_name}"


def _bonus_sentence(lines):
    """«tập thể 1.520.000 đồng, cá nhân 760.000 đồng»: one amount per kind of subject."""
    amounts = Counter((line.nominee.get_subject_kind_display().lower(), line.bonus) for line in lines if line.bonus)
    return ", ".join(f"mỗi {kind} {money(bonus)}" for (kind, bonus) in amounts)


def _signed_note(decision):
    if not decision.is_signed:
        return ""
    signed = timezone.localtime(decision.signed_at)
    return f"Đã ký trên hệ thống lúc {signed:%H:%M:%S} ngày {signed:%d/%m/%Y}"
