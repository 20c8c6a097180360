"""What points add up to."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.points import Item, NotPoints, add_up, in_words, most, read_points

POINTS = st.decimals(0, 100, places=2)
CAPS = st.none() | st.decimals(1, 50, places=2)
GROUP_CAPS = {1: Decimal(15), 2: None}


@st.composite
def sheets(draw):
    """(items, {criterion id: points or None}), points sometimes above the maximum."""
    items = [
        Item(
            number, draw(st.decimals(1, 20, places=2)), draw(st.sampled_from(["plain", "bonus", "minus"])), group,
            GROUP_CAPS.get(group),
        )
        for number, group in enumerate(draw(st.lists(st.sampled_from([1, 2, None]), max_size=12)))
    ]  # fmt: skip
    return items, {item.id: draw(st.none() | POINTS) for item in items}


@settings(deadline=None)  # a busy machine is no error
@given(sheets(), CAPS, CAPS)
def test_a_total_lies_between_zero_and_everything(sheet, bonus_cap, minus_cap):
    items, points = sheet
    totals = add_up(items, points, bonus_cap=bonus_cap, minus_cap=minus_cap)
    bonus = sum((item.max_points for item in items if item.kind == "bonus"), Decimal(0))
    assert 0 <= totals.plain <= most(items)
    assert 0 <= totals.bonus <= (bonus if bonus_cap is None else min(bonus, bonus_cap))
    assert 0 <= totals.total <= most(items) + bonus
    assert minus_cap is None or totals.minus <= minus_cap


@settings(deadline=None)  # a busy machine is no error
@given(sheets(), st.data())
def test_more_points_never_lower_the_total_and_minus_never_raises_it(sheet, data):
    items, points = sheet
    if not items:
        return
    item = data.draw(st.sampled_from(items))
    more = points | {item.id: (points[item.id] or Decimal(0)) + data.draw(POINTS)}
    before, after = add_up(items, points).total, add_up(items, more).total
    assert after <= before if item.kind == "minus" else after >= before


@settings(deadline=None)  # a busy machine is no error
@given(sheets(), st.randoms())
def test_the_order_of_criteria_does_not_matter(sheet, random):
    items, points = sheet
    shuffled = list(items)
    random.shuffle(shuffled)
    assert add_up(shuffled, points) == add_up(items, points)


def test_a_group_stops_at_its_cap_and_a_total_at_zero():
    items = [Item(1, Decimal(10), group=7, group_cap=Decimal(15)), Item(2, Decimal(10), group=7, group_cap=Decimal(15))]
    assert add_up(items, {1: Decimal(9), 2: Decimal("8.5")}).plain == 15
    assert add_up([*items, Item(3, Decimal(20), "minus")], {1: Decimal(4), 3: Decimal(9)}).total == 0


@settings(deadline=None)  # a busy machine is no error
@given(st.decimals(0, 9999, places=2))
def test_points_are_read_as_they_are_written(points):
    assert read_points(in_words(points)) == points


@pytest.mark.parametrize(
    ("text", "points"), [("9,5", "9.5"), (" 9.50 ", "9.5"), (0, 0), ("", None), (None, None), ("007", 7)]
)
def test_points_as_people_type_them(text, points):
    assert read_points(text) == (None if points is None else Decimal(points))


@pytest.mark.parametrize(
    "text", ["nan", "Infinity", "1e30", "-1", "9,555", "9,5,5", "=1+1", "chín", "1.000,5", "12345", "٣", True, " - "]
)
def test_what_is_no_number_of_points_is_refused_with_a_sentence(text):
    with pytest.raises(NotPoints, match="không phải điểm; ghi số từ 0"):
        read_points(text)
