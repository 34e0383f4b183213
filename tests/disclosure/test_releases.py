# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two releases together tell no more than each of them: their difference is a table as well."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lgnet.disclosure.releases import Earlier, joined, of_release, protect_release
from lgnet.disclosure.shapes import Dimension, Key, Table, margins
from lgnet.disclosure.suppress import CannotProtect, Protected, protect
from tests.disclosure.attacker import Attacker
from tests.disclosure.test_suppress import attack

Counts = dict[Key, int]
DIMENSIONS = (Dimension("partner", ("ge", "to", "mi")), Dimension("sex", ("F", "M")))
SHOWN = margins(DIMENSIONS, ["partner", "sex"])
ATOMS: list[Key] = [(p, s) for p in DIMENSIONS[0].atoms for s in DIMENSIONS[1].atoms]


def first(counts: Counts) -> Earlier:
    """A release of its own, as published."""
    protected = protect(Table(DIMENSIONS, counts, SHOWN))
    told = [key for key, cell in protected.cells.items() if cell.value is not None]
    return Earlier(counts, told, [key for key in SHOWN if key not in told])


def test_one_person_more_is_not_told_by_the_difference() -> None:
    before: Counts = dict.fromkeys(ATOMS, 20)
    after: Counts = before | {("ge", "F"): 21, ("to", "M"): 40}

    alone = protect(Table(DIMENSIONS, after, SHOWN))
    beside = protect_release(DIMENSIONS, after, SHOWN, [first(before)])

    assert alone.withheld == 0 and beside.withheld > 0
    attack(beside)


numbers = st.sampled_from([0, 1, 2, 3, 5, 8, 20])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.lists(numbers, min_size=6, max_size=6),
    growth=st.lists(st.lists(st.sampled_from([-2, 0, 0, 1, 2, 5, 9]), min_size=6, max_size=6), max_size=2),
)
def test_the_attacker_never_succeeds_over_releases(start: list[int], growth: list[list[int]]) -> None:
    counts: Counts = dict(zip(ATOMS, start, strict=True))
    earlier = [first(counts)]
    for step in growth:
        counts = {atoms: max(0, counts[atoms] + more) for atoms, more in zip(ATOMS, step, strict=True)}
        try:
            protected = protect_release(DIMENSIONS, counts, SHOWN, earlier)
        except CannotProtect:
            assume(False)
        attack(protected)
        told = [of_release(key) for key, cell in protected.cells.items() if cell.value is not None]
        earlier.append(Earlier(counts, told, [key for key in SHOWN if key not in told]))


@given(st.lists(st.lists(st.integers(0, 6), min_size=6, max_size=6), min_size=1, max_size=4))
def test_the_cube_of_releases_holds_what_each_release_counted(releases: list[list[int]]) -> None:
    counts: list[Counts] = [dict(zip(ATOMS, values, strict=True)) for values in releases]
    table = joined(DIMENSIONS, counts[-1], SHOWN, [Earlier(each, SHOWN) for each in counts[:-1]])

    assert all(n >= 0 for n in table.counts.values())
    for number, each in enumerate(counts):
        name = "now" if number == len(counts) - 1 else f"until {number}"
        for key in SHOWN:
            twin = sum(
                n for atoms, n in each.items() if all(a in ("*", b) for a, b in zip(key, atoms, strict=True))
            )
            assert table.value((name, *key)) == twin


def test_unprotected_releases_would_be_solved() -> None:
    """The attacker of these tests is able: without protection it computes the one person more."""
    before: Counts = dict.fromkeys(ATOMS, 20)
    after: Counts = before | {("ge", "F"): 21}
    table = joined(DIMENSIONS, after, SHOWN, [first(before)])
    everything = {key: table.value(key) for key in (*table.shown, *table.told)}

    assert Attacker(table, everything).interval(("since 0", "ge", "F")) == (1, 1)
    assert isinstance(protect(table), Protected)
