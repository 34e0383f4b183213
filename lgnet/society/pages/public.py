# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What visitors see of events, of their registration and of what they wrote."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.core import places
from lgnet.core.clock import ROME, now
from lgnet.directives.words import Block, blocks
from lgnet.mediakit.queries import product_for
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.society import queries, squares
from lgnet.society.models import Event
from lgnet.society.moments import span
from lgnet.society.pages.materials import Group, groups
from lgnet.society.public_words import AUDIENCES, REGISTRATIONS, SPOKEN, STATES
from lgnet.society.queries import Mine, Seats, Shown, Status
from lgnet.society.queries.materials import offered_at
from lgnet.society.queries.shown import PAGE
from lgnet.ui.public import LANGUAGES, Language

_NONE = Seats()


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a list; `words_in` is the language of its words where it is not the reader's."""

    url: str
    title: str
    when: str
    starts_at: dt.datetime
    place: str
    partner: str
    audience: str | Promise
    is_cancelled: bool
    left: int | None
    words_in: Language | None


@dataclass(frozen=True, slots=True)
class EventsPage:
    """The calendar: what is to come, what was lately."""

    lines: Sequence[Line]
    past: Sequence[Line]
    partners: Sequence[Organisation]
    partner: str
    next_url: str
    calendar_url: str
    rss_url: str


def events_page(lang: str, *, partner: str, after: str) -> EventsPage:
    """At most six queries. A city that is none of the network's counts as none chosen."""
    partners = list(editions.local_partners())
    partner = partner if partner in {one.code for one in partners} else ""
    found = queries.upcoming(lang, partner=partner, after=places.moment(after))
    seats = queries.seats([one.event.pk for one in found])
    here, following = found[:PAGE], len(found) > PAGE
    url = reverse("society:events", args=[lang])
    last = here[-1].event if here else None
    place = places.written(last.starts_at, last.pk) if following and last else ""
    return EventsPage(
        lines=[_line(lang, one, seats.get(one.event.pk, _NONE)) for one in here],
        past=[] if after else [_line(lang, one, _NONE) for one in queries.past(lang, partner=partner)],
        partners=partners,
        partner=partner,
        next_url=f"{url}?partner={partner}&after={place}" if place else "",
        calendar_url=reverse("society:partner_calendar", args=[partner])
        if partner
        else reverse("society:calendar"),
        rss_url=reverse("society:rss", args=[lang]),
    )


def _line(lang: str, shown: Shown, seats: Seats) -> Line:
    event = shown.event
    return Line(
        url=reverse("society:event", args=[lang, event.slug]),
        title=shown.title,
        when=span(event.starts_at, event.ends_at),
        starts_at=event.starts_at.astimezone(ROME),
        place=event.place or _("Online"),
        partner=event.partner.short_name,
        audience=AUDIENCES[event.audience],
        is_cancelled=event.state == Event.State.CANCELLED,
        left=seats.left(event) if is_open(event) else None,
        words_in=None if shown.language == lang else SPOKEN.get(shown.language),
    )


def is_open(event: Event) -> bool:
    """Whether somebody may register now."""
    return event.state == Event.State.PUBLISHED and event.takes_registrations and event.starts_at > now()


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event."""

    line: Line
    shown: Shown
    text: Sequence[Block]
    access: Sequence[Block]
    is_open: bool
    is_over: bool
    is_moved: bool
    waiting: int
    register_url: str
    calendar_url: str
    picture_url: str
    structured: Mapping[str, object]
    files: Sequence[Group]


def event_page(lang: str, shown: Shown) -> EventPage:
    """Two queries more; three more for the files of its campaign."""
    event = shown.event
    card = product_for(event.pk)
    seats = queries.seats([event.pk]).get(event.pk, _NONE)
    return EventPage(
        line=_line(lang, shown, seats),
        shown=shown,
        text=blocks(shown.description),
        access=blocks(event.access),
        is_open=is_open(event),
        is_over=event.ends_at < now(),
        is_moved=event.sequence > 0 and event.state == Event.State.PUBLISHED,
        waiting=seats.waiting,
        register_url=reverse("society:register", args=[lang, event.slug]),
        calendar_url=reverse("society:event_calendar", args=[lang, event.slug]),
        picture_url=settings.SITE_ADDRESS + reverse("mediakit:announcement", args=[card.id]) if card else "",
        structured=structured(lang, shown, seats),
        files=groups(offered_at(event), first=lang),
    )


def versions(shown: Shown) -> dict[str, str]:
    """Where the event is told in its other languages: only those in which it is."""
    return {
        code: reverse("society:event", args=[code, shown.event.slug])
        for code in shown.languages
        if code in LANGUAGES
    }


def structured(lang: str, shown: Shown, seats: Seats) -> dict[str, object]:
    """The event for search engines (schema.org Event)."""
    event, url = shown.event, settings.SITE_ADDRESS + reverse("society:event", args=[lang, shown.event.slug])
    cancelled, moved = event.state == Event.State.CANCELLED, event.sequence > 0
    status = "EventCancelled" if cancelled else "EventRescheduled" if moved else "EventScheduled"
    where: list[dict[str, str]] = []
    if event.place:
        where.append({"@type": "Place", "name": event.place, "address": event.place})
    if event.is_online:
        where.append({"@type": "VirtualLocation", "url": url})
    mode = "Mixed" if len(where) > 1 else "Online" if event.is_online else "Offline"
    found: dict[str, object] = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": shown.title,
        "description": shown.description,
        "inLanguage": shown.language,
        "startDate": event.starts_at.astimezone(ROME).isoformat(),
        "endDate": event.ends_at.astimezone(ROME).isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": where[0] if len(where) == 1 else where,
        "organizer": {"@type": "Organization", "name": event.partner.name},
        "isAccessibleForFree": True,
    }
    if event.capacity is not None:
        found |= {"maximumAttendeeCapacity": event.capacity, "remainingAttendeeCapacity": seats.left(event)}
    return found


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form with what it is about."""

    form: Form
    line: Line | None = None
    is_full: bool = False
    waiting: int = 0


def register_page(lang: str, shown: Shown, form: Form) -> FormPage:
    """One query."""
    seats = queries.seats([shown.event.pk]).get(shown.event.pk, _NONE)
    line = _line(lang, shown, seats)
    return FormPage(form, line, is_full=line.left == 0, waiting=seats.waiting)


@dataclass(frozen=True, slots=True)
class MinePage:
    """A registration, for whoever holds its link."""

    line: Line
    mine: Mine
    state: str | Promise
    may_confirm: bool
    may_cancel: bool
    may_say: bool
    mine_url: str
    square: str
    form: Form | None = None


def mine_page(
    lang: str,
    shown: Shown,
    mine: Mine,
    *,
    thing: uuid.UUID,
    mine_url: str = "",
    only_shown: bool = False,
    form: Form | None = None,
) -> MinePage:
    """No query. `mine_url` leads to the page on which it is cancelled; "" on that page itself."""
    event = shown.event
    is_to_come = event.state == Event.State.PUBLISHED and event.ends_at > now()
    is_expected = event.state in {Event.State.PUBLISHED, Event.State.HELD} and event.ends_at > now()
    has_square = mine.state == "seated" and bool(event.place) and is_expected and not mine.came
    return MinePage(
        line=_line(lang, shown, _NONE),
        mine=mine,
        state=REGISTRATIONS[mine.state],
        may_confirm=mine.state == "asked" and is_open(event) and not only_shown,
        may_cancel=mine.state in {"waiting", "seated"}
        and is_to_come
        and not (mine.came or mine_url or only_shown),
        may_say=mine.came and not mine.answered,
        mine_url=mine_url if mine.state in {"waiting", "seated"} else "",
        square=squares.picture(squares.door_address(thing)) if has_square else "",
        form=form,
    )


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """A message has arrived: what its sender must keep."""

    number: str
    secret: str
    city: str
    has_address: bool


@dataclass(frozen=True, slots=True)
class StatusPage:
    """How far a message is; `is_unknown` for a wrong code as for a wrong number."""

    form: Form
    is_unknown: bool = False
    status: Status | None = None
    state: str | Promise = ""
    answer: Sequence[Block] = ()


def status_page(form: Form, found: Status | None, *, asked: bool) -> StatusPage:
    """No query."""
    if found is None:
        return StatusPage(form, is_unknown=asked)
    return StatusPage(form, False, found, STATES[found.state], blocks(found.answer))


@dataclass(frozen=True, slots=True)
class DonePage:
    """That something was done, or that a link is none; `what` is a word of the template."""

    what: str
    thing: uuid.UUID | None = None
