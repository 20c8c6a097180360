"""A unit scores itself."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from campaigns.actions import scoring
from campaigns.models import Score, ScoreSheet
from tests.factories.files import pdf_upload
from thidua.notifications.models import InboxItem
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = pytest.mark.django_db
FULL = (9, 10, 10, 5, 1)  # 18 (capped) + 10 + 4 (capped) - 1


def test_criteria_come_group_by_group(criteria):
    assert [str(row) for row in criteria] == [
        "Hoàn thành đúng hạn nhiệm vụ được giao",
        "Cải cách hành chính",
        "Đoàn kết nội bộ, thực hiện quy chế",
        "Sáng kiến được công nhận",
        "Báo cáo chậm",
    ]


def test_opening_makes_a_sheet_for_everybody_once(plan, office, unit_head):
    assert scoring.open_scoring(campaign=plan, by=office) == 3
    assert InboxItem.objects.filter(user=unit_head.user_id, title__startswith="Tự chấm điểm thi đua").count() == 1
    with pytest.raises(AlreadyDone, match="Mọi đơn vị đã có phiếu"):
        scoring.open_scoring(campaign=plan, by=office)
    assert ScoreSheet.objects.count() == 3


def test_outside_members_of_a_cluster_get_a_sheet(plan, office, agencies):
    from campaigns.models import Cluster

    cluster = Cluster.objects.create(name="Cụm số 1", valid_from=2020)
    cluster.members.create(name="Phòng CCVC", agency=agencies["ccvc"])
    outside = cluster.members.create(name="Văn phòng Tỉnh ủy")
    cluster.years.create(year=2026, lead=outside, deputy=None, campaign=plan)
    assert scoring.open_scoring(campaign=plan, by=office) == 4
    assert ScoreSheet.objects.get(member__isnull=False).member == outside


def test_nothing_is_opened_without_scored_criteria_or_before_the_launch(draft_campaign, office):
    with pytest.raises(Refused, match="Phát động phong trào trước"):
        scoring.open_scoring(campaign=draft_campaign, by=office)
    draft_campaign.criteria.update(max_points=None)
    with pytest.raises(Refused, match="chưa có tiêu chí chấm điểm"):
        scoring.open_scoring(campaign=draft_campaign, by=office)


def test_points_are_kept_and_added_up(sheets, own, unit_head):
    sheet = own(sheets["ccvc"], unit_head, *FULL)
    assert (sheet.self_total, sheet.total, sheet.revision) == (31, 0, 2)
    assert sheet.scores.count() == 5


@pytest.mark.parametrize("points", [Decimal("10.01"), Decimal(-1)])
def test_points_outside_the_criterion_are_refused(sheets, own, unit_head, points):
    with pytest.raises(Refused, match="Điểm phải từ 0 đến 10: «Hoàn thành đúng hạn"):
        own(sheets["ccvc"], unit_head, points)
    assert Score.objects.count() == 0


def test_what_somebody_else_saved_is_not_overwritten(sheets, own, unit_head):
    own(sheets["ccvc"], unit_head, 9)
    with pytest.raises(Outdated):
        own(sheets["ccvc"], unit_head, 3, revision=1)
    assert Score.objects.get().self_points == 9


def test_a_corrected_point_is_judged_anew_and_leaves_the_total(sheets, own, give, back, unit_head):
    own(sheets["ccvc"], unit_head, 9, 9)
    give(sheets["ccvc"], 8, 9)
    back(sheets["ccvc"])
    sheet = own(sheets["ccvc"], unit_head, 7, 9)
    assert [(row.points, row.reason) for row in sheet.scores.order_by("criterion")] == [(None, ""), (9, "")]
    assert sheet.total == ScoreSheet.objects.get(pk=sheet.pk).total == 9


def test_words_of_evidence_leave_what_the_office_said(sheets, own, give, back, unit_head):
    own(sheets["ccvc"], unit_head, 9, 9)
    give(sheets["ccvc"], 7, 9, reason="Trễ 2 việc")
    back(sheets["ccvc"])
    sheet = own(sheets["ccvc"], unit_head, 9, 9, evidence="Báo cáo số 5/BC, bổ sung trang 3")
    assert [(row.points, row.reason) for row in sheet.scores.order_by("criterion")] == [(7, "Trễ 2 việc"), (9, "")]


def test_a_unit_does_not_write_once_the_campaign_is_closed_or_the_day_is_over(plan, sheets, own, criteria, unit_head):
    def both():
        for call in (
            lambda: own(sheets["ccvc"], unit_head, 9),
            lambda: scoring.attach_evidence(
                sheet=sheets["ccvc"], criterion=criteria[0], upload=pdf_upload(), by=unit_head
            ),
        ):
            with pytest.raises(Refused) as refused:
                call()
            yield str(refused.value)

    yesterday = timezone.localdate() - timedelta(days=1)
    plan.scoring_rule.self_score_until = yesterday
    plan.scoring_rule.save()
    assert set(both()) == {f"Đã quá hạn tự chấm ({yesterday:%d/%m/%Y}); đề nghị Văn phòng lùi hạn để chấm tiếp."}
    type(plan).objects.filter(pk=plan.pk).update(state="closed")
    assert set(both()) == {"Phong trào đã kết thúc nên không tự chấm được nữa; cần bổ sung thì liên hệ Văn phòng."}
    assert Score.objects.count() == 0


def test_a_sheet_is_sent_only_when_it_is_whole(sheets, own, unit_head):
    own(sheets["ccvc"], unit_head, 9, 10, evidence="")
    with pytest.raises(Refused) as refused:
        scoring.sheet_step(sheet=sheets["ccvc"], event="submit", by=unit_head)
    assert refused.value.reasons == [
        "Tiêu chí 3 chưa có điểm; không đạt thì ghi 0.",
        "Tiêu chí 2 phải có minh chứng.",
    ]


def test_a_file_is_evidence_too(sheets, own, criteria, unit_head):
    own(sheets["ccvc"], unit_head, *FULL, evidence="")
    scoring.attach_evidence(sheet=sheets["ccvc"], criterion=criteria[1], upload=pdf_upload(), by=unit_head)
    sheet = scoring.sheet_step(sheet=sheets["ccvc"], event="submit", by=unit_head)
    assert (sheet.state, sheet.submitted_by_id) == ("submitted", unit_head.user_id)
    with pytest.raises(Refused, match="Phiếu đã gửi Văn phòng"):
        own(sheet, unit_head, 1)
    with pytest.raises(Refused, match="Phiếu đã gửi Văn phòng"):
        scoring.attach_evidence(sheet=sheet, criterion=criteria[1], upload=pdf_upload(), by=unit_head)


def test_after_the_deadline_only_a_returned_sheet_is_sent(plan, sheets, own, unit_head, office):
    own(sheets["ccvc"], unit_head, *FULL)
    scoring.sheet_step(sheet=sheets["ccvc"], event="submit", by=unit_head)
    plan.scoring_rule.self_score_until = timezone.localdate() - timedelta(days=1)
    plan.scoring_rule.save()
    scoring.sheet_step(sheet=sheets["ccvc"], event="return", by=office, reason="Thiếu minh chứng")
    title = InboxItem.objects.filter(user=unit_head.user_id).latest("pk").title
    assert title == f"Phiếu chấm điểm được trả lại: {plan.title}"
    assert scoring.sheet_step(sheet=sheets["ccvc"], event="submit", by=unit_head).state == "submitted"
    late = sheets["ttlt"]
    assert any("Đã quá hạn tự chấm" in reason for reason in _reasons(late))


def _reasons(sheet):
    from campaigns.policies import missing_on_own_sheet

    return missing_on_own_sheet(ScoreSheet.objects.get(pk=sheet.pk))


def test_nobody_scores_for_another_unit(sheets, own, unit_head, other_unit_head, office, criteria):
    for actor in (other_unit_head, office):
        with pytest.raises(PermissionDenied):
            own(sheets["ccvc"], actor, 9)
        with pytest.raises(PermissionDenied):
            scoring.attach_evidence(sheet=sheets["ccvc"], criterion=criteria[0], upload=pdf_upload(), by=actor)
        with pytest.raises(PermissionDenied):
            scoring.sheet_step(sheet=sheets["ccvc"], event="submit", by=actor)
