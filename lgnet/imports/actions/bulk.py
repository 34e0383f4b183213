# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing people by the thousand, with their cases: the rules of the single actions, a few statements a chunk.

Everything is one transaction, and row security stays on: rows of another partner cannot be written. Memory
holds one chunk, whatever the length.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any

from django.db import models, transaction

from lgnet.cases.models import Case, Note, Vulnerability
from lgnet.core import audit
from lgnet.core.ids import readable_code
from lgnet.core.rowsecurity import become
from lgnet.counting.models import CountingFact, FactSubject
from lgnet.imports import policies
from lgnet.imports.copying import (
    Row,
    TableRows,
    insert,
    plans_for_many,
    references_checked_at_once,
    send,
    take_in,
)
from lgnet.imports.records import BulkPerson
from lgnet.imports.rows.cases import add_episode
from lgnet.imports.rows.people import add_person
from lgnet.imports.rows.writing import ORDER, Writing
from lgnet.network.worker import Worker
from lgnet.people.models import Household, MatchKey, Person

CHUNK = 2_000

_KEYS = """
insert into {table} (partner_id, person_id, key)
select current_setting('app.partner')::uuid, person_id, unnest(keys) as key from {waiting} order by key
"""
_KEYS_SHAPE = "select null::uuid as person_id, null::bigint[] as keys limit 0"
_ONCE = "insert into {table} ({names}) select {names} from {waiting} on conflict do nothing"


COUNTED = frozenset({CountingFact._meta.db_table, FactSubject._meta.db_table})


@dataclass(frozen=True)
class Counts:
    """What was written."""

    people: int = 0
    intakes: int = 0
    cases: int = 0

    @classmethod
    def of(cls, chunk: list[BulkPerson]) -> "Counts":
        """What these people bring."""
        cases = sum(record.case is not None for record in chunk)
        intakes = sum(record.case is not None or record.intake is not None for record in chunk)
        return cls(len(chunk), intakes, cases)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.people + other.people, self.intakes + other.intakes, self.cases + other.cases)


@transaction.atomic
def write_people(
    rows: Iterable[BulkPerson],
    *,
    by: Worker,
    run_id: uuid.UUID | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> Counts:
    """Write people with everything that is given of them; all or, when anything fails, none.

    Runs as `by` (call inside `acting_as(by.actor())`). `run_id` marks what an import can take back.
    `on_progress` is told after each chunk how many people are written so far.
    """
    policies.write_people(by).enforce()
    counts = Counts()
    with references_checked_at_once([model._meta.db_table for model in (*ORDER, MatchKey)]):
        for chunk, writing in _built(_chunks(rows), Writing.begin(by, run_id)):
            _write(writing)
            counts = counts + Counts.of(chunk)
            audit.record("people.imported", kind="imports.importrun", run=run_id, **asdict(Counts.of(chunk)))
            if on_progress is not None:
                on_progress(counts.people)
        if counts.people:
            _count()
    return counts


def _built(
    chunks: Iterator[list[BulkPerson]], writing: Writing
) -> Iterator[tuple[list[BulkPerson], Writing]]:
    """Each chunk with its rows. While PostgreSQL takes in one, a thread makes the rows of the next: two cores."""
    with ThreadPoolExecutor(1, "import-rows") as builder:
        ahead: tuple[list[BulkPerson], Future[Writing]] | None = None
        for chunk in chunks:
            building = builder.submit(_build, chunk, writing.next_chunk())
            if ahead is not None:
                yield ahead[0], ahead[1].result()
            ahead = chunk, building
        if ahead is not None:
            yield ahead[0], ahead[1].result()


def _build(chunk: list[BulkPerson], writing: Writing) -> Writing:
    """Make the rows of a chunk. Runs in a thread: no database here."""
    for record in chunk:
        add_episode(writing, add_person(writing, record))
    return writing


def _chunks(rows: Iterable[BulkPerson]) -> Iterator[list[BulkPerson]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _write(writing: Writing) -> None:
    batch, prefix = writing.batch, writing.by.organisation.code[:2].upper()
    _free_codes(batch[Person], Person.objects.all(), prefix)
    _free_codes(batch[Case], Case.objects.all(), prefix)
    circle = {batch[Note].table: "written_by_id", batch[Vulnerability].table: "detected_by_id"}
    for rows in batch.tables():
        if writer := circle.get(rows.table):
            _insert_as_members(rows, rows.columns.index(writer), writing.by)
        elif rows.table == Household._meta.db_table:
            insert(rows.table, rows.columns, rows.rows, target=_ONCE)
        elif rows.table in COUNTED:
            send(rows.table, rows.columns, rows.rows)
        else:
            insert(rows.table, rows.columns, rows.rows)
    insert(MatchKey._meta.db_table, ["person_id", "keys"], writing.keys, shape=_KEYS_SHAPE, target=_KEYS)


def _count() -> None:
    """State all facts in one statement: totals are then rolled up once, and not once for each chunk."""
    with plans_for_many():
        for model in (CountingFact, FactSubject):
            rows = TableRows(model)
            take_in(rows.table, rows.columns)


def _insert_as_members(rows: TableRows, writer: int, by: Worker) -> None:
    """What only a case's circle reads is written as the member of the circle who wrote it."""
    by_writer: dict[uuid.UUID, list[Row]] = {}
    for row in rows.rows:
        by_writer.setdefault(row[writer], []).append(row)
    for user_id, written in by_writer.items():
        become(replace(by.actor(), user_id=user_id))
        insert(rows.table, rows.columns, written)
    become(by.actor())


def _free_codes(rows: TableRows, known: models.QuerySet[Any], prefix: str) -> None:
    """Draw again the few codes that are taken: 40 random bits meet sooner or later among a million."""
    place = rows.columns.index("code")
    drawn = [row[place] for row in rows.rows]
    taken = set(known.filter(code__in=drawn).values_list("code", flat=True))
    for index, code in enumerate(drawn):
        free = code
        while free in taken:
            free = readable_code(prefix)
            row = rows.rows[index]
            rows.rows[index] = (*row[:place], free, *row[place + 1 :])
        taken.add(free)
