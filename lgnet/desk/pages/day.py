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
from lgnet.desk.pages.circulars import circulars_tile
from lgnet.desk.pages.colleagues import colleagues_tile
from lgnet.desk.pages.contribution import Contribution, contribution
from lgnet.desk.pages.exchanging import practices_tiles
from lgnet.desk.pages.learning import training_tile
from lgnet.desk.pages.mending import mending_tile
from lgnet.desk.pages.tiles import Line, Tile, case_line, intake_line, permit_line, tile
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
    own: Contribution
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
    """At most twenty-six queries, however much there is to do."""
    works = worker.may(Permission.CASE_WORK)
    tiles = (
        [_late(worker), _waiting(worker), _expiring(worker), _new(worker)] if works else [_waiting(worker)]
    )
    tiles += [mending_tile(worker), circulars_tile(worker), training_tile(worker), colleagues_tile(worker)]
    tiles += practices_tiles(worker)
    return DayPage(
        greeting=greeting(worker),
        day=today(),
        tiles=tiles,
        touched=[case_line(case) for case in queries.touched_cases(worker)] if works else None,
        own=contribution(worker),
        new_person_url=address("people:new") if worker.may(Permission.PERSON_REGISTER) else "",
        new_contact_url=address("outreach:new") if worker.may(Permission.CONTACT_RECORD) else "",
    )


def _new(worker: Worker) -> Tile:
    return tile(
        _("New this week"), "star-outline", queries.new_cases(worker), case_line, tone="info",
        url=address("desk:work", "new"), nothing=_("No new case in the last seven days."),
    )  # fmt: skip


def _late(worker: Worker) -> Tile:
    return tile(
        _("Late"), "warning-circle", queries.late_cases(worker), case_line, tone="bad",
        url=address("cases:list", mine="1", late="1"), nothing=_("Nothing of yours is late. Well done."),
    )  # fmt: skip


def _expiring(worker: Worker) -> Tile:
    return tile(
        _("Permits that expire within 90 days"), "calendar", queries.expiring_permits(worker), permit_line,
        url=address("desk:work", "permits"),
        nothing=_("No permit of the people you follow expires within 90 days."),
    )  # fmt: skip


def _waiting(worker: Worker) -> Tile:
    return tile(
        _("Waiting for you"), "clock", queries.waiting(worker), intake_line, url=address("cases:queue"),
        nothing=_("Nobody is waiting: whoever arrives appears here at once."),
    )  # fmt: skip
