# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is drawn follows from the seed alone; what is given follows from the answer alone."""

import uuid
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.examinations.drawing import drawn, order_of_options
from lgnet.examinations.grading import passes, points_for
from lgnet.examinations.models import QuestionVersion

IDS = [uuid.UUID(int=n) for n in range(60)]
BANKS = [uuid.UUID(int=1_000 + n) for n in range(3)]


@given(st.integers(0, 2**62), st.lists(st.integers(0, 20), min_size=3, max_size=3))
def test_one_seed_draws_one_paper_whatever_the_order_of_the_rows(seed: int, wanted: list[int]) -> None:
    pools = {bank: IDS[20 * n : 20 * n + 20] for n, bank in enumerate(BANKS)}
    shuffled = {bank: Random(seed).sample(ids, 20) for bank, ids in reversed(pools.items())}  # noqa: S311
    asked = dict(zip(BANKS, wanted, strict=True))

    paper = drawn(seed, pools, asked)

    assert paper == drawn(seed, shuffled, asked)
    assert len(set(paper)) == len(paper) == sum(wanted)
    for bank, n in asked.items():
        assert len(set(paper) & set(pools[bank])) == n


def test_seeds_draw_different_papers_and_each_question_its_turn() -> None:
    pools, asked = {BANKS[0]: IDS[:20]}, {BANKS[0]: 5}
    papers = [tuple(drawn(seed, pools, asked)) for seed in range(400)]

    assert len(set(papers)) > 390
    assert {question for paper in papers for question in paper} == set(IDS[:20])


def test_a_bank_that_is_too_small_is_told() -> None:
    with pytest.raises(ValueError, match="ample"):
        drawn(1, {BANKS[0]: IDS[:2]}, {BANKS[0]: 3})


@given(st.integers(0, 2**62), st.integers(1, 60), st.integers(0, 10))
def test_options_are_shown_each_once_in_one_order_for_an_attempt(seed: int, place: int, n: int) -> None:
    assert sorted(order_of_options(seed, place, n)) == list(range(n))
    assert order_of_options(seed, place, n) == order_of_options(seed, place, n)


def question(kind: str, *right: bool, points: int = 2) -> QuestionVersion:
    """A question that is not kept anywhere."""
    options = [{"text": str(place), "right": is_right} for place, is_right in enumerate(right)]
    return QuestionVersion(kind=kind, options=options, points=points)


@given(st.lists(st.booleans(), min_size=2, max_size=8), st.sets(st.integers(0, 7)))
def test_several_answers_count_only_all_together(right: list[bool], chosen: set[int]) -> None:
    expected = {place for place, is_right in enumerate(right) if is_right}

    points = points_for(question("multiple", *right), chosen=chosen, text="")

    assert points == (2 if chosen == expected else 0)


def test_an_open_answer_waits_unless_it_is_empty() -> None:
    assert points_for(question("text"), chosen=(), text="Ho ascoltato.") is None
    assert points_for(question("text"), chosen=(), text="  ") == 0


@given(st.integers(0, 500), st.integers(1, 500), st.integers(1, 100))
def test_the_mark_is_reached_by_whole_numbers_and_never_by_rounding(
    points: int, most: int, percent: int
) -> None:
    assert passes(points, most, percent) == (points / most * 100 >= percent or points * 100 == percent * most)
    assert not passes(0, 0, percent)


def test_sixty_of_a_hundred_is_the_mark_and_just_below_is_not() -> None:
    assert passes(3, 5, 60) and not passes(599, 1_000, 60)
