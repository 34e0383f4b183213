# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Events for staff: the list, one of them with what may be done, its people at the door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.forms import Form
from django.urls import reverse

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.directives.words import Block, blocks
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.models import Event, EventFeedback, EventText, Registration
from lgnet.society.moments import span
from lgnet.society.public_words import SPOKEN
from lgnet.society.queries import PAGE, Seats
from lgnet.ui.public import LANGUAGES

STATE = Event.State
LOOKS = {
    STATE.DRAFT: "draft",
    STATE.REVIEW: "submitted",
    STATE.PUBLISHED: "approved",
    STATE.HELD: "done",
    STATE.CANCELLED: "withdrawn",
}
_NONE = Seats()


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a list."""

    event: Event
    title: str
    when: str
    look: str
    seats: Seats


def line(event: Event, seats: Seats = _NONE) -> Line:
    """No query where its words were read with it."""
    texts = {text.language: text for text in event.texts.all()}
    source = texts.get(event.language) or next(iter(texts.values()), None)
    title = source.title if source else event.slug
    return Line(event, title, span(event.starts_at, event.ends_at), LOOKS[STATE(event.state)], seats)


@dataclass(frozen=True, slots=True)
class ListPage:
    """What waits, the partner's events, and those of the network."""

    to_publish: Sequence[Line]
    to_hold: Sequence[Line]
    own: Sequence[Line]
    network: Sequence[Line]
    may_write: Verdict
    next_url: str
    is_first: bool


def list_page(by: Worker, after: str) -> ListPage:
    """At most nine queries."""
    found = list(queries.own_events(by, after=places.moment(after))[: PAGE + 1])
    seats = queries.seats([event.pk for event in found])
    following = found[PAGE - 1] if len(found) > PAGE else None
    place = places.written(following.starts_at, following.pk) if following else ""
    first = not after
    return ListPage(
        to_publish=[line(event) for event in queries.to_publish(by)[:PAGE]] if first else [],
        to_hold=[line(event) for event in queries.to_hold(by)[:PAGE]] if first else [],
        own=[line(event, seats.get(event.pk, _NONE)) for event in found[:PAGE]],
        network=[line(event) for event in queries.events_of_the_network()[:PAGE]] if first else [],
        may_write=policies.write(by),
        next_url=f"{reverse('society:list')}?after={place}" if place else "",
        is_first=first,
    )


@dataclass(frozen=True, slots=True)
class May:
    """What may be done with it now."""

    edit: Verdict
    submit: Verdict
    take_back: Verdict
    publish: Verdict
    cancel: Verdict
    hold: Verdict
    restore: Verdict
    throw_away: Verdict
    see_people: Verdict


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words in a language: there and checked, there, of an older version, or missing."""

    code: str
    name: str
    state: str
    text: EventText | None


@dataclass(frozen=True, slots=True)
class ShowPage:
    """One event, for staff."""

    line: Line
    event: Event
    is_own: bool
    text: Sequence[Block]
    access: Sequence[Block]
    spoken: Sequence[Spoken]
    mean: float | None
    said: Sequence[EventFeedback]
    came: int | None
    may: May
    public_url: str
    poster_urls: Mapping[str, str]
    cancel_form: Form
    hold_form: Form


def show_page(by: Worker, event: Event, *, cancel_form: Form, hold_form: Form) -> ShowPage:
    """At most six queries."""
    seats = queries.seats([event.pk]).get(event.pk, _NONE)
    is_own = event.partner_id == by.partner_id and not policies.is_nation(by)
    mean, said = queries.said_of(event) if is_own else (None, [])
    source = next((text for text in event.texts.all() if text.language == event.language), None)
    return ShowPage(
        line=line(event, seats),
        event=event,
        is_own=event.partner_id == by.partner_id,
        text=blocks(source.description if source else ""),
        access=blocks(event.access),
        spoken=_spoken(event),
        mean=mean,
        said=said,
        came=_came(event) if is_own else None,
        may=_may(by, event),
        public_url=f"{settings.SITE_ADDRESS}{reverse('society:event', args=['it', event.slug])}"
        if event.is_public()
        else "",
        poster_urls=_posters(by, event, source) if is_own else {},
        cancel_form=cancel_form,
        hold_form=hold_form,
    )


def _posters(by: Worker, event: Event, source: EventText | None) -> dict[str, str]:
    """Where the media kit makes what announces it, its words filled in already."""
    if event.state != STATE.PUBLISHED or source is None or not by.may(Permission.MEDIA_KEEP):
        return {}
    words = {
        "event": str(event.pk), "language": event.language, "headline": source.title,
        "when": span(event.starts_at, event.ends_at), "where": event.place, "contact": event.contact,
    }  # fmt: skip
    return {
        kind: f"{reverse('mediakit:make', args=[kind])}?{urlencode(words)}" for kind in ("poster", "card")
    }


def _may(by: Worker, event: Event) -> May:
    return May(
        edit=policies.edit(by, event),
        submit=policies.submit(by, event),
        take_back=policies.take_back(by, event),
        publish=policies.publish(by, event),
        cancel=policies.cancel(by, event),
        hold=policies.hold(by, event),
        restore=policies.restore(by, event),
        throw_away=policies.throw_away(by, event),
        see_people=policies.see_people(by, event),
    )


def _came(event: Event) -> int | None:
    """How many are known to have come; None where nobody has counted yet."""
    if event.erased_at is not None:
        return event.attended_n
    counted = Registration.objects.filter(event=event, came_at__isnull=False).count()
    return counted if counted or event.state == STATE.HELD else None


def _spoken(event: Event) -> list[Spoken]:
    texts = {text.language: text for text in event.texts.all()}
    found = []
    for code, language in SPOKEN.items():
        text = texts.get(code)
        if text is None:
            state = "missing"
        elif text.of_version != event.words_version:
            state = "old"
        else:
            state = "checked" if text.is_checked else "unchecked"
        if text is not None or code in LANGUAGES:
            found.append(Spoken(code, language.name, state, text))
    return found


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form about an event."""

    form: Form
    event: Event | None = None
    title: str = ""
    source: EventText | None = None
    language: str = ""
