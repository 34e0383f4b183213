# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many confirm at the same moment, some cancel, the partner corrects the event meanwhile.

Every place is given, none twice, nobody is overtaken, and nobody waits for somebody who waits for them.
"""

import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.society import queries
from lgnet.society.actions import events, registering
from lgnet.society.models import Event, Registration
from tests.database import TestDatabases, pointed_at
from tests.factories.society import a_plan, published
from tests.world import World, find_world

PEOPLE, PLACES, CONNECTIONS, LEAVING = 200, 30, 12, 10


@pytest.fixture
def several(databases: TestDatabases, django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """A database of its own, because the connections must commit."""
    name = databases.copy("test_many_at_once")
    with django_db_blocker.unblock(), pointed_at(name, "lgnet_web"):
        yield find_world()
    databases.drop(name)


def test_places_go_in_the_order_of_arrival_however_many_ask_at_once(several: World) -> None:
    event = published(several.dario, capacity=PLACES)
    begin = threading.Barrier(CONNECTIONS + 1)

    def work(numbers: list[int]) -> list[uuid.UUID]:
        made = []
        try:
            begin.wait(30)
            for n in numbers:
                with acting_as(PUBLIC):
                    shown = queries.by_slug(event.slug, "it")
                    assert shown is not None
                    asked = registering.register(
                        shown=shown, name=f"N{n}", email=f"{n}@example.net", language="it"
                    )
                    assert asked.registration is not None
                with acting_as(PUBLIC):
                    assert registering.confirm(registration=asked.registration)
                if n < LEAVING:
                    with acting_as(PUBLIC):
                        assert registering.withdraw(registration=asked.registration)
                made.append(asked.registration)
        finally:
            connection.close()
        return made

    over = threading.Event()

    def correct() -> int:
        times = 0
        try:
            begin.wait(30)
            while not over.is_set():
                with acting_as(several.dario.actor()):
                    events.edit(by=several.dario, event=event, plan=a_plan(f"Prova {times}", capacity=PLACES))
                times += 1
        finally:
            connection.close()
        return times

    with ThreadPoolExecutor(CONNECTIONS + 1) as pool:
        correcting = pool.submit(correct)
        try:
            done = list(pool.map(work, [list(range(PEOPLE))[n::CONNECTIONS] for n in range(CONNECTIONS)]))
        finally:
            over.set()

    assert correcting.result() > 1
    assert sum(len(part) for part in done) == PEOPLE
    with acting_as(several.dario.actor()):
        rows = list(Registration.objects.filter(event=event).order_by("arrival"))
        assert [row.arrival for row in rows] == list(range(1, PEOPLE + 1))
        assert Event.objects.get(pk=event.pk).arrivals == PEOPLE
    standing = [row for row in rows if row.state != "cancelled"]
    assert len(standing) == PEOPLE - LEAVING
    seated = [row.arrival for row in standing if row.state == "seated"]
    assert seated == [row.arrival for row in standing][:PLACES]
