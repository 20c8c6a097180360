"""The figures of a review: of every unit at once, the same number of queries for 1, 30 and 300 units."""

from datetime import date

import pytest
from django.utils import timezone

from awards.models import Award, QualityRating
from campaigns import actions
from campaigns.enums import SheetState
from campaigns.figures import Column, figures_of, total_of, words_of
from campaigns.models import Participant
from campaigns.selectors.reviews import consolidated, unit_figures
from tests.campaigns.targets.conftest import OWN, unit
from tests.factories.agencies import person_called, post

QUYNH = "Nguyễn Thị Ngọc Diễm Quỳnh"


def of(review, actor):
    return figures_of(review, [actor.agency_id])[actor.agency_id]


def test_registered_and_withdrawn(review, campaign, unit_head):
    award = Award.objects.get(code="GIAY_KHEN")
    actions.register_title(campaign=campaign, award=award, by=unit_head)
    actions.register_title(campaign=campaign, award=award, person=person_called(QUYNH), by=unit_head)
    gone = actions.register_title(campaign=campaign, award=award, person=person_called("Trương Thế Anh"), by=unit_head)
    actions.withdraw_registration(registration=gone, reason="Chuyển công tác", by=unit_head)
    assert of(review, unit_head)["registrations"] == {"collective": 1, "individual": 1}


def test_proposed_and_awarded(review, make_dossier, unit_head, other_unit_head):
    make_dossier("decided", nominees=("collective", QUYNH))
    make_dossier("submitted", head=other_unit_head)
    assert of(review, unit_head)["submissions"] == {
        "dossiers": 1, "collectives": 1, "individuals": 1, "awarded_collectives": 1, "awarded_individuals": 1,
    }  # fmt: skip
    assert of(review, other_unit_head)["submissions"] == {
        "dossiers": 1, "collectives": 1, "individuals": 0, "awarded_collectives": 0, "awarded_individuals": 0,
    }  # fmt: skip


def test_a_result_that_is_not_signed_yet_is_no_figure(review, make_dossier, cast, unit_head):
    from tests.factories.dossiers import approve_all

    approve_all(make_dossier("approval"), cast.director)
    assert of(review, unit_head)["submissions"]["awarded_collectives"] == 0


def test_what_a_unit_adds_to_each_target(review, campaign, agencies, unit_head):
    target = campaign.targets.create(
        text="Ít nhất 20% xuất sắc", value=20, unit="percent", population="people", grades=["excellent"]
    )
    year = timezone.localdate().year
    QualityRating.objects.create(agency=agencies["ccvc"], person=person_called(QUYNH), year=year, grade="excellent")
    assert of(review, unit_head)["targets"] == {f"target_{target.pk}": "1/3/2"}
    groups = dict(unit_figures(review, unit_head.agency_id))
    said = "1 trên 3 người xếp loại «Hoàn thành xuất sắc nhiệm vụ»; 2 người chưa có kết quả"
    assert groups["Chỉ tiêu"] == [("Ít nhất 20% xuất sắc", said)]


def test_the_own_figure_is_that_of_the_whole_for_somebody_with_two_posts(review, campaign, agencies, unit_head):
    twice = person_called(QUYNH)
    post(twice, agencies["ttlt"], "Kiêm nhiệm", valid_from=date(2024, 6, 1))
    campaign.targets.create(text="Xuất sắc", value=1, population="people", grades=["excellent"])
    QualityRating.objects.create(agency=agencies["ccvc"], person=twice, year=review.covers_to.year, grade="excellent")
    whole = {line.agency.pk: line.figures["targets"] for line in consolidated(review).lines}
    for code in ("ccvc", "ttlt"):
        assert figures_of(review, [agencies[code].pk])[agencies[code].pk]["targets"] == whole[agencies[code].pk]


def test_a_unit_reads_what_a_figure_means(review, campaign, agencies, unit_head):
    campaign.targets.create(position=1, text="Không có đơn vị yếu", value=0, comparator="=", grades=["failed"])
    campaign.targets.create(position=2, text="Tốt", value=1, grades=["excellent", "good"])
    campaign.targets.create(
        position=3, text="Chỉ phòng cấp huyện", value=1, grades=["good"], agency_kinds=["district_office"]
    )
    campaign.targets.create(position=4, text="Đăng ký", value=1, measure="registration")
    QualityRating.objects.create(agency=agencies["ccvc"], year=review.covers_to.year, grade="good")

    def said(code):
        return dict(dict(unit_figures(review, agencies[code].pk))["Chỉ tiêu"])

    assert said("ccvc") == {
        "Không có đơn vị yếu": "Không: đơn vị không xếp loại «Không hoàn thành nhiệm vụ»",
        "Tốt": "Có: đơn vị xếp loại «Hoàn thành xuất sắc nhiệm vụ» hoặc «Hoàn thành tốt nhiệm vụ»",
        "Đăng ký": "Không: đơn vị không đăng ký thi đua",
    }
    assert said("ttlt")["Tốt"] == "Chưa có kết quả"
    table = next(table for table in consolidated(review).tables if table.code == "targets")
    assert {str(unit): words for unit, words in table.rows}["Phòng Công chức, viên chức"] == [
        "Không", "Có", "–", "Không",
    ]  # fmt: skip
    assert table.totals == [
        "0 trên 3 (2 chưa có kết quả)",
        "1 trên 3 (2 chưa có kết quả)",
        "0 trên 1 (1 chưa có kết quả)",
        "0 trên 3",
    ]


def test_only_published_scores_are_figures(review, campaign, unit_head):
    participant = campaign.participants.get(agency=unit_head.agency_id)
    sheet = campaign.sheets.create(participant=participant, total="92.50", rank=1, band="Xuất sắc", state="verified")
    assert of(review, unit_head)["scores"] == {}
    sheet.state, sheet.published_at = SheetState.PUBLISHED, timezone.now()
    sheet.save()
    kind = "Đơn vị thuộc Sở"
    assert of(review, unit_head)["scores"] == {"total": "92.50", "rank": 1, "group": kind, "band": "Xuất sắc"}


def test_kinds_of_units_are_ranked_apart(review, campaign, agencies):
    for code, total in (("ccvc", 90), ("ttlt", 95), ("nha-trang", 80)):
        campaign.sheets.create(
            participant=campaign.participants.get(agency=agencies[code]), total=total, rank=1, state="published",
            published_at=timezone.now(),
        )  # fmt: skip
    assert [[(bar.rank, bar.label) for bar in bars] for _kind, bars in consolidated(review).rankings] == [
        [("1", "Phòng CCVC")], [("1", "TT Lưu trữ")], [("1", "PNV Nha Trang")],
    ]  # fmt: skip


def test_totals_and_words():
    assert total_of(Column("a", "A"), [1, None, 2]) == 3
    assert total_of(Column("a", "A", "share"), ["1/3", None, "2/4"]) == "3/7"
    assert total_of(Column("a", "A", "share"), ["1/3/1", "2/4", "0/5/3"]) == "3/12/4"
    assert total_of(Column("a", "A", ""), ["92.5"]) is None
    assert [words_of(value) for value in (None, 0, 12, "92.50", "100.00", "3/7", "Xuất sắc")] == [
        "–", "0", "12", "92,5", "100", "3 trên 7", "Xuất sắc",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 30, 300])
def test_the_whole_costs_the_same_with_many_units(review, campaign, django_assert_num_queries, count):
    campaign.targets.create(text="Ít nhất 20% xuất sắc", value=20, unit="percent", population="people", grades=["good"])
    for number in range(count):
        agency = unit(number, OWN[0], staff=1)
        Participant.objects.create(campaign=campaign, agency=agency)
        QualityRating.objects.create(agency=agency, year=timezone.localdate().year, grade="good")
    with django_assert_num_queries(14):
        whole = consolidated(review)
        assert [len(table.rows) for table in whole.tables] == [count + 3] * 4
        assert whole.gauges
