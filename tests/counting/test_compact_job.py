# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The worker shortens the totals every five minutes, and nobody sees a difference."""

from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.jobs import compact_totals
from lgnet.counting.models import NETWORK, Total
from lgnet.direction import queries
from tests.factories.counting import facts
from tests.world import World


def test_the_job_is_known_and_runs_every_five_minutes() -> None:
    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}

    assert periodic["counting.compact_totals"] == "*/5 * * * *"


def test_the_job_shortens_the_totals_and_changes_no_figure(world: World) -> None:
    for number in range(1, 6):
        facts(world.anna, number)
    with acting_as(Actor(DbRole.NATIONAL)):
        before = queries.figures(NETWORK)["O.2.3"].cells
        rows = Total.objects.count()

    compact_totals(0)

    with acting_as(Actor(DbRole.NATIONAL)):
        assert queries.figures(NETWORK)["O.2.3"].cells == before
        assert Total.objects.count() < rows
