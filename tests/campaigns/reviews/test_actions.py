"""The life of a review: opened, reported to, returned, consolidated, closed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from awards.models import Award
from campaigns import actions
from campaigns.models import UnitReport
from campaigns.selectors.reviews import consolidated
from thidua.audit.models import AuditEvent
from thidua.notifications.models import InboxItem
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

WORDS = {"assessment": "Phong trào tốt.", "shortcomings": "", "directions": "Tiếp tục.", "proposals": ""}


def told(actor):
    return list(InboxItem.objects.filter(user=actor.user_id).order_by("id").values_list("title", flat=True))


def test_opening_tells_the_heads_of_the_units(review, unit_head, other_unit_head, office):
    title = f"Báo cáo Sơ kết Đợt 1: {review.campaign.title}"
    assert (title in told(unit_head), title in told(other_unit_head), title in told(office)) == (True, True, False)
    assert InboxItem.objects.filter(user=unit_head.user_id).latest("id").url.endswith(f"/so-ket/{review.pk}/")


def test_only_the_office_opens_and_only_what_was_launched(draft_campaign, office, unit_head):
    facts = {
        "kind": "final", "name": "Tổng kết", "covers_from": draft_campaign.starts_on, "covers_to": draft_campaign.ends_on,
    }  # fmt: skip
    with pytest.raises(PermissionDenied, match="Chỉ Văn phòng"):
        actions.open_review(campaign=draft_campaign, by=unit_head, **facts)
    with pytest.raises(Refused, match="chưa phát động"):
        actions.open_review(campaign=draft_campaign, by=office, **facts)


def test_a_review_of_that_name_is_there_already(review, office):
    facts = {"kind": "interim", "covers_from": review.covers_from, "covers_to": review.covers_to}
    with pytest.raises(AlreadyDone, match="Đã có đợt «Sơ kết Đợt 1»"):
        actions.open_review(campaign=review.campaign, name=" Sơ kết Đợt 1 ", by=office, **facts)


def test_the_database_refuses(review, unit_head):
    with pytest.raises(IntegrityError, match="review_period"), transaction.atomic():
        review.campaign.reviews.create(
            kind="final", name="Tổng kết", covers_from=review.covers_to, covers_to=review.covers_from - timedelta(days=1),
            opened_by_id=unit_head.user_id,
        )  # fmt: skip
    review.reports.create(agency_id=unit_head.agency_id)
    with pytest.raises(IntegrityError, match="unit_report_once"), transaction.atomic():
        review.reports.create(agency_id=unit_head.agency_id)
    with pytest.raises(IntegrityError, match="unit_report_submitted_whole"), transaction.atomic():
        review.reports.update(submitted_at=review.opened_at)


def test_a_report_is_written_and_sent(review, write, unit_head, office):
    report = write(unit_head, results=" Hoàn thành. ")
    assert (report.results, report.revision, report.submitted_at) == ("Hoàn thành.", 2, None)
    sent = actions.submit_report(review=review, by=unit_head)
    assert set(sent.figures) == {"registrations", "targets", "scores", "submissions"}
    assert f"{unit_head.agency_name} đã gửi báo cáo Sơ kết Đợt 1" in told(office)
    with pytest.raises(Refused, match="đề nghị Văn phòng trả lại"):
        write(unit_head)


def test_an_empty_report_is_not_sent(review, write, unit_head):
    write(unit_head, results="  ")
    with pytest.raises(Refused, match="Hãy ghi «Kết quả nổi bật»"):
        actions.submit_report(review=review, by=unit_head)


def test_two_people_of_one_unit_do_not_overwrite_each_other(write, unit_head):
    write(unit_head, results="Của người thứ nhất")
    with pytest.raises(Outdated) as outdated:
        write(unit_head, results="Của người thứ hai", revision=1)
    assert outdated.value.current.texts["results"] == "Của người thứ nhất"


def test_figures_are_kept_as_they_were_when_sent(review, campaign, send, unit_head):
    award = Award.objects.get(code="GIAY_KHEN")
    actions.register_title(campaign=campaign, award=award, by=unit_head)
    report = send(unit_head)
    actions.register_title(
        campaign=campaign,
        award=Award.objects.filter(subjects__contains=["collective"]).exclude(pk=award.pk)[0],
        by=unit_head,
    )
    line = next(line for line in consolidated(review).lines if line.agency.pk == unit_head.agency_id)
    assert report.figures["registrations"] == {"collective": 1, "individual": 0}
    assert line.figures["registrations"] == {"collective": 1, "individual": 0}


def test_a_report_goes_back_with_a_reason_and_comes_again(review, send, unit_head, office):
    report = send(unit_head)
    with pytest.raises(Refused, match="lý do trả lại"):
        actions.reopen_report(report=report, reason=" ", by=office)
    with pytest.raises(PermissionDenied):
        actions.reopen_report(report=report, reason="…", by=unit_head)
    back = actions.reopen_report(report=report, reason="Thiếu số liệu quý III.", by=office)
    assert (back.submitted_at, back.figures) == (None, {})
    assert InboxItem.objects.filter(user=unit_head.user_id).latest("id").body == "Thiếu số liệu quý III."
    assert AuditEvent.objects.latest("pk").details == {"reason": "Thiếu số liệu quý III."}
    with pytest.raises(AlreadyDone):
        actions.reopen_report(report=report, reason="Lần nữa", by=office)
    assert send(unit_head).submitted_at


def test_units_that_do_not_take_part_do_not_report(review, write, unit_head):
    review.campaign.participants.filter(agency=unit_head.agency_id).delete()
    with pytest.raises(PermissionDenied, match="Chỉ trưởng đơn vị tham gia"):
        write(unit_head)


def test_the_office_writes_its_own_words(review, office, unit_head):
    saved = actions.save_consolidated(review=review, values=WORDS, revision=review.revision, by=office)
    assert (saved.assessment, saved.directions) == ("Phong trào tốt.", "Tiếp tục.")
    with pytest.raises(Outdated):
        actions.save_consolidated(review=review, values=WORDS, revision=review.revision, by=office)
    with pytest.raises(PermissionDenied):
        actions.save_consolidated(review=review, values=WORDS, revision=saved.revision, by=unit_head)


def test_closing_keeps_the_figures_of_all(review, campaign, send, unit_head, other_unit_head, office):
    send(unit_head)
    closed = actions.close_review(review=review, by=office)
    assert not closed.is_open
    assert UnitReport.objects.filter(review=review).exclude(figures={}).count() == 3
    actions.register_title(campaign=campaign, award=Award.objects.get(code="GIAY_KHEN"), by=other_unit_head)
    whole = consolidated(closed)
    assert {line.figures["registrations"]["collective"] for line in whole.lines} == {0}
    assert [line.agency.short_name for line in whole.silent] == ["TT Lưu trữ", "PNV Nha Trang"]
    for refused in (
        lambda: actions.close_review(review=review, by=office),
        lambda: actions.save_unit_report(review=review, values={}, revision=1, by=other_unit_head),
        lambda: actions.save_consolidated(review=review, values=WORDS, revision=closed.revision, by=office),
    ):
        with pytest.raises(Refused, match="đã chốt"):
            refused()


def test_a_closed_review_is_opened_again_with_a_reason(review, send, other_unit_head, office):
    actions.close_review(review=review, by=office)
    with pytest.raises(Refused, match="lý do mở lại"):
        actions.reopen_review(review=review, reason="", by=office)
    assert actions.reopen_review(review=review, reason="Đơn vị gửi bổ sung", by=office).is_open
    assert UnitReport.objects.filter(figures={}).count() == 3
    assert send(other_unit_head).submitted_at
    with pytest.raises(AlreadyDone):
        actions.reopen_review(review=review, reason="Lần nữa", by=office)
