"""The consolidated report, registered as PDF and as Word."""

from thidua.accounts.permissions import Permission
from thidua.documents.kinds import DocumentKind, register

from ..models import Review
from ..rules import READERS
from .review_report import build_review_report
from .review_word import write_review_report


def _may_see(actor, review_id):
    review = Review.objects.select_related("campaign").filter(pk=review_id).first()
    if review is None:
        return None
    return bool(READERS & actor.permissions) and actor.may(Permission.SEE_CAMPAIGNS, review.campaign)


register(
    DocumentKind(
        "review_report", "Báo cáo sơ kết, tổng kết (PDF)", "pdf/review_report.html", build_review_report, _may_see,
        "review_page",
    )
)  # fmt: skip
register(
    DocumentKind(
        "review_report_word", "Báo cáo sơ kết, tổng kết (Word)", "", build_review_report, _may_see, "review_page",
        writer=write_review_report, format="docx",
    )
)  # fmt: skip
