# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Events as the public reads them: in its language where they are said in it, else in the one they were written in."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from lgnet.core.clock import now
from lgnet.society.models import Event, EventText

PAGE = 20
PAST = dt.timedelta(days=90)  # how far back a calendar goes
SEEN = (
    "id", "slug", "partner", "state", "audience", "starts_at", "ends_at", "place", "is_online", "access", "contact",
    "takes_registrations", "capacity", "language", "words_version", "sequence", "published_at", "ended_at",
    "end_reason", "campaign", "partner__code", "partner__name", "partner__short_name",
)  # fmt: skip
PUBLIC = (Event.State.PUBLISHED, Event.State.HELD, Event.State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Shown:
    """An event with its words in one language; `is_translated` is false where those asked for do not exist."""

    event: Event
    title: str
    description: str
    language: str
    is_translated: bool
    languages: tuple[str, ...]


def in_public() -> QuerySet[Event]:
    """What visitors may know of, with its words; no column more."""
    texts = ("event", "language", "title", "description", "of_version", "is_checked")
    return (
        Event.objects.filter(state__in=PUBLIC)
        .select_related("partner")
        .only(*SEEN)
        .prefetch_related(Prefetch("texts", EventText.objects.only(*texts)))
    )


def shown(event: Event, language: str) -> Shown:
    """Its words in a language; older than the source, or not checked, they are not shown as its words. No query."""
    texts = {text.language: text for text in event.texts.all() if _holds(event, text)}
    source = texts.get(event.language) or next(iter(event.texts.all()))
    found = texts.get(language, source)
    return Shown(
        event, found.title, found.description, found.language, language in texts, tuple(sorted(texts))
    )


def _holds(event: Event, text: EventText) -> bool:
    return text.of_version == event.words_version and text.is_checked


def upcoming(
    language: str,
    *,
    partner: str = "",
    audience: str = "",
    after: tuple[dt.datetime, uuid.UUID] | None = None,
) -> list[Shown]:
    """What is still to come or going on, the next first; one more than a page. Two queries."""
    rows = in_public().filter(ends_at__gte=now()).exclude(state=Event.State.HELD)
    if partner:
        rows = rows.filter(partner__code=partner)
    if audience:
        rows = rows.filter(audience=audience)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(starts_at__gt=moment) | Q(starts_at=moment, id__gt=last))
    return [shown(event, language) for event in rows.order_by("starts_at", "id")[: PAGE + 1]]


def past(language: str, *, partner: str = "", most: int = 10) -> list[Shown]:
    """What took place lately. Two queries."""
    rows = in_public().filter(ends_at__lt=now()).exclude(state=Event.State.CANCELLED)
    if partner:
        rows = rows.filter(partner__code=partner)
    return [shown(event, language) for event in rows.order_by("-starts_at", "-id")[:most]]


def for_calendars(language: str, *, partner: str = "") -> list[Shown]:
    """What a calendar keeps: what is to come and the last months, the cancelled too. Two queries."""
    rows = in_public().filter(ends_at__gte=now() - PAST)
    if partner:
        rows = rows.filter(partner__code=partner)
    return [shown(event, language) for event in rows.order_by("starts_at", "id")[:500]]


def by_slug(slug: str, language: str) -> Shown | None:
    """One event by its address. Two queries."""
    event = in_public().filter(slug=slug).first()
    return None if event is None else shown(event, language)


def by_id(event_id: uuid.UUID, language: str) -> Shown | None:
    """One event by its id. Two queries."""
    event = in_public().filter(pk=event_id).first()
    return None if event is None else shown(event, language)


@dataclass(frozen=True, slots=True)
class Seats:
    """How many have a place, and how many wait."""

    seated: int = 0
    waiting: int = 0

    def left(self, event: Event) -> int | None:
        """How many places are free; None where nobody counts them."""
        return None if event.capacity is None else max(0, event.capacity - self.seated)


def seats(events: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, Seats]:
    """The numbers of some events; for everybody, without names. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select event, seated, waiting from society_seats(%s)", [list(events)])
        return {event: Seats(seated, waiting) for event, seated, waiting in cursor.fetchall()}


def slug_is_taken(slug: str) -> bool:
    """Whether an event has this address; drafts of others are not seen, and then the database refuses."""
    return Event.objects.filter(slug=slug).exists()


@dataclass(frozen=True, slots=True)
class Mine:
    """A registration as whoever holds its link sees it."""

    state: str
    event_id: uuid.UUID
    ahead: int
    code: str
    came: bool
    answered: bool


def my_registration(registration: uuid.UUID) -> Mine | None:
    """How a registration stands; None where it is gone. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select state, event, ahead, code, came, answered from society_my_registration(%s)",
            [registration],
        )
        row = cursor.fetchone()
    return None if row is None else Mine(*row)
