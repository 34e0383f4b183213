# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner sees how long people wait with it among the others, of whom it sees quartiles and nobody."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.db import ProgrammingError, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.analysis.actions import refresh
from lgnet.analysis.actions.spread import quartiles, spread_out
from lgnet.analysis.models import Spread
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from tests.analysis.test_roll_ups import NOW, much_work
from tests.factories.analysis import among_others, others_of, told
from tests.world import World

Browser = Callable[[Worker], Client]
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@unhurried
@given(st.lists(st.integers(0, 181), min_size=5, max_size=40))
def test_each_quartile_is_made_of_two_or_three_partners(values: list[int]) -> None:
    lower, middle, upper = quartiles(values) or (0, 0, 0)
    ordered = sorted(values)

    assert ordered[0] <= lower <= middle <= upper <= ordered[-1]
    for found in (lower, middle, upper):
        near = [
            sum(some) / len(some)
            for n in (2, 3)
            for some in zip(*(ordered[i:] for i in range(n)), strict=False)
        ]
        assert any(abs(found - mean) <= 0.5 for mean in near)


@unhurried
@given(st.lists(st.integers(0, 181), max_size=4))
def test_of_fewer_than_five_there_is_no_quartile(values: list[int]) -> None:
    assert quartiles(values) is None


def test_the_others_do_not_hold_oneself_nor_who_has_few_episodes(world: World) -> None:
    with acting_as(Actor(DbRole.WORKER)):
        others = others_of(world.genova.pk, 7)
        told(world.genova.pk, 90)
        for scope, days in zip(others[:6], (1, 2, 3, 5, 7, 10), strict=True):
            told(scope, days)
        told(others[6], 150, episodes=15, on_time=10)

        spread_out([world.genova.pk, *others])

        own = Spread.objects.get(scope=world.genova.pk, measure="half")
        assert own.partners == 6
        assert (own.lower, own.middle, own.upper) == quartiles([1, 2, 3, 5, 7, 10])
        assert not Spread.objects.filter(scope=world.genova.pk).exclude(partners=6).exists()
        assert Spread.objects.get(scope=others[0], measure="half").partners == 6, (
            "without itself, with Genova"
        )


def test_four_others_are_too_few(world: World) -> None:
    with acting_as(Actor(DbRole.WORKER)):
        others = others_of(world.genova.pk, 4)
        for scope in (world.genova.pk, *others):
            told(scope, 5)
        spread_out([world.genova.pk, *others])

        assert not Spread.objects.exists()


@pytest.mark.usefixtures("monday_morning")
def test_a_coordinator_sees_the_own_partner_among_the_others(world: World, browser: Browser) -> None:
    much_work(world.anna, 8, episodes=30)
    refresh(scope=world.genova.pk)
    others = among_others(world.genova.pk)

    html = browser(world.dario).get("/analysis/timeliness/").content.decode()
    nation = browser(world.nadia).get("/analysis/timeliness/?partner=genova").content.decode()

    assert "in mezzo agli altri partner" in html and "Quartile superiore degli altri" in html
    assert "Quartili di altri 6 partner" in html
    assert "in mezzo agli altri partner" not in nation
    for scope in others:
        assert str(scope) not in html


def test_nobody_reads_the_spread_of_another_partner(world: World) -> None:
    with acting_as(Actor(DbRole.WORKER)):
        others = others_of(world.genova.pk, 6)
        for scope in (world.genova.pk, *others):
            told(scope, 5)
        spread_out([world.genova.pk, *others])

    with acting_as(world.dario.actor()):
        assert {row.scope for row in Spread.objects.all()} == {world.genova.pk}
    with acting_as(world.nadia.actor()), pytest.raises(ProgrammingError), transaction.atomic():
        Spread.objects.count()
