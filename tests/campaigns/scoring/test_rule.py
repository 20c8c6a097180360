"""The rule of scoring and its grades: what makes sense, and what the trail tells of a change."""

import pytest

from campaigns.actions import scoring
from campaigns.forms.scoring import BandFormSet, ScoringRuleForm
from campaigns.selectors.scoring import rule_of
from thidua.audit.models import AuditEvent

pytestmark = pytest.mark.django_db
EMPTY = {"self_score_until": "", "bonus_cap": "", "minus_cap": "", "first": "", "second": "", "third": ""}


def bands_of(campaign, *rows):
    data = {"bands-TOTAL_FORMS": len(rows), "bands-INITIAL_FORMS": 0}
    for number, (name, floor) in enumerate(rows):
        data |= {f"bands-{number}-name": name, f"bands-{number}-min_points": floor}
    return BandFormSet(data, instance=campaign, prefix="bands")


def save(campaign, office, *rows, **change):
    form, bands = ScoringRuleForm(EMPTY | change, instance=rule_of(campaign)), bands_of(campaign, *rows)
    assert form.is_valid()
    assert bands.is_valid()
    return scoring.save_rule(campaign=campaign, by=office, form=form, bands=bands)


def test_the_trail_tells_what_a_rule_was_and_is(board, office):
    board.verified("ccvc", 9, 9, 9)
    save(board.campaign, office, bonus_cap="3")
    save(board.campaign, office, ("Xuất sắc", "27"), bonus_cap="1,5", first="fewer_minus")
    event = AuditEvent.objects.filter(verb="sửa quy định chấm điểm của").first()
    assert event.details["changes"] == [
        {"what": "Quy định chấm điểm – Thưởng tối đa", "before": "3.00", "after": "1.50"},
        {"what": "Quy định chấm điểm – Khi bằng điểm, xét lần lượt", "before": "", "after": "Ít điểm trừ hơn"},
        {"what": "Thêm «Xếp loại Xuất sắc»", "before": "", "after": "Xếp loại Xuất sắc"},
    ]


@pytest.mark.parametrize(
    ("rows", "field", "whole"),
    [
        ([("Xuất sắc", "27"), ("Tốt", "27")], [], "Hai mức trùng điểm sàn: ghi mỗi mức một điểm sàn khác nhau."),
        ([("Tốt", "27"), ("Tốt", "20")], [], "Hai mức trùng tên: ghi mỗi mức một tên khác nhau."),
        ([("Xuất sắc", "90")], ["Điểm sàn cao hơn điểm tối đa của phong trào (30)."], ""),
    ],
)
def test_grades_make_sense(board, rows, field, whole):
    bands = bands_of(board.campaign, *rows)
    assert not bands.is_valid()
    assert (bands.forms[0].errors.get("min_points", []), " ".join(bands.non_form_errors())) == (field, whole)


def test_grades_within_reach_are_taken(board):
    assert bands_of(board.campaign, ("Tốt", "20"), ("Xuất sắc", "30")).is_valid()
