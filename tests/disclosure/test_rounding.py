# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rounded tables add up, stay near the truth and hide what is small."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.disclosure.rounding import round_to
from lgnet.disclosure.shapes import TOTAL, Dimension, Table, margins
from lgnet.disclosure.suppress import unsafe
from tests.disclosure.attacker import Attacker

ROWS, COLUMNS = Dimension("r", ("a", "b", "c")), Dimension("c", ("x", "y", "z"))
ATOMS = list(itertools.product(ROWS.atoms, COLUMNS.atoms))


def table_of(values: list[int]) -> Table:
    return Table((ROWS, COLUMNS), dict(zip(ATOMS, values, strict=True)), margins((ROWS, COLUMNS), ["r", "c"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 40), min_size=9, max_size=9))
def test_sums_stay_sums_and_near_the_truth(values: list[int]) -> None:
    table = table_of(values)
    rounded = round_to(table, 5)

    assert all(n % 5 == 0 for n in rounded.cells.values())
    for row in (*ROWS.atoms, TOTAL):
        assert rounded.cells[row, TOTAL] == sum(rounded.cells[row, column] for column in COLUMNS.atoms)
    for column in COLUMNS.atoms:
        assert rounded.cells[TOTAL, column] == sum(rounded.cells[row, column] for row in ROWS.atoms)
    assert rounded.is_controlled
    assert rounded == round_to(table, 5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([0, 1, 2, 3, 7, 12]), min_size=9, max_size=9))
def test_the_attacker_keeps_less_than_the_threshold(values: list[int]) -> None:
    table = table_of(values)
    attacker = Attacker(table, round_to(table, 5).cells, slack=4)

    for key in unsafe(table):
        assert attacker.width(key) >= table.threshold(key)


def test_a_base_that_hides_nothing_is_refused() -> None:
    sensitive = Dimension("s", ("a", "b"), threshold=5)
    table = Table((sensitive,), {("a",): 1}, margins((sensitive,), ["s"]))

    with pytest.raises(ValueError):
        round_to(table, 5)
    assert round_to(table, 10).cells["a",] == 0
