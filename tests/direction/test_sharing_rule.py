# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rule of the re-distribution: the sum stays, whole numbers, never more than a share of a target."""

import uuid

from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from lgnet.direction.sharing import Seat, apportion, propose


def seat(value: int, target: int, low: int, high: int) -> Seat:
    return Seat(uuid.uuid4(), value, target, low, high)


@st.composite
def seats(draw: st.DrawFn) -> Seat:
    value = draw(st.integers(0, 500))
    low = value + draw(st.integers(0, 200))
    return seat(value, draw(st.integers(0, 900)), low, low + draw(st.integers(0, 200)))


def test_who_will_miss_gives_and_who_has_room_takes() -> None:
    behind, ahead, uncertain = seat(100, 200, 120, 150), seat(280, 300, 320, 340), seat(80, 100, 95, 110)

    moves = propose([behind, ahead, uncertain], percent=20)

    assert [(move.seat, move.change) for move in moves] == [(behind, -20), (ahead, 20)]
    with override("it"):
        assert moves[0].reason() == "Anche nel caso più alto della previsione arriva a 150 su 200: cede 20."
        assert (
            moves[1].reason() == "Anche nel caso più basso della previsione arriva a 320 su 300: prende 20."
        )


def test_the_limit_is_said() -> None:
    behind, ahead = seat(0, 200, 0, 50), seat(280, 300, 400, 450)

    (gives, takes) = propose([behind, ahead], percent=5)

    assert (gives.change, takes.change) == (-10, 10)
    with override("it"):
        assert gives.reason().endswith("È il massimo che si può spostare.")


def test_without_room_nothing_is_proposed() -> None:
    assert propose([seat(0, 100, 10, 20), seat(0, 100, 10, 20)], percent=10) == ()
    assert propose([], percent=10) == ()


@given(known=st.lists(seats(), max_size=22), percent=st.integers(1, 30))
def test_the_sum_stays_to_the_unit_and_nobody_falls_below_what_is_reached(
    known: list[Seat], percent: int
) -> None:
    moves = propose(known, percent)

    assert sum(move.change for move in moves) == 0
    for move in moves:
        assert move.change
        assert abs(move.change) <= move.seat.target * percent // 100
        assert move.after >= min(move.seat.value, move.seat.target)
        if move.change < 0:
            assert move.after >= move.seat.high
        else:
            assert move.after <= move.seat.low


@given(weights=st.lists(st.integers(0, 1_000), max_size=30), part=st.floats(0, 1))
def test_parts_are_whole_and_add_up(weights: list[int], part: float) -> None:
    total = int(sum(weights) * part)

    parts = apportion(total, weights)

    assert sum(parts) == total
    assert all(0 <= part <= weight for part, weight in zip(parts, weights, strict=True))
