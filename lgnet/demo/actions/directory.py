# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The services of the demo, with what is otherwise tonight, one stale and one reported wrong. Runs as the owner."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.demo import services as told
from lgnet.demo.services import Offered, StreetStop
from lgnet.directory.cities import cities
from lgnet.directory.hours_text import read_hours
from lgnet.directory.models import (
    Desk,
    Hours,
    Place,
    Service,
    ServiceText,
    SpecialDay,
    Stop,
    StopChange,
    TeamContact,
    WrongReport,
)
from lgnet.directory.nights import night_of
from lgnet.network import editions
from lgnet.network.models import Site
from lgnet.network.worker import Worker

MODELS = (Service, ServiceText, Place, Desk, Hours, SpecialDay, Stop, StopChange, WrongReport, TeamContact)
Rows = dict[type, list[Any]]


@transaction.atomic
def write_services(*, by: Sequence[Worker]) -> int:
    """Write them as their coordinators would have; `by` is one coordinator for each partner. How many services."""
    lines = {row.organisation_id: set(row.lines) for row in editions.local_partnerships()}
    sites = {(site.partner_id, site.kind): site for site in Site.objects.order_by("-name")}
    towns = {city.partner.pk: city.name for city in cities()}
    rows: Rows = {model: [] for model in MODELS}
    for number, worker in enumerate(by):
        site = sites.get((worker.partner_id, Site.Kind.ONE_STOP_SHOP))
        place = _place(worker, number, towns.get(worker.partner_id, ""), site)
        rows[Place].append(place)
        for offered in told.OFFERED:
            if not offered.line or offered.line in lines.get(worker.partner_id, set()):
                _offer(rows, worker, offered, place, number)
        _drive(rows, worker, number)
        rows[TeamContact] += _team(worker, number)
    _tonight(rows, {worker.organisation.code: worker for worker in by})
    for model in MODELS:
        QuerySet(model).bulk_create(rows[model])
    return len(rows[Service])


def _team(worker: Worker, number: int) -> Iterator[TeamContact]:
    """How the public reaches the team; one of them nobody has confirmed for long."""
    code, part = worker.organisation.code, TeamContact.Part
    for n, (which, days, opens, closes) in enumerate(
        (
            (part.COORDINATION, range(5), 9, 13),
            (part.MEDIATION, (1, 3), 15, 18),
            (part.PRESS, range(5), 10, 12),
        )
    ):
        is_old = code == told.STALE and which == part.PRESS
        yield TeamContact(
            partner_id=worker.partner_id, part=which, phone=f"800 555 {400 + number * 3 + n}",
            email=f"{which}@{code}.example", days=list(days), opens=dt.time(opens), closes=dt.time(closes),
            languages=["it", "en", "ar"] if which == part.MEDIATION else ["it", "en"],
            checked_at=now() - dt.timedelta(days=120 if is_old else number % 60 + 1), checked_by=worker.user,
        )  # fmt: skip


def _place(worker: Worker, number: int, town: str, site: Site | None) -> Place:
    body = worker.organisation
    street = (
        site.address
        if site is not None and site.address
        else f"{told.STREETS[number % 6]} {number * 7 % 90 + 3}"
    )
    return Place(
        id=new_id(), partner_id=body.pk, site=site, name=site.name if site else "Casa dei Servizi", address=street,
        city=town, latitude=_near(body.latitude, number), longitude=_near(body.longitude, number + 3),
        step_free=number % 4 != 0,
    )  # fmt: skip


def _near(degrees: float | None, number: int) -> float | None:
    return None if degrees is None else round(degrees + (number % 7 - 3) * 0.0012, 5)


def _service(worker: Worker, offered: Offered, number: int) -> Service:
    code = worker.organisation.code
    at = now() - dt.timedelta(days=60 + number)
    is_draft = code == told.DRAFT and offered.kind == "FOR01"
    checked = now() - dt.timedelta(
        days=131 if code == told.STALE and offered.kind == "LEG01" else number * 3 % 70 + 2
    )
    return Service(
        id=new_id(), partner_id=worker.partner_id, kind_id=offered.kind, is_mobile=offered.kind == "ACC02",
        name=offered.name, summary=offered.summary, eligibility=offered.eligibility, documents=list(offered.documents),
        languages=list(offered.languages), phone=f"800 555 {100 + number}", capacity_note=offered.capacity_note,
        email=f"aiuto@{code}.example", written_at=at, written_by=worker.user, words_at=at, changed_at=checked,
        checked_at=checked, checked_by=worker.user, published_at=None if is_draft else at,
        published_by=None if is_draft else worker.user,
    )  # fmt: skip


def _offer(rows: Rows, worker: Worker, offered: Offered, place: Place, number: int) -> None:
    service = _service(worker, offered, number)
    desk = Desk(id=new_id(), service=service, place=place, partner_id=worker.partner_id)
    rows[Service].append(service)
    rows[ServiceText] += _texts(service, offered)
    rows[Desk].append(desk)
    rows[Hours] += [
        Hours(
            desk=desk, partner_id=desk.partner_id, weekday=slot.weekday, opens=slot.opens, closes=slot.closes
        )
        for days, text in offered.week.items()
        for day in days
        for slot in read_hours(text, day)
    ]


def _texts(service: Service, offered: Offered) -> Iterator[ServiceText]:
    for language, (name, summary) in (offered.words or {}).items():
        state = ServiceText.State.CHECKED if language == "en" else ServiceText.State.WRITTEN
        yield ServiceText(
            service=service, partner_id=service.partner_id, language=language, name=name, summary=summary,
            state=state, written_at=service.words_at,
        )  # fmt: skip


def _drive(rows: Rows, worker: Worker, number: int) -> None:
    """The van of a partner that has one."""
    stops = told.STOPS.get(worker.organisation.code)
    if not stops:
        return
    service = _service(worker, told.VAN, number)
    rows[Service].append(service)
    rows[ServiceText] += _texts(service, told.VAN)
    rows[Stop] += [_stop(service, stop, day) for stop in stops for day in stop.days]


def _stop(service: Service, stop: StreetStop, day: int) -> Stop:
    return Stop(
        id=new_id(), service=service, partner_id=service.partner_id, place_name=stop.name, address=stop.address,
        latitude=stop.latitude, longitude=stop.longitude, weekday=day, starts=dt.time.fromisoformat(stop.starts),
        ends=dt.time.fromisoformat(stop.ends),
    )  # fmt: skip


def _tonight(rows: Rows, people: dict[str, Worker]) -> None:
    """What is otherwise: a night cancelled, one moved, a closed house, a service that somebody says is wrong."""
    night = night_of(now())
    for code in (told.CANCELLED, told.MOVED):
        worker = people.get(code)
        stops = [
            s
            for s in rows[Stop]
            if worker and s.partner_id == worker.partner_id and s.weekday == night.weekday()
        ]
        for stop in stops if code == told.CANCELLED else stops[:1]:
            assert worker is not None  # noqa: S101 - there are stops of it
            rows[StopChange].append(_change(stop, night, worker, is_cancelled=code == told.CANCELLED))
    closed, wrong = people.get(told.CLOSED), people.get(told.REPORTED)
    last = today() + dt.timedelta(days=2)
    rows[SpecialDay] += [
        SpecialDay(place=place, partner_id=place.partner_id, from_on=today(), until_on=last, reason="works")
        for place in rows[Place]
        if closed and place.partner_id == closed.partner_id
    ]
    rows[WrongReport] += [
        WrongReport(
            service=service, partner_id=service.partner_id, kind="closed", text=told.SAID, language="it",
            reported_at=now() - dt.timedelta(days=1, hours=3),
        )
        for service in rows[Service]
        if wrong and service.partner_id == wrong.partner_id and service.kind_id == "ACC01"
    ]  # fmt: skip


def _change(stop: Stop, night: dt.date, worker: Worker, *, is_cancelled: bool) -> StopChange:
    name, address, latitude, longitude = told.MOVED_TO
    there = {"place_name": name, "address": address, "latitude": latitude, "longitude": longitude}
    elsewhere: dict[str, Any] = {} if is_cancelled else there
    return StopChange(
        stop=stop, partner_id=stop.partner_id, night=night, is_cancelled=is_cancelled,
        reason="weather" if is_cancelled else "event", changed_at=now(), changed_by=worker.user, **elsewhere,
    )  # fmt: skip
