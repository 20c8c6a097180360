"""Awards by ranking: who wins takes part without a dossier."""

from decimal import Decimal

import pytest

from campaigns.actions import scoring
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
