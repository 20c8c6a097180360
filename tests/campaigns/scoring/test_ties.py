"""Who stands where: ties, rules, bands, quotas."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.ranking import RULES, Entry, Word, band_of, choose, rank

FEW = st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(1), Decimal(2)])  # few values make many ties
RULE_LISTS = st.lists(st.sampled_from(sorted(RULES)), unique=True, max_size=4)


@st.composite
def entries(draw):
    made = []
    for key in range(draw(st.integers(0, 12))):
        plain, bonus, minus = draw(FEW), draw(FEW), draw(FEW)
        places = draw(st.tuples(FEW, FEW))
        made.append(Entry(key, max(plain + bonus - minus, Decimal(0)), plain, bonus, minus, places))
    return made


def words(units, random):
    """A word of the office on every set of equal totals, in an order of chance."""
    totals = {}
    for unit in units:
        totals.setdefault(unit.total, []).append(unit.key)
    for keys in totals.values():
        random.shuffle(keys)
    return [Word(total, tuple(keys)) for total, keys in totals.items() if len(keys) > 1]


@settings(deadline=None)  # a busy machine is no error
@given(entries(), RULE_LISTS)
def test_a_ranking_is_a_total_preorder_that_follows_the_totals(units, rules):
    ranked = rank(units, rules)
    assert sorted(row.entry.key for row in ranked) == [unit.key for unit in units]
    for better, worse in pairwise(ranked):
        assert better.rank <= worse.rank
        assert better.entry.total >= worse.entry.total
    for row in ranked:
        # Competition ranking: as many stand before a unit as its rank says, and equals know of each other.
        assert row.rank == 1 + sum(other.rank < row.rank for other in ranked)
        assert row.is_tied == (sum(other.rank == row.rank for other in ranked) > 1)


@settings(deadline=None)  # a busy machine is no error
@given(entries(), RULE_LISTS, st.randoms())
def test_the_order_in_which_units_come_does_not_matter(units, rules, random):
    shuffled = list(units)
    random.shuffle(shuffled)
    assert rank(shuffled, rules) == rank(units, rules)


@settings(deadline=None)  # a busy machine is no error
@given(entries(), RULE_LISTS, st.randoms())
def test_rules_and_words_only_part_equals(units, rules, random):
    """They resolve ties; they never turn round what the points say."""
    without = {row.entry.key: row.rank for row in rank(units)}
    ranked = rank(units, rules, words(units, random))
    for better, worse in pairwise(ranked):
        assert without[better.entry.key] <= without[worse.entry.key]


@settings(deadline=None)  # a busy machine is no error
@given(entries(), st.randoms())
def test_where_the_office_has_spoken_of_all_equals_nobody_is_tied(units, random):
    ranked = rank(units, (), words(units, random))
    assert [row.rank for row in ranked] == list(range(1, len(units) + 1))


@settings(deadline=None)  # a busy machine is no error
@given(entries(), RULE_LISTS, st.integers(1, 15))
def test_a_quota_is_never_exceeded_and_a_tie_never_cut(units, rules, quota):
    ranked = rank(units, rules)
    choice = choose(ranked, quota)
    assert len(choice.chosen) <= quota
    if choice.border:
        assert len({row.rank for row in choice.border}) == 1
        assert len(choice.chosen) < quota < len(choice.chosen) + len(choice.border)
        assert all(row.is_tied for row in choice.border)
    else:
        assert len(choice.chosen) == min(quota, len(units))
    assert [*choice.chosen, *choice.border] == ranked[: len(choice.chosen) + len(choice.border)]


@settings(deadline=None)  # a busy machine is no error
@given(st.decimals(0, 100, places=2), st.dictionaries(st.text(min_size=1, max_size=5), st.integers(0, 100), max_size=6))
def test_the_highest_band_that_is_reached(total, bands):
    name = band_of(total, list(bands.items()))
    reached = [floor for floor in bands.values() if floor <= total]
    assert (name == "") == (reached == [])
    assert name == "" or bands[name] == max(reached)


@pytest.mark.parametrize(
    ("rules", "ranks"),
    [([], [1, 1, 3]), (["fewer_minus"], [1, 2, 3]), (["more_bonus"], [2, 1, 3]), (["more_plain"], [1, 2, 3])],
)
def test_stated_rules(rules, ranks):
    units = [
        Entry(1, Decimal(9), plain=Decimal(9)),
        Entry(2, Decimal(9), plain=Decimal(8), bonus=Decimal(2), minus=Decimal(1)),
        Entry(3, Decimal(7), plain=Decimal(7)),
    ]
    found = {row.entry.key: row.rank for row in rank(units, rules)}
    assert [found[key] for key in (1, 2, 3)] == ranks


def test_the_word_of_the_office_comes_last():
    units = [Entry(1, Decimal(9), minus=Decimal(1)), Entry(2, Decimal(9)), Entry(3, Decimal(9)), Entry(4, Decimal(10))]
    said = [Word(Decimal(9), (3, 2))]
    ranked = rank(units, ["fewer_minus"], said)
    assert [(row.entry.key, row.rank) for row in ranked] == [(4, 1), (3, 2), (2, 3), (1, 4)]
