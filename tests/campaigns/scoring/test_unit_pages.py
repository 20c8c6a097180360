"""What a unit sees and does, before and after the publication."""

import pytest

from campaigns.actions import scoring
from campaigns.models import Score, ScoreSheet
from tests.factories.files import pdf_upload
from tests.factories.sheets import hand_in
from tests.support.html import Page

pytestmark = pytest.mark.django_db
JSON = {"X-Requested-With": "XMLHttpRequest"}


def words(answer):
    return " ".join(Page(answer.content.decode()).text)


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


def typed(sheet, criteria, *points, evidence="Báo cáo số 5/BC"):
    sheet.refresh_from_db()
    data = {"revision": sheet.revision}
    for row, given in zip(criteria, points, strict=False):
        data |= {f"p{row.pk}": given, f"e{row.pk}": evidence}
    return data


def test_a_unit_scores_itself_and_sends_in_one_go(sheets, criteria, unit_head, client_of, at):
    client, sheet = client_of(unit_head), sheets["ccvc"]
    url = at(unit_head, "score_sheet", sheet.pk)
    assert client.get(at(unit_head, "campaign_scores", sheet.campaign_id))["Location"] == url
    page = words(client.get(url))
    assert ("Tiêu chí 1, 2, 3 chưa có điểm; không đạt thì ghi 0." in page, "Phải có minh chứng" in page) == (True, True)
    sent = client.post(url, {**typed(sheet, criteria, "9,5", "8", "9", "1", "0,5"), "send": "1"}, follow=True)
    assert "Đã gửi điểm tự chấm cho Văn phòng thẩm định." in messages(sent)
    sheet.refresh_from_db()
    assert (sheet.state, str(sheet.self_total)) == ("submitted", "27.00")  # 17,5 + 9 + 1 - 0,5
    late = client.post(url, typed(sheet, criteria, "1"), follow=True)
    assert "đề nghị Văn phòng trả lại phiếu" in words(late)
    assert not ScoreSheet.objects.filter(self_total=1).exists()


def test_what_is_not_whole_is_saved_but_not_sent(sheets, criteria, unit_head, client_of, at):
    url = at(unit_head, "score_sheet", sheets["ccvc"].pk)
    answer = client_of(unit_head).post(url, {**typed(sheets["ccvc"], criteria, "9,5"), "send": "1"}, follow=True)
    assert "Tiêu chí 2, 3 chưa có điểm; không đạt thì ghi 0." in messages(answer)
    assert ('value="9,5"' in answer.content.decode(), Score.objects.get().self_points) == (True, 9.5)


def test_a_wrong_point_keeps_everything_that_was_typed(sheets, criteria, unit_head, client_of, at):
    url = at(unit_head, "score_sheet", sheets["ccvc"].pk)
    answer = client_of(unit_head).post(url, typed(sheets["ccvc"], criteria, "11", "8", "chín"))
    page = answer.content.decode()
    assert "Tiêu chí 1: điểm phải từ 0 đến 10." in page
    assert "Tiêu chí 3: «chín» không phải điểm" in page
    assert ('value="11"' in page, 'value="chín"' in page, Score.objects.count()) == (True, True, 0)


def test_the_sheet_is_saved_while_one_types(sheets, criteria, unit_head, client_of, at):
    client, url = client_of(unit_head), at(unit_head, "score_sheet", sheets["ccvc"].pk)
    first = client.post(url, typed(sheets["ccvc"], criteria, "9,5", "10"), headers=JSON)
    assert (first.status_code, first.json()["revision"], first.json()["total"]) == (200, 2, "18")  # the group's cap
    stale = {**typed(sheets["ccvc"], criteria, "3"), "revision": 1}
    late = client.post(url, stale, headers=JSON)
    assert (late.status_code, late.json()["server_values"][f"p{criteria[0].pk}"]) == (409, "9,5")
    wrong = client.post(url, typed(sheets["ccvc"], criteria, "11"), headers=JSON)
    assert (wrong.status_code, wrong.json()["errors"]) == (
        422, {f"p{criteria[0].pk}": ["Tiêu chí 1: điểm phải từ 0 đến 10."]},
    )  # fmt: skip


def test_evidence_is_a_file_that_others_cannot_open(
    sheets, criteria, unit_head, other_unit_head, office, client_of, at
):
    client, sheet = client_of(unit_head), sheets["ccvc"]
    url = at(unit_head, "score_evidence", sheet.pk, criteria[1].pk)
    assert messages(client.post(url, {}, follow=True)) == ["Hãy chọn tệp minh chứng."]
    client.post(url, {"file": pdf_upload("Minh chứng.pdf")})
    assert "Minh chứng.pdf" in words(client.get(at(unit_head, "score_sheet", sheet.pk)))
    hand_in(sheet)
    file = at(unit_head, "score_evidence_file", sheet.pk, criteria[1].pk)
    answers = [client_of(actor).get(file).status_code for actor in (unit_head, office, other_unit_head)]
    assert answers == [200, 200, 403]


def test_a_group_has_no_points_and_no_evidence(plan, sheets, criteria, unit_head, office, client_of, at):
    group = criteria[0].parent_id
    answer = client_of(unit_head).post(
        at(unit_head, "score_evidence", sheets["ccvc"].pk, group), {"file": pdf_upload()}
    )
    cell = client_of(office).post(at(office, "score_cell", sheets["ccvc"].pk, group), {"points": 1, "seen": ""})
    assert (answer.status_code, cell.status_code, Score.objects.count()) == (404, 404, 0)


def test_before_the_publication_a_unit_sees_its_own_sheet_only(
    sheets, own, give, unit_head, other_unit_head, client_of, at
):
    own(sheets["ccvc"], unit_head, 9, 9, 9)
    scoring.sheet_step(sheet=sheets["ccvc"], event="submit", by=unit_head)
    give(sheets["ccvc"], 8, reason="Trễ hạn 2 việc")
    url = at(unit_head, "score_sheet", sheets["ccvc"].pk)
    mine = words(client_of(unit_head).get(url))
    assert ("Đang thẩm định" in mine, "Trễ hạn 2 việc" in mine) == (True, False)
    assert client_of(other_unit_head).get(url).status_code == 403
    ranking = client_of(unit_head).get(at(unit_head, "score_ranking", sheets["ccvc"].campaign_id))
    assert "Chưa có xếp hạng" in words(ranking)


def test_afterwards_it_sees_what_was_changed_and_why_and_the_ranking(
    plan, sheets, own, published, unit_head, other_unit_head, client_of, at
):
    own(sheets["ccvc"], unit_head, 9, 9, 9)
    published({"ccvc": (8, 9, 9), "ttlt": (9, 9, 10)})
    mine = words(client_of(unit_head).get(at(unit_head, "score_sheet", sheets["ccvc"].pk)))
    assert ("Theo hồ sơ minh chứng" in mine, "26 / 28" in mine, "Tốt" in mine) == (True, True, True)
    text = words(client_of(other_unit_head).get(at(other_unit_head, "score_ranking", plan.pk)))
    assert ("Phòng CCVC" in text, "TT Lưu trữ" in text, "Công bố…" in text) == (True, True, False)
    assert client_of(other_unit_head).get(at(unit_head, "score_sheet", sheets["ccvc"].pk)).status_code == 403


def test_the_list_of_campaigns_says_how_far_one_is(plan, sheets, published, unit_head, office, client_of, at):
    assert "Đơn vị đang tự chấm: 3" in words(client_of(office).get(at(office, "score_list")))
    assert "Đơn vị đang tự chấm" in words(client_of(unit_head).get(at(unit_head, "score_list")))
    published({"ccvc": (8, 9, 9)})
    assert "Đã công bố: hạng 1, 26 điểm" in words(client_of(unit_head).get(at(unit_head, "score_list")))
