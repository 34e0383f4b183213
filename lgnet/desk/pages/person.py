# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's file: who she is, where she stands, what happened; composed of what each domain knows."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.cases import policies as case_policies
from lgnet.cases.models import Case, Intake, NextStep, Urgency
from lgnet.core.authz import Verdict
from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.outreach import policies as street_policies
from lgnet.outreach.models import Contact
from lgnet.outreach.queries import contacts_of
from lgnet.people.models import Person
from lgnet.people.pages import PersonPanels, person_panels
from lgnet.people.pages.lines import PersonLine, line_of
from lgnet.ui.looks import Tone

TIMELINE = 30


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for the timeline."""

    at: dt.datetime
    title: str | Promise
    by: str = ""
    symbol: str = "note"
    tone: Tone = "neutral"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Episode:
    """One path from the first contact on, with what it waits for and who may move it on."""

    intake: Intake
    case: Case | None
    is_urgent: bool
    waits_for: str
    case_url: str
    screen_url: str
    take_url: str
    may_screen: Verdict
    may_take: Verdict


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The whole file. `may_start` is None while an episode is open. `contacts` is None for who may not read them."""

    person: Person
    line: PersonLine
    panels: PersonPanels
    episodes: Sequence[Episode]
    may_start: Verdict | None
    start_url: str
    contacts: Sequence[Contact] | None
    new_contact_url: str
    timeline: Sequence[Event]


def person_page(worker: Worker, person: Person) -> PersonPage:
    """The file of a person whose key is selected with her. At most ten queries."""
    intakes = queries.intakes_of(person)
    sees_street = bool(street_policies.see_contact(worker))
    contacts = contacts_of(person) if sees_street else []
    episodes = [_episode(worker, intake) for intake in intakes]
    is_open = any(e.intake.next_step or (e.case and e.case.closed_at is None) for e in episodes)
    new_contact = address("outreach:new", person=str(person.pk))
    return PersonPage(
        person=person,
        line=line_of(person),
        panels=person_panels(worker, person),
        episodes=episodes,
        may_start=None if is_open else case_policies.open_intake(worker),
        start_url=address("cases:start"),
        contacts=contacts if sees_street else None,
        new_contact_url=new_contact if street_policies.record_contact(worker) else "",
        timeline=_timeline(person, intakes, contacts),
    )


def _episode(worker: Worker, intake: Intake) -> Episode:
    case = _case_of(intake)
    in_queue = intake.next_step in {NextStep.SCREEN, NextStep.TAKE_IN_CHARGE}
    return Episode(
        intake=intake,
        case=case,
        is_urgent=intake.urgency >= Urgency.HIGH,
        waits_for=str(intake.get_next_step_display()) if intake.next_step else "",
        case_url=address("cases:case", case.pk) if case and worker.may(Permission.CASE_SEE) else "",
        screen_url=address("cases:screen", intake.pk) if in_queue else "",
        take_url=address("cases:take", intake.pk) if intake.next_step == NextStep.TAKE_IN_CHARGE else "",
        may_screen=case_policies.screen(worker, intake),
        may_take=case_policies.take_in_charge(worker, intake),
    )


def _case_of(intake: Intake) -> Case | None:
    return getattr(intake, "case", None)  # the other side of a one-to-one: missing until taken in charge


def _timeline(person: Person, intakes: Sequence[Intake], contacts: Sequence[Contact]) -> list[Event]:
    events = [Event(person.registered_at, _("Registered"), person.registered_by.name, "user", "info")]
    for contact in contacts:
        where = contact.area or contact.get_place_display()
        url = address("outreach:contact", contact.pk)
        events.append(Event(contact.met_at, where, contact.met_by.name, "map-marker", "neutral", url))
    for intake in intakes:
        events.extend(_steps(intake))
    return sorted(events, key=lambda event: event.at, reverse=True)[:TIMELINE]


def _steps(intake: Intake) -> Iterator[Event]:
    source = intake.get_source_display()
    yield Event(intake.first_contact_at, _("First contact: %(how)s") % {"how": source}, "", "clock", "info")
    if intake.screened_at:
        by = intake.screened_by.name if intake.screened_by else ""
        yield Event(intake.screened_at, _("Screening"), by, "search", "info")
    case = _case_of(intake)
    if case is not None:
        manager = case.manager.name if case.manager else ""
        yield Event(
            case.opened_at, pgettext_lazy("event", "Taken in charge"), manager, "check-circle", "good"
        )
        if case.closed_at:
            reason = case.get_closure_reason_display()
            yield Event(case.closed_at, _("Case closed: %(why)s") % {"why": reason}, "", "lock")
    if intake.first_service_at:
        yield Event(intake.first_service_at, _("First service"), "", "star-outline", "good")
