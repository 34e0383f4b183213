# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public wrote: for the partner that answers, for its sender, and in numbers for the nation."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet

from lgnet.core.clock import now
from lgnet.core.models import DataKey
from lgnet.core.vault import open_text
from lgnet.network.worker import Worker
from lgnet.society.models import Message

PAGE = 20
OPEN = (Message.State.NEW, Message.State.TAKEN)


def waiting(by: Worker, *, kind: str = "") -> QuerySet[Message]:
    """What still waits for an answer, the most urgent first."""
    rows = Message.objects.filter(partner=by.partner_id, state__in=OPEN).select_related("key", "taken_by")
    return (rows.filter(kind=kind) if kind else rows).order_by("due_at", "id")


def ended(
    by: Worker, *, kind: str = "", after: tuple[dt.datetime, uuid.UUID] | None = None
) -> QuerySet[Message]:
    """What was answered or closed, the latest first."""
    rows = Message.objects.filter(partner=by.partner_id).exclude(state__in=OPEN).select_related("key")
    if kind:
        rows = rows.filter(kind=kind)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(received_at__lt=moment) | Q(received_at=moment, id__lt=last))
    return rows.order_by("-received_at", "-id")


@dataclass(frozen=True, slots=True)
class Status:
    """How far a message is, as its sender reads it."""

    kind: str
    state: str
    received_at: dt.datetime
    due_at: dt.datetime
    ended_at: dt.datetime | None
    answer: str


def status(number: str, secret: bytes) -> Status | None:
    """For whoever has number and code; None for a wrong code as for a number that does not exist. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select message, kind, state, received_at, due_at, ended_at, key, key_id, wrapped, answer"
            " from society_answer_of(%s, %s)",
            [number, secret],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    message, kind, state, received_at, due_at, ended_at, key, key_id, wrapped, answer = row
    return Status(kind, state, received_at, due_at, ended_at, _opened(message, key, key_id, wrapped, answer))


def _opened(
    message: uuid.UUID, key: uuid.UUID, key_id: str, wrapped: bytes | None, answer: bytes | None
) -> str:
    cipher = DataKey(id=key, key_id=key_id, wrapped=wrapped).cipher()
    if cipher is None or answer is None:
        return ""
    field = Message._meta.get_field("answer")
    return open_text(cipher, bytes(answer), field.place(message))


@dataclass(frozen=True, slots=True)
class Inbox:
    """The inbox of a partner in numbers, all that the nation sees of it."""

    partner_id: uuid.UUID
    kind: str
    waiting: int
    late: int
    ended: int


def inboxes() -> list[Inbox]:
    """Every partner's inbox in numbers. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select partner, kind, waiting, late, ended from society_inboxes(%s)", [now()])
        return [Inbox(*row) for row in cursor.fetchall()]
