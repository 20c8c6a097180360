"""Totals: exact, within bounds, caps kept."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from campaigns.points import Item, add_up, most, within

D = Decimal
ITEMS = (
    Item(1, D(10), group=1, group_cap=D(15)),
    Item(2, D(10), group=1, group_cap=D(15)),
    Item(3, D(20)),
    Item(4, D(5), "bonus"),
    Item(5, D(8), "minus"),
)
POINTS = st.dictionaries(
    st.sampled_from([1, 2, 3, 4, 5]), st.one_of(st.none(), st.decimals(-50, 50, places=2, allow_nan=False))
)


def test_a_group_stops_at_its_cap():
    assert add_up(ITEMS, {1: D(9), 2: D(9), 3: D("19.5")}).plain == D("34.5")


def test_bonus_and_minus_stop_at_theirs():
    totals = add_up(ITEMS, {3: D(20), 4: D(5), 5: D(8)}, bonus_cap=D(2), minus_cap=D(3))
    assert (totals.bonus, totals.minus, totals.total) == (D(2), D(3), D(19))


def test_nothing_scored_is_nothing():
    assert add_up(ITEMS, {}).total == 0


def test_minus_never_leads_below_zero():
    assert add_up(ITEMS, {5: D(8)}).total == 0


def test_the_most_has_no_bonus():
    assert most(ITEMS) == D(35)


@given(POINTS)
def test_a_total_stays_within_its_bounds(points):
    assert 0 <= add_up(ITEMS, points).total <= most(ITEMS) + 5


@given(POINTS, st.sampled_from([1, 2, 3]), st.decimals(0, 20, places=2, allow_nan=False))
def test_a_plain_point_more_never_costs(points, key, more):
    before = add_up(ITEMS, points)
    better = points | {key: (points.get(key) or D(0)) + more}
    assert add_up(ITEMS, better).total >= before.total


@given(st.one_of(st.none(), st.decimals(allow_nan=False, allow_infinity=False)))
def test_a_point_is_held_within_its_criterion(value):
    assert 0 <= within(value, ITEMS[0]) <= 10
