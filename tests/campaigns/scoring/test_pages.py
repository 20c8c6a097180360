"""The pages of scoring: who sees what, what the cells answer, and that a page costs the same with many units."""

from decimal import Decimal

import pytest

from campaigns.models import Score, ScoringRule
from campaigns.selectors.scoring import sheets_of
from tests.factories.files import pdf_upload
from tests.factories.sheets import hand_in

pytestmark = pytest.mark.django_db
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_a_unit_is_led_to_its_own_sheet_and_to_no_other(board, unit_head, other_unit_head, client_of, at):
    own = board.sheet("ccvc")
    led = client_of(unit_head).get(at(unit_head, "campaign_scores", board.campaign.pk))
    assert led["Location"] == at(unit_head, "score_sheet", own.pk)
    assert client_of(other_unit_head).get(at(other_unit_head, "score_sheet", own.pk)).status_code == 403


def fields(board, *points, revision):
    keys = [f"p{row.pk}" for row in board.criteria]
    return dict(zip(keys, points, strict=True)) | {"revision": revision}


def test_the_sheet_saves_itself_while_the_unit_types(board, unit_head, client_of, at):
    client, url = client_of(unit_head), at(unit_head, "score_sheet", board.sheet("ccvc").pk)
    ajax = {"headers": {"X-Requested-With": "XMLHttpRequest"}}
    saved = client.post(url, fields(board, "9,5", "8", "", revision=1), **ajax)
    assert (saved.status_code, saved.json()["revision"]) == (200, 2)
    assert board.sheet("ccvc").self_total == Decimal("17.5")
    late = client.post(url, fields(board, "1", "1", "1", revision=1), **ajax)
    assert (late.status_code, late.json()["revision"]) == (409, 2)
    wrong = client.post(url, fields(board, "99", "8", "7", revision=2), **ajax)
    assert (wrong.status_code, wrong.json()["errors"]) == (
        422, {f"p{board.criteria[0].pk}": ["Tiêu chí 1: điểm phải từ 0 đến 10."]},
    )  # fmt: skip
    assert board.sheet("ccvc").self_total == Decimal("17.5")


def test_without_javascript_a_wrong_point_keeps_what_was_typed(board, unit_head, client_of, at):
    url = at(unit_head, "score_sheet", board.sheet("ccvc").pk)
    html = client_of(unit_head).post(url, fields(board, "99", "8", "tám", revision=1)).content.decode()
    assert 'value="99"' in html
    assert 'value="tám"' in html


def test_a_cell_answers_with_the_new_total_or_with_what_is_wrong(board, office, client_of, at):
    board.own("ccvc", "9", "8", "7")
    client, sheet = client_of(office), board.sheet("ccvc")
    hand_in(sheet)
    cell = at(office, "score_cell", sheet.pk, board.criteria[0].pk)
    assert client.post(cell, {"points": "9"}).json() == {"total": "9"}
    assert client.post(cell, {"points": "8,5", "reason": "Chậm."}).json() == {"total": "8,5"}
    for points, sentence in (
        ("7", "Điểm thẩm định khác điểm tự chấm (9): hãy ghi lý do."),
        ("chín", "«chín» không phải điểm; ghi số từ 0, nhiều nhất hai chữ số thập phân, như 9 hoặc 9,5."),
        ("9.555", "«9.555» không phải điểm; ghi số từ 0, nhiều nhất hai chữ số thập phân, như 9 hoặc 9,5."),
        ("NaN", "«NaN» không phải điểm; ghi số từ 0, nhiều nhất hai chữ số thập phân, như 9 hoặc 9,5."),
    ):
        answer = client.post(cell, {"points": points})
        assert (answer.status_code, answer.json()) == (422, {"error": sentence})
    assert board.sheet("ccvc").total == Decimal("8.5")


def test_one_sheet_can_be_verified_without_javascript(board, office, client_of, at):
    board.own("ccvc", "9", "8", "7")
    hand_in(board.sheet("ccvc"))
    client, url = client_of(office), at(office, "score_verify", board.sheet("ccvc").pk)
    first, second, third = (row.pk for row in board.criteria)
    answer = client.post(url, {f"p{first}": "9", f"p{second}": "5", f"p{third}": "7"}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["Đã lưu 2 tiêu chí."]
    assert "Điểm thẩm định khác điểm tự chấm (8): hãy ghi lý do." in answer.content.decode()
    client.post(url, {f"p{first}": "9", f"p{second}": "5", f"r{second}": "Thiếu báo cáo.", f"p{third}": "7"})
    assert board.sheet("ccvc").total == 21


def test_units_see_the_ranking_once_it_is_published(board, unit_head, inspector, client_of, at):
    for code in ("ccvc", "ttlt", "nha-trang"):
        board.verified(code, "9", "9", "9")
    page = at(unit_head, "score_ranking", board.campaign.pk)
    assert client_of(unit_head).get(page).context["groups"] == []
    assert client_of(inspector).get(at(inspector, "score_ranking", board.campaign.pk)).context["groups"] == []
    board.publish()
    assert [group.title for group, *_rest in client_of(unit_head).get(page).context["groups"]] == [
        "Đơn vị thuộc Sở", "Đơn vị trực thuộc Sở", "Phòng Nội vụ cấp huyện",
    ]  # fmt: skip


def test_the_unit_sees_what_was_changed_and_why(board, unit_head, client_of, at):
    board.own("ccvc", "9", "8", "7")
    board.point("ccvc", 0, "6", "Chậm hai nhiệm vụ.")
    url = at(unit_head, "score_sheet", board.sheet("ccvc").pk)
    assert "Chậm hai nhiệm vụ." not in client_of(unit_head).get(url).content.decode()
    board.verified("ccvc", "6", "8", "7")
    board.publish(without_missing=True)
    assert "Theo hồ sơ." in client_of(unit_head).get(url).content.decode()


def test_the_rule_is_kept_in_its_order(board, office, client_of, at):
    url = at(office, "scoring_rule", board.campaign.pk)
    data = {
        "first": "more_bonus", "second": "fewer_minus", "third": "", "bonus_cap": "5", "bands-TOTAL_FORMS": "1",
        "bands-INITIAL_FORMS": "0", "bands-0-name": "Xuất sắc", "bands-0-min_points": "27",
    }  # fmt: skip
    client_of(office).post(url, data)
    rule = ScoringRule.objects.get(campaign=board.campaign)
    assert (rule.tie_rules, rule.bonus_cap) == (["more_bonus", "fewer_minus"], Decimal(5))
    assert [(band.name, band.min_points) for band in board.campaign.bands.all()] == [("Xuất sắc", Decimal(27))]


def test_published_points_come_back_with_a_reason_only(board, office, client_of, at):
    board.verified("ccvc", "9", "9", "9")
    board.publish(without_missing=True)
    client, url = client_of(office), at(office, "score_unpublish", board.campaign.pk)
    client.post(url, {"reason": ""})
    assert board.sheet("ccvc").state == "published"
    client.post(url, {"reason": "Có khiếu nại."})
    assert board.sheet("ccvc").state == "verified"


def test_scoring_of_a_draft_cannot_be_opened(draft_campaign, office, client_of, at):
    answer = client_of(office).post(at(office, "scoring_open", draft_campaign.pk), follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["Phát động phong trào trước khi mở chấm điểm."]


def test_the_workbooks_are_spreadsheets(board, office, client_of, at):
    board.verified("ccvc", "9", "9", "9")
    for page in ("score_excel", "ranking_excel"):
        answer = client_of(office).get(at(office, page, board.campaign.pk))
        assert (answer["Content-Type"], answer.content[:2]) == (XLSX, b"PK")


def test_evidence_is_for_the_unit_and_the_office(board, unit_head, other_unit_head, office, client_of, at):
    sheet, criterion = board.sheet("ccvc"), board.criteria[0]
    client_of(unit_head).post(
        at(unit_head, "score_evidence", sheet.pk, criterion.pk), {"file": pdf_upload("Minh chứng.pdf")}
    )
    assert Score.objects.get(criterion=criterion).file.name == "Minh chứng.pdf"
    hand_in(sheet)
    for actor, status in ((unit_head, 200), (office, 200), (other_unit_head, 403)):
        url = at(actor, "score_evidence_file", sheet.pk, criterion.pk)
        assert (actor.roles, client_of(actor).get(url).status_code) == (actor.roles, status)


def test_scores_of_a_sheet_are_kept_together(board):
    sheet = board.own("ccvc", "9", "8", "7")
    assert sheets_of(board.campaign).get(pk=sheet.pk).scores.count() == 3
