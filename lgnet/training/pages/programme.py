# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page of the training: what comes next for me, what waits for me, the programme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from lgnet.core.authz import Verdict
from lgnet.core.clock import now, today
from lgnet.network.worker import Worker
from lgnet.training import policies
from lgnet.training.models import Enrolment, Module, Programme, Session
from lgnet.training.queries import enrolment as enrolments
from lgnet.training.queries import programme as programmes
from lgnet.training.queries.completion import Completion, completions
from lgnet.training.queries.network import ModuleNumbers, module_numbers
from lgnet.training.queries.programme import NONE, Seats

SHOWN, NEXT = 50, 5


@dataclass(frozen=True, slots=True)
class Line:
    """A module in the programme: `stage` is draft, open, closed, running, over or called_off."""

    module: Module
    stage: str
    first: Session | None
    sessions: int
    seats: Seats
    free: int
    mine: Enrolment | None
    done: Completion | None
    numbers: ModuleNumbers | None


@dataclass(frozen=True, slots=True)
class Part:
    """A programme with its modules."""

    programme: Programme
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """What somebody sees of the training; parts that are not theirs are empty."""

    is_nation: bool
    next_sessions: Sequence[Session]
    teaching: Sequence[Session]
    to_approve: Sequence[Enrolment]
    parts: Sequence[Part]
    empty_programmes: Sequence[Programme]
    may_plan: Verdict


def programme_page(by: Worker) -> ProgrammePage:
    """At most twelve queries, however many modules there are."""
    nation = policies.is_nation(by)
    modules = list(programmes.modules().prefetch_related("sessions"))
    seats = programmes.seats([one.pk for one in modules])
    mine = {} if nation else {row.module_id: row for row in reversed(list(enrolments.mine(by)))}
    done = {} if nation else {one.module.pk: one for one in completions(colleague=by.user.pk)}
    numbers = module_numbers() if nation else {}
    lines = [_line(one, seats, mine, done, numbers) for one in modules]
    parts = [Part(programme, list(group)) for programme, group in groupby(lines, _programme)]
    known = {part.programme.pk for part in parts}
    return ProgrammePage(
        is_nation=nation,
        next_sessions=[] if nation else list(enrolments.coming_sessions(by)[:NEXT]),
        teaching=list(programmes.teaching_soon(by.user.pk)),
        to_approve=list(enrolments.to_approve(by)[:SHOWN]) if policies.approve_at_all(by) else [],
        parts=parts,
        empty_programmes=[one for one in Programme.objects.order_by("-written_at") if one.pk not in known]
        if nation
        else [],
        may_plan=policies.plan(by),
    )


def _programme(line: Line) -> Programme:
    return line.module.programme


def _line(
    module: Module, seats: Mapping[UUID, Seats], mine: Mapping[UUID, Enrolment],
    done: Mapping[UUID, Completion], numbers: Mapping[UUID, ModuleNumbers],
) -> Line:  # fmt: skip
    held = [one for one in module.sessions.all() if not one.is_called_off]
    found = seats.get(module.pk, NONE)
    return Line(
        module=module,
        stage=stage_of(module, held),
        first=held[0] if held else None,
        sessions=len(held),
        seats=found,
        free=free_places(module, held, found),
        mine=mine.get(module.pk),
        done=done.get(module.pk),
        numbers=numbers.get(module.pk),
    )


def stage_of(module: Module, held: Sequence[Session]) -> str:
    """Where a module stands in time. `held`: its sessions that were not called off, by day."""
    if module.state != Module.State.OPEN:
        return str(module.state)
    if held and max(one.ends_at for one in held) <= now():
        return "over"
    if held and held[0].starts_at <= now():
        return "running"
    return "open" if module.enrol_until >= today() else "closed"


def free_places(module: Module, held: Sequence[Session], seats: Seats) -> int:
    """How many places nobody has; the smallest room counts as the database counts it."""
    rooms = [one.room_places for one in held if one.mode == Session.Mode.PRESENCE and one.room_places]
    return max(0, min([module.places, *rooms]) - seats.seated)
