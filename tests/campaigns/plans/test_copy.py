"""A plan copied into another year: every row comes along, what is over stays behind and is said."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.actions import announce_milestone, copy_campaign
from campaigns.models import ScoringRule
from campaigns.plans import a_year_on, plan_data, write_plan
from campaigns.policies import advice_before_launch
from tests.factories import campaigns
from thidua.workflow.table import Refused

pytestmark = pytest.mark.django_db


def next_year(campaign, office):
    return copy_campaign(campaign=campaign, year=campaign.year + 1, by=office)


def test_an_anchor_may_be_younger_than_what_is_counted_from_it(campaign, office):
    follower = campaign.milestones.get(name="Tổng kết")
    anchor = campaign.milestones.create(kind="other", name="Họp", due_on=date(campaign.year, 12, 1))
    follower.certainty, follower.anchor, follower.offset_days = "relative", anchor, 10
    follower.save()
    copied = next_year(campaign, office).milestones.get(name="Tổng kết")
    assert (copied.anchor.name, copied.due_on) == ("Họp", date(campaign.year + 1, 12, 11))


def test_the_rule_of_scoring_and_the_grades_come_along(campaign, office):
    ScoringRule.objects.create(
        campaign=campaign, self_score_until=date(2026, 11, 30), bonus_cap=4, tie_rules=["fewer_minus", "more_plain"]
    )
    campaign.bands.create(name="Tốt", min_points=20)
    copy = next_year(campaign, office)
    rule = copy.scoring_rule
    assert (rule.self_score_until, rule.bonus_cap, rule.minus_cap, rule.tie_rules) == (
        date(2027, 11, 30), 4, None, ["fewer_minus", "more_plain"],
    )  # fmt: skip
    assert list(copy.bands.values_list("name", "min_points")) == [("Tốt", 20)]


def test_a_dissolved_agency_stays_behind_and_is_named(campaign, office, agencies):
    gone = agencies["nha-trang"]
    gone.ended_on = date(2026, 7, 1)
    gone.save()
    copy = next_year(campaign, office)
    assert sorted(copy.participants.values_list("agency__code", flat=True)) == ["ccvc", "ttlt"]
    assert advice_before_launch(copy)[0] == f"Không lấy sang vì đơn vị đã kết thúc hoạt động: {gone.short_name}."


def test_a_day_is_not_celebrated_before_it_was_founded(campaign, office):
    campaign.celebrations.create(
        name="Ngày thành lập Trung tâm", founded_on=date(2020, 1, 1), celebrated_on=date(campaign.year, 1, 1)
    )
    with pytest.raises(Refused) as refused:
        copy_campaign(campaign=campaign, year=2015, by=office)
    assert refused.value.reasons == [
        "«Ngày thành lập Trung tâm» có từ ngày 01/01/2020, không kỷ niệm được trong năm 2015."
    ]


def test_an_announced_milestone_awaits_what_it_awaited_at_first(campaign, office):
    milestone = campaign.milestones.get(certainty="awaited")
    milestone.awaits = f"Hướng dẫn tổng kết năm {campaign.year} của Hội đồng tỉnh"
    milestone.save()
    announce_milestone(
        milestone=milestone, due_on=date(2026, 12, 20), document="Công văn 1750/BNV-VP ngày 29/3/2026", by=office
    )
    copied = next_year(campaign, office).milestones.get(name=milestone.name)
    assert (copied.certainty, copied.awaits, copied.set_by, copied.due_on) == (
        "awaited", f"Hướng dẫn tổng kết năm {campaign.year + 1} của Hội đồng tỉnh", "", None,
    )  # fmt: skip


def test_a_movement_keeps_its_campaign_here_only_while_that_one_runs(campaign, office, agencies):
    running = campaigns.draft(agencies, title="Dài hạn", ends_on=date(campaign.year + 3, 12, 31))
    over = campaigns.draft(agencies, title="Năm nay", ends_on=date(campaign.year, 12, 31))
    campaign.movements.all().delete()
    for linked in (running, over):
        campaign.movements.create(name=linked.title, launcher="Sở Nội vụ", platform_campaign=linked)
    copied = next_year(campaign, office).movements.values_list("name", "platform_campaign")
    assert list(copied) == [("Dài hạn", running.pk), ("Năm nay", None)]


def test_words_move_on_and_what_still_names_the_old_year_is_listed(campaign, office):
    year = campaign.year
    campaign.criteria.all().delete()
    campaign.criteria.create(text=f"Hoàn thành nhiệm vụ năm {year}")
    campaign.criteria.create(role="solution", text=f"Tăng thêm so với năm {year - 1}")
    campaign.standards.create(nominee_kind="collective", text=f"Đạt chuẩn giai đoạn {year - 5}-{year}")
    campaign.movements.all().delete()
    copy = next_year(campaign, office)
    assert list(copy.criteria.values_list("text", flat=True)) == [
        f"Hoàn thành nhiệm vụ năm {year + 1}", f"Tăng thêm so với năm {year - 1}",
    ]  # fmt: skip
    assert [hint for hint in advice_before_launch(copy) if hint.startswith("Còn ghi năm cũ")] == [
        f"Còn ghi năm cũ ở phần «Nội dung, tiêu chí»: «Tăng thêm so với năm {year - 1}».",
        f"Còn ghi năm cũ ở phần «Tiêu chuẩn khen thưởng»: «Đạt chuẩn giai đoạn {year - 5}-{year}».",
    ]
    assert [hint for hint in advice_before_launch(campaign) if "năm cũ" in hint] == []


@st.composite
def anchored(draw):
    """Milestones of which some are counted from any other one, older or younger, but never in a circle."""
    order = draw(st.permutations(range(draw(st.integers(1, 6)))))
    rows = [None] * len(order)
    for place, index in enumerate(order):
        row = {"kind": "other", "name": f"Mốc {index}", "certainty": "fixed", "due_on": date(2024, 2, 29), "awaits": ""}
        kind = draw(st.sampled_from(["fixed", "awaited", "yearly", "relative"]))
        days = [i for i in order[:place] if rows[i]["certainty"] != "yearly"]
        if kind == "awaited":
            row |= {"certainty": "awaited", "due_on": None, "awaits": "thông báo năm 2024"}
        elif kind == "yearly":
            first = draw(st.integers(2023, 2025))
            row |= {
                "certainty": "yearly", "due_on": None, "yearly_day": draw(st.integers(1, 28)), "yearly_month": 2,
                "first_year": first, "last_year": first + draw(st.integers(0, 3)),
            }  # fmt: skip
        elif kind == "relative" and days:
            row |= {
                "certainty": "relative", "anchor": draw(st.sampled_from(days)), "due_on": None,
                "offset_days": draw(st.integers(-60, 60)),
            }  # fmt: skip
        rows[index] = row
    return rows


LINE = {"max_points": None, "points_kind": "plain", "evidence_required": False}
LINES = st.lists(st.integers(0, 3), max_size=4).map(
    lambda groups: [
        {"text": f"Nhóm {i}", **LINE, "children": [{"text": f"Dòng {j} năm 2024", **LINE} for j in range(count)]}
        for i, count in enumerate(groups)
    ]
)


def size(lines):
    return len(lines) + sum(size(line.get("children", [])) for line in lines)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(milestones=anchored(), contents=LINES, criteria=LINES, years=st.integers(1, 5))
def test_a_copy_of_any_plan_keeps_every_row(agencies, milestones, contents, criteria, years):
    data = {
        "title": "Phong trào", "kind": "phased", "year": 2024, "organiser": "so", "starts_on": date(2024, 1, 1),
        "ends_on": date(2024, 12, 31), "milestones": milestones, "contents": contents, "criteria": criteria,
    }  # fmt: skip
    first = plan_data(write_plan(data))
    copy = write_plan(a_year_on(first, years))
    again = plan_data(copy)
    assert [row["name"] for row in again["milestones"]] == [row["name"] for row in milestones]
    assert [row["anchor"] for row in again["milestones"]] == [row.get("anchor") for row in milestones]
    assert [size(again[part]) for part in ("contents", "criteria")] == [size(contents), size(criteria)]
    yearly = [row["last_year"] - row["first_year"] + 1 for row in milestones if row["certainty"] == "yearly"]
    assert copy.milestones.filter(rule__isnull=False).count() == sum(yearly)
    assert again == plan_data(write_plan(again))
