# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes the invented people of some partners: `python -m bench.seed write SIZE PART PARTS`.

Each process draws the whole population, which is cheap, and writes the partners that are its part. One person
in twenty has a whole path; the others have a short one (`bench.short`), so that a million fits in minutes. The
mix is the same at every size.
"""

import datetime as dt
import gc
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from bench.short import shortened
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.demo import actions
from lgnet.demo.people import SyntheticPerson, generate, path
from lgnet.demo.people.tables import cities
from lgnet.demo.telling import Staff, Teller
from lgnet.imports.actions.bulk import write_people
from lgnet.imports.records import BulkPerson
from lgnet.network.models import Membership
from lgnet.network.worker import Worker

SEED = 7
CHUNK = 2_000
WHOLE = 20  # one in so many keeps everything that happened


def prepare() -> None:
    """The demo's colleagues, as owner."""
    actions.open_accounts()


def write(size: int, part: int, parts: int) -> None:
    """Write this process's partners, a transaction for each chunk."""
    gc.freeze()
    gc.set_threshold(200_000)  # rows hold no cycles: looking for some costs an eighth of the time
    began, written = time.monotonic(), 0
    teams = _teams()
    mine = {
        city
        for index, city in enumerate(_by_weight())
        if (index % (2 * parts)) in (part, 2 * parts - 1 - part)
    }
    for city, people in _chunks(size, mine):
        worker, staff = teams[city]
        with acting_as(worker.actor()):
            write_people(_records(people, staff), by=worker)
        written += len(people)
        print(
            f"{written:,} people after {time.monotonic() - began:.0f} s, {time.process_time():.0f} of CPU",
            flush=True,
        )


def _by_weight() -> list[str]:
    return sorted(cities(), key=lambda code: -cities()[code].weight)


def _chunks(size: int, mine: set[str]) -> Iterator[tuple[str, list[SyntheticPerson]]]:
    waiting: dict[str, list[SyntheticPerson]] = defaultdict(list)
    for person in generate(SEED, size, today()):
        if person.partner not in mine:
            continue
        waiting[person.partner].append(person)
        if len(waiting[person.partner]) == CHUNK:
            yield person.partner, waiting.pop(person.partner)
    yield from waiting.items()


def _records(people: list[SyntheticPerson], staff: Staff) -> Iterator[BulkPerson]:
    teller, day = Teller(staff, now()), today()
    for person in people:
        if person.number % WHOLE:
            yield shortened(person, staff, teller.now)
        else:
            yield _whole(teller, person, day)


def _whole(teller: Teller, person: SyntheticPerson, day: dt.date) -> BulkPerson:
    way = path(person, SEED, day)
    if way.registered_on is not None:
        return teller.person(person, way)
    # Here everybody is registered: the sizes are numbers of people.
    met = replace(way, registered_on=way.contacts[0].on if way.contacts else day)
    return replace(teller.person(person, met), intake=None, case=None)


def _teams() -> dict[str, tuple[Worker, Staff]]:
    with acting_as(GATE):
        found = list(Membership.objects.filter(ended_at=None).select_related("user", "organisation"))
    by_city: dict[str, dict[str, list[Worker]]] = defaultdict(lambda: defaultdict(list))
    for membership in found:
        city = membership.organisation.code.removeprefix("assb-")
        by_city[city][membership.role].append(Worker(membership.user, membership))
    return {
        city: (roles["coordinator"][0], _staff(roles))
        for city, roles in by_city.items()
        if "coordinator" in roles
    }


def _staff(roles: dict[str, list[Worker]]) -> Staff:
    def ids(role: str) -> list[uuid.UUID]:
        return [worker.user.pk for worker in roles[role]]

    return Staff(ids("case_manager"), ids("specialist"), ids("outreach_operator"), ids("front_desk"))
