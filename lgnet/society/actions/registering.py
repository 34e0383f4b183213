# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody without an account registers, confirms by a link, cancels, and says how it was. Each by one function."""

import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import IntegrityError, connection, models, transaction

from lgnet.core import vault
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id, readable_code
from lgnet.core.models import DataKey
from lgnet.society.models import Event, EventFeedback, Registration
from lgnet.society.notifications import public as public_letters
from lgnet.society.queries import Shown

CONSENT = "events-1"  # the version of the words on the form


@dataclass(frozen=True)
class Asked:
    """What became of a request: asked, known or closed; the visitor is told the same for the first two."""

    verdict: str
    registration: uuid.UUID | None = None


def register(
    *, shown: Shown, name: str, email: str, language: str, sending: uuid.UUID | None = None
) -> Asked:
    """Ask for a place. The letter with the link goes to the address that was typed, and to nobody else.

    `sending` is the same for a form sent twice: then both letters hold the same link.
    """
    event, email = shown.event, email.strip().lower()
    key = event_key(event)
    if key is None:
        return Asked("closed")
    made = sending or new_id()
    try:
        with transaction.atomic():
            asked = _ask(event, key, made, name, email, language)
    except IntegrityError:  # the same form at the same moment: the other one has written the letter
        return Asked("asked")
    if asked.registration is not None:
        letter = public_letters.known if asked.verdict == "known" else public_letters.confirm
        transaction.on_commit(partial(letter, email, language, shown, asked.registration), robust=True)
    return asked


def _ask(event: Event, key: DataKey, made: uuid.UUID, name: str, email: str, language: str) -> Asked:
    with connection.cursor() as cursor:
        cursor.execute(
            "select verdict, registration from society_register(%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                event.pk, made, readable_code("E")[2:], sealed(Registration, "name", key, made, name),
                sealed(Registration, "email", key, made, email),
                vault.blind_index(f"society.event.{event.pk}", email), language, CONSENT, now(),
            ],
        )  # fmt: skip
        return Asked(*cursor.fetchone())


def confirm(*, registration: uuid.UUID) -> bool:
    """The link of the letter was followed: a place, or a turn on the waiting list. Again it changes nothing."""
    return _done("select society_confirm(%s, %s)", registration)


def withdraw(*, registration: uuid.UUID) -> bool:
    """Somebody does not come; who waits first gets the place."""
    return _done("select society_withdraw(%s, %s)", registration)


def say(*, registration: uuid.UUID, event: Event, rating: int, words: str) -> bool:
    """What somebody who came thinks of it, once and without a name."""
    made, key = uuid.uuid4(), event_key(event)  # random: ours would tell the moment
    text = sealed(EventFeedback, "words", key, made, words) if key else None
    with connection.cursor() as cursor:
        cursor.execute("select society_say(%s, %s, %s, %s, %s)", [registration, made, rating, text, today()])
        return bool(cursor.fetchone()[0])


def event_key(event: Event) -> DataKey | None:
    """What seals the words of an event's visitors; made with the first of them. None where it is closed."""
    fresh = DataKey.fresh(partner_id=event.partner_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "select id, key_id, wrapped from society_event_key(%s, %s, %s, %s)",
            [event.pk, fresh.pk, fresh.key_id, bytes(fresh.wrapped or b"")],
        )
        row = cursor.fetchone()
    return None if row is None else DataKey(id=row[0], key_id=row[1], wrapped=row[2])


def sealed(model: type[models.Model], field: str, key: DataKey, pk: uuid.UUID, text: str) -> bytes | None:
    """A value as its row will hold it; None where there is none."""
    found: Any = model._meta.get_field(field)
    cipher = key.cipher()
    return None if cipher is None else found.seal(cipher, pk, text)


def _done(statement: str, thing: uuid.UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [thing, now()])
        return bool(cursor.fetchone()[0])
