"""The criteria change after sheets were verified: what no longer holds is verified again, and named."""

from decimal import Decimal

import pytest

from campaigns import actions
from campaigns.actions import scoring
from campaigns.forms.sections import section_form
from campaigns.models import SheetTransition
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db


def typed(board, change, more=()):
    """«Nội dung, tiêu chí» as its page would send it, with `change` to the first criterion and `more` lines."""
    form = section_form("criteria", board.campaign)
    count = form.initial_form_count()
    data = {f"{form.prefix}-TOTAL_FORMS": count + len(more), f"{form.prefix}-INITIAL_FORMS": count}
    for row in form.initial_forms:
        data |= {
            row.add_prefix(name): row[name].value() for name in row.fields if row[name].value() not in (None, False)
        }
        if row.instance.pk == board.criteria[0].pk:
            data |= {row.add_prefix(name): value for name, value in change.items()}
    for number, line in enumerate(more, count):
        data |= {f"{form.prefix}-{number}-{name}": value for name, value in line.items()}
    return data


def saved(board, change, more=()):
    """Save the part; returns the amendment."""
    bound = section_form("criteria", board.campaign, typed(board, change, more))
    assert bound.is_valid(), bound.errors
    return actions.save_section(campaign=board.campaign, section="criteria", by=board.cast.office, form=bound)


NEW = {"position": "9", "role": "criterion", "text": "Tiêu chí mới", "max_points": "20", "points_kind": "plain"}


@pytest.mark.parametrize(
    ("change", "more"),
    [
        ({}, [NEW]),  # lacks a point
        ({"max_points": "6"}, []),  # exceeds a maximum
        ({"points_kind": "minus"}, []),  # counts otherwise
        ({"role": "content", "max_points": "", "parent": ""}, []),  # counts no more
    ],
)
def test_sheets_that_no_longer_hold_are_verified_again(board, change, more):
    board.verified("ccvc", 9, 9, 9)
    amendment = saved(board, change, more)
    assert board.sheet("ccvc").state == "submitted"
    assert amendment.changes[-1] == {
        "what": "Phiếu chấm điểm phải thẩm định lại", "before": "", "after": "Phòng CCVC",
    }  # fmt: skip
    assert SheetTransition.objects.get(event="recheck").reason == "Tiêu chí chấm điểm của kế hoạch đã thay đổi."


@pytest.mark.parametrize(("change", "more"), [({"max_points": "15"}, []), ({}, [NEW | {"points_kind": "bonus"}])])
def test_sheets_that_still_hold_stay_verified(board, change, more):
    board.verified("ccvc", 9, 9, 9)
    saved(board, change, more)
    assert (board.sheet("ccvc").state, board.sheet("ccvc").total) == ("verified", 27)


def test_the_page_names_the_sheets_that_went_back(board, office, client_of, at):
    board.verified("ccvc", 9, 9, 9)
    url = at(office, "campaign_section", board.campaign.pk, "criteria")
    answer = client_of(office).post(url, typed(board, {"max_points": "6"}), follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "Đã lưu thành sửa đổi, bổ sung (1 thay đổi); các đơn vị tham gia đã được thông báo. "
        "Phiếu chấm điểm phải thẩm định lại: Phòng CCVC."
    ]


def test_points_above_a_lowered_maximum_are_given_anew(board, cast):
    board.verified("ccvc", 9, 9, 9)
    saved(board, {"max_points": "6"})
    with pytest.raises(Refused, match="Điểm thẩm định vượt điểm tối đa ở tiêu chí 1"):
        scoring.sheet_step(sheet=board.sheet("ccvc"), event="verify", by=cast.office)
    board.point("ccvc", 0, 6, "Theo thang điểm mới.")
    assert scoring.sheet_step(sheet=board.sheet("ccvc"), event="verify", by=cast.office).total == 24


def test_own_points_above_a_lowered_maximum_are_not_taken_over(board, cast):
    board.own("ccvc", 9, 9, 9)
    scoring.sheet_step(sheet=board.sheet("ccvc"), event="submit", by=cast.unit_head)
    saved(board, {"max_points": "6"})
    assert scoring.accept_self_scores(sheet=board.sheet("ccvc"), by=cast.office).total == 18


def test_nothing_wrong_is_published(board):
    """Written past the actions: asked once more at the last step."""
    board.verified("ccvc", 9, 9, 9)
    board.campaign.criteria.filter(pk=board.criteria[0].pk).update(max_points=6)
    with pytest.raises(Refused, match="Điểm còn thiếu hoặc vượt điểm tối đa: Phòng CCVC"):
        board.publish(without_missing=True)
    assert board.sheet("ccvc").total == Decimal(27)
