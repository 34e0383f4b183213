# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Nobody computes a protected cell from what is published, and no more is withheld than needed."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.disclosure.shapes import TOTAL, Dimension, Key, Reason, Rules, Table, margins, share
from lgnet.disclosure.suppress import Proof, Protected, protect, unsafe
from tests.disclosure.attacker import Attacker

SLOWLY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def published(protected: Protected) -> dict[Key, int]:
    told = {key: protected.table.value(key) for key in protected.table.told}
    return told | {key: cell.value for key, cell in protected.cells.items() if cell.value is not None}


def attack(protected: Protected) -> None:
    """Every protected cell keeps its interval against whoever solves the published sums."""
    assert protected.proof.faults(protected) == []
    attacker = Attacker(protected.table, published(protected))
    for key in unsafe(protected.table):
        need = protected.table.threshold(key)
        assert attacker.width(key) >= need - 1e-6, f"{key}: {attacker.interval(key)}"


@st.composite
def tables(draw: st.DrawFn, *, dimensions: int = 3) -> Table:
    """Small tables of one to three dimensions, with all margins or only some linked tables of a cube."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=dimensions))
    dims = tuple(
        Dimension(
            f"d{i}", tuple(f"{'abc'[i]}{n}" for n in range(size)), threshold=draw(st.sampled_from([3, 5])),
            sensitive=draw(st.booleans()),
        )
        for i, size in enumerate(sizes)
    )  # fmt: skip
    atoms = list(itertools.product(*(d.atoms for d in dims)))
    numbers = st.sampled_from([0, 0, 1, 2, 3, 4, 6, 9, 30])
    counts: dict[Key, int] = {key: draw(numbers) for key in atoms}
    names = [d.name for d in dims]
    whole = [names]
    linked = [list(pair) for pair in itertools.combinations(names, max(1, len(names) - 1))]
    shown = margins(dims, *draw(st.sampled_from([whole, linked])))
    return Table(dims, counts, shown, rules=Rules(zero_tells=draw(st.booleans())))


@SLOWLY
@given(tables())
def test_the_attacker_never_succeeds(table: Table) -> None:
    attack(protect(table))


@SLOWLY
@given(tables())
def test_what_is_shown_is_true_and_no_shown_cell_is_small(table: Table) -> None:
    protected = protect(table)

    assert set(protected.cells) == set(table.shown)
    for key, cell in protected.cells.items():
        if cell.value is None:
            assert cell.reason is not Reason.SHOWN
        else:
            assert cell.value == by_hand(table, key)
            assert cell.value == 0 or cell.value >= table.threshold(key)


def by_hand(table: Table, key: Key) -> int:
    return sum(
        n
        for atoms, n in table.counts.items()
        if all(name in (TOTAL, atom) for name, atom in zip(key, atoms, strict=True))
    )


def two_by_two() -> Iterator[Table]:
    """Tables so small that the best protection can be found by trying everything."""
    rows, columns = Dimension("r", ("a", "b", "c")), Dimension("c", ("x", "y"))
    for values in ([1, 9, 8, 7, 30, 12], [2, 9, 1, 7, 30, 12], [0, 2, 40, 41, 42, 43], [1, 1, 1, 1, 90, 90]):
        counts: dict[Key, int] = dict(zip(itertools.product(rows.atoms, columns.atoms), values, strict=True))
        yield Table((rows, columns), counts, margins((rows, columns), ["r", "c"]))


@pytest.mark.parametrize("table", list(two_by_two()))
def test_it_withholds_hardly_more_than_the_best_protection(table: Table) -> None:
    ours, best = protect(table).withheld, least_withheld(table)

    assert best <= ours <= best + 2


def least_withheld(table: Table) -> int:
    """The fewest cells to withhold, by trying every choice against the attacker."""
    primary = unsafe(table)
    others = [key for key in table.shown if key not in primary]
    for n in range(len(others) + 1):
        for more in itertools.combinations(others, n):
            left = {key: table.value(key) for key in others if key not in more}
            attacker = Attacker(table, left)
            if all(attacker.width(key) >= table.threshold(key) - 1e-6 for key in primary):
                return len(primary) + n
    raise AssertionError("withholding everything always protects")


def test_a_table_with_nothing_to_hide_is_shown_whole() -> None:
    rows = Dimension("r", ("a", "b"))
    table = Table((rows,), {("a",): 10, ("b",): 20}, margins((rows,), ["r"]))

    assert protect(table).withheld == 0


def test_everybody_alike_is_told_of_no_group() -> None:
    partner = Dimension("partner", ("genova", "torino"))
    status = Dimension("status", ("asylum", "work"), threshold=5, sensitive=True)
    counts: dict[Key, int] = {("genova", "asylum"): 40, ("torino", "asylum"): 30, ("torino", "work"): 25}
    protected = protect(Table((partner, status), counts, margins((partner, status), ["partner", "status"])))

    cell = protected.cells["genova", "asylum"]
    assert (cell.value, cell.reason) == (None, Reason.ALL_ALIKE)
    attack(protected)


def test_categories_that_put_people_at_risk_need_more() -> None:
    ground = Dimension("ground", ("work", "trafficking"), threshold=5, stricter={"trafficking": 10})
    table = Table((ground,), {("work",): 9, ("trafficking",): 9}, margins((ground,), ["ground"]))

    assert table.threshold(("work",)) == 5 and table.threshold(("trafficking",)) == 10
    assert protect(table).cells["trafficking",].reason is Reason.SMALL
    assert table.threshold((TOTAL,)) == 1


@pytest.mark.parametrize(
    ("part", "whole", "told"), [(5, 19, None), (5, 20, 25), (None, 90, None), (3, None, None)]
)
def test_shares_need_a_base(part: int | None, whole: int | None, told: int | None) -> None:
    assert share(part, whole) == told


def test_a_proof_that_does_not_hold_is_found_out() -> None:
    rows = Dimension("r", ("a", "b", "c"))
    table = Table((rows,), {("a",): 1, ("b",): 20, ("c",): 30}, margins((rows,), ["r"]))
    protected = protect(table)

    assert protected.proof.faults(protected) == []
    naked = Protected(table, {key: type(cell)(table.value(key), cell.reason) for key, cell in protected.cells.items()},
                      protected.proof)  # fmt: skip
    assert naked.proof.faults(naked)
    assert Proof({}).faults(protected)


def test_counts_are_not_negative_and_cells_exist() -> None:
    rows = Dimension("r", ("a",))
    with pytest.raises(ValueError):
        Table((rows,), {("a",): -1}, ())
    with pytest.raises(ValueError):
        Table((rows,), {("a",): 1}, (("z",),))
