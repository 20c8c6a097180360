"""The arithmetic of targets, without a database."""

from datetime import date, timedelta
from decimal import Decimal as D
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from campaigns.enums import TargetState as S
from campaigns.measuring import Counts, Period, growing, measure, period_on, periods_of, settled

YEAR = Period(2024, date(2024, 7, 10), date(2024, 12, 31))
BEFORE, AFTER = date(2024, 11, 1), date(2025, 1, 1)


def target(comparator=">=", value=6, unit="count", population="agencies"):
    return SimpleNamespace(comparator=comparator, value=D(value), unit=unit, population=population, measure="rating")


def state(one, population, counts, today=BEFORE):
    return measure(one, population, counts, period=YEAR, today=today).state


@pytest.mark.parametrize(
    ("one", "population", "reached", "before", "after"),
    [
        # «ít nhất 06 đơn vị thuộc và trực thuộc Sở hoàn thành xuất sắc nhiệm vụ»
        (target(">=", 6), 11, 5, S.ON_THE_WAY, S.MISSED),
        (target(">=", 6), 11, 6, S.ATTAINED, S.ATTAINED),
        # «ít nhất 09 Phòng Nội vụ hoàn thành tốt nhiệm vụ»
        (target(">=", 9), 11, 8, S.ON_THE_WAY, S.MISSED),
        (target(">=", 9), 11, 11, S.ATTAINED, S.ATTAINED),
        # «không có đơn vị không hoàn thành nhiệm vụ»
        (target("=", 0), 22, 0, S.ON_THE_WAY, S.ATTAINED),
        (target("=", 0), 22, 1, S.MISSED, S.MISSED),
        # «20% hoàn thành xuất sắc», «ít nhất 70% hoàn thành tốt»
        (target(">=", 20, "percent", "people"), 150, 29, S.ON_THE_WAY, S.MISSED),
        (target(">=", 20, "percent", "people"), 150, 30, S.ATTAINED, S.ATTAINED),
        (target(">=", 70, "percent", "people"), 150, 104, S.ON_THE_WAY, S.MISSED),
        (target(">=", 70, "percent", "people"), 150, 105, S.ATTAINED, S.ATTAINED),
        # «100% công chức, viên chức và người lao động hưởng ứng»
        (target("=", 100, "percent", "people"), 150, 149, S.ON_THE_WAY, S.MISSED),
        (target("=", 100, "percent", "people"), 150, 150, S.ATTAINED, S.ATTAINED),
        # «không quá 5%»
        (target("<=", 5, "percent", "people"), 100, 5, S.ON_THE_WAY, S.ATTAINED),
        (target("<=", 5, "percent", "people"), 100, 6, S.MISSED, S.MISSED),
    ],
)
def test_the_targets_of_soc_trang(one, population, reached, before, after):
    found = (
        state(one, population, growing(reached, population)),
        state(one, population, settled(reached, population), AFTER),
    )
    assert found == (before, after)


@pytest.mark.parametrize(
    ("one", "least", "most", "after"),
    [
        # «không có ai», «không quá», «100%»: not attained while somebody has no result
        (target("=", 0), 0, 3, S.INCOMPLETE),
        (target("=", 0), 1, 3, S.MISSED),
        (target("<=", 2), 0, 3, S.INCOMPLETE),
        (target("<=", 3), 0, 3, S.ATTAINED),
        (target("=", 100, "percent"), 8, 10, S.INCOMPLETE),
        (target("=", 100, "percent"), 8, 9, S.MISSED),
        # «ít nhất»: attained by those who are known, missed when not even everybody else could help
        (target(">=", 6), 6, 10, S.ATTAINED),
        (target(">=", 6), 5, 10, S.INCOMPLETE),
        (target(">=", 6), 4, 5, S.MISSED),
    ],
)
def test_after_the_end_nobody_is_counted_who_has_no_result(one, least, most, after):
    counts = Counts(least, 7, least, most)
    assert state(one, 10, counts, AFTER) == after
    assert state(one, 10, counts) == (S.ON_THE_WAY if after == S.INCOMPLETE else after)


def test_the_last_day_belongs_to_the_period():
    open_still = Counts(5, 10, 5, 6)
    assert state(target(">=", 6), 11, open_still, YEAR.ends_on) == S.ON_THE_WAY
    assert state(target(">=", 6), 11, open_still, YEAR.ends_on + timedelta(days=1)) == S.INCOMPLETE


def test_nothing_known_is_unknown_even_after_the_end():
    one = measure(target("=", 0), 22, settled(0, 0), period=YEAR, today=AFTER)
    assert (one.state, one.value, one.numbers) == (S.UNKNOWN, None, "")
    assert measure(target(), 0, settled(0, 0), period=YEAR, today=AFTER).state == S.UNKNOWN
    assert measure(target(), 5, None, period=YEAR, today=AFTER).state == S.UNKNOWN


def test_final_figures_decide_before_the_end():
    assert state(target(">=", 6), 11, settled(5, 11)) == S.MISSED
    assert state(target("=", 0), 11, settled(0, 11)) == S.ATTAINED


def test_the_numbers_behind_a_share():
    one = measure(target(">=", 70, "percent", "people"), 150, Counts(100, 140, 60, 110, 40), period=YEAR, today=BEFORE)
    assert (one.value, one.numbers, one.silent) == (D("66.67"), "100 trên 150 người", 10)
    assert one.missing == ("còn 10 người chưa có kết quả; 40 người tạm tính theo kết quả trong năm, chờ kết quả cả năm")


def test_a_share_just_below_the_goal_does_not_look_like_it():
    one = measure(target(">=", 20, "percent", "people"), 50_001, settled(10_000, 50_001), period=YEAR, today=AFTER)
    assert (one.value, one.state) == (D("19.99"), S.MISSED)
    over = measure(target("<=", 20, "percent", "people"), 49_999, settled(10_000, 49_999), period=YEAR, today=AFTER)
    assert (over.value, over.state) == (D("20.01"), S.MISSED)


TARGETS = some.builds(
    target,
    some.sampled_from([">=", "<=", "="]),
    some.decimals(0, 100, places=2),
    some.sampled_from(["count", "percent"]),
)


@some.composite
def counted(draw):
    """(population, Counts): what is known lies between what the number can still end at."""
    population = draw(some.integers(1, 5000))
    known = draw(some.integers(1, population))
    reached = draw(some.integers(0, known))
    least = draw(some.integers(max(0, reached - 30), reached))
    most = draw(some.integers(reached, min(population, reached + 30)))
    return population, Counts(reached, known, least, most)


def holds(one, population, reached):
    """The plan's own words, in whole numbers: the goal has two places."""
    left, right = reached * 10_000, int(one.value * 100) * population
    if one.unit == "count":
        left, right = reached * 100, int(one.value * 100)
    return {">=": left >= right, "<=": left <= right, "=": left == right}[one.comparator]


@given(TARGETS, counted())
def test_a_settled_number_attains_or_misses_exactly(one, counts):
    population, found = counts
    end = state(one, population, settled(found.reached, population), AFTER)
    assert end == (S.ATTAINED if holds(one, population, found.reached) else S.MISSED)


@given(TARGETS, counted())
def test_nothing_is_said_that_an_open_result_could_turn(one, counts):
    population, found = counts
    later = {holds(one, population, reached) for reached in range(found.least, found.most + 1)}
    for today, undecided in ((BEFORE, S.ON_THE_WAY), (AFTER, S.INCOMPLETE)):
        said = state(one, population, found, today)
        if said == S.ATTAINED:
            assert later == {True}
        elif said == S.MISSED:
            assert later == {False}
        else:
            assert said == undecided


@given(TARGETS, counted())
def test_the_figure_shown_stands_on_the_same_side_of_the_goal(one, counts):
    population, found = counts
    shown = measure(one, population, found, period=YEAR, today=AFTER)
    exact = (found.reached * 10_000 - int(one.value * 100) * population) if one.unit == "percent" else None
    if exact is not None:
        assert (shown.value > one.value, shown.value < one.value) == (exact > 0, exact < 0)
        assert abs(shown.value - D(100 * found.reached) / population) <= D("0.01")
    else:
        assert shown.value == found.reached


def test_each_year_of_a_campaign_is_a_period():
    campaign = SimpleNamespace(starts_on=date(2024, 7, 10), ends_on=date(2026, 7, 30))
    assert [(p.year, p.starts_on, p.ends_on) for p in periods_of(campaign)] == [
        (2024, date(2024, 7, 10), date(2024, 12, 31)),
        (2025, date(2025, 1, 1), date(2025, 12, 31)),
        (2026, date(2026, 1, 1), date(2026, 7, 30)),
    ]
    assert [p.label for p in periods_of(campaign)] == [
        "Năm 2024 (10/07 – 31/12)",
        "Năm 2025",
        "Năm 2026 (01/01 – 30/07)",
    ]
    days = (date(2023, 1, 1), date(2025, 6, 1), date(2027, 1, 1))
    assert [period_on(campaign, day).year for day in days] == [2024, 2025, 2026]
