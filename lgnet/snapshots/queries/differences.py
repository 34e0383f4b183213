# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The differences between two cut-offs, in one scope and for one indicator."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from lgnet.counting.models import EVENT_KINDS, NETWORK
from lgnet.direction.indicators import Indicator
from lgnet.people.models import Person
from lgnet.snapshots.differences import EVENT_EVENTS, PAGE, PERSON_EVENTS, SUMMARY, Cell, Event
from lgnet.snapshots.models import Result, Snapshot
from lgnet.snapshots.short_codes import short_code

PAGE_SIZE = 50


@dataclass(frozen=True)
class Difference:
    """How an indicator differs in a scope: frozen values of both cut-offs, and the events between them."""

    then: Mapping[Cell, int]
    now: Mapping[Cell, int]
    events: Mapping[Event, int]  # how many
    adds: Mapping[Event, int]  # what they add to the value (may be negative)
    cells: Mapping[Cell, int]  # what they add by cell

    @property
    def value_then(self) -> int:
        return sum(self.then.values())

    @property
    def value_now(self) -> int:
        return sum(self.now.values())

    @property
    def unexplained(self) -> int:
        """What no event explains: the definition was changed between the two. Otherwise zero."""
        return self.value_now - self.value_then - sum(self.adds.values())

    @property
    def explained_by_cell(self) -> bool:
        """Whether the events explain every single cell."""
        cells = {*self.then, *self.now, *self.cells}
        return all(self.now.get(c, 0) - self.then.get(c, 0) == self.cells.get(c, 0) for c in cells)


@dataclass(frozen=True)
class EventLine:
    """One event: somebody by a short code, what became of them, why."""

    event: Event
    code: str
    before: Cell | None
    after: Cell | None
    fact_id: uuid.UUID
    reason: str
    day: dt.date | None
    moved_to: str
    person: Person | None = None


def difference(earlier: Snapshot, later: Snapshot, indicator: Indicator, scope: uuid.UUID) -> Difference:
    """Count the events between two cut-offs and hold them against the frozen values. Three queries."""
    events: Counter[Event] = Counter()
    adds: Counter[Event] = Counter()
    cells: Counter[Cell] = Counter()
    with connection.cursor() as cursor:
        cursor.execute(_events(indicator) + SUMMARY, _given(earlier, later, indicator, scope))
        for event, old_sex, old_band, was, new_sex, new_band, is_now, n in cursor.fetchall():
            events[Event(event)] += n
            adds[Event(event)] += n * (int(is_now) - int(was))
            if was:
                cells[Cell(old_sex, old_band)] -= n
            if is_now:
                cells[Cell(new_sex, new_band)] += n
    then, now = _frozen(earlier, indicator, scope), _frozen(later, indicator, scope)
    return Difference(then, now, events, adds, cells)


def event_lines(
    earlier: Snapshot,
    later: Snapshot,
    indicator: Indicator,
    scope: uuid.UUID,
    *,
    event: str = "",
    after: uuid.UUID | None = None,
    with_names: bool = False,
) -> tuple[list[EventLine], bool]:
    """A page of the events, and whether there are more; `after`: the fact of the last line of the page before.

    `with_names`: inside the partner whose scope it is.
    """
    given = _given(earlier, later, indicator, scope)
    given |= {"event": event, "size": PAGE_SIZE + 1, "after": after}
    with connection.cursor() as cursor:
        cursor.execute(_events(indicator) + PAGE, given)
        rows = cursor.fetchall()
    people = _people([row[6] for row in rows[:PAGE_SIZE]]) if with_names and scope != NETWORK else {}
    return [_line(row, people) for row in rows[:PAGE_SIZE]], len(rows) > PAGE_SIZE


def _line(row: tuple, people: Mapping[uuid.UUID, Person]) -> EventLine:  # type: ignore[type-arg]
    event, key, old_sex, old_band, new_sex, new_band, fact_id, reason, day, moved_to = row
    return EventLine(
        event=Event(event),
        code=_code(key),
        before=None if old_sex is None else Cell(old_sex, old_band),
        after=None if new_sex is None else Cell(new_sex, new_band),
        fact_id=fact_id,
        reason=reason or "",
        day=day,
        moved_to=short_code(bytes(moved_to)) if moved_to is not None else "",
        person=people.get(fact_id),
    )


def _code(key: str) -> str:
    """A pseudonym as PostgreSQL writes bytes, or the id of the fact of an event without a person."""
    return short_code(bytes.fromhex(key[2:]) if key.startswith("\\x") else uuid.UUID(key).bytes)


def _people(facts: list[uuid.UUID]) -> dict[uuid.UUID, Person]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select fact_id, subject_id from counting_factsubject where fact_id = any(%s)", [facts]
        )
        subjects = dict(cursor.fetchall())
    people = {row.pk: row for row in Person.objects.select_related("key").filter(pk__in=subjects.values())}
    return {fact: people[subject] for fact, subject in subjects.items() if subject in people}


def _events(indicator: Indicator) -> str:
    return EVENT_EVENTS if indicator.fact_kind in EVENT_KINDS else PERSON_EVENTS


def _given(earlier: Snapshot, later: Snapshot, indicator: Indicator, scope: uuid.UUID) -> dict[str, Any]:
    return {
        "kind": str(indicator.fact_kind),
        "scope": scope,
        "a_until": earlier.cutoff_on,
        "a_known_at": earlier.taken_at,
        "b_until": later.cutoff_on,
        "b_known_at": later.taken_at,
    }


def _frozen(snapshot: Snapshot, indicator: Indicator, scope: uuid.UUID) -> dict[Cell, int]:
    rows = Result.objects.filter(
        snapshot=snapshot, scope=scope, indicator=indicator.code, measure=Result.Measure.ACHIEVED
    )
    return {Cell(row.sex, row.age_band): row.n for row in rows}
