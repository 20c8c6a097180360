"""The office verifies: points with reasons, sheets one by one and many at once, the plan's own rule."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from campaigns import actions
from campaigns.actions import scoring
from campaigns.forms.sections import section_form
from campaigns.models import Cluster, Score, ScoreSheet, SheetTransition, TieOrder
from tests.factories.sheets import hand_in
from thidua.audit.models import AuditEvent
from thidua.workflow.saving import Outdated
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db


def test_a_point_that_differs_needs_its_reason(sheets, own, criteria, unit_head, office):
    own(sheets["ccvc"], unit_head, 9.5)
    hand_in(sheets["ccvc"])
    save = {"sheet": sheets["ccvc"], "criterion": criteria[0], "by": office}
    with pytest.raises(Refused, match=r"khác điểm tự chấm \(9,5\): hãy ghi lý do"):
        scoring.save_points(**save, points=Decimal(8), reason="  ")
    assert scoring.save_points(**save, points=Decimal(8), reason="Trễ hạn 2 việc").total == 8
    assert scoring.save_points(**save, points=Decimal("9.5"), reason="không cần").total == Decimal("9.5")
    assert Score.objects.get().reason == ""


def test_the_office_scores_units_that_did_not(sheets, give, office):
    sheet = give(sheets["nha-trang"], 9, 8, 7, reason="")
    assert scoring.sheet_step(sheet=sheet, event="verify", by=office).state == "verified"


def test_a_sheet_that_was_not_handed_in_is_its_units_own(plan, sheets, own, criteria, unit_head, office):
    own(sheets["ccvc"], unit_head, 9, 9, 9)
    for call in (
        lambda: scoring.save_points(
            sheet=sheets["ccvc"], criterion=criteria[0], points=Decimal(9), reason="", by=office
        ),
        lambda: scoring.accept_self_scores(sheet=sheets["ccvc"], by=office),
        lambda: scoring.sheet_step(sheet=sheets["ccvc"], event="verify", by=office),
    ):
        with pytest.raises(Refused, match="Đơn vị đang tự chấm, chưa gửi: chờ đơn vị gửi phiếu"):
            call()
    assert not Score.objects.filter(points__isnull=False).exists()


def test_units_outside_have_no_account_so_the_office_scores_them(plan, sheets, give, office):
    cluster = Cluster.objects.create(name="Cụm số 1", valid_from=2020)
    sheet = plan.sheets.create(member=cluster.members.create(name="Văn phòng Tỉnh ủy"))
    give(sheet, 9, 9, 9)
    assert scoring.sheet_step(sheet=sheet, event="verify", by=office).state == "verified"


def trail():
    """[(verb, criterion, points before, points after, reason after)], the latest last."""
    return [
        (row.verb, row.details["criterion"], row.details["before"]["points"], row.details["after"]["points"],
         row.details["after"]["reason"])
        for row in AuditEvent.objects.filter(details__has_key="criterion").order_by("pk")
    ]  # fmt: skip


def test_every_change_of_points_is_in_the_trail(sheets, own, give, back, criteria, unit_head, office):
    first, second = criteria[0].pk, criteria[1].pk
    own(sheets["ccvc"], unit_head, 9, 8)
    give(sheets["ccvc"], 7.5, reason="Trễ hạn")
    give(sheets["ccvc"], 7.5, reason="Trễ hạn")  # nothing new
    scoring.accept_self_scores(sheet=sheets["ccvc"], by=office)
    back(sheets["ccvc"])
    own(sheets["ccvc"], unit_head, 8, 8)
    assert trail() == [
        ("ghi điểm thẩm định của", first, None, "7,5", "Trễ hạn"),
        ("lấy điểm tự chấm làm điểm thẩm định của", second, None, "8", ""),
        ("tự chấm lại tiêu chí đã thẩm định của", first, "7,5", None, ""),
    ]


def typed(sheet, criterion, points, **more):
    return scoring.Typed(sheet.pk, criterion.pk, None if points is None else Decimal(points), **more)


def test_a_block_is_written_where_it_can_be_and_each_cell_is_answered(plan, sheets, own, criteria, unit_head, office):
    own(sheets["ccvc"], unit_head, 9)
    for code in ("ccvc", "ttlt"):
        hand_in(sheets[code])
    cells = [
        typed(sheets["ccvc"], criteria[0], "8"),
        typed(sheets["ccvc"], criteria[0], "8", reason="Trễ hạn", seen=None),
        typed(sheets["ccvc"], criteria[1], "10"),
        typed(sheets["ttlt"], criteria[0], "11"),
        typed(sheets["ttlt"], criteria[1], "7", seen=Decimal(3)),
        typed(sheets["nha-trang"], criteria[0], "7"),
        scoring.Typed(0, criteria[0].pk, Decimal(1)),
    ]
    answers = scoring.save_cells(campaign=plan, cells=cells, by=office)
    assert [type(answer.wrong).__name__ for answer in answers] == [
        "Refused", "NoneType", "NoneType", "Refused", "Outdated", "Refused", "Refused",
    ]  # fmt: skip
    assert [str(answers[number].wrong)[:30] for number in (0, 3, 5, 6)] == [
        "Điểm thẩm định khác điểm tự ch", "Điểm phải từ 0 đến 10: «Hoàn t", "Đơn vị đang tự chấm, chưa gửi:",
        "Phiếu hoặc tiêu chí này không ",
    ]  # fmt: skip
    assert ScoreSheet.objects.get(pk=sheets["ccvc"].pk).total == answers[1].sheet.total == 18
    assert ScoreSheet.objects.get(pk=sheets["ttlt"].pk).total == 0


def test_a_cell_that_a_colleague_changed_is_not_overwritten(sheets, criteria, office):
    hand_in(sheets["ccvc"])
    save = {"sheet": sheets["ccvc"], "criterion": criteria[0], "reason": "", "by": office}
    scoring.save_points(**save, points=Decimal(8), seen=None)
    with pytest.raises(Outdated) as outdated:
        scoring.save_points(**save, points=Decimal(7), seen=None)
    assert outdated.value.current.points == 8
    assert scoring.save_points(**save, points=Decimal(7), seen=Decimal("8.0")).total == 7


def test_a_sheet_is_verified_when_every_criterion_has_points(sheets, give, office):
    give(sheets["ccvc"], 9)
    with pytest.raises(Refused, match="Chưa có điểm thẩm định ở tiêu chí 2, 3"):
        scoring.sheet_step(sheet=sheets["ccvc"], event="verify", by=office)


def test_a_verified_point_is_changed_but_not_emptied(verified, give):
    sheets = verified({"ccvc": (9, 9, 9)})
    assert give(sheets["ccvc"], 8).total == 26  # 17 + 9
    with pytest.raises(Refused, match="không xoá điểm được"):
        give(sheets["ccvc"], None)
    assert ScoreSheet.objects.get(pk=sheets["ccvc"].pk).state == "verified"


def test_own_points_are_taken_over_where_the_office_said_nothing(sheets, own, give, unit_head, office):
    own(sheets["ccvc"], unit_head, 9, 9, 9)
    give(sheets["ccvc"], 7)
    assert scoring.accept_self_scores(sheet=sheets["ccvc"], by=office).total == 25
    assert list(Score.objects.order_by("criterion").values_list("points", flat=True)) == [7, 9, 9]


def test_many_sheets_are_verified_at_once(plan, sheets, own, give, back, unit_head, other_unit_head, office):
    for code, head in (("ccvc", unit_head), ("ttlt", other_unit_head)):
        own(sheets[code], head, 9, 9, 9)
        scoring.sheet_step(sheet=sheets[code], event="submit", by=head)
    with pytest.raises(Refused, match="Chưa có phiếu nào đủ điểm"):
        scoring.verify_complete(campaign=plan, by=office)
    give(sheets["ccvc"], 9, 9, 9)
    give(sheets["nha-trang"], 9, 9, 9)
    back(sheets["nha-trang"])  # whole, but its unit is at work again
    count, lacking = scoring.verify_complete(campaign=plan, by=office)
    assert (count, lacking) == (1, [sheets["ttlt"]])
    assert SheetTransition.objects.filter(event="verify").count() == 1


def test_only_the_office(plan, sheets, criteria, unit_head, director):
    for actor in (unit_head, director):
        for call in (
            lambda by: scoring.save_points(sheet=sheets["ccvc"], criterion=criteria[0], points=None, reason="", by=by),
            lambda by: scoring.accept_self_scores(sheet=sheets["ccvc"], by=by),
            lambda by: scoring.resolve_tie(campaign=plan, group="office", sheets=[1, 2], reason="x", by=by),
            lambda by: scoring.drop_tie_order(order=TieOrder(campaign=plan), by=by),
            lambda by: scoring.save_rule(campaign=plan, by=by, form=None, bands=None),
            lambda by: scoring.verify_complete(campaign=plan, by=by),
            lambda by: scoring.publish_scores(campaign=plan, by=by),
            lambda by: scoring.unpublish_scores(campaign=plan, by=by, reason="x"),
            lambda by: scoring.open_scoring(campaign=plan, by=by),
            lambda by: scoring.import_points(campaign=plan, by=by, packed=""),
        ):
            with pytest.raises(PermissionDenied):
                call(actor)


@pytest.mark.parametrize(
    "values",
    [
        {"self_points": -1},
        {"points": -1},
        {"self_points": 9, "points": 8, "reason": ""},
    ],
)
def test_the_database_refuses_what_the_code_forgot(sheets, criteria, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Score.objects.create(sheet=sheets["ccvc"], criterion=criteria[0], **values)


def test_one_sheet_and_one_score_of_each(plan, sheets, criteria):
    sheet = sheets["ccvc"]
    sheet.scores.create(criterion=criteria[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        sheet.scores.create(criterion=criteria[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        plan.sheets.create(participant=sheet.participant)
    with pytest.raises(IntegrityError), transaction.atomic():
        plan.sheets.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        ScoreSheet.objects.filter(pk=sheet.pk).update(state="published")


def criteria_form(plan, **change):
    """The part «Nội dung, tiêu chí» as its page would send it, with changes to the row of the first criterion."""
    form = section_form("criteria", plan)
    data = {f"{form.prefix}-{name}": form.management_form[name].value() for name in form.management_form.fields}
    data[f"{form.prefix}-TOTAL_FORMS"] = form.initial_form_count()
    for row in form.initial_forms:
        data |= {row.add_prefix(name): row[name].value() for name in row.fields if row[name].value() is not None}
        if row.instance.text.startswith("Hoàn thành đúng hạn"):
            data |= {row.add_prefix(name): value for name, value in change.items()}
    return section_form("criteria", plan, data)


def save_criteria(plan, form, office):
    assert form.is_valid()
    return actions.save_section(campaign=plan, section="criteria", by=office, form=form)


def test_a_changed_maximum_changes_the_totals(plan, sheets, give, office):
    give(sheets["ccvc"], 9, 9, 9)
    save_criteria(plan, criteria_form(plan, max_points="5"), office)
    assert ScoreSheet.objects.get(pk=sheets["ccvc"].pk).total == 23  # 5 + 9 + 9


def test_a_criterion_with_points_stays_in_the_plan(plan, sheets, give):
    give(sheets["ccvc"], 9)
    form = criteria_form(plan, DELETE="on")
    assert not form.is_valid()
    assert "đang được sử dụng" in form.non_form_errors()[0]


def test_the_plan_keeps_its_criteria_while_points_are_published(plan, published, office):
    published({"ccvc": (9, 9, 9)})
    with pytest.raises(Refused, match="thu hồi công bố trước khi sửa tiêu chí"):
        save_criteria(plan, criteria_form(plan, max_points="5"), office)
