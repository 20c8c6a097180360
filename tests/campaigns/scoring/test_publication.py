"""Ranking, ties, publication, who wins an offer."""

import pytest

from campaigns.actions import scoring
from campaigns.models import Cluster, ScoreSheet, SheetTransition
from campaigns.selectors.scoring import ranking_of, sheets_of
from campaigns.selectors.winners import winners_of
from thidua.notifications.models import InboxItem
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = pytest.mark.django_db


def places(campaign):
    """{title of the group: [(unit, rank, tied)]}"""
    return {
        group.title: [(place.sheet.unit_name, place.rank, place.is_tied) for place in group.places]
        for group in ranking_of(campaign)
    }


def part(campaign, office, sheets, *codes, group="district_office", reason="Có mô hình hay được nhân rộng"):
    """The office puts equals in this order."""
    ids = [sheets[code].pk for code in codes]
    return scoring.resolve_tie(campaign=campaign, group=group, sheets=ids, reason=reason, by=office)


@pytest.fixture
def offer(plan):
    return plan.offers.get(selection="ranking")


def test_each_kind_of_unit_is_ranked_for_itself(plan, districts, published):
    sheets = published(
        {
            "ccvc": (5, 5, 5),
            "nha-trang": (9, 9, 9),
            "dien-khanh": (9, 9, 9),
            "cam-ranh": (9, 9, 10),
            "van-ninh": (1, 1, 1),
        }
    )
    assert [sheets[code].rank for code in ("ccvc", "cam-ranh", "nha-trang", "dien-khanh", "van-ninh")] == [
        1,
        1,
        2,
        2,
        4,
    ]
    assert [sheets[code].is_tied for code in ("cam-ranh", "nha-trang")] == [False, True]
    assert [sheets[code].band for code in ("ccvc", "nha-trang", "van-ninh")] == ["", "Xuất sắc", ""]


def test_a_cluster_is_ranked_besides(plan, office, agencies, verified, give, criteria):
    cluster = Cluster.objects.create(name="Cụm số 1", valid_from=2020)
    cluster.members.create(name="Phòng CCVC", agency=agencies["ccvc"])
    outside = cluster.members.create(name="Văn phòng Tỉnh ủy", position=2)
    cluster.years.create(year=2026, lead=outside, deputy=None, campaign=plan)
    scoring.open_scoring(campaign=plan, by=office) if not plan.sheets.filter(member=outside).exists() else None
    sheet = plan.sheets.get(member=outside)
    give(sheet, 10, 8, 9)
    scoring.sheet_step(sheet=sheet, event="verify", by=office)
    verified({"ccvc": (9, 8, 9)})
    assert places(plan)["Cụm số 1"] == [("Văn phòng Tỉnh ủy", 1, False), ("Phòng CCVC", 2, False)]
    scoring.publish_scores(campaign=plan, by=office, without_missing=True)
    assert ScoreSheet.objects.get(member=outside).rank == 1
    assert plan.sheets.get(participant__agency=agencies["ccvc"]).rank == 1  # of its own kind


def test_stated_rules_part_equals(plan, districts, verified):
    verified({"nha-trang": (10, 8, 9, 0, 1), "dien-khanh": (9, 8, 9)})
    assert [rank for _unit, rank, _tied in next(iter(places(plan).values()))] == [1, 1]
    plan.scoring_rule.tie_rules = ["fewer_minus"]
    plan.scoring_rule.save()
    assert next(iter(places(plan).values())) == [("PNV Diên Khánh", 1, False), ("PNV Nha Trang", 2, False)]


def test_the_office_parts_the_rest_with_its_reason(plan, districts, verified, office, give):
    sheets = verified({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9)})
    part(plan, office, sheets, "dien-khanh", "nha-trang")
    assert places(plan)["Phòng Nội vụ cấp huyện"] == [("PNV Diên Khánh", 1, False), ("PNV Nha Trang", 2, False)]
    # The word was about that total; another total is another tie.
    for code in ("dien-khanh", "nha-trang"):
        give(sheets[code], 8)
    assert places(plan)["Phòng Nội vụ cấp huyện"] == [("PNV Nha Trang", 1, True), ("PNV Diên Khánh", 1, True)]


def test_who_comes_to_the_same_points_later_makes_another_tie(plan, districts, verified, office):
    sheets = verified({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9)})
    part(plan, office, sheets, "dien-khanh", "nha-trang")
    verified({"cam-ranh": (9, 8, 9)})
    assert [(rank, tied) for _unit, rank, tied in places(plan)["Phòng Nội vụ cấp huyện"]] == [(1, True)] * 3


@pytest.mark.parametrize(
    ("codes", "reason", "message"),
    [
        (("dien-khanh", "nha-trang"), " ", "Ghi lý do"),
        (("dien-khanh",), "x", "không còn đồng hạng"),
        (("dien-khanh", "nha-trang", "cam-ranh"), "x", "không còn đồng hạng"),
    ],
)
def test_an_order_names_exactly_the_equals(plan, districts, verified, office, codes, reason, message):
    sheets = verified({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9), "cam-ranh": (1, 1, 1)})
    with pytest.raises(Refused, match=message):
        part(plan, office, sheets, *codes, reason=reason)


def test_an_order_is_taken_back_until_it_is_published(plan, districts, verified, office):
    sheets = verified({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 9)})
    order = part(plan, office, sheets, "dien-khanh", "nha-trang")
    scoring.publish_scores(campaign=plan, by=office, without_missing=True)
    with pytest.raises(Refused, match="thu hồi công bố trước khi bỏ thứ tự"):
        scoring.drop_tie_order(order=order, by=office)
    scoring.unpublish_scores(campaign=plan, by=office, reason="Xếp lại")
    scoring.drop_tie_order(order=order, by=office)
    assert [rank for _unit, rank, _tied in places(plan)["Phòng Nội vụ cấp huyện"]] == [1, 1]


def test_everybody_is_published_at_once(plan, verified, office, unit_head):
    verified({"ccvc": (9, 9, 9)})
    with pytest.raises(Refused, match="Chưa thẩm định xong: TT Lưu trữ, PNV Nha Trang"):
        scoring.publish_scores(campaign=plan, by=office)
    assert scoring.publish_scores(campaign=plan, by=office, without_missing=True) == 1
    told = InboxItem.objects.filter(user=unit_head.user_id).latest("pk")
    assert told.body == "Đơn vị đạt 27 điểm, xếp hạng 1, Xuất sắc."
    with pytest.raises(AlreadyDone, match="Điểm đã được công bố"):
        scoring.publish_scores(campaign=plan, by=office, without_missing=True)


def test_who_comes_later_does_not_move_known_ranks(plan, published, verified, office):
    published({"ccvc": (9, 9, 9)})
    verified({"ttlt": (10, 10, 10)})
    with pytest.raises(Refused, match="Điểm của 1 đơn vị đã công bố"):
        scoring.publish_scores(campaign=plan, by=office, without_missing=True)
    assert list(places(plan).values()) == [[("Phòng CCVC", 1, False)]]


def test_nothing_to_publish(plan, sheets, office):
    with pytest.raises(Refused, match="Chưa có phiếu nào thẩm định xong"):
        scoring.publish_scores(campaign=plan, by=office, without_missing=True)


def test_what_is_published_stands_until_it_is_taken_back(plan, published, give, own, criteria, office, unit_head):
    sheet = published({"ccvc": (9, 9, 9)})["ccvc"]
    for call in (
        lambda: give(sheet, 8),
        lambda: scoring.accept_self_scores(sheet=sheet, by=office),
        lambda: part(plan, office, {"ccvc": sheet, "other": sheet}, "ccvc", "other"),
        lambda: own(sheet, unit_head, 8),
        lambda: scoring.sheet_step(sheet=sheet, event="return", by=office, reason="x"),
    ):
        with pytest.raises(Refused):
            call()
    with pytest.raises(Refused, match="Hãy ghi lý do «thu hồi công bố»"):
        scoring.unpublish_scores(campaign=plan, by=office, reason="")
    assert scoring.unpublish_scores(campaign=plan, by=office, reason="Tính nhầm điểm thưởng") == 1
    sheet.refresh_from_db()
    assert (sheet.state, sheet.rank, sheet.band, sheet.published_at is None) == ("verified", None, "", False)
    assert SheetTransition.objects.get(event="withdraw").reason == "Tính nhầm điểm thưởng"
    with pytest.raises(AlreadyDone):
        scoring.unpublish_scores(campaign=plan, by=office, reason="x")
    assert scoring.publish_scores(campaign=plan, by=office, without_missing=True) == 1


def test_steps_are_never_rewritten(published):
    from django.db import ProgrammingError, transaction

    published({"ccvc": (9, 9, 9)})
    for write in (lambda rows: rows.update(reason="khác"), lambda rows: rows.delete()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            write(SheetTransition.objects.all())


def chosen(offer):
    """(codes of the winners, codes of those tied across the last place)"""
    row = next(row for row in winners_of(offer.campaign) if row.offer == offer)
    return tuple([place.sheet.participant.agency.code for place in part] for part in (row.chosen, row.border))


def test_the_best_of_the_named_kind_win(districts, published, offer):
    published(
        {
            "ccvc": (10, 10, 10),
            "nha-trang": (9, 8, 9),
            "dien-khanh": (8, 8, 9),
            "cam-ranh": (7, 8, 9),
            "van-ninh": (1, 1, 1),
        }
    )
    assert chosen(offer) == (["nha-trang", "dien-khanh", "cam-ranh"], [])


def test_a_tie_at_the_border_is_reported_never_cut(districts, published, offer):
    published({"nha-trang": (9, 8, 9), "dien-khanh": (9, 8, 8), "cam-ranh": (8, 8, 8), "van-ninh": (8, 8, 8)})
    assert chosen(offer) == (["nha-trang", "dien-khanh"], ["cam-ranh", "van-ninh"])


def test_nobody_wins_before_the_publication_or_without_a_number(districts, verified, plan, office, offer):
    verified({"nha-trang": (9, 8, 9)})
    assert chosen(offer) == ([], [])
    scoring.publish_scores(campaign=plan, by=office, without_missing=True)
    assert chosen(offer) == (["nha-trang"], [])
    offer.quota_kind, offer.quota, offer.reference = "by_reference", None, "hướng dẫn của Hội đồng"
    offer.save()
    assert chosen(offer) == ([], [])


def test_sheets_stand_in_the_order_of_the_agencies(plan, sheets):
    assert [sheet.unit_name for sheet in sheets_of(plan)] == ["Phòng CCVC", "TT Lưu trữ", "PNV Nha Trang"]
