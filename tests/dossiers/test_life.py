"""From the draft to the signed decision: what is asked, what is kept, what is refused, what stays secret."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from awards.models import OwnVoteRule, VoteRule
from dossiers import actions
from dossiers.comparison import changed_parts
from dossiers.completeness import missing_to_submit
from dossiers.models import Approval, CouncilResult, Decision, Dossier, DossierItem, Nominee
from tests.factories import dossiers as build
from tests.factories.files import pdf_upload
from thidua.notifications.models import InboxItem
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

PERSON = "Nguyễn Thị Ngọc Diễm Quỳnh"


def test_the_checklist_says_exactly_what_is_missing(make_dossier):
    dossier = make_dossier("draft", filled=False)
    name = dossier.nominees.get().name
    assert missing_to_submit(dossier) == [
        "Tờ trình chưa có nội dung trình.",
        "Chưa tải lên «Biên bản họp xét thi đua của đơn vị».",
        f"Báo cáo của {name}: mục «Đặc điểm, tình hình của đơn vị» còn trống hoặc quá ngắn.",
        f"Báo cáo của {name}: mục «Kết quả đạt được trong phong trào thi đua» còn trống hoặc quá ngắn.",
        f"Báo cáo của {name}: mục «Biện pháp, giải pháp, sáng kiến» còn trống hoặc quá ngắn.",
        f"Báo cáo của {name}: mục «Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước; "
        "công tác đảng, đoàn thể» còn trống hoặc quá ngắn.",
        f"Báo cáo của {name}: mục «Đánh giá, xếp loại» còn trống hoặc quá ngắn.",
        f"Báo cáo của {name}: mục «Danh hiệu thi đua, hình thức khen thưởng đã được tặng» còn trống hoặc quá ngắn.",
        f"{name} chưa có tóm tắt thành tích cho danh sách kèm tờ trình.",
    ]


def test_receipts_are_numbered_and_kept_over_a_resubmission(make_dossier, cast):
    first = make_dossier("returned")
    second = make_dossier("submitted", head=cast.other_unit_head)
    assert (first.receipt_number, second.receipt_number, first.receipt_year) == (1, 2, timezone.localdate().year)
    minutes = first.items.get(component__kind="minutes")
    actions.add_file(item=minutes, upload=pdf_upload(content="có chữ ký"), by=cast.unit_head)
    again = actions.submit_dossier(dossier=first, by=cast.unit_head)
    assert (again.state, again.receipt_number) == ("submitted", 1)
    assert again.items.get(component__kind="minutes").verdict == "open"


def test_a_returned_paper_must_change_before_it_is_handed_in_again(make_dossier, cast):
    dossier = make_dossier("returned")
    with pytest.raises(Refused) as refused:
        actions.submit_dossier(dossier=dossier, by=cast.unit_head)
    assert refused.value.reasons == [
        "«Biên bản họp xét thi đua của đơn vị» bị trả lại mà chưa sửa: Biên bản chưa có chữ ký."
    ]


def test_after_a_return_only_the_returned_papers_can_change(make_dossier, cast):
    dossier = make_dossier("returned")
    nominee = dossier.nominees.get()
    with pytest.raises(Refused, match="Chỉ sửa được thành phần bị trả lại"):
        actions.save_report(nominee=nominee, answers={}, revision=nominee.report.revision, by=cast.unit_head)
    with pytest.raises(Refused, match="Chỉ sửa được thành phần bị trả lại"):
        actions.save_letter(dossier=dossier, values=build.LETTER, revision=dossier.revision, by=cast.unit_head)
    minutes = dossier.items.get(component__kind="minutes")
    actions.add_file(item=minutes, upload=pdf_upload(content="bản mới"), by=cast.unit_head)
    assert [part.heading for part in changed_parts(minutes, dossier)] == ["Tệp"]


def test_a_late_dossier_is_taken_and_marked(make_dossier, campaign):
    campaign.milestones.filter(kind="dossier_deadline").update(due_on=timezone.localdate() - timedelta(days=1))
    assert make_dossier("submitted").is_late is True


def test_an_extension_saves_a_unit_from_being_late(make_dossier, campaign, agencies):
    campaign.milestones.filter(kind="dossier_deadline").update(due_on=timezone.localdate() - timedelta(days=1))
    campaign.participants.get(agency=agencies["ccvc"]).extensions.create(
        round=campaign.milestones.get(kind="dossier_deadline"), until=timezone.localdate(), reason="Đơn vị mới"
    )
    assert make_dossier("submitted").is_late is False


def test_a_dossier_is_taken_back_only_while_nobody_has_touched_it(make_dossier, cast):
    dossier = make_dossier("submitted")
    assert actions.recall_dossier(dossier=dossier, by=cast.unit_head).state == "draft"
    dossier = actions.submit_dossier(dossier=dossier, by=cast.unit_head)
    actions.judge_item(item=dossier.items.first(), verdict="ok", reason="", by=cast.office)
    with pytest.raises(Refused, match="Văn phòng đã bắt đầu kiểm tra"):
        actions.recall_dossier(dossier=dossier, by=cast.unit_head)


def test_a_unit_has_one_dossier_in_a_campaign(make_dossier, campaign, cast):
    make_dossier("draft")
    with pytest.raises(AlreadyDone, match="Đơn vị đã có hồ sơ"):
        actions.create_dossier(campaign=campaign, by=cast.unit_head)


def test_a_return_needs_a_reason_on_a_paper(make_dossier, cast):
    dossier = make_dossier("submitted")
    with pytest.raises(Refused, match="ghi lý do ở ít nhất một thành phần"):
        actions.return_dossier(dossier=dossier, by=cast.office)
    with pytest.raises(Refused, match="Hãy ghi lý do trả lại"):
        actions.judge_item(item=dossier.items.first(), verdict="returned", reason=" ", by=cast.office)


def test_the_law_is_frozen_when_the_papers_are_complete(make_dossier):
    dossier = make_dossier("accepted")
    assert dossier.regime.valid_from <= timezone.localdate()
    assert dossier.agency_version == dossier.agency.current


@given(numerator=st.integers(1, 20), extra=st.integers(0, 20), members=st.integers(1, 200))
def test_the_votes_needed_are_the_ceiling_of_the_exact_share(numerator, extra, members):
    denominator = numerator + extra
    rule = VoteRule(numerator=numerator, denominator=denominator)
    needed = rule.required(members)
    share = Fraction(numerator, denominator)
    assert Fraction(needed, members) >= share
    assert needed == 0 or Fraction(needed - 1, members) < share


@pytest.mark.parametrize(
    ("share", "members", "needed"), [((9, 10), 17, 16), ((8, 10), 9, 8), ((2, 3), 7, 5), ((2, 3), 9, 6)]
)
def test_votes_needed_in_the_examples_of_the_law(share, members, needed):
    assert VoteRule(numerator=share[0], denominator=share[1]).required(members) == needed


def test_the_council_counts_all_members_and_says_so(make_dossier, cast, campaign):
    dossier = make_dossier("council")
    session = build.session(campaign, cast.council)
    nominee = dossier.nominees.get()
    few = actions.record_result(session=session, nominee=nominee, agree=5, disagree=1, invalid=0, by=cast.council)
    assert (few.passed, few.sentence) == (False, "5/9 phiếu = 55,6% < 66,7%: không đạt")
    enough = actions.record_result(session=session, nominee=nominee, agree=6, disagree=3, invalid=0, by=cast.council)
    assert (enough.pk, enough.passed, enough.sentence) == (few.pk, True, "6/9 phiếu = 66,7% ≥ 66,7%: đạt")
    with pytest.raises(Refused, match="Tổng số phiếu không thể nhiều hơn"):
        actions.record_result(session=session, nominee=nominee, agree=9, disagree=1, invalid=0, by=cast.council)


def test_the_database_compares_votes_and_threshold_itself(make_dossier):
    result = CouncilResult.objects.get(nominee__dossier=make_dossier("approval"))
    with pytest.raises(IntegrityError, match="council_passed_by_votes"), transaction.atomic():
        CouncilResult.objects.filter(pk=result.pk).update(agree=5)


def test_without_a_rule_no_result_is_recorded(make_dossier, cast, campaign):
    dossier = make_dossier("council")
    OwnVoteRule.objects.all().delete()
    with pytest.raises(Refused, match="Chưa có quy định về tỷ lệ phiếu cho «Giấy khen»"):
        actions.record_result(
            session=build.session(campaign, cast.council), nominee=dossier.nominees.get(), agree=9, disagree=0,
            invalid=0, by=cast.council,
        )  # fmt: skip


def test_the_quota_ends_and_a_withdrawn_approval_frees_its_place(make_dossier, cast, campaign):
    offer = build.offer_of(campaign)
    offer.quota = 1
    offer.save()
    first = make_dossier("approval").nominees.get()
    second = make_dossier("approval", head=cast.other_unit_head).nominees.get()
    actions.approve_nominee(nominee=first, by=cast.director)
    with pytest.raises(AlreadyDone):
        actions.approve_nominee(nominee=first, by=cast.director)
    with pytest.raises(Refused, match="Đã dùng hết 01 suất"):
        actions.approve_nominee(nominee=second, by=cast.director)
    actions.withdraw_approval(nominee=first, by=cast.director, reason="Xem xét lại.")
    actions.approve_nominee(nominee=second, by=cast.director)
    assert list(Approval.objects.values_list("nominee", "slot", "quota")) == [(second.pk, 1, 1)]


def test_the_database_refuses_a_place_beyond_the_quota(make_dossier, cast):
    nominee = make_dossier("approval").nominees.get()
    with pytest.raises(IntegrityError, match="approval_within_quota"), transaction.atomic():
        Approval.objects.create(nominee=nominee, offer=nominee.offer, slot=3, quota=2, by_id=cast.director.user_id)


def test_who_failed_the_vote_is_not_approved(make_dossier, cast, campaign):
    dossier = make_dossier("council")
    build.vote(dossier, build.session(campaign, cast.council), cast.council, agree=5)
    actions.send_to_approval(dossier=dossier, by=cast.council)
    with pytest.raises(Refused, match="Hội đồng chưa thông qua"):
        actions.approve_nominee(nominee=dossier.nominees.get(), by=cast.director)


def test_nobody_checks_or_approves_the_own_nomination(make_dossier, cast):
    from dataclasses import replace

    dossier = make_dossier("submitted", nominees=("collective", PERSON))
    person = dossier.nominees.get(name=PERSON).person_id
    with pytest.raises(PermissionDenied, match="không ai kiểm tra hồ sơ có tên mình"):
        actions.judge_item(
            item=dossier.items.first(), verdict="ok", reason="", by=replace(cast.office, person_id=person)
        )


def test_a_signed_decision_gives_number_and_results_and_tells_everybody(make_decision, cast):
    decision = make_decision("signed")
    today = timezone.localdate()
    assert (decision.number, decision.number_label, decision.issued_on) == (1, "01/QĐ-SNV", today)
    nominee = Nominee.objects.get()
    assert (nominee.outcome, nominee.dossier.state, nominee.known_outcome) == ("awarded", "decided", "Được khen thưởng")
    key = f"decision:{decision.pk}:signed"
    told = set(InboxItem.objects.filter(key=key).values_list("user_id", flat=True))
    assert {cast.unit_head.user_id, cast.office.user_id} <= told
    with pytest.raises(AlreadyDone):
        actions.sign_decision(decision=decision, by=cast.director)
    assert InboxItem.objects.filter(key=key).count() == len(told)


def test_a_signed_decision_cannot_be_changed_by_anybody(make_decision):
    decision = make_decision("signed")
    for statement in (
        "UPDATE dossiers_decision SET title = 'khác'",
        "DELETE FROM dossiers_decisionline",
        "UPDATE dossiers_decisionline SET name = 'khác'",
    ):
        with (
            pytest.raises(IntegrityError, match="signed decision"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert Decision.objects.get(pk=decision.pk).title == decision.title


def test_results_are_invisible_before_the_signature(make_decision, cast, client_of, at):
    decision = make_decision("prepared")
    unit = client_of(cast.unit_head)
    assert list(unit.get(at(cast.unit_head, "decision_list")).context["page_obj"]) == []
    assert unit.get(at(cast.unit_head, "decision_page", decision.pk)).status_code == 404
    assert unit.post(at(cast.unit_head, "document_create", "decision", decision.pk)).status_code == 404
    found = unit.get(at(cast.unit_head, "search", q="khen")).context["found"]
    assert found["decisions"] == []
    page = unit.get(at(cast.unit_head, "dossier_page", Dossier.objects.get().pk)).content.decode()
    assert ("phê duyệt khen thưởng" in page, "9/9 phiếu" in page) == (False, False)


def test_a_draft_is_private_to_its_unit(make_dossier, cast, client_of, at):
    dossier = make_dossier("draft")
    for actor in (cast.office, cast.director, cast.inspector, cast.other_unit_head, cast.council):
        answer = client_of(actor).get(at(actor, "dossier_page", dossier.pk))
        assert (actor.roles, answer.status_code) == (actor.roles, 403)


def test_two_people_on_one_report_lose_nothing(make_dossier, cast):
    nominee = make_dossier("draft").nominees.get()
    revision = nominee.report.revision
    answers = dict(nominee.report.answers)
    actions.save_report(
        nominee=nominee, answers=answers | {"results": "Của người thứ nhất"}, revision=revision, by=cast.unit_head
    )
    with pytest.raises(Outdated) as outdated:
        actions.save_report(
            nominee=nominee, answers=answers | {"results": "Của người thứ hai"}, revision=revision, by=cast.unit_head
        )
    assert outdated.value.current.answers["results"] == "Của người thứ nhất"


def test_a_dossier_cannot_be_accepted_without_its_regime(make_dossier):
    dossier = make_dossier("submitted")
    with pytest.raises(IntegrityError, match="dossier_accepted_has_regime"), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(state="accepted", accepted_at=timezone.now())


def test_a_returned_item_says_why(make_dossier):
    item = make_dossier("submitted").items.first()
    with pytest.raises(IntegrityError, match="item_returned_says_why"), transaction.atomic():
        DossierItem.objects.filter(pk=item.pk).update(verdict="returned", reason="")
