# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of programmes, modules and sessions, and the numbers of their places."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from lgnet.core.clock import now
from lgnet.network.models import Colleague
from lgnet.training.models import Enrolment, Module, Prerequisite, Session, Teaching


@dataclass(frozen=True, slots=True)
class Seats:
    """How many have a place in a module, how many wait, from how many partners: of the whole network."""

    seated: int
    waiting: int
    partners: int


NONE = Seats(0, 0, 0)


def seats(modules: Collection[uuid.UUID]) -> Mapping[uuid.UUID, Seats]:
    """The numbers of each module. One query of a function: nobody reads other partners' people."""
    with connection.cursor() as cursor:
        cursor.execute("select * from training_seats(%s)", [list(modules)])
        return {module: Seats(int(a), int(b), int(c)) for module, a, b, c in cursor.fetchall()}


def ahead_of(enrolment: Enrolment) -> int:
    """How many wait before somebody."""
    with connection.cursor() as cursor:
        cursor.execute("select training_ahead(%s, %s)", [enrolment.module_id, enrolment.arrival])
        return int(cursor.fetchone()[0])


def modules() -> QuerySet[Module]:
    """Every module that exists for who asks, with its programme."""
    return Module.objects.select_related("programme__edition").order_by("programme", "code")


def sessions_of(module: Module) -> QuerySet[Session]:
    """The sessions of a module by day, those that were called off among them."""
    return Session.objects.filter(module=module).order_by("starts_at", "id")


def bounds(module: Module) -> tuple[dt.datetime, dt.datetime] | None:
    """When the first session begins and the last one ends; None where none takes place."""
    held = list(sessions_of(module).filter(state=Session.State.PLANNED))
    return (held[0].starts_at, max(one.ends_at for one in held)) if held else None


def trainers_of(session: Session) -> list[Colleague]:
    """Who teaches a session, by name."""
    rows = Teaching.objects.filter(session=session).select_related("trainer")
    return [row.trainer for row in rows.order_by("trainer__name")]


def trainer_ids(module: Module) -> set[uuid.UUID]:
    """Who teaches any session of a module."""
    return set(Teaching.objects.filter(session__module=module).values_list("trainer", flat=True))


def teaching_soon(user: uuid.UUID, limit: int = 5) -> QuerySet[Session]:
    """What somebody teaches and is not over, the next first."""
    rows = Session.objects.filter(
        teachings__trainer=user,
        state=Session.State.PLANNED,
        ends_at__gt=now(),
        module__state=Module.State.OPEN,
    )
    return rows.select_related("module").order_by("starts_at", "id")[:limit]


def required_by(module: Module) -> list[Module]:
    """What must be completed before a module, by code."""
    rows = Prerequisite.objects.filter(module=module).select_related("required")
    return [row.required for row in rows.order_by("required__code")]


def leads_to(start: Collection[uuid.UUID], target: uuid.UUID) -> bool:
    """Whether one of these modules asks for the target, over any number of steps: then the target cannot ask for it."""
    links: dict[uuid.UUID, set[uuid.UUID]] = {}
    for module, required in Prerequisite.objects.values_list("module", "required"):
        links.setdefault(module, set()).add(required)
    seen: set[uuid.UUID] = set()
    to_see = list(start)
    while to_see:
        one = to_see.pop()
        if one == target:
            return True
        if one not in seen:
            seen.add(one)
            to_see.extend(links.get(one, ()))
    return False
