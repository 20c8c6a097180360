"""The pages of campaigns: who sees what, at what cost, and that nothing typed is lost."""

import pytest
from django.utils import timezone

from campaigns.forms.sections import CHAPTERS
from campaigns.models import Campaign


def titles(response):
    return [campaign.title for campaign in response.context["page_obj"]]


def test_units_do_not_know_of_drafts(draft_campaign, office, unit_head, inspector, client_of, at):
    assert titles(client_of(office).get(at(office, "campaign_list"))) == [draft_campaign.title]
    assert titles(client_of(unit_head).get(at(unit_head, "campaign_list"))) == []
    assert titles(client_of(inspector).get(at(inspector, "campaign_list"))) == []
    answer = client_of(unit_head).get(at(unit_head, "campaign_overview", draft_campaign.pk))
    assert answer.status_code == 403


def test_search_works_without_marks(campaign, office, client_of, at):
    found = client_of(office).get(at(office, "campaign_list", q="phong trao THI DUA nganh noi vu"))
    assert titles(found) == [campaign.title]
    assert titles(client_of(office).get(at(office, "campaign_list", q="không có"))) == []


@pytest.mark.parametrize("section", CHAPTERS)
def test_each_part_of_the_plan_can_be_opened_and_saved_unchanged(campaign, office, client_of, at, section):
    client, url = client_of(office), at(office, "campaign_section", campaign.pk, section)
    form = client.get(url).context["form"]
    answer = client.post(url, fields_of(form), follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["Đã lưu."]


def fields_of(form):
    """What a browser would send of an untouched form or formset."""
    forms = [form.management_form, *form.forms] if hasattr(form, "forms") else [form]
    data = {}
    for part in forms:
        for field in part:
            value = field.value()
            if value is None or value is False or value == "":
                continue
            data[field.html_name] = (
                "on" if value is True else [str(v) for v in value] if isinstance(value, list) else str(value)
            )
    return data


def test_a_wrong_date_keeps_what_was_typed(draft_campaign, office, client_of, at):
    client, url = client_of(office), at(office, "campaign_section", draft_campaign.pk, "general")
    data = fields_of(client.get(url).context["form"]) | {"title": "Tên mới đã gõ", "ends_on": "2020-01-01"}
    answer = client.post(url, data)
    html = answer.content.decode()
    assert answer.context["form"].errors == {"ends_on": ["Ngày kết thúc phải từ ngày bắt đầu trở đi."]}
    assert 'value="Tên mới đã gõ"' in html
    assert Campaign.objects.get(pk=draft_campaign.pk).title != "Tên mới đã gõ"


def test_a_milestone_without_date_needs_its_document(draft_campaign, office, client_of, at):
    client, url = client_of(office), at(office, "campaign_section", draft_campaign.pk, "milestones")
    data = fields_of(client.get(url).context["form"])
    last = int(data["milestones-TOTAL_FORMS"]) - 1
    data |= {
        f"milestones-{last}-kind": "ceremony",
        f"milestones-{last}-name": "Lễ",
        f"milestones-{last}-certainty": "fixed",
    }
    answer = client.post(url, data)
    assert answer.context["form"].forms[last].non_field_errors() == [
        "Mốc phải có ngày. «Tính từ mốc khác» cần mốc và số ngày; «Hằng năm» cần ngày, tháng, từ năm, đến năm; "
        "nếu chưa có ngày, chọn «Chờ văn bản hướng dẫn» và ghi văn bản sẽ ấn định ngày."
    ]


def test_an_offer_that_dossiers_use_is_not_removed(campaign, make_dossier, office, client_of, at):
    make_dossier("draft")
    client, url = client_of(office), at(office, "campaign_section", campaign.pk, "offers")
    data = fields_of(client.get(url).context["form"]) | {"offers-0-DELETE": "on"}
    answer = client.post(url, data)
    assert answer.context["form"].non_form_errors() == [
        f"«{campaign.offers.first()}» đang được sử dụng (hồ sơ, phiếu chấm điểm…) nên không bỏ được."
    ]


def test_the_office_writes_and_launches_a_campaign(agencies, office, client_of, at):
    client = client_of(office)
    today = timezone.localdate()
    made = client.post(
        at(office, "campaign_create"),
        {
            "title": "Phong trào mới", "kind": "thematic", "year": today.year, "organiser": agencies["so"].pk,
            "starts_on": today.isoformat(), "ends_on": today.replace(month=12, day=31).isoformat(),
        },
    )  # fmt: skip
    campaign = Campaign.objects.get()
    assert made["Location"] == at(office, "campaign_section", campaign.pk, "participants")
    refused = client.get(at(office, "campaign_launch", campaign.pk))
    assert len(refused.context["missing"]) == 3


def test_the_launch_shows_who_will_be_told(draft_campaign, office, client_of, at):
    page = client_of(office).get(at(office, "campaign_launch", draft_campaign.pk))
    assert page.context["names"] == [str(p.agency) for p in draft_campaign.participants.select_related("agency")]
    client_of(office).post(at(office, "campaign_launch", draft_campaign.pk))
    again = client_of(office).post(at(office, "campaign_launch", draft_campaign.pk), follow=True)
    assert "Việc này đã được thực hiện" in str(next(iter(again.context["messages"])))


def test_a_unit_head_registers_and_sees_only_the_own_unit(campaign, unit_head, other_unit_head, client_of, at):
    award = campaign.offers.first().award
    url = at(unit_head, "campaign_registrations", campaign.pk)
    client_of(unit_head).post(url, {"award": award.pk, "target": "100% đúng hạn"})
    assert len(client_of(unit_head).get(url).context["page_obj"]) == 1
    assert len(client_of(other_unit_head).get(url).context["page_obj"]) == 0


def test_a_nudge_names_the_units_before_it_is_sent(campaign, office, agencies, client_of, at):
    client, url = client_of(office), at(office, "campaign_nudge", campaign.pk)
    participant = campaign.participants.get(agency=agencies["ccvc"])
    asked = client.post(url, {"participant": [participant.pk]})
    assert asked.context["names"] == [str(agencies["ccvc"])]
    sent = client.post(url, {"participant": [participant.pk], "text": "Đề nghị nộp hồ sơ."}, follow=True)
    assert str(next(iter(sent.context["messages"]))).startswith("Đã nhắc 1 đơn vị")
    none = client.post(url, {}, follow=True)
    assert [str(m) for m in none.context["messages"]] == ["Hãy chọn ít nhất một đơn vị để nhắc."]


def test_the_first_column_says_who_has_registered(campaign, unit_head, office, client_of, at):
    award = campaign.offers.first().award
    client_of(unit_head).post(at(unit_head, "campaign_registrations", campaign.pk), {"award": award.pk})
    page = client_of(office).get(at(office, "campaign_overview", campaign.pk))
    assert [row.cells[0].label for row in page.context["rows"]] == ["1 đăng ký", "Chưa đăng ký", "Chưa đăng ký"]
    assert page.context["columns"] == ["Đăng ký", "Nộp hồ sơ", "Kiểm tra", "Kết quả"]
