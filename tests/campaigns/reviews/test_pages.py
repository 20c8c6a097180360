"""The pages of a review: what the office, the leaders and the units see and do."""

from campaigns import actions
from campaigns.models import Review
from tests.support.html import Page
from thidua.notifications.models import InboxItem

JSON = {"X-Requested-With": "XMLHttpRequest"}


def words(answer):
    return " ".join(Page(answer.content.decode()).text)


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_milestone_of_the_plan_opens_its_review(campaign, office, client_of, at):
    client = client_of(office)
    milestone = campaign.milestones.get(kind="interim_review")
    listed = client.get(at(office, "campaign_reviews", campaign.pk))
    url = at(office, "review_open", campaign.pk, moc=milestone.pk)
    assert url in listed.content.decode()
    form = client.get(url).context["form"]
    data = {name: form[name].value() for name in form.fields}
    assert (data["milestone"], form.fields["milestone"].queryset.count()) == (milestone.pk, 2)
    assert (data["name"], data["kind"], data["covers_to"]) == ("Sơ kết Đợt 1", "interim", milestone.phase.ends_on)
    client.post(url, data)
    assert (Review.objects.get().name, Review.objects.get().milestone) == ("Sơ kết Đợt 1", milestone)
    Review.objects.update(name="Tên do Văn phòng đặt")
    assert url not in client.get(at(office, "campaign_reviews", campaign.pk)).content.decode()


def test_a_wrong_period_keeps_what_was_typed(review, office, client_of, at):
    data = {"kind": "final", "name": "Sơ kết Đợt 1", "covers_from": "2025-01-01", "covers_to": "2024-01-01"}
    answer = client_of(office).post(at(office, "review_open", review.campaign_id), data)
    errors = answer.context["form"].errors
    assert errors["name"] == ["Đã có đợt «Sơ kết Đợt 1»; hãy mở đợt đó hoặc đặt tên khác."]
    assert "Kỳ số liệu phải kết thúc từ ngày bắt đầu trở đi." in str(errors)
    assert 'value="2025-01-01"' in answer.content.decode()


def test_a_unit_writes_and_sends_without_scripts(review, unit_head, client_of, at):
    client, url = client_of(unit_head), at(unit_head, "unit_report", review.pk)
    assert client.get(at(unit_head, "review_page", review.pk))["Location"] == url
    saved = client.post(url, {"results": "Kết quả", "shortcomings": "", "proposals": "", "revision": 1}, follow=True)
    assert messages(saved) == ["Đã lưu."]
    data = {"results": "Kết quả đầy đủ", "shortcomings": "Chậm", "proposals": "", "revision": 2, "send": "1"}
    asked = client.post(url, data, follow=True)
    assert ("Còn để trống: «Kiến nghị, đề xuất»." in words(asked), review.reports.get().submitted_at) == (True, None)
    assert "đơn vị không đăng ký" not in words(asked)
    sent = client.post(asked.wsgi_request.path, follow=True)
    assert "Đã gửi báo cáo; số liệu được giữ như lúc gửi. Văn phòng đã được báo." in messages(sent)
    assert ("Kết quả đầy đủ" in words(sent), "Lưu nháp" in words(sent)) == (True, False)
    again = client.post(url, data, follow=True)
    assert "bấm «Thu lại để sửa»" in messages(again)[0]
    assert messages(client.post(asked.wsgi_request.path, follow=True)) == [
        "Báo cáo đã gửi; muốn sửa, bấm «Thu lại để sửa»."
    ]
    back = client.post(at(unit_head, "unit_report_take_back", review.pk), follow=True)
    assert messages(back) == ["Đã thu lại báo cáo; sửa xong, anh/chị gửi lại. Văn phòng đã được báo."]
    assert "Kết quả đầy đủ</textarea>" in back.content.decode()


def test_an_empty_report_is_not_offered_to_be_sent(review, unit_head, client_of, at):
    client, url = client_of(unit_head), at(unit_head, "unit_report", review.pk)
    data = {"results": "", "shortcomings": "Chậm hai việc", "revision": 1, "send": "1"}
    asked = client.post(url, data, follow=True)
    text = words(asked)
    assert ("hãy ghi «Kết quả nổi bật» trước" in text, "Gửi Văn phòng" in text) == (True, False)
    refused = client.post(asked.wsgi_request.path, follow=True)
    assert messages(refused) == ["Hãy ghi «Kết quả nổi bật» rồi gửi báo cáo."]
    assert "Chậm hai việc</textarea>" in refused.content.decode()


def test_the_report_is_saved_while_one_types(review, unit_head, client_of, at):
    client, url = client_of(unit_head), at(unit_head, "unit_report", review.pk)
    first = client.post(url, {"results": "Một", "revision": 1}, headers=JSON)
    assert (first.status_code, first.json()["revision"]) == (200, 2)
    late = client.post(url, {"results": "Hai", "revision": 1}, headers=JSON)
    assert (late.status_code, late.json()["server_values"]["results"]) == (409, "Một")
    client.post(url, {"results": "Một", "revision": 2, "send": "1"})
    client.post(at(unit_head, "unit_report_send", review.pk))
    closed = client.post(url, {"results": "Ba", "revision": 3}, headers=JSON)
    assert (closed.status_code, "Thu lại để sửa" in closed.json()["errors"][""][0]) == (422, True)


def test_the_office_sees_who_has_sent_and_reminds_the_others(
    review, send, unit_head, other_unit_head, office, client_of, at
):
    send(unit_head, results="Việc hay", shortcomings="Chậm")
    client = client_of(office)
    page = client.get(at(office, "review_page", review.pk))
    text = words(page)
    assert ("Chưa gửi (2 đơn vị)" in text, "Đã gửi (1 đơn vị)" in text) == (True, True)
    chosen = [row.pk for row in page.context["silent_ids"]]
    asked = client.post(
        at(office, "campaign_nudge", review.campaign_id), {"participant": chosen, "usual": "Xin gửi sớm."}
    )
    assert asked.context["form"]["text"].value() == "Xin gửi sớm."
    client.post(at(office, "campaign_nudge", review.campaign_id), {"participant": chosen, "text": "Xin gửi sớm."})
    assert InboxItem.objects.filter(user=other_unit_head.user_id, body="Xin gửi sớm.").exists()


def test_a_report_is_read_and_returned(
    review, send, unit_head, other_unit_head, office, director, council, client_of, at
):
    report = send(unit_head, results="Việc hay")
    url = at(office, "unit_report_page", report.pk)
    assert "Trả lại báo cáo…" in words(client_of(office).get(url))
    read = words(client_of(director).get(at(director, "unit_report_page", report.pk)))
    assert ("Việc hay" in read, "Trả lại báo cáo…" in read) == (True, False)
    assert "Việc hay" in words(client_of(unit_head).get(at(unit_head, "unit_report_page", report.pk)))
    for actor in (other_unit_head, council):
        assert client_of(actor).get(at(actor, "unit_report_page", report.pk)).status_code == 403
    back = client_of(office).post(at(office, "unit_report_return", report.pk), {"reason": "Bổ sung"}, follow=True)
    assert messages(back) == ["Đã trả lại báo cáo của Phòng CCVC; đơn vị đã được báo lý do."]
    assert client_of(office).get(url).status_code == 403  # what a unit has not sent yet is its own


def test_leaders_read_the_whole_and_others_do_not(review, director, inspector, council, administrator, client_of, at):
    for actor, status in ((director, 200), (inspector, 200), (council, 403), (administrator, 403)):
        assert client_of(actor).get(at(actor, "review_page", review.pk)).status_code == status
        assert client_of(actor).get(at(actor, "campaign_reviews", review.campaign_id)).status_code == 200


def test_the_office_writes_beside_what_the_units_wrote(review, send, unit_head, office, client_of, at):
    send(unit_head, shortcomings="Thiếu người")
    client, url = client_of(office), at(office, "review_texts", review.pk)
    page = client.get(url)
    assert "Thiếu người" in words(page)
    revision = page.context["form"]["revision"].value()
    first = client.post(url, {"assessment": "Tốt", "revision": revision}, headers=JSON)
    assert first.status_code == 200
    late = client.post(url, {"assessment": "Khá", "revision": revision})
    assert "Nội dung anh/chị gõ vẫn còn trong các ô" in words(late)
    assert "Khá</textarea>" in late.content.decode()


def test_closing_and_opening_again(review, office, client_of, at):
    client = client_of(office)
    assert "Đã chốt" in words(client.post(at(office, "review_close", review.pk), follow=True))
    again = client.post(at(office, "review_reopen", review.pk), {"reason": "Bổ sung"}, follow=True)
    assert "Đang nhận báo cáo" in words(again)


def test_no_review_yet(campaign, office, unit_head, client_of, at):
    assert "Chưa có đợt sơ kết" in words(client_of(office).get(at(office, "campaign_reviews", campaign.pk)))
    assert "đơn vị được báo" in words(client_of(unit_head).get(at(unit_head, "campaign_reviews", campaign.pk)))


def test_a_closed_review_shows_the_silent_unit_its_figures(review, office, unit_head, client_of, at):
    actions.close_review(review=review, by=office)
    text = words(client_of(unit_head).get(at(unit_head, "unit_report", review.pk)))
    assert ("Không gửi" in text, "Đăng ký thi đua" in text, "Lưu nháp" in text) == (True, True, False)
