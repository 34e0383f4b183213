# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a job tells for one partner: places given, changes, tomorrow, messages that came or are late."""

import datetime as dt
import uuid
from collections.abc import Callable
from functools import partial

from django.db import connection, transaction
from django.db.models import F, Q

from lgnet.core.clock import ROME, now, today
from lgnet.core.rowsecurity import current_actor
from lgnet.society import queries
from lgnet.society.models import Event, Message, Registration
from lgnet.society.notifications import public as public_letters
from lgnet.society.notifications import staff
from lgnet.society.queries import shown

STATE = Registration.State
OFF = "off"  # told that the event is cancelled
BATCH = 100
ASKED_WITHIN = dt.timedelta(days=7)
TOOK_PLACE = (Event.State.PUBLISHED, Event.State.HELD)  # nobody may have said yet that it did


def partners_to_tell() -> list[uuid.UUID]:
    """The partners for which there is something to tell. Asked by a job."""
    with connection.cursor() as cursor:
        cursor.execute("select partner from society_to_tell(%s)", [now()])
        return [partner for (partner,) in cursor.fetchall()]


def tell_registered() -> int:
    """Tell who registered at the partner acting now how they stand; the letters written. Nobody gets one twice."""
    rows = (
        Registration.objects.filter(state__in=[STATE.WAITING, STATE.SEATED], event__ends_at__gt=now())
        .filter(
            Q(event__state=Event.State.PUBLISHED)
            & (~Q(told_state=F("state")) | ~Q(told_sequence=F("event__sequence")))
            | Q(event__state=Event.State.CANCELLED) & ~Q(told_state=OFF)
        )
        .select_related("event__key", "event__partner")
        .prefetch_related("event__texts")
        .order_by("event_id", "arrival")[:BATCH]
    )
    letters = [_told(registration) for registration in rows]
    _after_commit(letters)
    return len(letters)


def _told(registration: Registration) -> Callable[[], None]:
    """The letter that this registration needs; what it says is written down first."""
    event, language = registration.event, registration.language
    seen, email = shown(event, language), registration.email
    if event.state == Event.State.CANCELLED:
        letter = partial(public_letters.cancelled, email, language, seen, event.end_reason)
        registration.told_state = OFF
    elif registration.told_state == registration.state:
        letter = partial(public_letters.moved, email, language, seen, registration)
    elif registration.state == STATE.SEATED:
        letter = partial(public_letters.placed, email, language, seen, registration, event.online_url)
        registration.told_state = registration.state
    else:
        letter = partial(public_letters.waits, email, language, seen, registration)
        registration.told_state = registration.state
    registration.told_sequence = event.sequence
    registration.save(update_fields=["told_state", "told_sequence"])
    return letter


def remind_registered(*, day: dt.date | None = None) -> int:
    """Remind who has a place tomorrow, and ask who came how it was, once the event is over; the letters written.

    Who came is asked within a week, also where the partner says only later that the event took place.
    """
    day = day or today()
    letters = [
        _reminded(one, partial(public_letters.reminder, one.email, one.language, shown(one.event, one.language), one,
                               one.event.online_url))
        for one in _on(day + dt.timedelta(days=1), state=STATE.SEATED, event__state=Event.State.PUBLISHED,
                       reminded_at=None)
    ]  # fmt: skip
    letters += [
        _reminded(one, partial(public_letters.how_was_it, one.email, one.language, shown(one.event, one.language),
                               one.pk))
        for one in _on(day - ASKED_WITHIN, until=day, came_at__isnull=False, event__state__in=TOOK_PLACE,
                       event__ends_at__lt=now())
        if one.reminded_at is None or one.reminded_at < one.event.ends_at
    ]  # fmt: skip
    _after_commit(letters)
    return len(letters)


def _on(day: dt.date, *, until: dt.date | None = None, **which: object) -> list[Registration]:
    """Registrations of the events that begin on a day, or from then until another."""
    start = dt.datetime.combine(day, dt.time(), ROME)
    end = dt.datetime.combine(until or day + dt.timedelta(days=1), dt.time(), ROME)
    rows = Registration.objects.filter(event__starts_at__gte=start, event__starts_at__lt=end, **which)
    rows = rows.exclude(state=STATE.CANCELLED).select_related("event__key", "event__partner")
    return list(rows.prefetch_related("event__texts"))


def _reminded(registration: Registration, letter: Callable[[], None]) -> Callable[[], None]:
    registration.reminded_at = now()
    registration.save(update_fields=["reminded_at"])
    return letter


def tell_inbox(*, address: str) -> int:
    """Tell who answers for the partner acting now what came, and its coordinators what is late; the letters written."""
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    new = Message.objects.filter(told_at=None, state=Message.State.NEW)
    late = Message.objects.filter(
        escalated_at=None, state__in=[Message.State.NEW, Message.State.TAKEN], due_at__lt=now()
    )
    came, overdue = new.update(told_at=now()), late.update(escalated_at=now())
    link = f"{address}/society/inbox/"
    coordinators = {user.pk for user in queries.who_answers(actor.partner_id, ("coordinator",))}
    letters = [
        staff.Letter(user.email, user.language, came, overdue if user.pk in coordinators else 0, link)
        for user in queries.who_answers(actor.partner_id)
        if came or (overdue and user.pk in coordinators)
    ]
    transaction.on_commit(partial(staff.inbox, letters), robust=True)
    return len(letters)


def forget() -> int:
    """Take away what its time is over for: who came, who never confirmed, what was written; how many things."""
    with connection.cursor() as cursor:
        cursor.execute("select society_forget(%s)", [now()])
        return int(cursor.fetchone()[0])


def _after_commit(letters: list[Callable[[], None]]) -> None:
    for letter in letters:
        transaction.on_commit(letter, robust=True)
