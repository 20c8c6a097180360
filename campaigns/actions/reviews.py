"""Sơ kết, tổng kết: the office opens a review, units report, the office consolidates and closes."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from thidua.accounts.permissions import Permission
from thidua.audit.trail import record
from thidua.notifications.actions import holders_of, members_of, notify
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

from ..figures import figures_of, headings_of
from ..kept import headings_data
from ..models import Review, UnitReport
from ..selectors.reviews import basis_now
from .addresses import participants_users

UNIT_TEXTS = ("results", "shortcomings", "proposals")
OFFICE_TEXTS = ("assessment", "shortcomings", "directions", "proposals")


def url_of_review(review):
    return reverse("review_page", args=[review.tenant.slug, review.pk])


@transaction.atomic
def open_review(*, campaign, kind, name, covers_from, covers_to, by, due_on=None, milestone=None):
    """Ask every participating unit for its report; their heads are told at once.

    `milestone`: the day of the plan that this review keeps; one review for each.
    """
    by.require(Permission.RUN_REVIEW, campaign)
    if campaign.is_draft:
        raise Refused("Phong trào chưa phát động; hãy phát động trước khi sơ kết, tổng kết.")
    if not campaign.participants.exists():
        raise Refused("Phong trào chưa có đơn vị tham gia; hãy chọn đơn vị ở phần «Đơn vị tham gia».")
    if milestone and milestone.campaign_id != campaign.pk:
        raise Refused(f"«{milestone}» không phải mốc của phong trào này; hãy chọn mốc khác.")
    facts = {"kind": kind, "covers_from": covers_from, "covers_to": covers_to, "due_on": due_on, "milestone": milestone}
    review = _created(campaign, name.strip(), facts, by)
    record(by=by, verb="mở đợt sơ kết, tổng kết", subject=review)
    until = f" trước ngày {due_on:%d/%m/%Y}" if due_on else ""
    notify(
        users=participants_users(campaign),
        key=f"review:{review.pk}:opened",
        title=f"Báo cáo {review.name}: {campaign.title}",
        body=f"Anh/chị gửi báo cáo của đơn vị{until}. Số liệu đã được điền sẵn; đơn vị bổ sung kết quả nổi bật.",
        url=url_of_review(review),
    )
    return review


def _created(campaign, name, facts, by):
    try:
        with transaction.atomic():
            return Review.objects.create(campaign=campaign, name=name, opened_by_id=by.user_id, **facts)
    except IntegrityError as error:
        if "review_once" in str(error):
            raise AlreadyDone(f"Đã có đợt «{name}»; hãy mở đợt đó hoặc đặt tên khác.") from None
        if "review_milestone_once" in str(error):
            raise AlreadyDone(f"Đã mở đợt của mốc «{facts['milestone']}».") from None
        raise


@transaction.atomic
def save_unit_report(*, review, values, revision, by):
    """Save what the unit has written so far. Raises Outdated when a colleague has saved since `revision`."""
    report = _lock_report(review, by)
    if report.revision != revision:
        raise Outdated(report)
    for name in UNIT_TEXTS:
        setattr(report, name, values.get(name, "").strip())
    report.revision += 1
    report.save(update_fields=[*UNIT_TEXTS, "revision"])
    return report


@transaction.atomic
def submit_report(*, review, by):
    """Send the unit's report: its figures, and the words over them, are kept as they are now."""
    report = _lock_report(review, by, refused=AlreadyDone)
    if not report.results:
        raise Refused("Hãy ghi «Kết quả nổi bật» rồi gửi báo cáo.")
    report.figures = figures_of(review, [by.agency_id])[by.agency_id]
    report.headings = headings_data(headings_of(review))
    report.submitted_at, report.submitted_by_id = timezone.now(), by.user_id
    report.save(update_fields=["figures", "headings", "submitted_at", "submitted_by"])
    record(by=by, verb="gửi báo cáo", subject=report)
    notify(
        users=holders_of("vanphong"),
        key=f"report:{report.pk}:{report.revision}:sent",
        title=f"{by.agency_name} đã gửi báo cáo {review.name}",
        body=review.campaign.title,
        url=url_of_review(review),
    )
    return report


@transaction.atomic
def take_back_report(*, review, by):
    """The unit takes its own report back to write on, until the office closes the review; the office is told."""
    by.require(Permission.REPORT_REVIEW, review.campaign)
    _lock_open_review(review.pk)
    report = UnitReport.objects.select_for_update(of=("self",)).filter(review=review, agency=by.agency_id).first()
    if report is None or report.submitted_at is None:
        raise AlreadyDone("Báo cáo đang ở đơn vị; anh/chị sửa rồi gửi.")
    _back_to_unit(report)
    record(by=by, verb="thu lại báo cáo để sửa", subject=report)
    notify(
        users=holders_of("vanphong"),
        key=f"report:{report.pk}:{report.revision}:taken-back",
        title=f"{by.agency_name} thu lại báo cáo {review.name} để sửa",
        body=review.campaign.title,
        url=url_of_review(review),
    )
    return report


def _back_to_unit(report):
    report.submitted_at, report.submitted_by_id, report.figures, report.headings = None, None, {}, []
    report.revision += 1
    report.save(update_fields=["submitted_at", "submitted_by", "figures", "headings", "revision"])


@transaction.atomic
def reopen_report(*, report, reason, by):
    """Give a report back to its unit, with what is wrong; the unit writes on and sends it again."""
    by.require(Permission.RUN_REVIEW)
    review = _lock_open_review(report.review_id)
    locked = UnitReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if locked.submitted_at is None:
        raise AlreadyDone("Báo cáo này đang ở đơn vị.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do trả lại để đơn vị biết cần sửa gì.")
    _back_to_unit(locked)
    record(by=by, verb="trả lại báo cáo của đơn vị", subject=locked, details={"reason": reason.strip()})
    notify(
        users=members_of([locked.agency_id], "truongdonvi"),
        key=f"report:{locked.pk}:{locked.revision}:returned",
        title=f"Văn phòng trả lại báo cáo {review.name}",
        body=reason.strip(),
        url=url_of_review(review),
    )
    return locked


@transaction.atomic
def save_consolidated(*, review, values, revision, by):
    """Save the office's own words of the consolidated report. Raises Outdated like save_unit_report."""
    by.require(Permission.RUN_REVIEW, review.campaign)
    locked = _lock_open_review(review.pk)
    if locked.revision != revision:
        raise Outdated(locked)
    for name in OFFICE_TEXTS:
        setattr(locked, name, values.get(name, "").strip())
    locked.save(update_fields=OFFICE_TEXTS)
    return locked


@transaction.atomic
def close_review(*, review, by):
    """No more reports: units, figures, the words over them and the targets are kept as they are now."""
    by.require(Permission.RUN_REVIEW, review.campaign)
    locked = _lock_open_review(review.pk, refused=AlreadyDone)
    reports = {report.agency_id: report for report in locked.reports.all()}
    locked.closed_at, locked.kept = timezone.now(), basis_now(locked, reports).data
    locked.save(update_fields=["closed_at", "kept"])
    record(by=by, verb="chốt đợt sơ kết, tổng kết", subject=locked)
    return locked


@transaction.atomic
def reopen_review(*, review, reason, by):
    """Let units report again; what was kept at the closing is counted anew."""
    by.require(Permission.RUN_REVIEW, review.campaign)
    locked = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    if locked.is_open:
        raise AlreadyDone("Đợt này đang mở.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    locked.closed_at, locked.kept = None, None
    locked.save(update_fields=["closed_at", "kept"])
    record(by=by, verb="mở lại đợt sơ kết, tổng kết", subject=locked, details={"reason": reason.strip()})
    return locked


def _lock_open_review(review_id, refused=Refused):
    """`refused`: AlreadyDone where the same step would close it once more."""
    found = Review.objects.select_for_update(of=("self",)).select_related("campaign", "tenant")
    review = found.get(pk=review_id)
    if not review.is_open:
        raise refused("Đợt này đã chốt; Văn phòng mở lại thì mới sửa được.")
    return review


def _lock_report(review, by, refused=Refused):
    """The report of the actor's own unit, while it is still with the unit."""
    by.require(Permission.REPORT_REVIEW, review.campaign)
    _lock_open_review(review.pk)
    UnitReport.objects.get_or_create(review=review, agency_id=by.agency_id)
    report = UnitReport.objects.select_for_update(of=("self",)).get(review=review, agency=by.agency_id)
    if report.submitted_at:
        raise refused("Báo cáo đã gửi; muốn sửa, bấm «Thu lại để sửa».")
    return report
