# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page shows the head of last night's list without counting it: what still stands, and about how many."""

import datetime as dt
import uuid
from collections.abc import Callable

import time_machine
from django.test import Client

from lgnet.core.clock import now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.quality import policies, queries
from lgnet.quality.actions import pile_up
from lgnet.quality.models import Pile
from tests.cases.statements import statements
from tests.quality.test_mending import complete
from tests.world import World

Browser = Callable[[Worker], Client]


def a_night(of: Worker) -> None:
    with acting_as(Actor(DbRole.WORKER, of.partner_id)):
        pile_up(partner_id=of.partner_id)


def first(by: Worker) -> tuple[list[uuid.UUID], int]:
    """Who stands first on somebody's first page, and how many."""
    rows, people = queries.first_to_mend(
        by=by, checks=policies.mendable(by), coordinates=policies.coordinates(by)
    )
    return [row.person_id for row in rows], people


def counted(by: Worker) -> tuple[list[uuid.UUID], int]:
    """The same from the whole list, counted now."""
    rows, people = queries.count_to_mend(
        partner_id=by.partner_id, worker_id=by.user.pk, checks=policies.mendable(by),
        coordinates=policies.coordinates(by),
    )  # fmt: skip
    return [row.person_id for row in rows], people


def test_after_a_night_it_is_the_counted_list_in_two_statements(world: World) -> None:
    with acting_as(world.anna.actor()):
        for _ in range(8):
            complete(world.anna, sex="")
    a_night(world.anna)

    for worker in (world.anna, world.dario, world.paola):
        with acting_as(worker.actor()):
            twin = counted(worker)
            with statements() as asked:
                assert first(worker) == twin
            assert len(asked) <= 2
            assert not any("workers as materialized" in said for said in asked), "the list is not counted"


def test_what_is_mended_is_gone_at_once_and_the_next_takes_its_place(world: World) -> None:
    with acting_as(world.anna.actor()):
        for _ in range(8):
            complete(world.anna, sex="")
    a_night(world.anna)
    with acting_as(world.anna.actor()):
        shown, people = first(world.anna)
        Person.objects.filter(pk__in=shown[:2]).update(sex="F", citizenships=["SOM"], birth_date="1990-01-01")

        rest, left = first(world.anna)

        assert not {*shown[:2]} & {*rest} and len(rest) == 5
        assert left == people - 2
        assert (rest, left) == counted(world.anna)


def test_who_has_mended_everything_reads_that_nothing_is_left(world: World) -> None:
    with acting_as(world.anna.actor()):
        one = complete(world.anna, sex="")
    a_night(world.anna)
    with acting_as(world.anna.actor()):
        Person.objects.filter(pk__in=first(world.anna)[0]).update(sex="F")
        assert one.pk not in first(world.anna)[0]
        assert first(world.anna) == counted(world.anna)


def test_before_the_first_night_and_after_a_night_that_failed_it_is_counted(world: World) -> None:
    with acting_as(world.anna.actor()):
        complete(world.anna, sex="")
        assert first(world.anna) == counted(world.anna)
    a_night(world.anna)
    with time_machine.travel(now() + dt.timedelta(days=2)), acting_as(world.anna.actor()):
        complete(world.anna, sex="")
        assert first(world.anna) == counted(world.anna)


def test_more_than_the_night_kept_is_counted_when_its_head_is_mended(world: World) -> None:
    with acting_as(world.anna.actor()):
        for _ in range(18):
            complete(world.anna, sex="")
    a_night(world.anna)
    with acting_as(world.anna.actor()):
        heads = [uuid.UUID(head[0]) for head in Pile.objects.get(membership=world.anna.membership.pk).heads]
        Person.objects.filter(pk__in=heads).update(sex="F")

        assert first(world.anna) == counted(world.anna)
        assert len(first(world.anna)[0]) >= 3


def test_nobody_reads_the_list_of_another_partner(world: World) -> None:
    with acting_as(world.anna.actor()):
        complete(world.anna, sex="")
    a_night(world.anna)

    with acting_as(world.carla.actor()):
        assert not Pile.objects.exists()


def test_the_first_pages_ask_few_and_short_statements(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        for _ in range(8):
            complete(world.anna, sex="")
    a_night(world.anna)

    for worker in (world.anna, world.dario):
        client = browser(worker)
        client.get("/")
        with statements() as asked:
            assert "Da sistemare" in client.get("/").content.decode()
        assert len(asked) <= 40
        assert not any("workers as materialized" in said for said in asked)
