# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Services of the tests, written and published by the actions themselves; each function acts for itself."""

import datetime as dt
from io import BytesIO
from typing import Any

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.directory import actions
from lgnet.directory.actions import Address, Draft, Otherwise, Planned, Reached, Words
from lgnet.directory.models import Desk, Service, Stop
from lgnet.directory.nights import night_of
from lgnet.directory.opening import Slot
from lgnet.network.worker import Worker

NINE_TO_ONE = [Slot(day, dt.time(9), dt.time(13)) for day in range(5)]
TACCONI = Address("Centro diurno", "vico Tacconi 1", "Genova", "16124", 44.4105, 8.9273)
SUMMARY = "Ti ascoltiamo e ti diciamo dove andare."


def a_draft(by: Worker, name: str = "Sportello legale", **more: Any) -> Service:
    """A service that only its partner sees."""
    with acting_as(by.actor()):
        return actions.write(
            by=by, draft=Draft(**{"name": name, "kind": "LEG01", "summary": SUMMARY, **more})
        )


def a_desk(by: Worker, service: Service, **more: Any) -> Desk:
    """A place with its hours."""
    with acting_as(by.actor()):
        return actions.open_desk(by=by, service=service, **{"address": TACCONI, "week": NINE_TO_ONE, **more})


def a_service(by: Worker, name: str = "Sportello legale", **more: Any) -> Service:
    """A service with a desk that everybody reads."""
    service = a_draft(by, name, **more)
    a_desk(by, service)
    with acting_as(by.actor()):
        return actions.publish(by=by, service=service)


def every_night(by: Worker, service: Service, place: str = "Stazione Brignole", **more: Any) -> list[Stop]:
    """A stop on each day of the week, from eight to ten in the evening."""
    facts: dict[str, Any] = {"starts": dt.time(20), "ends": dt.time(22), "address": "piazza Verdi", **more}
    with acting_as(by.actor()):
        return [
            actions.plan(by=by, service=service, planned=Planned(place_name=place, weekday=day, **facts))
            for day in range(7)
        ]


def a_van(by: Worker, name: str = "Unità mobile", **more: Any) -> tuple[Service, list[Stop]]:
    """A mobile unit that everybody reads, with a stop each night."""
    service = a_draft(by, name, kind="ACC02", is_mobile=True, phone="+39 010 123 456")
    stops = every_night(by, service, **more)
    with acting_as(by.actor()):
        return actions.publish(by=by, service=service), stops


def stale(service: Service, days: int = 100) -> Service:
    """Let it be so long since somebody confirmed it."""
    with acting_as(Actor(DbRole.LOCAL, service.partner_id)):
        at = now() - dt.timedelta(days=days)
        Service.objects.filter(pk=service.pk).update(checked_at=at)
        return Service.objects.get(pk=service.pk)


def reported(service: Service, kind: str = "closed", text: str = "Era chiuso.") -> None:
    """A visitor says that it is wrong."""
    with acting_as(PUBLIC):
        actions.report_wrong(service=service, kind=kind, text=text, language="ar")


def csv_of(*lines: str) -> BytesIO:
    """A small file."""
    return BytesIO("\n".join(lines).encode())


def the_whole_story(by: Worker) -> Service:
    """A row in each table of the directory."""
    service = a_service(by)
    van, stops = a_van(by)
    with acting_as(by.actor()):
        desk = service.desks.get()
        actions.set_special(by=by, desk=desk, from_on=today(), until_on=today())
        actions.translate(by=by, service=service, language="ar", words=Words("مكتب"))
        tonight = next(stop for stop in stops if stop.weekday == night_of(now()).weekday())
        actions.change_night(by=by, stop=tonight, night=night_of(now()), otherwise=Otherwise())
        file = csv_of("nome;tipo", "Corso di italiano;FOR01")
        actions.receive(by=by, kind="services", file=file, name="servizi.csv")
        actions.add_contact(by=by, reached=Reached("desk", phone="010 123 456"))
    reported(service)
    stale(service)
    with acting_as(Actor(DbRole.WORKER, by.partner_id)):
        actions.remind_partner(day=today(), address="http://127.0.0.1")
    return van
