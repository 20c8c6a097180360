"""A score sheet from the unit's own points to the published rank."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.actions import scoring
from campaigns.models import Cluster, Score, ScoreSheet, ScoringRule
from campaigns.selectors.scoring import ranking_of
from campaigns.selectors.winners import group_of, winners_of
from tests.factories import campaigns
from thidua.notifications.models import InboxItem
from thidua.workflow.saving import Outdated
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = pytest.mark.django_db


def test_each_participant_gets_one_sheet(board, cast):
    assert ScoreSheet.objects.count() == 3
    with pytest.raises(AlreadyDone, match="Mọi đơn vị đã có phiếu"):
        scoring.open_scoring(campaign=board.campaign, by=cast.office)


def test_a_plan_without_points_is_not_scored(campaign, cast):
    campaign.criteria.update(max_points=None)
    with pytest.raises(Refused, match="chưa có tiêu chí chấm điểm"):
        scoring.open_scoring(campaign=campaign, by=cast.office)


def test_the_total_grows_with_what_the_unit_enters(board):
    assert board.own("ccvc", "9", "8.5", "10").self_total == Decimal("27.5")


def test_somebody_elses_page_is_not_overwritten(board, cast):
    old = board.sheet("ccvc")
    board.own("ccvc", "9", "8", "7")
    values = {board.criteria[0].pk: (Decimal(1), "")}
    with pytest.raises(Outdated):
        scoring.save_self_scores(sheet=old, values=values, revision=old.revision, by=cast.unit_head)


def test_points_beyond_the_maximum_are_refused(board):
    with pytest.raises(Refused, match="Điểm phải từ 0 đến 10"):
        board.own("ccvc", "10.5", "8", "7")


def test_another_unit_cannot_score_for_it(board, cast):
    with pytest.raises(PermissionDenied, match="Chỉ trưởng đơn vị tham gia được tự chấm"):
        board.own("ccvc", "9", "8", "7", by=cast.other_unit_head)


def test_a_sheet_with_holes_is_not_sent(board, cast):
    sheet = board.sheet("ccvc")
    with pytest.raises(Refused) as refused:
        scoring.sheet_step(sheet=sheet, event="submit", by=cast.unit_head)
    assert refused.value.reasons == ["Tiêu chí 1, 2, 3 chưa có điểm; không đạt thì ghi 0."]


def test_evidence_that_the_plan_asks_for_must_be_there(board, cast):
    criterion = board.criteria[1]
    criterion.evidence_required = True
    criterion.save()
    board.own("ccvc", "9", "8", "7")
    with pytest.raises(Refused, match="Tiêu chí 2 phải có minh chứng"):
        scoring.sheet_step(sheet=board.sheet("ccvc"), event="submit", by=cast.unit_head)


def test_after_the_last_day_a_unit_no_longer_sends(board, cast):
    yesterday = timezone.localdate() - timedelta(days=1)
    board.own("ccvc", "9", "8", "7")
    ScoringRule.objects.create(campaign=board.campaign, self_score_until=yesterday)
    with pytest.raises(Refused, match="Đã quá hạn tự chấm"):
        scoring.sheet_step(sheet=board.sheet("ccvc"), event="submit", by=cast.unit_head)


def test_a_sent_sheet_is_the_offices_until_it_comes_back(board, cast):
    board.own("ccvc", "9", "8", "7")
    scoring.sheet_step(sheet=board.sheet("ccvc"), event="submit", by=cast.unit_head)
    with pytest.raises(Refused, match="Phiếu đã gửi Văn phòng"):
        board.own("ccvc", "10", "8", "7")
    with pytest.raises(Refused, match="Hãy ghi lý do"):
        scoring.sheet_step(sheet=board.sheet("ccvc"), event="return", by=cast.office)
    scoring.sheet_step(sheet=board.sheet("ccvc"), event="return", by=cast.office, reason="Thiếu minh chứng.")
    assert board.own("ccvc", "10", "8", "7").self_total == 25
    told = InboxItem.objects.filter(user=cast.unit_head.user_id, title__startswith="Phiếu chấm điểm được trả lại")
    assert told.count() == 1


def test_a_point_that_differs_needs_its_reason(board):
    board.own("ccvc", "9", "8", "7")
    with pytest.raises(Refused, match="khác điểm tự chấm"):
        board.point("ccvc", 0, "7")
    assert board.point("ccvc", 0, "7", "Chậm một nhiệm vụ.").total == 7
    assert board.point("ccvc", 1, "8").total == 15
    assert [(score.points, score.reason) for score in Score.objects.order_by("criterion_id")] == [
        (Decimal(7), "Chậm một nhiệm vụ."), (Decimal(8), ""), (None, ""),
    ]  # fmt: skip


def test_a_unit_that_corrects_its_point_is_judged_anew(board, cast):
    board.own("ccvc", "9", "8", "7")
    board.point("ccvc", 0, "7", "Chậm.")
    scoring.sheet_step(sheet=board.sheet("ccvc"), event="return", by=cast.office, reason="Thiếu minh chứng.")
    board.own("ccvc", "8", "8", "7")
    assert Score.objects.get(sheet__participant__agency__code="ccvc", criterion=board.criteria[0]).points is None


def test_own_points_are_taken_over_where_nothing_was_said(board, cast):
    board.own("ccvc", "9", "8", "7")
    board.point("ccvc", 0, "7", "Chậm.")
    assert scoring.accept_self_scores(sheet=board.sheet("ccvc"), by=cast.office).total == 22


def test_publishing_waits_for_everybody_unless_told(board):
    board.verified("ccvc", "9", "8", "7")
    with pytest.raises(Refused, match="Chưa thẩm định xong: "):
        board.publish()
    assert board.publish(without_missing=True) == 1
    sheet = board.sheet("ccvc")
    assert (sheet.state, sheet.rank, sheet.total) == ("published", 1, Decimal(24))


def test_heads_hear_their_result_once(board, cast):
    board.verified("ccvc", "9", "8", "7.5")
    board.publish(without_missing=True)
    told = InboxItem.objects.filter(user=cast.unit_head.user_id, title__startswith="Kết quả chấm điểm")
    assert [item.body for item in told] == ["Đơn vị đạt 24,5 điểm, xếp hạng 1."]


def test_published_points_stand_until_the_publication_is_withdrawn(board, cast):
    board.verified("ccvc", "9", "8", "7")
    board.publish(without_missing=True)
    with pytest.raises(Refused, match="thu hồi công bố trước khi sửa"):
        board.point("ccvc", 0, "5", "Sửa.")
    scoring.unpublish_scores(campaign=board.campaign, by=cast.office, reason="Có khiếu nại.")
    assert board.point("ccvc", 0, "5", "Sửa.").total == 20


def test_kinds_of_unit_are_ranked_apart_and_clusters_beside_them(board, cast, agencies):
    cluster = Cluster.objects.create(name="Cụm 1", valid_from=2024)
    ours = cluster.members.create(name="CCVC", agency=agencies["ccvc"], position=1)
    outside = cluster.members.create(name="Văn phòng Tỉnh ủy", position=2)
    cluster.years.create(year=2024, lead=ours, campaign=board.campaign)
    assert scoring.open_scoring(campaign=board.campaign, by=cast.office) == 1
    for code, points in (("ccvc", "9"), ("ttlt", "8"), ("nha-trang", "10")):
        board.verified(code, points, points, points)
    sheet = ScoreSheet.objects.get(member=outside)
    for criterion in board.criteria:
        scoring.save_points(sheet=sheet, criterion=criterion, points=Decimal(10), reason="", by=cast.office)
    scoring.sheet_step(sheet=sheet, event="verify", by=cast.office)
    shown = [
        (group.title, group.is_cluster, [(place.rank, place.sheet.unit_name) for place in group.places])
        for group in ranking_of(board.campaign)
    ]
    names = {code: agencies[code].short_name for code in ("ccvc", "ttlt", "nha-trang")}
    assert shown == [
        ("Đơn vị thuộc Sở", False, [(1, names["ccvc"])]),
        ("Đơn vị trực thuộc Sở", False, [(1, names["ttlt"])]),
        ("Phòng Nội vụ cấp huyện", False, [(1, names["nha-trang"])]),
        ("Cụm 1", True, [(1, "Văn phòng Tỉnh ủy"), (2, names["ccvc"])]),
    ]


def chosen(offer):
    """(codes of the winners, codes of those tied across the last place)"""
    row = next(row for row in winners_of(offer.campaign) if row.offer == offer)
    return tuple([place.sheet.participant.agency.code for place in part] for part in (row.chosen, row.border))


def test_an_offer_by_ranking_takes_published_units_of_its_kind_only(board):
    offer = board.campaign.offers.get(selection="ranking")
    for code in ("ccvc", "ttlt", "nha-trang"):
        board.verified(code, "9", "9", "9")
    assert chosen(offer) == ([], [])
    board.publish()
    assert chosen(offer) == (["nha-trang"], [])


def test_a_tie_across_the_last_place_is_the_offices_to_resolve(board, cast, agencies):
    offer = board.campaign.offers.get(selection="ranking")
    offer.agency_kinds, offer.quota = [], 1
    offer.save()
    for code in ("ccvc", "ttlt"):
        board.verified(code, "9", "9", "9")
    board.publish(without_missing=True)
    assert chosen(offer) == ([], ["ccvc", "ttlt"])
    scoring.resolve_tie(
        campaign=board.campaign, group=group_of(offer), sheets=[board.sheet("ttlt").pk, board.sheet("ccvc").pk],
        reason="Nhiều sáng kiến hơn.", by=cast.office,
    )  # fmt: skip
    assert chosen(offer) == (["ttlt"], [])
    # What was published of each kind stays as it was.
    assert [place.rank for group in ranking_of(board.campaign) for place in group.places] == [1, 1]


def test_a_rule_changed_later_changes_every_total(board, cast):
    criterion = board.criteria[2]
    criterion.points_kind = "minus"
    criterion.save()
    board.verified("ccvc", "9", "9", "4")
    assert board.sheet("ccvc").total == 14
    ScoringRule.objects.create(campaign=board.campaign, minus_cap=Decimal(1))
    scoring.refresh_totals(board.campaign)
    assert board.sheet("ccvc").total == 17


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"participant": None}, "sheet_of_one_unit"),
        ({"state": "published"}, "sheet_published_has_rank"),
        ({"state": "hacked"}, "sheet_state_known"),
    ],
)
def test_the_database_refuses_a_sheet_that_must_not_be(board, values, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ScoreSheet.objects.filter(pk=board.sheet("ccvc").pk).update(**values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"points": -1, "reason": "Sai."}, "score_not_negative"),
        ({"self_points": -1}, "score_not_negative"),
        ({"points": 5, "self_points": 6, "reason": ""}, "score_changed_has_reason"),
        ({"points": 11, "reason": "Sai."}, "score_within_maximum"),
        ({"self_points": 11}, "score_within_maximum"),
    ],
)
def test_the_database_refuses_a_score_that_must_not_be(board, values, constraint):
    board.own("ccvc", "9", "8", "7")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Score.objects.filter(criterion=board.criteria[0]).update(**values)


def test_the_database_keeps_campaigns_apart(board, agencies):
    other = campaigns.draft(agencies, title="Phong trào khác")
    foreign = other.criteria.filter(max_points__isnull=False).first()
    with pytest.raises(IntegrityError, match="score_of_own_campaign"), transaction.atomic():
        board.sheet("ccvc").scores.create(criterion=foreign, points=5)
    with pytest.raises(IntegrityError, match="sheet_participant_of_campaign"), transaction.atomic():
        board.campaign.sheets.create(participant=other.participants.first())


@pytest.mark.parametrize(
    ("values", "constraint"),
    [({"reason": ""}, "tie_order_has_reason"), ({"sheets": [1]}, "tie_order_of_equals")],
)
def test_the_database_refuses_an_order_that_says_nothing(board, values, constraint):
    fields = {"group": "office", "total": 9, "sheets": [1, 2], "reason": "x"} | values
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        board.campaign.tie_orders.create(**fields)


def test_a_ranking_is_of_units(board):
    offer = board.campaign.offers.get(selection="ranking")
    offer.nominee_kind = "individual"
    with pytest.raises(ValidationError, match="Xếp hạng là của đơn vị"):
        offer.validate_constraints()
    with pytest.raises(IntegrityError, match="offer_ranking_is_of_units"), transaction.atomic():
        offer.save()


def test_a_unit_wins_one_offer_and_the_next_goes_on_below(board, cast):
    """Two offers for all kinds: ranks are those of the ranking that chose; without points nobody wins."""
    first = board.campaign.offers.get(selection="ranking")
    first.agency_kinds, first.quota = [], 1
    first.save()
    first.pk, first._state.adding, first.quota = None, True, 3
    first.save()
    for code, points in (("ccvc", 9), ("ttlt", 8), ("nha-trang", 0)):
        board.verified(code, points, points, points)
    board.publish()
    found = [
        ([(place.rank, place.sheet.participant.agency.code) for place in row.chosen], row.empty)
        for row in winners_of(board.campaign)
    ]
    assert found == [([(1, "ccvc")], 0), ([(2, "ttlt")], 2)]


def test_an_order_of_one_group_decides_no_other(board, agencies, cast):
    cluster = Cluster.objects.create(name="Cụm 1", valid_from=2024)
    for position, code in enumerate(("ttlt", "ccvc")):
        member = cluster.members.create(name=code, agency=agencies[code], position=position)
    cluster.years.create(year=2024, lead=member, campaign=board.campaign)
    version = agencies["ttlt"].current
    version.kind = agencies["ccvc"].current.kind
    version.save()
    for code in ("ccvc", "ttlt"):
        board.verified(code, "9", "9", "9")
    scoring.resolve_tie(
        campaign=board.campaign, group=f"cluster-{cluster.pk}", reason="Theo quy chế của cụm", by=cast.office,
        sheets=[board.sheet("ttlt").pk, board.sheet("ccvc").pk],
    )  # fmt: skip
    assert [[(place.rank, place.is_tied) for place in group.places] for group in ranking_of(board.campaign)] == [
        [(1, True), (1, True)], [(1, False), (2, False)],
    ]  # fmt: skip
