# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""My day: what is new, late, expiring and waiting for somebody who works on cases or at the desk."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lgnet.core.clock import ROME, now, today
from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.desk.pages.mending import mending_tile
from lgnet.desk.pages.tiles import Line, Tile, case_line, how_many, intake_line, permit_line
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

NOON, EVENING = 13, 18


@dataclass(frozen=True, slots=True)
class DayPage:
    """The worker's first page."""

    greeting: str
    day: dt.date
    tiles: Sequence[Tile]
    touched: Sequence[Line] | None
    new_person_url: str
    new_contact_url: str


def greeting(worker: Worker) -> str:
    """By the hour in Rome, with the given name."""
    hour = now().astimezone(ROME).hour
    name = worker.user.name.split()[0] if worker.user.name else worker.user.email
    if hour < NOON:
        return _("Good morning, %(name)s") % {"name": name}
    if hour < EVENING:
        return _("Good afternoon, %(name)s") % {"name": name}
    return _("Good evening, %(name)s") % {"name": name}


def day_page(worker: Worker) -> DayPage:
    """At most eleven queries, however much there is to do."""
    works = worker.may(Permission.CASE_WORK)
    tiles = (
        [_late(worker), _waiting(worker), _expiring(worker), _new(worker)] if works else [_waiting(worker)]
    )
    tiles.append(mending_tile(worker))
    return DayPage(
        greeting=greeting(worker),
        day=today(),
        tiles=tiles,
        touched=[case_line(case) for case in queries.touched_cases(worker)] if works else None,
        new_person_url=address("people:new") if worker.may(Permission.PERSON_REGISTER) else "",
        new_contact_url=address("outreach:new") if worker.may(Permission.CONTACT_RECORD) else "",
    )


def _new(worker: Worker) -> Tile:
    found = queries.cut(queries.new_cases(worker))
    return Tile(
        title=_("New this week"),
        symbol="star-outline",
        tone="info",
        count=how_many(found),
        lines=[case_line(case) for case in found.rows],
        url=address("desk:work", "new"),
        nothing=_("No new case in the last seven days."),
    )


def _late(worker: Worker) -> Tile:
    found = queries.cut(queries.late_cases(worker))
    return Tile(
        title=_("Late"),
        symbol="warning-circle",
        tone="bad" if found.rows else "good",
        count=how_many(found),
        lines=[case_line(case) for case in found.rows],
        url=address("cases:list", mine="1", late="1"),
        nothing=_("Nothing of yours is late. Well done."),
    )


def _expiring(worker: Worker) -> Tile:
    found = queries.cut(queries.expiring_permits(worker))
    return Tile(
        title=_("Permits that expire within 90 days"),
        symbol="calendar",
        tone="warn" if found.rows else "good",
        count=how_many(found),
        lines=[permit_line(stay) for stay in found.rows],
        url=address("desk:work", "permits"),
        nothing=_("No permit of the people you follow expires within 90 days."),
    )


def _waiting(worker: Worker) -> Tile:
    found = queries.cut(queries.waiting(worker))
    return Tile(
        title=_("Waiting for you"),
        symbol="clock",
        tone="warn" if found.rows else "good",
        count=how_many(found),
        lines=[intake_line(intake) for intake in found.rows],
        url=address("cases:queue"),
        nothing=_("Nobody is waiting: whoever arrives appears here at once."),
    )
