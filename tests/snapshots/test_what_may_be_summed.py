# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planned parts and action lines stand beside the whole in a cut-off; whoever sums counts nothing twice."""

import datetime as dt
import uuid

import pytest
from django.db import Error, connection, transaction
from django.db.models import Sum

from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import NETWORK
from lgnet.direction.indicators import O_2_3
from lgnet.direction.parts import Parts
from lgnet.snapshots import actions, digests
from lgnet.snapshots.boundary import Value
from lgnet.snapshots.models import Result
from tests.factories.counting import facts
from tests.factories.direction import a_target
from tests.factories.snapshots import JUNE, a_cutoff
from tests.world import World

PLAN = Parts(
    cells={("F", "18-60"): 30, ("M", "18-60"): 50},
    lines={"housing": 20},
    months={dt.date(2026, 6, 1): 40},
)


def with_a_plan(world: World) -> None:
    facts(world.anna, 1, 2, 3)
    facts(world.carla, 3, 4, sex="M")
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 80, indicator=O_2_3, day=JUNE, parts=PLAN)


def test_the_sum_of_the_results_is_the_value_and_nothing_more(world: World) -> None:
    with_a_plan(world)
    snapshot = a_cutoff(world.ugo)

    with acting_as(world.ugo.actor()):
        rows = Result.objects.filter(snapshot=snapshot, indicator="O.2.3").order_by()
        sums = {
            (scope, measure): n
            for scope, measure, n in rows.values_list("scope", "measure").annotate(n=Sum("n"))
        }
        assert sums[world.genova.pk, "planned"] == 80
        assert sums[world.genova.pk, "achieved"] == 3
        assert sums[world.torino.pk, "achieved"] == 2
        assert sums[NETWORK, "achieved"] == 4
        assert snapshot.results.get(measure="planned", indicator="O.2.3", scope=world.genova.pk).n == 80, (
            "nor by way of the head"
        )


def test_what_other_rows_hold_already_is_there_and_marked(world: World) -> None:
    with_a_plan(world)
    snapshot = a_cutoff(world.ugo)

    with acting_as(world.ugo.actor()):
        planned = Result.every.filter(
            snapshot=snapshot, measure="planned", indicator="O.2.3", scope=world.genova.pk
        )
        found = {(row.sex, row.age_band, row.line): (row.n, row.adds_up) for row in planned}
    assert found == {
        ("", "", ""): (80, True),
        ("F", "18-60", ""): (30, False),
        ("M", "18-60", ""): (50, False),
        ("", "", "housing"): (20, False),
    }


def test_nobody_can_say_that_a_part_adds_up(world: World) -> None:
    snapshot = uuid.uuid4()
    columns = "snapshot_id, scope, indicator, measure, sex, age_band, line, n, adds_up"
    given: list[uuid.UUID | str | int | bool] = [
        snapshot,
        world.genova.pk,
        "O.2.3",
        "planned",
        "F",
        "18-60",
        "",
        5,
        True,
    ]

    with (
        acting_as(world.ugo.actor()),
        pytest.raises(Error, match="adds_up"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"insert into snapshots_result ({columns}) values ({', '.join(['%s'] * 9)})",
            given,
        )


def test_a_cutoff_with_planned_parts_verifies(world: World) -> None:
    with_a_plan(world)
    snapshot = a_cutoff(world.ugo)

    report = actions.verify(by=world.ugo, snapshot=snapshot)

    assert report.holds and not report.findings
    with acting_as(world.ugo.actor()):
        assert report.values == Result.every.filter(snapshot=snapshot).count(), "all rows, the parts too"


def test_the_digest_of_results_is_that_of_the_cutoffs_taken_before() -> None:
    """The formula of 2026: somebody who holds an old seal recomputes it from the same columns."""
    scope = uuid.UUID(int=7)
    values = [
        Value(scope, "O.2.3", "planned", "", "", "", 80),
        Value(scope, "O.2.3", "planned", "F", "18-60", "", 30),
        Value(scope, "O.2.3", "achieved", "F", "18-60", "", 3),
    ]

    text = (
        f"{scope}|O.2.3|achieved|F|18-60||3\n{scope}|O.2.3|planned||||80\n{scope}|O.2.3|planned|F|18-60||30"
    )
    assert digests.of_values(values) == digests.of_text(text)
