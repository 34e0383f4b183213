# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Values that all web processes share: kept for a while, read by the gate alone, one writer after the other."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import ProgrammingError, connection, transaction

from lgnet.core.models import SharedValue
from lgnet.core.rowsecurity import GATE, acting_as
from tests.database import TestDatabases, pointed_at
from tests.world import World


def test_a_value_lasts_for_its_time(db: None) -> None:
    with time_machine.travel("2026-11-25 10:00", tick=False) as clock, acting_as(GATE):
        cache.set("hits", [1.5, 2.5], 60)
        assert cache.get("hits") == [1.5, 2.5]
        assert not cache.add("hits", [9], 60)
        clock.shift(61)
        assert cache.get("hits", "none") == "none" and not cache.delete("hits")
        assert cache.add("hits", [9], None) and cache.get("hits") == [9]
        clock.shift(10**9)
        assert cache.delete("hits") and cache.get("hits") is None


def test_what_is_over_is_forgotten_and_no_address_is_kept(db: None) -> None:
    with time_machine.travel("2026-11-25 10:00", tick=False) as clock, acting_as(GATE):
        cache.set("login:192.0.2.7", True, 60)
        (kept,) = SharedValue.objects.all()
        assert "192" not in kept.key
        clock.shift(61)
        cache.set("other", True, 60)
        assert SharedValue.objects.count() == 1
        cache.clear()
        assert not SharedValue.objects.exists()


@pytest.mark.parametrize("name", ["anna", "nadia"])
def test_nobody_who_works_reads_them(world: World, name: str) -> None:
    with acting_as(GATE):
        cache.set("hits", 7, 60)
    with acting_as(getattr(world, name).actor()):
        assert cache.get("hits") is None  # what is kept beside the gate stays in the memory of the process
        with pytest.raises(ProgrammingError), transaction.atomic():
            SharedValue.objects.exists()


@pytest.fixture
def two_processes(databases: TestDatabases, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database of its own, because the two connections must commit."""
    name = databases.copy("test_shared_values")
    with django_db_blocker.unblock(), pointed_at(name, "lgnet_web"):
        yield
    databases.drop(name)


def test_the_second_process_waits_for_the_first_and_reads_what_it_counted(two_processes: None) -> None:
    read: list[Any] = []

    def second() -> None:
        with acting_as(GATE):
            assert cache.add("hits:lock", True, 10)  # waits
            read.append(cache.get("hits"))
        connection.close()

    with acting_as(GATE):
        assert cache.add("hits:lock", True, 10)
        cache.set("hits", [1.0], 60)
        cache.delete("hits:lock")
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.5)
        assert waiting.is_alive()
    waiting.join(10)

    assert read == [[1.0]]
