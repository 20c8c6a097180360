"""The life of a review: opened, reported to, returned, consolidated, closed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from awards.models import Award, QualityRating
from campaigns import actions
from campaigns.documents.review_report import build_review_report
from campaigns.forms.reviews import proposed
from campaigns.models import Review
from campaigns.selectors.reviews import consolidated, milestones_to_hold, unit_figures
from tests.factories.campaigns import draft
from thidua.agencies.models import AgencyVersion
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
    sent = {"submitted_at": review.opened_at, "submitted_by": unit_head.user_id, "results": "Tốt"}
    for missing in ("submitted_by", "results", "figures"):
        values = {name: value for name, value in sent.items() if name != missing}
        if missing != "figures":
            values["figures"] = {"registrations": {}}
        with pytest.raises(IntegrityError, match="unit_report_submitted_whole"), transaction.atomic():
            review.reports.update(**values)


def test_the_database_refuses_a_report_of_a_unit_that_does_not_take_part(review, agencies, unit_head):
    sent = {
        "results": "Tốt", "figures": {"registrations": {}}, "submitted_at": review.opened_at,
        "submitted_by_id": unit_head.user_id,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="unit_report_of_participant"), transaction.atomic():
        review.reports.create(agency=agencies["dien-khanh"], **sent)
    review.reports.create(agency=agencies["dien-khanh"])
    with pytest.raises(IntegrityError, match="unit_report_of_participant"), transaction.atomic():
        review.reports.update(**sent)


def test_the_database_refuses_a_closed_review_that_keeps_nothing(review):
    with pytest.raises(IntegrityError, match="review_closed_keeps_figures"), transaction.atomic():
        Review.objects.update(closed_at=review.opened_at)


def test_the_database_refuses_a_milestone_of_another_campaign(review, agencies):
    other = draft(agencies, title="Khác").milestones.first()
    with pytest.raises(IntegrityError, match="review_milestone_own"), transaction.atomic():
        Review.objects.update(milestone=other)


def test_a_milestone_is_held_once_in_each_year(campaign, office):
    year = campaign.starts_on.year
    rule = campaign.milestones.create(
        kind="interim_review", name="Sơ kết hằng năm", certainty="yearly", yearly_day=1, yearly_month=12,
        first_year=year, last_year=year + 2,
    )  # fmt: skip
    rows = list(rule.years.order_by("due_on"))
    opened = [actions.open_review(campaign=campaign, by=office, **proposed(campaign, row)) for row in rows]
    assert [review.name for review in opened] == [f"Sơ kết năm {year + more}" for more in range(3)]
    assert [review.covers_from.year for review in opened] == [year, year + 1, year + 2]
    assert set(rows) & set(milestones_to_hold(campaign)) == set()
    with pytest.raises(AlreadyDone, match="Đã mở đợt của mốc «Sơ kết hằng năm»"):
        actions.open_review(campaign=campaign, by=office, **proposed(campaign, rows[0]) | {"name": "Tên khác"})


@pytest.mark.parametrize(("days", "covered"), [(-5, -5), (10, 0)])
def test_a_final_review_covers_no_day_after_its_own_or_the_campaign(campaign, days, covered):
    milestone = campaign.milestones.get(kind="final_review")
    milestone.due_on = campaign.ends_on + timedelta(days=days)
    values = proposed(campaign, milestone)
    assert (values["covers_from"], values["covers_to"]) == (
        campaign.starts_on,
        campaign.ends_on + timedelta(days=covered),
    )


def test_a_milestone_of_another_campaign_is_refused(campaign, agencies, office):
    other = draft(agencies, title="Khác").milestones.filter(kind="interim_review").first()
    facts = {"kind": "interim", "covers_from": campaign.starts_on, "covers_to": campaign.ends_on, "milestone": other}
    with pytest.raises(Refused, match="không phải mốc của phong trào này"):
        actions.open_review(campaign=campaign, name="Sơ kết", by=office, **facts)


def test_a_report_is_written_and_sent(review, write, unit_head, office):
    report = write(unit_head, results=" Hoàn thành. ")
    assert (report.results, report.revision, report.submitted_at) == ("Hoàn thành.", 2, None)
    sent = actions.submit_report(review=review, by=unit_head)
    assert set(sent.figures) == {"registrations", "targets", "scores", "submissions"}
    assert f"{unit_head.agency_name} đã gửi báo cáo Sơ kết Đợt 1" in told(office)
    with pytest.raises(Refused, match="bấm «Thu lại để sửa»"):
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


def test_sending_twice_is_done_once(review, send, unit_head, office):
    send(unit_head)
    with pytest.raises(AlreadyDone):
        actions.submit_report(review=review, by=unit_head)
    assert told(office).count(f"{unit_head.agency_name} đã gửi báo cáo Sơ kết Đợt 1") == 1


def test_a_unit_takes_its_report_back_until_the_closing(review, send, write, unit_head, other_unit_head, office):
    with pytest.raises(AlreadyDone, match="đang ở đơn vị"):
        actions.take_back_report(review=review, by=unit_head)
    send(unit_head)
    back = actions.take_back_report(review=review, by=unit_head)
    assert (back.submitted_at, back.submitted_by, back.figures, back.headings) == (None, None, {}, [])
    assert f"{unit_head.agency_name} thu lại báo cáo Sơ kết Đợt 1 để sửa" in told(office)
    assert AuditEvent.objects.latest("pk").verb == "thu lại báo cáo để sửa"
    assert write(unit_head, results="Bản sửa").results == "Bản sửa"
    send(unit_head)
    with pytest.raises(PermissionDenied):
        actions.take_back_report(review=review, by=office)
    actions.close_review(review=review, by=office)
    with pytest.raises(Refused, match="đã chốt"):
        actions.take_back_report(review=review, by=unit_head)


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


def shown(review):
    """Everything that the page and the printed report show of a review, as plain values."""
    review = Review.objects.get(pk=review.pk)
    whole = consolidated(review)
    return (
        [(str(line.agency), line.agency.short_name, line.is_sent, line.figures) for line in whole.lines],
        whole.gauges,
        [(table.title, table.columns, [words for _unit, words in table.rows], table.totals) for table in whole.tables],
        whole.rankings,
        build_review_report(review.pk)[1].parts,
        build_review_report(review.pk)[1].annexes,
    )


@pytest.fixture
def closed(campaign, review, agencies, send, unit_head, office):
    campaign.targets.create(text="Ít nhất 01 đơn vị xuất sắc", value=1, grades=["excellent"])
    campaign.targets.create(text="Không có người vi phạm", value=0, comparator="=", measure="manual")
    QualityRating.objects.create(agency=agencies["ccvc"], year=review.covers_to.year, grade="good")
    for code, total in (("ccvc", 92), ("ttlt", 88)):
        campaign.sheets.create(
            participant=campaign.participants.get(agency=agencies[code]), total=total, rank=1, band="Tốt",
            state="published", published_at=timezone.now(),
        )  # fmt: skip
    send(unit_head)
    return actions.close_review(review=review, by=office)


LATER = {
    "a rating": lambda campaign, agencies: QualityRating.objects.update(grade="excellent"),
    "a new unit": lambda campaign, agencies: campaign.participants.create(agency=agencies["dien-khanh"]),
    "a unit less": lambda campaign, agencies: campaign.participants.filter(agency=agencies["nha-trang"]).delete(),
    "a target less": lambda campaign, agencies: campaign.targets.all().delete(),
    "other words of a target": lambda campaign, agencies: campaign.targets.update(text="Khác", value=3),
    "a target more": lambda campaign, agencies: campaign.targets.create(text="Mới", value=1, grades=["good"]),
    "a reading": lambda campaign, agencies: campaign.targets.get(measure="manual").readings.create(
        year=campaign.starts_on.year, reached=1, total=1, note="Báo cáo"
    ),
    "other ranks": lambda campaign, agencies: campaign.sheets.update(rank=2, total=1),
    "another name": lambda campaign, agencies: AgencyVersion.objects.update(short_name="Tên mới", legal_name="Tên mới"),
}


@pytest.mark.parametrize("change", LATER)
def test_nothing_of_a_closed_review_changes_later(closed, campaign, agencies, unit_head, change):
    before = shown(closed)
    assert (len(before[0]), len(before[1][0][1]), len(before[3])) == (3, 2, 2)
    report = closed.reports.get(agency=agencies["ccvc"])
    own = unit_figures(closed, unit_head.agency_id, report)
    silent = unit_figures(closed, agencies["ttlt"].pk)
    LATER[change](campaign, agencies)
    assert shown(closed) == before
    assert unit_figures(closed, unit_head.agency_id, report) == own
    assert unit_figures(closed, agencies["ttlt"].pk) == silent


def test_a_sent_report_keeps_the_words_over_its_figures(campaign, review, send, unit_head):
    campaign.targets.create(text="Ít nhất 01 đơn vị xuất sắc", value=1, grades=["excellent"])
    report = send(unit_head)
    before = unit_figures(review, unit_head.agency_id, report)
    campaign.targets.all().delete()
    assert unit_figures(review, unit_head.agency_id, report) == before
    assert ("Ít nhất 01 đơn vị xuất sắc", "Chưa có kết quả") in dict(before)["Chỉ tiêu"]


def test_ranks_published_after_a_unit_has_sent_stand_in_the_whole(campaign, review, agencies, send, unit_head):
    send(unit_head)
    campaign.sheets.create(
        participant=campaign.participants.get(agency=agencies["ccvc"]), total=92, rank=1, state="published",
        published_at=timezone.now(),
    )  # fmt: skip
    ((group, bars),) = consolidated(review).rankings
    assert (group, [(bar.rank, bar.label) for bar in bars]) == ("Đơn vị thuộc Sở", [("1", "Phòng CCVC")])


def test_a_closed_review_is_not_written_on(review, send, unit_head, other_unit_head, office):
    send(unit_head)
    closed = actions.close_review(review=review, by=office)
    assert not closed.is_open
    assert [line.agency.short_name for line in consolidated(closed).silent] == ["TT Lưu trữ", "PNV Nha Trang"]
    with pytest.raises(AlreadyDone, match="đã chốt"):
        actions.close_review(review=review, by=office)
    for refused in (
        lambda: actions.save_unit_report(review=review, values={}, revision=1, by=other_unit_head),
        lambda: actions.save_consolidated(review=review, values=WORDS, revision=closed.revision, by=office),
    ):
        with pytest.raises(Refused, match="đã chốt"):
            refused()


def test_a_closed_review_is_opened_again_with_a_reason(review, campaign, send, other_unit_head, office):
    actions.close_review(review=review, by=office)
    with pytest.raises(Refused, match="lý do mở lại"):
        actions.reopen_review(review=review, reason="", by=office)
    opened = actions.reopen_review(review=review, reason="Đơn vị gửi bổ sung", by=office)
    assert (opened.is_open, opened.kept) == (True, None)
    campaign.participants.exclude(agency=other_unit_head.agency_id).delete()
    assert len(consolidated(opened).lines) == 1
    assert send(other_unit_head).submitted_at
    with pytest.raises(AlreadyDone):
        actions.reopen_review(review=review, reason="Lần nữa", by=office)
