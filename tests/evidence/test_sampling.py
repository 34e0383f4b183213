# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How many to draw and which: known values of the formula, and properties that must hold for any population."""

import math
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.evidence.sampling import draw, population_digest, sample_size


def chance_of_seeing_none(population: int, faulty: int, size: int) -> float:
    """C(N-D, n) / C(N, n), with exact whole numbers."""
    return math.comb(population - faulty, size) / math.comb(population, size)


@pytest.mark.parametrize(
    ("population", "confidence", "tolerable", "size"),
    [
        (0, 95, 5, 0),
        (1, 95, 5, 1),
        (20, 95, 5, 19),
        (100, 95, 5, 45),
        (1_000, 95, 5, 57),
        (40_000, 95, 5, 59),
    ],
)
def test_known_sizes(population: int, confidence: int, tolerable: int, size: int) -> None:
    assert sample_size(population, confidence=confidence, tolerable=tolerable) == size


@given(
    population=st.integers(1, 800),
    confidence=st.sampled_from([90, 95, 99]),
    tolerable=st.sampled_from([2, 5, 10]),
)
def test_the_size_is_the_smallest_that_is_sure_enough(
    population: int, confidence: int, tolerable: int
) -> None:
    size = sample_size(population, confidence=confidence, tolerable=tolerable)
    faulty = math.ceil(population * tolerable / 100)

    assert 1 <= size <= population
    assert chance_of_seeing_none(population, faulty, size) <= 1 - confidence / 100 + 1e-9
    if size > 1:
        assert chance_of_seeing_none(population, faulty, size - 1) > 1 - confidence / 100 - 1e-9


@given(facts=st.sets(st.uuids(), max_size=40), size=st.integers(0, 40), seed=st.text("abc123", max_size=8))
def test_the_same_seed_draws_the_same_people_in_whatever_order_they_come(
    facts: set[uuid.UUID], size: int, seed: str
) -> None:
    one, other = sorted(facts), sorted(facts, reverse=True)

    assert draw(one, seed=seed, size=size) == draw(other, seed=seed, size=size)
    assert len(draw(one, seed=seed, size=size)) == min(size, len(facts))
    assert population_digest(one) == population_digest(other)
