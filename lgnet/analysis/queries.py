# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages read: a slice of the roll-ups, a few hundred rows whatever the size of the network.

Row security gives a partner's people their own partner exactly and the network as it is told, and the nation every
scope as it is told; what is too small outside its partner is not there.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet

from lgnet.analysis.models import ANY, LEAST_FOR_A_CURVE, Cell, Refresh, Spread, Topic, Wait
from lgnet.analysis.survival import DayCount
from lgnet.direction.queries import partners_for
from lgnet.disclosure import nearest
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker

Pairs = Mapping[tuple[str, str], int]


@dataclass
class Group:
    """Episodes that are looked at together: what happened on which day, and how they stand to the standard."""

    people: int = 0
    on_time: int = 0
    late: int = 0
    told: bool = False
    days: list[DayCount] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many episodes."""
        return sum(day.leaving for day in self.days)

    @property
    def share_on_time(self) -> int | None:
        """Per cent within the standard, of those who reached the step or are late; rounded down.

        None where there are too few to say.
        """
        judged = self.on_time + self.late
        return self.on_time * 100 // judged if judged >= (LEAST_FOR_A_CURVE if self.told else 1) else None


def groups(scope: uuid.UUID, period: str) -> dict[tuple[str, int], Group]:
    """The waits of a scope by step and urgency (`ANY`: all of them). One query."""
    rows = Wait.objects.filter(scope=scope, period=period)
    found: dict[tuple[str, int], Group] = defaultdict(Group)
    for step, urgency, *values in rows.values_list("step", "urgency", *_VALUES):
        _add(found[step, urgency], values)
    return found


def groups_of_every_scope(step: str, period: str, urgency: int = ANY) -> dict[uuid.UUID, Group]:
    """The waits for one step, by scope. One query."""
    rows = Wait.objects.filter(step=step, period=period, urgency=urgency)
    found: dict[uuid.UUID, Group] = defaultdict(Group)
    for scope, *values in rows.values_list("scope", *_VALUES):
        _add(found[scope], values)
    return found


_VALUES = ("days", "done", "ended", "waiting", "on_time", "late", "people", "told")


def _add(group: Group, values: list[int]) -> None:
    days, done, ended, waiting, on_time, late, people, told = values
    group.days.append(DayCount(days, done, ended, waiting))
    group.on_time += on_time
    group.late += late
    group.people, group.told = people, bool(told)


def cells(
    scope: uuid.UUID, topic: Topic, period: str, *, urgency: int = ANY, line: str = ""
) -> dict[tuple[str, str], int]:
    """The numbers of a topic in a scope, by their two codes. One query."""
    rows = Cell.objects.filter(scope=scope, topic=topic, period=period, urgency=urgency, line=line)
    return {
        (first, second): _shown(*n) for first, second, *n in rows.values_list("first", "second", *_NUMBER)
    }


def cells_of_every_scope(topic: Topic, period: str) -> dict[uuid.UUID, dict[tuple[str, str], int]]:
    """The numbers of a topic by scope. One query."""
    rows = Cell.objects.filter(topic=topic, period=period, urgency=ANY, line="")
    found: dict[uuid.UUID, dict[tuple[str, str], int]] = defaultdict(dict)
    for scope, first, second, *n in rows.values_list("scope", "first", "second", *_NUMBER):
        found[scope][first, second] = _shown(*n)
    return found


_NUMBER = ("n", "least", "told")


def _shown(n: int, base: int, told: bool) -> int:
    """A number as a page says it: what is told is a multiple of its base, also where a known total left a rest."""
    return nearest(n, base) if told else n


def spread(scope: uuid.UUID, period: str, urgency: int) -> dict[str, Spread]:
    """How long people wait at the others, by what is measured; nothing where they are too few. One query."""
    rows = Spread.objects.filter(scope=scope, period=period, urgency=urgency)
    return {row.measure: row for row in rows}


def made_at(scope: uuid.UUID) -> dt.datetime | None:
    """When the roll-ups of a scope were made; None where they never were."""
    return Refresh.objects.filter(scope=scope).values_list("made_at", flat=True).first()


def periods(scope: uuid.UUID) -> list[str]:
    """Years and quarters of which something is known, the latest first."""
    known = Cell.objects.filter(scope=scope, topic=Topic.ENTRY, urgency=ANY, line="").exclude(period="")
    return sorted(set(known.values_list("period", flat=True)), reverse=True)


def partners(worker: Worker) -> QuerySet[Organisation]:
    """The partners that somebody may look at."""
    return partners_for(worker)
