"""«Đơn vị tham gia»: who can be chosen, who cannot be taken off the list, who hears of it."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from awards.models import Award
from campaigns.actions import extend_deadline, open_review, register_title, save_section, save_unit_report
from campaigns.forms.sections import section_form
from campaigns.models import UnitReport
from campaigns.selectors import dossier_deadline
from dossiers.actions import create_dossier
from thidua.notifications.models import InboxItem
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def chosen(campaign):
    """chosen(agency, …, kinds=): the bound form with these boxes ticked."""

    def bind(*agencies, kinds=()):
        data = QueryDict(mutable=True)
        data.setlist("agencies", [str(agency.pk) for agency in agencies])
        data.setlist("kinds", kinds)
        return section_form("participants", campaign, data)

    return bind


@pytest.fixture
def save(campaign, office):
    def write(form):
        assert form.is_valid(), form.errors
        return save_section(campaign=campaign, section="participants", by=office, form=form)

    return write


def taking_part(campaign):
    return sorted(campaign.participants.values_list("agency__code", flat=True))


@pytest.fixture
def dissolved(agencies):
    agency = agencies["nha-trang"]
    agency.ended_on = date(2026, 7, 1)
    agency.save()
    return agency


def test_a_dissolved_participant_stays_and_is_marked(campaign, agencies, chosen, save, dissolved):
    boxes = [
        name for _kind, rows in section_form("participants", campaign).fields["agencies"].choices for _, name in rows
    ]
    assert [name for name in boxes if "kết thúc" in name] == [f"{dissolved} (kết thúc hoạt động 01/07/2026)"]
    save(chosen(agencies["ccvc"], agencies["ttlt"], dissolved))
    assert taking_part(campaign) == ["ccvc", "nha-trang", "ttlt"]


def test_a_dissolved_agency_does_not_join(campaign, agencies, chosen, save, dissolved):
    save(chosen(agencies["ccvc"], agencies["ttlt"]))
    assert chosen(agencies["ccvc"], dissolved).is_valid() is False


def test_a_whole_kind_joins_with_one_box(campaign, agencies, chosen, save):
    labels = [label for label, _rows in section_form("participants", campaign).fields["agencies"].choices]
    assert "Phòng Nội vụ cấp huyện (2)" in labels
    save(chosen(agencies["ccvc"], agencies["ttlt"], kinds=["district_office"]))
    assert taking_part(campaign) == ["ccvc", "dien-khanh", "nha-trang", "ttlt"]


def test_a_unit_that_has_begun_something_stays_on_the_list(campaign, agencies, office, unit_head, chosen):
    create_dossier(campaign=campaign, by=unit_head)
    register_title(campaign=campaign, award=Award.objects.get(code="GIAY_KHEN"), by=unit_head)
    form = chosen(agencies["ttlt"], agencies["nha-trang"])
    name = agencies["ccvc"].short_name
    assert form.errors == {
        "agencies": [f"{name} đã có hồ sơ đề nghị khen thưởng, đăng ký thi đua nên không bỏ khỏi phong trào được."]
    }


def test_a_unit_that_is_taken_off_the_list_is_told(campaign, agencies, chosen, save, unit_head):
    amendment = save(chosen(agencies["ttlt"], agencies["nha-trang"]))
    told = InboxItem.objects.filter(user=unit_head.user_id, title__startswith="Đơn vị không còn tham gia")
    assert told.count() == 1
    assert not InboxItem.objects.filter(user=unit_head.user_id, key=f"amendment:{amendment.pk}").exists()


def test_a_unit_off_the_list_goes_on_reading_its_report(campaign, agencies, office, unit_head, client_of, at):
    today = timezone.localdate()
    review = open_review(
        campaign=campaign, kind="interim", name="Sơ kết", covers_from=campaign.starts_on, covers_to=today, by=office
    )
    values = {"results": "Đúng hạn.", "shortcomings": "", "proposals": ""}
    save_unit_report(review=review, values=values, revision=1, by=unit_head)
    campaign.participants.filter(agency=agencies["ccvc"]).delete()
    url = at(unit_head, "unit_report_page", UnitReport.objects.get().pk)
    assert client_of(unit_head).get(url).status_code == 200


def test_agencies_that_join_by_the_words_of_the_plan_are_named(campaign, agencies, office):
    data = QueryDict(mutable=True)
    data.update({"groups-TOTAL_FORMS": "1", "groups-INITIAL_FORMS": "0", "groups-0-position": "1"})
    data.update({"groups-0-nominee_kind": "collective", "groups-0-text": "Các Phòng Nội vụ"})
    data.setlist("groups-0-agency_kinds", ["district_office"])
    form = section_form("groups", campaign, data)
    assert form.is_valid(), form.errors
    amendment = save_section(campaign=campaign, section="groups", by=office, form=form)
    joined = str(agencies["dien-khanh"])
    assert amendment.changes == [
        {"what": "Thêm «Các Phòng Nội vụ»", "before": "", "after": "Các Phòng Nội vụ"},
        {"what": f"Thêm đơn vị tham gia «{joined}»", "before": "", "after": joined},
    ]


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        (lambda usual: date(2020, 1, 1), "Ngày 01/01/2020 đã qua; hãy gia hạn đến hôm nay hoặc một ngày sau."),
        (lambda usual: usual - timedelta(days=1), "Gia hạn phải sau hạn chung"),
    ],
)
def test_an_extension_gives_more_time(campaign, agencies, office, until, sentence):
    participant = campaign.participants.get(agency=agencies["ccvc"])
    with pytest.raises(Refused, match=sentence):
        extend_deadline(participant=participant, until=until(dossier_deadline(campaign)), reason="Vì.", by=office)
