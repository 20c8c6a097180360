"""The three documents of a dossier, registered with the documents app."""

from thidua.accounts.permissions import Permission
from thidua.documents.kinds import DocumentKind, register

from ..models import Dossier, Nominee
from ..visibility import decisions_for
from .decision import build_decision
from .letter import build_letter
from .report import build_report


def _may_see_letter(actor, dossier_id):
    dossier = Dossier.objects.filter(pk=dossier_id).first()
    return None if dossier is None else actor.may(Permission.SEE_DOSSIER, dossier)


def _may_see_report(actor, nominee_id):
    nominee = Nominee.objects.select_related("dossier").filter(pk=nominee_id, report__isnull=False).first()
    return None if nominee is None else actor.may(Permission.SEE_DOSSIER, nominee.dossier)


def _may_see_decision(actor, decision_id):
    """None (there is no such thing) for a decision that the actor may not know of yet."""
    return True if decisions_for(actor).filter(pk=decision_id).exists() else None


register(
    DocumentKind(
        "achievement_report",
        "Báo cáo thành tích",
        "pdf/achievement_report.html",
        build_report,
        _may_see_report,
        "report_page",
    )
)
register(
    DocumentKind(
        "submission_letter", "Tờ trình", "pdf/submission_letter.html", build_letter, _may_see_letter, "dossier_page"
    )
)
register(
    DocumentKind(
        "decision", "Quyết định khen thưởng", "pdf/decision.html", build_decision, _may_see_decision, "decision_page"
    )
)
