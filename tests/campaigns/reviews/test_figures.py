"""The figures of a review: of every unit at once, the same number of queries for 1, 30 and 300 units."""

import pytest
from django.utils import timezone

from awards.models import Award, QualityRating
from campaigns import actions
from campaigns.enums import SheetState
from campaigns.figures import Column, figures_of, total_of, words_of
from campaigns.models import Participant
from campaigns.selectors.reviews import consolidated, unit_figures
from tests.campaigns.targets.conftest import OWN, unit
from tests.factories.agencies import person_called

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
    assert of(review, unit_head)["targets"] == {f"target_{target.pk}": "1/3"}
    groups = dict(unit_figures(review, unit_head.agency_id))
    assert groups["Chỉ tiêu"] == [("Ít nhất 20% xuất sắc", "1 trên 3")]


def test_only_published_scores_are_figures(review, campaign, unit_head):
    participant = campaign.participants.get(agency=unit_head.agency_id)
    sheet = campaign.sheets.create(participant=participant, total="92.50", rank=1, band="Xuất sắc", state="verified")
    assert of(review, unit_head)["scores"] == {}
    sheet.state, sheet.published_at = SheetState.PUBLISHED, timezone.now()
    sheet.save()
    assert of(review, unit_head)["scores"] == {"total": "92.50", "rank": 1, "band": "Xuất sắc"}
    assert [bar.label for bar in consolidated(review).ranking] == ["Phòng CCVC"]


def test_totals_and_words():
    assert total_of(Column("a", "A"), [1, None, 2]) == 3
    assert total_of(Column("a", "A", "share"), ["1/3", None, "2/4"]) == "3/7"
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
