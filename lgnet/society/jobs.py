# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Society in the background: who registered is told, newsletters go out in batches, what is over is forgotten."""

import logging
import uuid
from collections.abc import Callable

from django.conf import settings
from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions
from lgnet.society.actions import newsletter, telling

log = logging.getLogger(__name__)


def tell_everybody() -> int:
    """Tell what waits to be told, one partner after another; the letters written."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = telling.partners_to_tell()
    return _each(
        partners, lambda: telling.tell_registered() + telling.tell_inbox(address=settings.SITE_ADDRESS)
    )


def remind_everybody() -> int:
    """Remind of tomorrow and ask about yesterday, one partner after another; the letters written."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = list(editions.local_partners().values_list("pk", flat=True))
    return _each(partners, telling.remind_registered)


def _each(partners: list[uuid.UUID], tell: Callable[[], int]) -> int:
    sent = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            sent += tell()
    return sent


def send_all(issue_id: uuid.UUID, partner_id: uuid.UUID) -> int:
    """Send a newsletter batch by batch, each in its own transaction; the letters written."""
    sent, batch = 0, 1
    while batch:
        with acting_as(Actor(DbRole.WORKER, partner_id)):
            batch = newsletter.send_batch(issue_id=issue_id)
        sent += batch
    return sent


def forget_what_is_over() -> int:
    """Take away what its time is over for."""
    with acting_as(Actor(DbRole.WORKER)):
        return telling.forget()


@app.task(name="society.send")
def send(issue_id: str, partner_id: str) -> None:
    """A newsletter, after somebody sent it."""
    log.info("newsletter %s: %s letters", issue_id, send_all(uuid.UUID(issue_id), uuid.UUID(partner_id)))


@app.periodic(cron="* * * * *")
@app.task(name="society.tell", queueing_lock="society.tell", pass_context=False)
def tell(timestamp: int) -> None:
    """Every minute. `timestamp` is when it was due (Unix seconds)."""
    sent = tell_everybody()
    if sent:
        log.info("society: %s letters, due at %s", sent, timestamp)


@app.periodic(cron="20 9 * * *")
@app.task(name="society.remind", queueing_lock="society.remind", pass_context=False)
def remind(timestamp: int) -> None:
    """Every morning."""
    log.info("reminders of events: %s letters, due at %s", remind_everybody(), timestamp)


@app.periodic(cron="50 3 * * *")
@app.task(name="society.forget", queueing_lock="society.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Every night."""
    log.info("society: %s things forgotten, due at %s", forget_what_is_over(), timestamp)
