# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many tables of one number are rounded so that they agree, and whoever solves them all learns nobody's number."""

import itertools
import random
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.disclosure import TOTAL, Dimension, Key, SharingOut, Table, nearest, summed
from tests.disclosure.attacker import Attacker

# Contacts of two months in one quarter: by weekday within the month, by place within the quarter.
MONTH, DAY, PLACE = (
    Dimension("month", ("1", "2")),
    Dimension("day", ("a", "b")),
    Dimension("place", ("x", "y", "z")),
)
CUBE = (MONTH, DAY, PLACE)
ATOMS = list(itertools.product(*(dimension.atoms for dimension in CUBE)))
counted = st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 14]), min_size=len(ATOMS), max_size=len(ATOMS))
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
attacked = settings(relaxed, max_examples=15)  # each solves some dozens of linear programmes


def chance(seed: int) -> Callable[[], float]:
    return random.Random(seed).random  # noqa: S311 - the same at every run


def nowhere(_key: Key) -> tuple[Key, ...]:
    return ()


def everywhere(key: Key) -> tuple[Key, ...]:
    return tuple((str(place), code) for place, code in enumerate(key))


def share_out(counts: Mapping[Key, int], base: int, seed: int, *, is_known: bool = False) -> dict[Key, int]:
    """What is told of the cube: months by day, and places. `is_known`: everybody knows the months exactly."""
    out = SharingOut(base, chance(seed))
    months = summed(counts, lambda key: key[:1])
    if not is_known:
        whole = out.begin("whole", summed(counts, lambda key: ()))
        months = out.split("month", whole, months, lambda key: (), nowhere)
    days = out.split("day", months, summed(counts, lambda key: key[:2]), lambda key: key[:1], everywhere)
    whole = summed(months, lambda key: ())
    places = out.split("place", whole, summed(counts, lambda key: key[2:]), lambda key: (), everywhere)
    told: dict[Key, int] = {(TOTAL, TOTAL, TOTAL): whole[()]} if whole else {}
    told |= {(month, TOTAL, TOTAL): n for (month,), n in months.items()}
    told |= {(month, day, TOTAL): n for (month, day), n in days.items()}
    told |= {(TOTAL, TOTAL, place): n for (place,), n in places.items()}
    told |= {(TOTAL, day, TOTAL): n for (day,), n in summed(days, lambda key: key[1:]).items()}
    return told


@relaxed
@given(counted, st.sampled_from([5, 10]), st.integers(0, 9), st.booleans())
def test_parts_add_up_and_each_lies_next_to_the_truth(
    values: list[int], base: int, seed: int, is_known: bool
) -> None:
    counts = dict(zip(ATOMS, values, strict=True))
    table, told = Table(CUBE, counts, ()), share_out(counts, base, seed, is_known=is_known)

    for month in MONTH.atoms:
        of_month = [n for key, n in told.items() if key[0] == month and key[1] != TOTAL]
        assert sum(of_month) == told.get((month, TOTAL, TOTAL), 0)
    assert sum(n for key, n in told.items() if key[2] != TOTAL) == told.get((TOTAL, TOTAL, TOTAL), 0)
    for key, n in told.items():
        if key[0] != TOTAL or key[1] == TOTAL:  # the days of both months are a sum across the tree
            assert abs(n - table.value(key)) < base
            assert n % base == 0 or n >= table.value(key)
    if is_known:
        assert all(told[key] == table.value(key) for key in told if key[1:] == (TOTAL, TOTAL))


@attacked
@given(counted, st.sampled_from([(5, 3), (10, 5)]), st.integers(0, 9))
def test_who_solves_all_tables_together_keeps_an_interval_for_every_number(
    values: list[int], rule: tuple[int, int], seed: int
) -> None:
    base, threshold = rule
    counts = dict(zip(ATOMS, values, strict=True))
    table, told = Table(CUBE, counts, ()), share_out(counts, base, seed)
    attacker = Attacker(table, told, slack=base - 1)

    for key in itertools.product(*((TOTAL, *dimension.atoms) for dimension in CUBE)):
        assert attacker.width(key) >= threshold


@attacked
@given(counted, st.integers(0, 9))
def test_who_knows_the_months_exactly_keeps_an_interval_as_wide_as_they_allow(
    values: list[int], seed: int
) -> None:
    counts = dict(zip(ATOMS, values, strict=True))
    table, told = Table(CUBE, counts, ()), share_out(counts, 5, seed, is_known=True)
    exactly = {key: n for key, n in told.items() if key[1:] == (TOTAL, TOTAL)}
    attacker = Attacker(table, told, slack=4, exactly=exactly)

    for key in itertools.product(MONTH.atoms, DAY.atoms, (TOTAL, *PLACE.atoms)):
        assert attacker.width(key) >= min(3, table.value((key[0], TOTAL, TOTAL)))


@attacked
@given(counted, st.integers(0, 9))
def test_rounding_each_number_by_itself_would_not_do(values: list[int], seed: int) -> None:
    """Why the parts must add up: three and three are five and five, together they are five."""
    days: dict[Key, int] = {("1", "a", TOTAL): 3, ("1", "b", TOTAL): 3, ("1", TOTAL, TOTAL): 6}
    counts: dict[Key, int] = {("1", "a", "x"): 3, ("1", "b", "x"): 3}
    alone = {key: nearest(n, 5) for key, n in days.items()}

    assert Attacker(Table(CUBE, counts, ()), alone, slack=2).width(("1", "a", TOTAL)) < 3
    assert (
        Attacker(Table(CUBE, counts, ()), share_out(counts, 5, seed), slack=4).width(("1", "a", TOTAL)) >= 3
    )


@relaxed
@given(counted, st.integers(0, 9))
def test_what_is_told_could_be_the_truth_and_so_could_four_people_elsewhere(
    values: list[int], seed: int
) -> None:
    """The slow twin of the proof: look for the rows themselves, and move some of them."""
    counts = dict(zip(ATOMS, values, strict=True))
    told = share_out(counts, 5, seed)
    rows = _rows_that_agree(told)

    for key, n in told.items():
        assert sum(all(c in (TOTAL, r) for c, r in zip(key, row, strict=True)) for row in rows) == n


def _rows_that_agree(told: Mapping[Key, int]) -> list[Key]:
    """One row for each contact that is told: days and places are dealt out along the same line."""
    pairs = [key[:2] for key, n in told.items() if key[0] != TOTAL and key[1] != TOTAL for _ in range(n)]
    places = [key[2] for key, n in told.items() if key[2] != TOTAL for _ in range(n)]
    return [(*pair, place) for pair, place in zip(pairs, places, strict=True)]


@relaxed
@given(counted, st.integers(0, 9), st.integers(0, len(ATOMS) - 1))
def test_what_does_not_change_is_not_drawn_anew(values: list[int], seed: int, which: int) -> None:
    counts = {key: n for key, n in zip(ATOMS, values, strict=True) if n}
    parts = summed(counts, lambda key: key[:2])
    first = SharingOut(5, chance(seed))
    told = first.split(
        "d", first.begin("w", summed(parts, lambda key: ())), parts, lambda key: (), everywhere
    )

    again = SharingOut(5, chance(seed + 100), first.told)
    same = again.split(
        "d", again.begin("w", summed(parts, lambda key: ())), parts, lambda key: (), everywhere
    )

    assert same == told


def test_parts_without_a_whole_are_refused() -> None:
    with pytest.raises(ValueError):
        SharingOut(5, lambda: 0.5).split("d", {}, {("a",): 3}, lambda key: (), nowhere)


def test_sums_across_the_tree_drift_little() -> None:
    """Of sixty quarters with seven doors each, the doors of all time stay near; drawn alone they would not."""
    draw = random.Random(1)  # noqa: S311 - the same at every run
    parts: dict[Key, int] = {
        (f"q{q:02}", f"d{d}"): draw.choice([0, 1, 2, 3, 7]) for q in range(60) for d in range(7)
    }
    out = SharingOut(5, draw.random)
    whole = out.begin("all", {(): sum(parts.values())})
    quarters = out.split("q", whole, summed(parts, lambda key: key[:1]), lambda key: (), nowhere)
    told = out.split("d", quarters, parts, lambda key: key[:1], lambda key: (key[1:],))
    doors, truth = summed(told, lambda key: key[1:]), summed(parts, lambda key: key[1:])

    assert max(abs(doors[key] - n) for key, n in truth.items()) <= 10


@relaxed
@given(
    st.integers(0, 90),
    st.lists(st.integers(0, 23), min_size=1, max_size=6),
    st.sampled_from([5, 10]),
    st.integers(0, 9),
)
def test_parts_of_a_number_that_drifted_away_from_them_still_make_it_and_none_is_below_nothing(
    whole: int, values: list[int], base: int, seed: int
) -> None:
    out = SharingOut(base, chance(seed))
    parts: dict[Key, int] = {("all", str(place)): n for place, n in enumerate(values)}
    told = out.split("part", {("all",): whole}, parts, lambda key: key[:1], nowhere)

    assert not told or sum(told.values()) == whole
    assert all(n >= 0 for n in told.values())
