"""Ranks, ties, quotas, grades."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.ranking import Entry, Word, band_of, choose, rank

D = Decimal
ENTRIES = st.lists(
    st.builds(
        Entry,
        key=st.integers(1, 10_000),
        total=st.integers(0, 5).map(D),
        plain=st.integers(0, 3).map(D),
        bonus=st.integers(0, 2).map(D),
        minus=st.integers(0, 2).map(D),
        places=st.tuples(st.integers(0, 1).map(D), st.integers(0, 1).map(D)),
    ),
    unique_by=lambda entry: entry.key,
    max_size=30,
)
RULES = st.lists(
    st.sampled_from(["fewer_minus", "more_plain", "more_bonus", "first_criteria"]), unique=True, max_size=4
)


def ranks(entries, rules=(), words=()):
    return [(row.entry.key, row.rank, row.is_tied) for row in rank(entries, rules, words)]


def test_equal_totals_share_a_rank_and_the_next_one_is_skipped():
    entries = [Entry(1, D(90)), Entry(2, D(95)), Entry(3, D(90)), Entry(4, D(80))]
    assert ranks(entries) == [(2, 1, False), (1, 2, True), (3, 2, True), (4, 4, False)]


def test_rules_are_asked_in_the_order_that_is_stated():
    first = Entry(1, D(90), minus=D(1), bonus=D(5))
    second = Entry(2, D(90), minus=D(0), bonus=D(0))
    assert ranks([first, second], ["fewer_minus", "more_bonus"]) == [(2, 1, False), (1, 2, False)]
    assert ranks([first, second], ["more_bonus", "fewer_minus"]) == [(1, 1, False), (2, 2, False)]


def test_an_earlier_criterion_decides():
    entries = [Entry(1, D(90), places=(D(8), D(9))), Entry(2, D(90), places=(D(9), D(8)))]
    assert ranks(entries, ["first_criteria"]) == [(2, 1, False), (1, 2, False)]


def test_the_office_has_the_last_word():
    entries = [Entry(1, D(90)), Entry(2, D(90)), Entry(3, D(80))]
    assert ranks(entries, ["fewer_minus"], [Word(D(90), (2, 1))]) == [(2, 1, False), (1, 2, False), (3, 3, False)]


@pytest.mark.parametrize(
    "word",
    [
        Word(D(90), (2, 1)),  # said before the third came to the same points
        Word(D(90), (4, 3, 2, 1)),  # said while a fourth was among them
        Word(D(85), (3, 2, 1)),  # said of another total
    ],
)
def test_a_word_on_other_equals_decides_nothing(word):
    entries = [Entry(1, D(90)), Entry(2, D(90)), Entry(3, D(90))]
    assert ranks(entries, words=[word]) == [(1, 1, True), (2, 1, True), (3, 1, True)]


@given(ENTRIES, RULES)
def test_the_ranking_follows_the_totals(entries, rules):
    ranked = rank(entries, rules)
    assert sorted(row.entry.key for row in ranked) == sorted(entry.key for entry in entries)
    assert [row.entry.total for row in ranked] == sorted((entry.total for entry in entries), reverse=True)
    for place, row in enumerate(ranked, 1):
        better = sum(other.rank < row.rank for other in ranked)
        assert row.rank == better + 1 <= place
        assert row.is_tied == (sum(other.rank == row.rank for other in ranked) > 1)


@given(ENTRIES, RULES, st.randoms())
def test_the_order_in_which_units_are_listed_does_not_matter(entries, rules, random: Random):
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert ranks(shuffled, rules) == ranks(entries, rules)


@given(ENTRIES, st.integers(1, 10))
def test_a_quota_is_never_passed_and_nobody_is_cut_by_chance(entries, quota):
    ranked = rank(entries)
    choice = choose(ranked, quota)
    assert len(choice.chosen) <= quota
    assert len({row.rank for row in choice.border}) <= 1
    if choice.border:
        assert len(choice.chosen) + len(choice.border) > quota
    else:
        assert len(choice.chosen) == min(quota, len(ranked))


def test_places_go_to_those_who_are_left():
    """Whoever has won another award is not in the rows; ranks stay those of the whole ranking."""
    rows = rank([Entry(1, D(9)), Entry(2, D(8)), Entry(3, D(7)), Entry(4, D(7))])[1:]
    assert [row.entry.key for row in choose(rows, 1).chosen] == [2]
    choice = choose(rows, 2)
    assert ([row.entry.key for row in choice.chosen], [row.entry.key for row in choice.border]) == ([2], [3, 4])


@pytest.mark.parametrize(
    ("total", "name"), [("95", "Xuất sắc"), ("90", "Xuất sắc"), ("89.99", "Tốt"), ("50", "Tốt"), ("49.99", "")]
)
def test_the_highest_band_that_is_reached_counts(total, name):
    assert band_of(D(total), [("Tốt", D(50)), ("Xuất sắc", D(90))]) == name
