"""What an amendment says: labels, the document and the reason, tasks that are carried over."""

import pytest

from campaigns.actions.programme import carry_over
from tests.factories import campaigns
from thidua.notifications.models import InboxItem

pytestmark = pytest.mark.django_db


def test_an_amendment_speaks_of_kinds_by_their_names(campaign, save):
    offer = campaign.offers.get(agency_kinds=["district_office"])
    amendment = save("offers", {offer: {"agency_kinds": ["internal_unit", "district_office"]}})
    [change] = amendment.changes
    assert (change["before"], change["after"]) == (
        "Phòng Nội vụ cấp huyện", "Đơn vị thuộc Sở, Phòng Nội vụ cấp huyện",
    )  # fmt: skip


def test_an_amendment_names_its_document_and_its_reason(campaign, office, unit_head, posted, client_of, at):
    data = posted("phases", {campaign.phases.first(): {"name": "Đợt mở đầu"}}).data.dict()
    data |= {"why-document": "Kế hoạch số 15/KH-SNV", "why-reason": "Lùi một tuần"}
    client_of(office).post(at(office, "campaign_section", campaign.pk, "phases"), data)
    amendment = campaign.amendments.get()
    assert (amendment.document, amendment.reason) == ("Kế hoạch số 15/KH-SNV", "Lùi một tuần")
    heard = InboxItem.objects.get(user=unit_head.user_id, key=f"amendment:{amendment.pk}")
    assert heard.body.splitlines()[-2:] == ["Theo Kế hoạch số 15/KH-SNV.", "Lý do: Lùi một tuần"]
    page = client_of(office).get(at(office, "campaign_history", campaign.pk)).content.decode()
    assert "Theo Kế hoạch số 15/KH-SNV. Lý do: Lùi một tuần" in page


def test_tasks_carried_into_a_launched_programme_are_an_amendment(campaign, office, agencies):
    target = campaigns.launched(agencies, office, title="Năm sau", year=campaign.year + 1)
    task = campaign.tasks.create(quarter=1, task=f"Tổng kết năm {campaign.year}")
    carry_over(source=campaign, target=target, tasks=[task], by=office)
    words = f"Tổng kết năm {campaign.year + 1}"
    assert [amendment.changes for amendment in target.amendments.all()] == [
        [{"what": f"Thêm «{words}»", "before": "", "after": words}]
    ]


def test_a_movement_on_this_system_is_a_link_for_those_who_may_follow_it(
    campaign, office, unit_head, agencies, client_of, at
):
    over = campaigns.launched(agencies, office, title="Phong trào của ngành")
    over.participants.filter(agency=agencies["ccvc"]).delete()
    campaign.movements.update(platform_campaign=over)
    for page in ("campaign_overview", "campaign_plan"):
        shown = {
            actor: at(actor, "campaign_overview", over.pk)
            in client_of(actor).get(at(actor, page, campaign.pk)).content.decode()
            for actor in (office, unit_head)
        }
        assert shown == {office: True, unit_head: False}
