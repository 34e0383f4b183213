# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A cut-off taken while others write facts: what is half written then is in the next one, never in both or none."""

import datetime as dt
import threading
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.database import TestDatabases

FACT = """
insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band, weight,
                                   reason, recorded_at)
select gen_random_uuid(), 'supported', id, '2026-03-05', sha256(convert_to(%s, 'UTF8')), false, 'F', '18-60', 1, '',
       now()
from network_organisation where code = %s
"""
INSIDE = "select count(*) from counting_countingfact where kind = 'supported' and entered_at <= %s"
SECONDS = 2.0


@pytest.fixture
def dsn(databases: TestDatabases, worker_id: str) -> Iterator[str]:
    """A database of its own, because the connections must commit."""
    name = databases.copy(f"test_writers_{worker_id}")
    yield databases.server.dsn(database=name)
    databases.drop(name)


def draw(connection: "psycopg.Connection[Any]") -> dt.datetime:
    """The boundary, in a transaction of its own as a cut-off draws it."""
    with connection.transaction():
        (microseconds,) = connection.execute("select snapshots_boundary()").fetchone() or (0,)
    return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=microseconds)


def inside(connection: "psycopg.Connection[Any]", boundary: dt.datetime) -> int:
    (n,) = connection.execute(INSIDE, [boundary]).fetchone() or (0,)
    return int(n)


def test_the_boundary_waits_for_a_fact_that_is_half_written(dsn: str) -> None:
    with psycopg.connect(dsn) as writer, psycopg.connect(dsn, autocommit=True) as taker:
        writer.execute(FACT, ["somebody", "genova"])
        drawn: list[dt.datetime] = []
        waiting = threading.Thread(target=lambda: drawn.append(draw(taker)))
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive(), "the cut-off waits for the writer"
        writer.commit()
        waiting.join(10)

        assert inside(taker, drawn[0]) == 1


def test_a_writer_that_waits_behind_the_boundary_is_in_the_next_cutoff(dsn: str) -> None:
    with psycopg.connect(dsn) as taker, psycopg.connect(dsn, autocommit=True) as writer:
        (microseconds,) = taker.execute("select snapshots_boundary()").fetchone() or (0,)
        writing = threading.Thread(target=writer.execute, args=(FACT, ["somebody", "genova"]))
        writing.start()
        writing.join(0.3)
        assert writing.is_alive(), "the writer waits while the boundary is drawn"
        taker.commit()
        writing.join(10)

        boundary = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=microseconds)
        assert inside(writer, boundary) == 0
        assert inside(writer, draw(writer)) == 1


def test_with_four_writers_at_work_every_boundary_holds_the_same_facts_for_ever(dsn: str) -> None:
    stop = threading.Event()

    def write(number: int) -> None:
        with psycopg.connect(dsn) as mine:
            turn = 0
            while not stop.is_set():
                for _ in range(3):
                    mine.execute(FACT, [f"{number}-{turn}", "genova" if number % 2 else "torino"])
                    turn += 1
                time.sleep(0.002 * number)  # a transaction stays open for a while
                mine.commit()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for one in writers:
        one.start()
    seen: list[tuple[dt.datetime, int]] = []
    with psycopg.connect(dsn, autocommit=True) as taker:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            boundary = draw(taker)
            seen.append((boundary, inside(taker, boundary)))
        stop.set()
        for one in writers:
            one.join(10)

        assert len(seen) > 10
        assert [n for _boundary, n in seen] == sorted(n for _boundary, n in seen)
        assert seen[-1][1] > seen[0][1], "they were writing all the while"
        assert [(boundary, inside(taker, boundary)) for boundary, _n in seen] == seen
