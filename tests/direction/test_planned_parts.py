# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planned values by sex and age add up to the whole: in the form, in the action and in the database."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.direction import planned
from lgnet.direction.actions import set_target
from lgnet.direction.indicators import O_2_3
from lgnet.direction.models import TargetPart
from lgnet.direction.parts import CELLS, Parts
from lgnet.direction.path import PlannedPath
from lgnet.network import editions
from tests.world import World

START, END = dt.date(2024, 1, 1), dt.date(2027, 1, 16)
JUNE, JULY = dt.date(2025, 6, 1), dt.date(2025, 7, 1)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            Parts({("F", "<18"): 60, ("M", "18-60"): 39}),
            "Le celle per sesso ed età sommano 99, l’obiettivo è 100: ne manca 1.",
        ),
        (
            Parts({("F", "<18"): 60, ("M", "18-60"): 42}),
            "Le celle per sesso ed età sommano 102, l’obiettivo è 100: 2 sono di troppo.",
        ),
        (Parts(lines={"housing": 101}), "Abitare: 101 è più di tutto l’obiettivo, che è 100."),
        (Parts(months={JUNE: 50, JULY: 40}), "Entro la fine di luglio 2025: 40 è meno dei 50 previsti prima."),
        (Parts(months={JUNE: 150}), "Entro la fine di giugno 2025: 150 è più di tutto l’obiettivo, che è 100."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_in_a_sentence(parts: Parts, said: str) -> None:
    with override("it"):
        assert parts.problems(100) == [said]


def test_lines_may_overlap_for_a_person_may_be_followed_on_two() -> None:
    assert Parts(lines={"housing": 80, "taking_in_charge": 90}).problems(100) == []


def test_a_target_keeps_its_planned_parts(world: World) -> None:
    parts = Parts({("F", "18-60"): 60, ("M", "18-60"): 40}, {"housing": 30}, {JUNE: 40})
    with acting_as(world.ugo.actor()):
        made = set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=100, parts=parts)

        assert planned.parts_of([made]) == {made.pk: parts}
        with pytest.raises(Refused, match="sommano"):
            set_target(
                by=world.ugo, partner=world.genova, indicator=O_2_3, value=100, parts=Parts({("F", "<18"): 1})
            )
    with acting_as(world.dario.actor()):
        path = planned.path_of(made, editions.current(), planned.parts_of([made])[made.pk])
        assert path is not None
        assert path.at(dt.date(2025, 6, 30)) == 40


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "cell", "sex": "F", "age_band": "<18", "value": 1},
        {"kind": "line", "line": "housing", "value": 101},
        {"kind": "month", "month": JULY, "value": 10},
        {"kind": "month", "month": dt.date(2025, 6, 2), "value": 50},
        {"kind": "cell", "sex": "", "age_band": "<18", "value": 0},
    ],
)
def test_the_database_itself_refuses_parts_that_do_not_fit(world: World, wrong: dict[str, object]) -> None:
    parts = Parts({("F", "18-60"): 60, ("M", "18-60"): 40}, {}, {JUNE: 40})
    with acting_as(world.ugo.actor()):
        made = set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=100, parts=parts)
        with pytest.raises(DatabaseError), transaction.atomic():
            _write_at_once(TargetPart(target=made, **wrong))


def _write_at_once(part: TargetPart) -> None:
    part.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def test_the_way_is_a_straight_line_unless_somebody_planned_otherwise() -> None:
    straight = PlannedPath(100, START, END, {})
    bent = PlannedPath(100, START, END, {dt.date(2024, 12, 1): 0, dt.date(2025, 12, 1): 90})

    assert straight.at(dt.date(2023, 12, 31)) == 0
    assert straight.at(dt.date(2025, 7, 8)) == 49
    assert straight.at(END) == straight.at(dt.date(2030, 1, 1)) == 100
    assert bent.at(dt.date(2024, 12, 31)) == 0
    assert bent.at(dt.date(2025, 12, 31)) == 90
    assert list(bent.by_month())[-1] == dt.date(2027, 1, 1)
    assert bent.by_month()[dt.date(2027, 1, 1)] == 100


@given(
    target=st.integers(0, 5_000),
    steps=st.dictionaries(st.integers(0, 36), st.integers(0, 100), max_size=6),
    day=st.dates(START, END),
)
def test_the_plan_never_falls_and_ends_at_the_target(
    target: int, steps: dict[int, int], day: dt.date
) -> None:
    rising = sorted(value * target // 100 for value in steps.values())
    months = [dt.date(2024 + n // 12, n % 12 + 1, 1) for n in sorted(steps)]
    path = PlannedPath(target, START, END, dict(zip(months, rising, strict=True)))

    values = list(path.by_month().values())

    assert values == sorted(values)
    assert values[-1] == target
    assert 0 <= path.at(day) <= path.at(min(END, day + dt.timedelta(days=40))) <= target


@given(cells=st.lists(st.integers(0, 300), min_size=9, max_size=9).filter(any), after=st.integers(0, 3_000))
def test_a_scaled_plan_still_adds_up(cells: list[int], after: int) -> None:
    before = sum(cells)
    parts = Parts(
        dict(zip(CELLS, cells, strict=True)), {"housing": before // 2}, {JUNE: before // 3, JULY: before}
    )

    assert parts.scaled(before, after).problems(after) == []
