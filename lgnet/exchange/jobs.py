# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The exchange in the background: in the morning, digests for those whose day it is."""

import datetime as dt
import logging

from django.conf import settings
from procrastinate.contrib.django import app

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.exchange import actions, queries
from lgnet.network.models import Organisation

log = logging.getLogger(__name__)


def send_digests(day: dt.date) -> int:
    """One colleague after another, each in a transaction on their own behalf; the letters sent."""
    with acting_as(Actor(DbRole.WORKER)):
        bodies = list(Organisation.objects.values_list("pk", flat=True))
    sent = 0
    for body in bodies:
        with acting_as(Actor(DbRole.WORKER, body)):
            people = queries.people_here(body)
        for colleague in people:
            with acting_as(Actor(DbRole.WORKER, body, colleague.pk)):
                sent += actions.send_digest(colleague=colleague, day=day, address=settings.SITE_ADDRESS)
    return sent


@app.periodic(cron="0 7 * * *")
@app.task(name="exchange.send_digests", queueing_lock="exchange.send_digests", pass_context=False)
def send_all(timestamp: int) -> None:
    """Every morning. `timestamp` is when it was due (Unix seconds)."""
    log.info("digests of the exchange: %s letters, due at %s", send_digests(today()), timestamp)
