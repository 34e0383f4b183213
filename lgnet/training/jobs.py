# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The training in the background: letters within a minute, requests that nobody decided on end at night."""

import logging

from django.conf import settings
from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.training import actions
from lgnet.training.queries import telling

log = logging.getLogger(__name__)


def tell_everybody() -> int:
    """Write what was not told yet, one partner after another; the letters sent."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = telling.partner_ids()
    sent = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            sent += actions.tell_partner(address=settings.SITE_ADDRESS)
    return sent


def lapse_everywhere() -> int:
    """End the requests that nobody decided on in time, one partner after another; how many."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = telling.partner_ids()
    ended = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            ended += actions.lapse_unapproved()
    return ended


@app.periodic(cron="* * * * *")
@app.task(name="training.tell", queueing_lock="training.tell", pass_context=False)
def tell(timestamp: int) -> None:
    """Every minute. `timestamp` is when it was due (Unix seconds)."""
    sent = tell_everybody()
    if sent:
        log.info("training: %s letters, due at %s", sent, timestamp)


@app.periodic(cron="20 0 * * *")
@app.task(name="training.lapse", queueing_lock="training.lapse", pass_context=False)
def lapse(timestamp: int) -> None:
    """Every night, after the last day of enrolment. `timestamp` is when it was due (Unix seconds)."""
    log.info("training: %s requests lapsed, due at %s", lapse_everywhere(), timestamp)
