# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each morning partners learn which services wait to be confirmed and what the public said is wrong."""

import logging

from django.conf import settings
from procrastinate.contrib.django import app

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.directory import actions
from lgnet.network import editions

log = logging.getLogger(__name__)


def remind_everybody() -> int:
    """Remind each partner's coordinators, one partner after another; the letters sent."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = [each.pk for each in editions.local_partners()]
    sent = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            sent += actions.remind_partner(day=today(), address=settings.SITE_ADDRESS)
    return sent


@app.periodic(cron="20 7 * * *")
@app.task(name="directory.remind", queueing_lock="directory.remind", pass_context=False)
def remind(timestamp: int) -> None:
    """Every morning. `timestamp` is when it was due (Unix seconds)."""
    log.info("reminders of services: %s letters, due at %s", remind_everybody(), timestamp)
