# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The door of an event: who is expected, who has come, whose code was shown."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lgnet.core.authz import Verdict
from lgnet.core.clock import ROME, now
from lgnet.core.ids import code_as_typed
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.models import Event, Registration
from lgnet.society.pages.events import Line, line


def hour_of(moment: dt.datetime | None) -> str:
    """The hour in Rome."""
    return f"{moment.astimezone(ROME):%H:%M}" if moment else ""


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """Somebody on the list of the door."""

    registration: Registration
    may: Verdict


@dataclass(frozen=True, slots=True)
class DoorPage:
    """Who is expected, who has come; `found` is who has the code that was read."""

    line: Line
    people: Sequence[AtTheDoor]
    expected: int
    waiting: int
    came: int
    asked: int
    code: str
    found: Registration | None
    as_of: dt.datetime


def door_page(by: Worker, event: Event, code: str) -> DoorPage:
    """Two queries."""
    rows = list(queries.people_of(event))
    people = [AtTheDoor(one, policies.check_in(by, event, one)) for one in rows if one.arrival is not None]
    spelt = code_as_typed(code, "E")[2:] if code.strip() else ""
    return DoorPage(
        line=line(event),
        people=sorted(
            people, key=lambda one: (one.registration.name.casefold(), one.registration.arrival or 0)
        ),
        expected=sum(one.state == "seated" for one in rows),
        waiting=sum(one.state == "waiting" for one in rows),
        came=sum(one.came_at is not None for one in rows),
        asked=sum(one.state == "asked" for one in rows),
        code=spelt,
        found=next((one for one in rows if spelt and one.code == spelt and one.arrival is not None), None),
        as_of=now(),
    )


@dataclass(frozen=True, slots=True)
class CodePage:
    """Whose code was shown; `since` is when they came in, "" where they have not yet."""

    line: Line
    registration: Registration
    since: str
    may: Verdict


def code_page(by: Worker, found: Registration) -> CodePage:
    """No query."""
    may = policies.check_in(by, found.event, found)
    return CodePage(line(found.event), found, hour_of(found.came_at), may)
