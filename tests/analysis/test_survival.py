# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The curve of the waits is the published one, and that of somebody who follows each person with a pencil."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.analysis.survival import DayCount, survival

# Remission in weeks under 6-MP (Freireich et al. 1963), the textbook example; "+" was still in remission.
FREIREICH = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
# Week, share, and the 95 per cent band on the log-log scale, as R (survival::survfit) and Stata (sts list) print it.
PUBLISHED = [
    (6, 0.857, 0.620, 0.952),
    (7, 0.807, 0.563, 0.923),
    (10, 0.753, 0.503, 0.889),
    (13, 0.690, 0.432, 0.849),
    (16, 0.627, 0.368, 0.805),
    (22, 0.538, 0.268, 0.747),
    (23, 0.448, 0.188, 0.680),
]


def counted(people: Sequence[tuple[int, str]]) -> list[DayCount]:
    """Each person as a count of one."""
    return [DayCount(days, **{what: 1}) for days, what in people]


def test_the_textbook_curve_with_its_band() -> None:
    people = [(int(week.rstrip("+")), "waiting" if "+" in week else "done") for week in FREIREICH.split()]

    curve = survival(counted(people))

    found = [(m.days, round(m.waiting, 3), round(m.low, 3), round(m.high, 3)) for m in curve.moments[1:]]
    assert found == PUBLISHED
    assert curve.median == 23
    assert curve.quantile(0.9) is None, "fewer than nine in ten were seen to reach it"
    assert (curve.number, curve.observed_to) == (21, 35)


people = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from(["done", "ended", "waiting"])), min_size=1, max_size=40
)


def with_a_pencil(people: Sequence[tuple[int, str]]) -> dict[int, tuple[Fraction, Fraction, Fraction]]:
    """Day by day: the share still waiting, and the shares that reached the step and ended otherwise, exactly."""
    waiting = everybody = Fraction(1)
    reached = ended = Fraction(0)
    found = {}
    for day in sorted({days for days, _ in people}):
        there = sum(days >= day for days, _ in people)
        done = sum((days, what) == (day, "done") for days, what in people)
        gone = sum((days, what) == (day, "ended") for days, what in people)
        reached += everybody * Fraction(done, there)
        ended += everybody * Fraction(gone, there)
        everybody *= 1 - Fraction(done + gone, there)
        waiting *= 1 - Fraction(done, there)
        found[day] = (waiting, reached, ended)
    return found


@settings(deadline=None)
@given(people)
def test_the_curve_is_that_of_following_each_person(people: list[tuple[int, str]]) -> None:
    twin = with_a_pencil(people)

    for moment in survival(counted(people)).moments[1:]:
        waiting, reached, ended = (float(share) for share in twin[moment.days])
        assert moment.waiting == pytest.approx(waiting)
        assert moment.reached == pytest.approx(reached)
        assert moment.ended == pytest.approx(ended)


@settings(deadline=None)
@given(people)
def test_the_curve_only_falls_stays_in_its_band_and_accounts_for_everybody(
    people: list[tuple[int, str]],
) -> None:
    moments = survival(counted(people)).moments

    for before, after in pairwise(moments):
        assert after.waiting <= before.waiting
        assert after.reached >= before.reached and after.ended >= before.ended
    for moment in moments:
        assert -1e-9 <= moment.low <= moment.waiting + 1e-9 <= moment.high + 2e-9 <= 1 + 3e-9
        assert moment.reached + moment.ended <= 1 + 1e-9


@settings(deadline=None)
@given(people)
def test_without_anybody_waiting_or_ended_it_is_the_plain_share(people: list[tuple[int, str]]) -> None:
    everybody = [(days, "done") for days, _ in people]

    for moment in survival(counted(everybody)).moments[1:]:
        later = sum(days > moment.days for days, _ in everybody)
        assert moment.waiting == pytest.approx(later / len(everybody))


@settings(deadline=None)
@given(people, st.integers(0, 12))
def test_beyond_the_longest_wait_everybody_still_waits(people: list[tuple[int, str]], longest: int) -> None:
    cut = survival(counted(people), longest=longest)
    by_hand = survival(counted([(d, w) if d <= longest else (longest, "waiting") for d, w in people]))

    assert cut == by_hand
    assert cut.observed_to <= longest


def test_the_group_of_nobody_has_no_median() -> None:
    nobody = survival([])

    assert (nobody.number, nobody.median, nobody.observed_to) == (0, None, 0)


def test_who_ended_otherwise_leaves_the_curve_and_stays_in_what_became_of_everybody() -> None:
    people = [(1, "done"), (2, "ended"), (3, "done"), (4, "waiting")]

    last = survival(counted(people)).moments[-1]

    assert last.waiting == pytest.approx(3 / 4 * 1 / 2)
    assert last.reached == pytest.approx(1 / 4 + 1 / 4)
    assert last.ended == pytest.approx(1 / 4)
