"""What is published stays as it was, whatever changes around it; and who comes too late is named."""

import pytest

from campaigns import actions
from campaigns.actions import scoring
from campaigns.models import Cluster, PublishedPlace
from campaigns.ranking_book import ranking_workbook
from campaigns.selectors.scoring import ranking_of, sheets_of
from campaigns.selectors.winners import winners_of
from thidua.notifications.models import InboxItem
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db
CODES = ("ccvc", "ttlt", "nha-trang")


def all_verified(board):
    for points, code in enumerate(CODES, 5):
        board.verified(code, points, points, points)


def shown(campaign):
    return [(group.title, [(row.rank, row.sheet.pk) for row in group.places]) for group in ranking_of(campaign)]


@pytest.fixture
def cluster(board, agencies):
    made = Cluster.objects.create(name="Cụm 1", valid_from=2020)
    lead = made.members.create(name="Phòng CCVC", agency=agencies["ccvc"], position=1)
    made.members.create(name="PNV Nha Trang", agency=agencies["nha-trang"], position=2)
    made.years.create(year=2026, lead=lead, campaign=board.campaign)
    return made


def test_a_unit_that_changes_its_kind_keeps_its_published_rank(board, agencies):
    all_verified(board)
    board.publish()
    before, winners = shown(board.campaign), [row.chosen[0].sheet.pk for row in winners_of(board.campaign)]
    for code in ("ttlt", "nha-trang"):
        version = agencies[code].current
        version.kind = "internal_unit"
        version.save()
    assert shown(board.campaign) == before
    assert [row.chosen[0].sheet.pk for row in winners_of(board.campaign)] == winners


def test_a_cluster_keeps_its_published_ranking(board, cluster):
    all_verified(board)
    board.publish()
    before = shown(board.campaign)
    assert [title for title, _places in before][-1] == "Cụm 1"
    cluster.members.get(position=2).delete()
    cluster.name = "Cụm khác"
    cluster.save()
    assert shown(board.campaign) == before
    assert ranking_workbook(ranking_of(board.campaign))[:2] == b"PK"


def test_taken_back_nothing_is_kept(board, cast):
    all_verified(board)
    board.publish()
    assert PublishedPlace.objects.count() == 3
    scoring.unpublish_scores(campaign=board.campaign, by=cast.office, reason="Tính nhầm")
    assert PublishedPlace.objects.count() == 0
    told = InboxItem.objects.filter(user=cast.unit_head.user_id, title__startswith="Thu hồi công bố điểm")
    assert [item.body for item in told] == ["Văn phòng sẽ công bố lại. Lý do: Tính nhầm"]


def test_whoever_joined_later_has_no_sheet_and_is_named(board, agencies, cast):
    all_verified(board)
    board.campaign.participants.create(agency=agencies["dien-khanh"])
    with pytest.raises(Refused, match="Chưa có phiếu chấm điểm: PNV Diên Khánh"):
        board.publish()
    assert board.publish(without_missing=True) == 3
    with pytest.raises(Refused, match="thu hồi công bố trước khi mở phiếu cho đơn vị mới"):
        scoring.open_scoring(campaign=board.campaign, by=cast.office)


def test_a_member_of_a_cluster_that_takes_no_part_gets_a_sheet(board, cluster, agencies, cast):
    cluster.members.create(name="PNV Diên Khánh", agency=agencies["dien-khanh"], position=3)
    assert scoring.open_scoring(campaign=board.campaign, by=cast.office) == 1
    assert board.campaign.sheets.get(member__isnull=False).member.agency == agencies["dien-khanh"]


def test_a_cluster_linked_for_two_years_is_one_group(board, cluster):
    cluster.years.create(year=2025, lead=cluster.members.first(), campaign=board.campaign)
    all_verified(board)
    assert [group.title for group in ranking_of(board.campaign)].count("Cụm 1") == 1


def test_members_whose_cluster_is_no_longer_ranked_are_named(board, cluster, agencies, cast):
    cluster.members.create(name="Văn phòng Tỉnh ủy", position=3)
    scoring.open_scoring(campaign=board.campaign, by=cast.office)
    all_verified(board)
    sheet = board.campaign.sheets.get(member__isnull=False)
    for criterion in board.criteria:
        scoring.save_points(sheet=sheet, criterion=criterion, points=5, reason="", by=cast.office)
    scoring.sheet_step(sheet=sheet, event="verify", by=cast.office)
    cluster.years.update(campaign=None)
    with pytest.raises(Refused, match="Không thuộc nhóm xếp hạng nào: Văn phòng Tỉnh ủy"):
        board.publish()


def test_a_campaign_that_is_over_is_scored_no_more(board, cast):
    all_verified(board)
    actions.move_campaign(campaign=board.campaign, event="close", by=cast.office, reason="Hết năm")
    sheet = sheets_of(board.campaign).first()
    for call in (
        board.publish,
        lambda: scoring.open_scoring(campaign=board.campaign, by=cast.office),
        lambda: scoring.save_rule(campaign=board.campaign, by=cast.office, form=None, bands=None),
        lambda: scoring.verify_complete(campaign=board.campaign, by=cast.office),
        lambda: scoring.unpublish_scores(campaign=board.campaign, by=cast.office, reason="x"),
        lambda: scoring.sheet_step(sheet=sheet, event="return", by=cast.office, reason="x"),
        lambda: board.point("ccvc", 0, 3),
    ):
        with pytest.raises(Refused, match="Phong trào đã kết thúc: mở lại phong trào trước khi"):
            call()
