"""Two officers at one sheet; what is whose before it is sent and before it is published."""

from decimal import Decimal

import pytest

from campaigns.actions import scoring
from campaigns.models import Score, ScoringRule
from tests.factories.files import pdf_upload
from tests.factories.sheets import hand_in
from tests.support.html import Page

pytestmark = pytest.mark.django_db
JSON = {"X-Requested-With": "XMLHttpRequest"}


def words(answer):
    return " ".join(Page(answer.content.decode()).text)


def opened(answer):
    """What the page would send back as it stands: {name: value}."""
    return {
        f"{name}{row['criterion'].pk}": value
        for row in answer.context["rows"]
        for name, value in zip("prst", (row["points"], row["reason"], *row["seen"]), strict=True)
    }


def points(board, code):
    """[(points, reason)] of a unit, criterion by criterion."""
    scores = {row.criterion_id: (row.points, row.reason) for row in board.sheet(code).scores.all()}
    return [scores[row.pk] for row in board.criteria]


def test_a_page_that_is_old_does_not_overwrite_a_colleague(board, office, client_of, at):
    board.own("ccvc", "9", "9", "9")
    board.point("ccvc", 0, "5", "Trễ hạn")
    client, sheet = client_of(office), board.sheet("ccvc")
    url = at(office, "score_verify", sheet.pk)
    first, _second, third = (row.pk for row in board.criteria)
    page = opened(client.get(url))
    board.point("ccvc", 0, "8", "Chỉ trễ một việc")
    client.post(url, page | {f"p{third}": "9"})
    assert points(board, "ccvc") == [(8, "Chỉ trễ một việc"), (None, ""), (9, "")]
    late = client.post(url, page | {f"p{first}": "6"})
    assert points(board, "ccvc")[0] == (8, "Chỉ trễ một việc")
    assert f"{office.label} vừa ghi 8 điểm, lý do: Chỉ trễ một việc. Điểm anh/chị gõ còn ở ô" in words(late)
    again = opened(late)
    assert (again[f"p{first}"], again[f"s{first}"], again[f"t{first}"]) == ("6", "8", "Chỉ trễ một việc")
    client.post(url, again)
    assert points(board, "ccvc")[0] == (6, "Trễ hạn")


def test_what_an_unsent_sheet_holds_is_shown_to_its_unit_only(
    board, unit_head, inspector, council, director, office, client_of, at
):
    sheet, criterion = board.sheet("ccvc"), board.criteria[0]
    values = {row.pk: (Decimal("3.25"), "Nháp của phòng") for row in board.criteria}
    scoring.save_self_scores(sheet=sheet, values=values, revision=1, by=unit_head)
    scoring.attach_evidence(sheet=sheet, criterion=criterion, upload=pdf_upload(), by=unit_head)
    file = "score_evidence_file", sheet.pk, criterion.pk
    pages = (("score_sheet", sheet.pk), ("campaign_scores", board.campaign.pk))
    ours = (("score_verify", sheet.pk), ("score_grid", board.campaign.pk))
    for actor in (inspector, council, director, office):
        client = client_of(actor)
        for page in pages + (ours if actor is office else ()):
            answer = client.get(at(actor, *page))
            assert (page, "Đơn vị đang tự chấm" in words(answer)) == (page, True)
            assert (page, "Nháp của phòng" in answer.content.decode()) == (page, False)
            assert (page, "3,25" in answer.content.decode(), "9,75" in answer.content.decode()) == (page, False, False)
        assert client.get(at(actor, *file)).status_code == 403
    client = client_of(unit_head)
    assert "Nháp của phòng" in client.get(at(unit_head, "score_sheet", sheet.pk)).content.decode()
    assert client.get(at(unit_head, *file)).status_code == 200


def test_a_unit_reads_the_offices_points_once_published_or_returned(board, unit_head, office, inspector, client_of, at):
    board.own("ccvc", "9", "9", "9")
    board.verified("ccvc", "4", "9", "9")
    url = at(unit_head, "score_sheet", board.sheet("ccvc").pk)

    def seen(actor):
        text = words(client_of(actor).get(url))
        return "Theo hồ sơ." in text, "Đang thẩm định" in text

    assert [seen(actor) for actor in (unit_head, inspector, office)] == [(False, True), (False, True), (True, False)]
    scoring.sheet_step(sheet=board.sheet("ccvc"), event="return", by=office, reason="Bổ sung minh chứng.")
    assert seen(unit_head) == (True, False)
    hand_in(board.sheet("ccvc"))
    assert seen(unit_head) == (False, True)
    scoring.sheet_step(sheet=board.sheet("ccvc"), event="verify", by=office)
    board.publish(without_missing=True)
    assert seen(unit_head) == (True, False)


def test_what_is_typed_after_the_last_day_stays_on_the_screen(board, unit_head, client_of, at):
    from datetime import date

    ScoringRule.objects.create(campaign=board.campaign, self_score_until=date(2020, 1, 31))
    client, url = client_of(unit_head), at(unit_head, "score_sheet", board.sheet("ccvc").pk)
    first = board.criteria[0].pk
    sentence = "Đã quá hạn tự chấm (31/01/2020); đề nghị Văn phòng lùi hạn để chấm tiếp."
    while_typing = client.post(url, {"revision": 1, f"p{first}": "7,5"}, headers=JSON)
    assert (while_typing.status_code, while_typing.json()) == (422, {"errors": {"": [sentence]}})
    sent = client.post(url, {"revision": 1, f"p{first}": "7,5"})
    assert ('value="7,5"' in sent.content.decode(), sentence in words(sent)) == (True, True)
    page = client.get(url)
    assert (sentence in words(page), f'name="p{first}"' in page.content.decode()) == (True, False)
    assert Score.objects.count() == 0
