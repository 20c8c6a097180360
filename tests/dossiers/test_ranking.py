"""Awards by ranking: who wins takes part without a dossier."""

from decimal import Decimal

import pytest

from campaigns.actions import move_campaign, scoring
from campaigns.policies import scored_criteria
from campaigns.selectors.scoring import sheets_of
from dossiers import actions
from dossiers.enums import DossierState, Outcome
from dossiers.models import Dossier, Nominee
from tests.factories.sheets import hand_in
from thidua.workflow.table import AlreadyDone, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def ranked(campaign, cast, agencies):
    """Points of each participant published; the offer by ranking has one place, for district rooms."""
    offer = campaign.offers.get(selection="ranking")
    offer.quota = 1
    offer.save()
    other = type(agencies["nha-trang"]).objects.present().of_kind("district_office").exclude(code="nha-trang").first()
    if other:
        campaign.participants.create(agency=other)
    scoring.open_scoring(campaign=campaign, by=cast.office)

    def publish(points):
        for sheet in sheets_of(campaign):
            hand_in(sheet)
            for criterion in scored_criteria(campaign):
                value = points.get(sheet.participant.agency.code, Decimal(5))
                scoring.save_points(sheet=sheet, criterion=criterion, points=value, reason="", by=cast.office)
            scoring.sheet_step(sheet=sheet, event="verify", by=cast.office)
        scoring.publish_scores(campaign=campaign, by=cast.office)
        return campaign

    return publish


def test_the_winner_goes_to_the_director_without_a_dossier(ranked, cast, agencies):
    campaign = ranked({"nha-trang": Decimal("9.5")})
    dossier = actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert (dossier.state, dossier.agency, dossier.items.count()) == (DossierState.APPROVAL, campaign.organiser, 0)
    nominee = dossier.nominees.get()
    assert (nominee.agency, nominee.subject_kind) == (agencies["nha-trang"], "collective")
    assert nominee.summary.startswith("Xếp hạng 1 với 28,5 điểm, theo kết quả chấm điểm công bố ngày ")
    approved = actions.approve_nominee(nominee=nominee, by=cast.director)
    assert approved.outcome == Outcome.APPROVED
    decision = actions.prepare_decision(campaign=campaign, by=cast.office)
    assert [line.name for line in decision.lines.all()] == [agencies["nha-trang"].current.legal_name]


def test_twice_makes_one_list(ranked, cast):
    campaign = ranked({"nha-trang": Decimal(9)})
    actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    with pytest.raises(AlreadyDone, match="Danh sách theo xếp hạng đã được lập"):
        actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert Nominee.objects.filter(offer__selection="ranking").count() == 1


def test_before_the_publication_nobody_is_chosen(campaign, cast):
    with pytest.raises(Refused, match="Chưa công bố điểm"):
        actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert Dossier.objects.count() == 0


def test_without_a_number_of_places_the_office_is_told_what_is_missing(ranked, cast):
    campaign = ranked({"nha-trang": Decimal(9)})
    campaign.offers.filter(selection="ranking").update(quota=None, quota_kind="unlimited")
    with pytest.raises(Refused, match="Chưa có số suất của .+: ghi số suất"):
        actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert Dossier.objects.count() == 0


def test_a_unit_cannot_make_the_list(ranked, cast, client_of, at):
    campaign = ranked({})
    answer = client_of(cast.unit_head).post(at(cast.unit_head, "ranking_nominate", campaign.pk))
    assert (answer.status_code, Dossier.objects.count()) == (403, 0)


def test_a_paper_of_one_offer_is_asked_of_its_nominees_only(campaign, cast):
    collective = campaign.offers.get(nominee_kind="collective", selection="dossier", award__code="GIAY_KHEN")
    individual = campaign.offers.get(nominee_kind="individual", award__code="GIAY_KHEN")
    paper = campaign.components.create(position=9, kind="other", name="Bản tóm tắt sáng kiến")
    paper.only_for.create(offer=individual)
    dossier = actions.create_dossier(campaign=campaign, by=cast.unit_head)
    actions.add_nominee(dossier=dossier, offer=collective, by=cast.unit_head)
    assert not dossier.items.filter(component=paper).exists()
    from thidua.agencies.models import Person

    person = Person.objects.get(pk=cast.unit_head.person_id)
    nominee = actions.add_nominee(dossier=dossier, offer=individual, person=person, by=cast.unit_head)
    assert dossier.items.filter(component=paper).count() == 1
    actions.remove_nominee(nominee=nominee, by=cast.unit_head)
    assert not dossier.items.filter(component=paper).exists()


def again(campaign, cast, points):
    """The office takes the publication back, corrects the points of a unit and publishes anew."""
    scoring.unpublish_scores(campaign=campaign, by=cast.office, reason="Tính nhầm")
    for code, value in points.items():
        for criterion in scored_criteria(campaign):
            sheet = sheets_of(campaign).get(participant__agency__code=code)
            scoring.save_points(sheet=sheet, criterion=criterion, points=value, reason="", by=cast.office)
    scoring.publish_scores(campaign=campaign, by=cast.office)


def proposed(dossier):
    return [nominee.agency.code for nominee in dossier.nominees.select_related("agency")]


@pytest.mark.parametrize("declined", [True, False])
def test_a_list_follows_a_ranking_that_was_published_anew(ranked, cast, declined):
    campaign = ranked({"nha-trang": Decimal(9)})
    dossier = actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    old = dossier.nominees.get()
    if declined:
        actions.decline_nominee(nominee=old, reason="Sai điểm", by=cast.director)
    again(campaign, cast, {"nha-trang": Decimal(1), "dien-khanh": Decimal(6)})
    if not declined:
        with pytest.raises(Refused, match="chờ Văn phòng lập lại danh sách"):
            actions.approve_nominee(nominee=old, by=cast.director)
    anew = actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert (anew, anew.state, proposed(anew)) == (dossier, DossierState.APPROVAL, ["dien-khanh"])
    assert actions.approve_nominee(nominee=anew.nominees.get(), by=cast.director).outcome == Outcome.APPROVED


def test_what_the_director_approved_holds_the_ranking(ranked, cast):
    campaign = ranked({"nha-trang": Decimal(9)})
    nominee = actions.nominate_from_ranking(campaign=campaign, by=cast.office).nominees.get()
    actions.approve_nominee(nominee=nominee, by=cast.director)
    with pytest.raises(Refused, match="Đã phê duyệt hoặc đưa vào quyết định theo xếp hạng này: Phòng Nội vụ"):
        scoring.unpublish_scores(campaign=campaign, by=cast.office, reason="Tính nhầm")
    actions.withdraw_approval(nominee=nominee, by=cast.director, reason="Chờ công bố lại")
    assert scoring.unpublish_scores(campaign=campaign, by=cast.office, reason="Tính nhầm") == campaign.sheets.count()


def test_an_offer_that_came_later_joins_the_list(ranked, cast):
    campaign = ranked({"nha-trang": Decimal(9)})
    dossier = actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    offer = campaign.offers.get(selection="ranking")
    offer.pk, offer._state.adding, offer.agency_kinds = None, True, ["internal_unit"]
    offer.save()
    assert actions.nominate_from_ranking(campaign=campaign, by=cast.office) == dossier
    assert sorted(proposed(dossier)) == ["ccvc", "nha-trang"]


def test_nominees_of_ordinary_dossiers_are_no_list(campaign, cast):
    """An offer by dossier that is switched to the ranking has nominees already; its list is still to be made."""
    offer = campaign.offers.get(nominee_kind="collective", selection="dossier", award__code="GIAY_KHEN")
    actions.add_nominee(
        dossier=actions.create_dossier(campaign=campaign, by=cast.unit_head), offer=offer, by=cast.unit_head
    )
    campaign.offers.filter(pk=offer.pk).update(selection="ranking")
    scoring.open_scoring(campaign=campaign, by=cast.office)
    for sheet in sheets_of(campaign):
        hand_in(sheet)
        for points, criterion in enumerate(scored_criteria(campaign), sheet.pk % 5):
            scoring.save_points(sheet=sheet, criterion=criterion, points=points + 1, reason="", by=cast.office)
        scoring.sheet_step(sheet=sheet, event="verify", by=cast.office)
    scoring.publish_scores(campaign=campaign, by=cast.office)
    dossier = actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert sorted(proposed(dossier)) == ["ccvc", "nha-trang", "ttlt"]


def test_the_rank_that_is_printed_is_the_one_that_chose(ranked, cast):
    campaign = ranked({"ccvc": Decimal(9), "ttlt": Decimal(8), "nha-trang": Decimal(7)})
    campaign.offers.filter(selection="ranking").update(agency_kinds=[], quota=3)
    dossier = actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert [nominee.summary.split(" với ")[0] for nominee in dossier.nominees.all()] == [
        "Xếp hạng 1", "Xếp hạng 2", "Xếp hạng 3",
    ]  # fmt: skip


def test_without_points_nobody_is_proposed(ranked, cast):
    campaign = ranked({"nha-trang": Decimal(0), "dien-khanh": Decimal(0)})
    with pytest.raises(Refused, match="không đơn vị nào có điểm"):
        actions.nominate_from_ranking(campaign=campaign, by=cast.office)
    assert Dossier.objects.count() == 0


def test_a_campaign_that_is_over_proposes_nobody(ranked, cast):
    campaign = ranked({"nha-trang": Decimal(9)})
    move_campaign(campaign=campaign, event="close", by=cast.office, reason="Hết năm")
    with pytest.raises(Refused, match="Phong trào đã kết thúc"):
        actions.nominate_from_ranking(campaign=campaign, by=cast.office)
