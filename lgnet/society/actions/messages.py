# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public offers, reports and complains about: received with a number, taken up, answered, closed."""

import uuid
from dataclasses import dataclass
from functools import partial

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from lgnet.core import audit, vault
from lgnet.core.authz import Refused
from lgnet.core.clock import add_working_days, now
from lgnet.core.ids import code_as_typed, new_id, readable_code
from lgnet.core.models import DataKey
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.actions.registering import sealed
from lgnet.society.models import Message
from lgnet.society.notifications import public as public_letters

STATE = Message.State
TEXT = 6_000
NUMBER, SECRET = "L", "K"  # what the two codes of a receipt begin with


@dataclass(frozen=True)
class Written:
    """What a visitor wrote, to whom. No name is needed."""

    kind: str
    partner: Organisation
    words: str
    language: str
    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Receipt:
    """What the visitor keeps: with both, and only with both, the answer is read."""

    number: str
    secret: str


def receive(*, written: Written, sending: uuid.UUID | None = None) -> Receipt | None:
    """Take a message in and give it a number; None where this body receives none.

    `sending` is the same for a form sent twice: it is one message, and the second time its own receipt comes again.
    """
    receipt = _receipt(sending)
    key, made, at = DataKey.fresh(partner_id=written.partner.pk), sending or new_id(), now()
    values = [
        sealed(Message, name, key, made, getattr(written, name))
        for name in ("name", "email", "phone", "words")
    ]
    due = add_working_days(at, Message.WORKING_DAYS[written.kind])
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "select society_write(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
                [
                    made, receipt.number, secret_index(receipt), written.partner.pk, written.kind, key.pk, key.key_id,
                    bytes(key.wrapped or b""), *values, written.language, at, due,
                ],
            )  # fmt: skip
            if not cursor.fetchone()[0]:
                return None
    except IntegrityError:
        if sending is not None and queries.status(receipt.number, secret_index(receipt)) is not None:
            return receipt
        raise
    if written.email:
        letter = partial(
            public_letters.received, written.email, written.language, receipt.number, receipt.secret
        )
        transaction.on_commit(letter, robust=True)
    return receipt


def _receipt(sending: uuid.UUID | None) -> Receipt:
    """Number and secret code: random, or for a sending always the same, which nobody can compute without our key."""
    if sending is None:
        return Receipt(readable_code(NUMBER), readable_code(SECRET))
    digest = vault.blind_index("society.receipt", sending.hex)
    return Receipt(
        readable_code(NUMBER, int.from_bytes(digest[:5])), readable_code(SECRET, int.from_bytes(digest[5:10]))
    )


def receipt_as_typed(number: str, secret: str) -> Receipt:
    """What a visitor keeps, however they typed it."""
    return Receipt(code_as_typed(number, NUMBER), code_as_typed(secret, SECRET))


def secret_index(receipt: Receipt) -> bytes:
    """What is stored of the secret code."""
    return vault.blind_index("society.message", f"{receipt.number} {receipt.secret}")


@transaction.atomic
def take_up(*, by: Worker, message: Message) -> Message:
    """Say that one takes care of it."""
    message = _locked(message)
    policies.take_up(by, message).enforce()
    message.state, message.taken_at, message.taken_by = STATE.TAKEN, now(), by.user
    message.save(update_fields=["state", "taken_at", "taken_by"])
    audit.record("message.taken_up", on=message)
    return message


@transaction.atomic
def answer(*, by: Worker, message: Message, words: str) -> Message:
    """Write what the sender reads with number and code; who left an address is told that it is there."""
    message = _locked(message)
    policies.answer(by, message).enforce()
    if not words.strip():
        raise Refused(_("Write the answer."))
    message.answer = words.strip()[:TEXT]
    _end(by, message, STATE.ANSWERED)
    audit.record("message.answered", on=message, kind_of_message=message.kind)
    if message.email:
        letter = partial(public_letters.answered, message.email, message.language, message.number)
        transaction.on_commit(letter, robust=True)
    return message


@transaction.atomic
def close(*, by: Worker, message: Message, reason: str) -> Message:
    """Close it without an answer: spam, sent twice, nothing to answer."""
    message = _locked(message)
    policies.close(by, message).enforce()
    if not reason.strip():
        raise Refused(_("Say why it is closed without an answer."))
    message.end_reason = reason.strip()[:200]
    _end(by, message, STATE.CLOSED)
    audit.record("message.closed", on=message)
    return message


@transaction.atomic
def reopen(*, by: Worker, message: Message) -> Message:
    """Take that back: the sender reads that it is being worked on."""
    message = _locked(message)
    policies.reopen(by, message).enforce()
    message.state = STATE.TAKEN if message.taken_at else STATE.NEW
    message.ended_at, message.ended_by, message.end_reason = None, None, ""
    message.save(update_fields=["state", "ended_at", "ended_by", "end_reason"])
    audit.record("message.reopened", on=message)
    return message


def note_read(*, on: Message) -> None:
    """Leave a trace that somebody read it."""
    audit.record("message.read", on=on)


def _end(by: Worker, message: Message, state: Message.State) -> None:
    if message.taken_at is None:
        message.taken_at, message.taken_by = now(), by.user
    message.state, message.ended_at, message.ended_by = state, now(), by.user
    message.save()


def _locked(message: Message) -> Message:
    rows = Message.objects.select_for_update(of=("self",)).select_related("key")
    return rows.get(pk=message.pk)
