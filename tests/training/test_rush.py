# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Five hundred people of five partners ask for thirty places at once, in many connections that commit."""

import random
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from lgnet.core.rowsecurity import acting_as
from lgnet.network.models import Colleague, Membership, Organisation
from lgnet.network.worker import Worker
from lgnet.training.actions import enrol, withdraw
from lgnet.training.models import Enrolment, Module
from tests.database import TestDatabases, pointed_at
from tests.factories.training import a_module
from tests.training.twin import seated
from tests.world import World, find_world

PEOPLE, PLACES, SHARE, HANDS = 500, 30, 8, 12
PARTNERS = ("genova", "torino", "milano", "latina", "aosta")


Rush = tuple[World, list[Worker]]


@pytest.fixture
def rush(databases: TestDatabases, django_db_setup: None, django_db_blocker: Any) -> Iterator[Rush]:
    """The world and many people, in a database of its own, because their connections must commit."""
    name = databases.copy("test_rush")
    with django_db_blocker.unblock():
        with pointed_at(name, "lgnet_web"):
            world = find_world()
        with pointed_at(name, "lgnet_owner"):
            people = _people()
        with pointed_at(name, "lgnet_web"):
            yield world, people
    databases.drop(name)


def _people() -> list[Worker]:
    partners = {one.code: one for one in Organisation.objects.filter(code__in=PARTNERS)}
    colleagues = Colleague.objects.bulk_create(
        Colleague(email=f"rush{n}@example.org", name=f"Persona {n}") for n in range(PEOPLE)
    )
    memberships = Membership.objects.bulk_create(
        Membership(
            user=one, organisation=partners[PARTNERS[n % 5]], role="front_desk", valid_from="2024-01-01"
        )
        for n, one in enumerate(colleagues)
    )
    return [Worker(membership.user, membership) for membership in memberships]


def all_at_once(crowd: list[Worker], module: Module) -> None:
    """Everybody asks, through as many connections as hands; nobody's fault is swallowed."""
    gate = threading.Barrier(HANDS)

    def hand(queue: list[Worker]) -> None:
        gate.wait(30)
        try:
            for worker in queue:
                with acting_as(worker.actor()):
                    enrol(by=worker, module=module)
        finally:
            connection.close()

    shuffled = random.Random(7).sample(crowd, len(crowd))  # noqa: S311
    with ThreadPoolExecutor(HANDS) as pool:
        for done in [pool.submit(hand, shuffled[n::HANDS]) for n in range(HANDS)]:
            done.result()


def everybody(world: World, module: Module) -> list[Enrolment]:
    with acting_as(world.ugo.actor()):
        return list(Enrolment.objects.filter(module=module).order_by("arrival"))


@pytest.mark.parametrize("share", [None, SHARE])
def test_nobody_is_lost_and_the_first_have_the_places(rush: Rush, share: int | None) -> None:
    world, crowd = rush
    module = a_module(world.ugo, places=PLACES, places_per_partner=share, needs_approval=False)

    all_at_once(crowd, module)

    rows = everybody(world, module)
    assert [row.arrival for row in rows] == list(range(1, PEOPLE + 1))
    assert {row.colleague_id for row in rows} == {one.user.pk for one in crowd}
    expected = seated([(row.arrival, row.partner_id) for row in rows], PLACES, share)
    assert {row.arrival for row in rows if row.state == "seated"} == expected
    assert len(expected) == PLACES
    moments = [row.asked_at for row in rows if row.state == "seated"]
    assert moments == sorted(moments)


def test_while_some_give_their_place_back_every_free_place_is_taken(rush: Rush) -> None:
    world, crowd = rush
    module = a_module(world.ugo, places=PLACES, places_per_partner=SHARE, needs_approval=False)
    all_at_once(crowd[:100], module)
    leaving = [row for row in everybody(world, module) if row.state == "seated"][::2]
    workers = {one.user.pk: one for one in crowd}

    def leave(row: Enrolment) -> None:
        worker = workers[row.colleague_id]
        try:
            with acting_as(worker.actor()):
                withdraw(by=worker, enrolment=row)
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as pool:
        for done in [pool.submit(leave, row) for row in leaving]:
            done.result()

    rows = everybody(world, module)
    having = Counter(row.state for row in rows)
    assert having == {"withdrawn": len(leaving), "seated": PLACES, "waiting": 100 - PLACES - len(leaving)}
    by_partner: dict[object, int] = defaultdict(int)
    for row in rows:
        by_partner[row.partner_id] += row.state == "seated"
    assert max(by_partner.values()) <= SHARE
