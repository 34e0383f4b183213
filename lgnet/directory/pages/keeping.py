# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which a partner keeps its services: what waits, the list, one service with everything it consists of."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.urls import reverse

from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.directory import cities, policies, queries, words
from lgnet.directory.models import Desk, Service, ServiceText, Stop, WrongReport
from lgnet.directory.nights import Visit, night_of, visits
from lgnet.directory.words import State
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.people.languages import language_name
from lgnet.ui.public import CONTENT_ONLY, LANGUAGES

NIGHTS = 7
OUTCOMES: list[tuple[str, Any]] = [choice for choice in WrongReport.Outcome.choices if choice[0]]


@dataclass(frozen=True, slots=True)
class Line:
    """A service in a list."""

    service: Service
    look: str
    is_stale: bool
    is_reported: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """What waits for the partner, and its services; or those of another partner."""

    is_nation: bool
    may_write: Verdict
    may_bring_in: Verdict
    reports: Sequence[WrongReport]
    stale: Sequence[Service]
    lines: Sequence[Line]
    partners: Sequence[Organisation]
    chosen: str
    outcomes: Sequence[tuple[str, Any]]
    public_url: str
    widget_url: str
    stale_contacts: int


def list_page(by: Worker, asked: Mapping[str, str]) -> ListPage:
    """At most eight queries."""
    is_nation = policies.is_nation(by)
    chosen = asked.get("partner", "")[:50]
    rows = queries.services(partner=chosen) if chosen or is_nation else queries.own(by)
    is_own = not is_nation and not chosen
    city = cities.city_of(by.partner_id) if is_own else None
    return ListPage(
        is_nation=is_nation,
        may_write=policies.write(by),
        may_bring_in=policies.bring_in(by),
        reports=list(queries.open_reports(by.partner_id)) if is_own else [],
        stale=list(queries.stale(by.partner_id, now())) if is_own else [],
        lines=[_line(service) for service in rows],
        partners=list(editions.local_partners()),
        chosen=chosen,
        outcomes=OUTCOMES,
        public_url=reverse("directory:city", args=["it", city.slug]) if city else "",
        widget_url=reverse("website:van_widget", args=["it", city.slug]) if city else "",
        stale_contacts=sum(row.is_stale(now()) for row in queries.team_in_public(by.partner_id))
        if is_own
        else 0,
    )


def _line(service: Service) -> Line:
    return Line(
        service=service,
        look="done" if service.is_published else "draft",
        is_stale=service.is_published and service.is_stale(now()),
        is_reported=bool(getattr(service, "is_reported", False)),
    )


@dataclass(frozen=True, slots=True)
class Translation:
    """A language in which a service is, or is not, written."""

    code: str
    name: str
    text: ServiceText | None
    is_old: bool


@dataclass(frozen=True, slots=True)
class Night:
    """A stop on one of the nights to come, with the address that changes it."""

    visit: Visit
    change_id: object


@dataclass(frozen=True, slots=True)
class ServicePage:
    """One service."""

    service: Service
    is_own: bool
    is_stale: bool
    documents: Sequence[str]
    languages: Sequence[str]
    desks: Sequence[Desk]
    stops: Sequence[Stop]
    nights: Sequence[Night]
    translations: Sequence[Translation]
    reports: Sequence[WrongReport]
    outcomes: Sequence[tuple[str, Any]]
    may_edit: Verdict
    may_publish: Verdict
    may_take_off: Verdict
    may_confirm: Verdict
    may_throw_away: Verdict


def service_page(by: Worker, service: Service) -> ServicePage:
    """Everything of a service that was read with its parts; one query more for what was reported."""
    desks, stops = list(service.desks.all()), list(service.stops.all())
    has_where = bool(stops if service.is_mobile else desks)
    may_edit = policies.edit(by, service)
    return ServicePage(
        service=service,
        is_own=service.partner_id == by.partner_id,
        is_stale=service.is_published and service.is_stale(now()),
        documents=[words.document(code, "it") for code in service.documents],
        languages=[language_name(code) for code in service.languages],
        desks=desks,
        stops=stops,
        nights=_nights(service),
        translations=[_translation(service, code) for code in (*LANGUAGES, *CONTENT_ONLY) if code != "it"],
        reports=list(service.reports.filter(outcome="").order_by("reported_at")) if may_edit else [],
        outcomes=OUTCOMES,
        may_edit=may_edit,
        may_publish=policies.publish(by, service, has_where=has_where),
        may_take_off=policies.take_off(by, service),
        may_confirm=policies.confirm(by, service),
        may_throw_away=policies.throw_away(by, service),
    )


def _nights(service: Service) -> list[Night]:
    stops, changes = queries.stops_of([service]), queries.changes_of([service])
    ids = {(row.stop_id, row.night): row.pk for stop in service.stops.all() for row in stop.changes.all()}
    first = night_of(now())
    return [
        Night(visit, ids.get((visit.stop_id, visit.night)))
        for n in range(NIGHTS)
        for visit in visits(first + dt.timedelta(days=n), stops, changes)
    ]


def _translation(service: Service, code: str) -> Translation:
    text = next((one for one in service.texts.all() if one.language == code), None)
    return Translation(code, language_name(code), text, bool(text and text.written_at < service.words_at))


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form about a service, or about something of it."""

    form: Form
    service: Service | None
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WordsPage:
    """The words of a service in another language, beside the Italian."""

    form: Form
    service: Service
    language: str
    name: str
    is_old: bool


@dataclass(frozen=True, slots=True)
class TextsPage:
    """How far the words of the help pages can be trusted."""

    language: str
    languages: Sequence[tuple[str, str, int, int]]
    rows: Sequence[tuple[str, str, str, str]]


def texts_page(asked: str) -> TextsPage:
    """No query: the texts are shipped."""
    chosen = asked if asked in LANGUAGES else "en"
    counts = [
        (code, language.name, len(words.texts(code)),
         sum(text.state == State.CHECKED for text in words.texts(code).values()))
        for code, language in LANGUAGES.items()
    ]  # fmt: skip
    source = words.texts("it")
    rows = [
        (code, source[code].words, text.words, text.state.value) for code, text in words.texts(chosen).items()
    ]
    return TextsPage(chosen, counts, rows)
