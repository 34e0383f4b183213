# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The other partner's coordinators are told. Nobody reads who works elsewhere: a job acts for that partner."""

import datetime as dt
import uuid
from enum import StrEnum
from functools import partial

from django.db import transaction
from procrastinate.contrib.django import app

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.core.rowsecurity import current_actor
from lgnet.practices import notifications, queries
from lgnet.practices.models import Reminder


class Told(StrEnum):
    """What a partner's coordinators are written about."""

    ASKED = "asked"
    ANSWERED = "answered"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    TAKEN_UP = "taken_up"
    ENDED = "ended"


def tell(what: Told, *, partner_id: uuid.UUID, card_id: uuid.UUID) -> None:
    """Have a job write to a partner's coordinators, once this is committed."""
    task = app.configure_task("practices.tell", allow_unknown=True)
    task.defer(what=str(what), partner_id=str(partner_id), card_id=str(card_id))


def tell_partner(*, what: str, card_id: uuid.UUID, address: str) -> int:
    """Write to the coordinators of the partner acting now; the letters sent. Run by a job as `lgnet_worker`."""
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    link = f"{address}/practices/cards/{card_id}/"
    letters = [
        notifications.Letter(user.email, user.language, what, link)
        for user in queries.coordinators_of(actor.partner_id)
    ]
    transaction.on_commit(partial(notifications.told, letters), robust=True)
    return len(letters)


def remind_partner(*, day: dt.date, address: str) -> int:
    """Write to the coordinators of the partner acting now about practices to confirm; the letters sent.

    Run by the daily job as `lgnet_worker` for one partner after another; twice on a day sends once.
    """
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    due = queries.due_for_a_reminder(day, now())
    if not due:
        return 0
    link = f"{address}/practices/"
    letters = [
        notifications.Letter(user.email, user.language, notifications.CONFIRM, link)
        for user in queries.coordinators_of(actor.partner_id)
    ]
    Reminder.objects.bulk_create(
        Reminder(practice=practice, partner_id=actor.partner_id, sent_on=day, letters=len(letters))
        for practice in due
    )
    audit.record("practice.reminded", kind="practices.practice", practices=len(due), letters=len(letters))
    transaction.on_commit(partial(notifications.told, letters), robust=True)
    return len(letters)
