# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Attempts whose time is over are handed in, also where the browser was closed."""

import logging

from procrastinate.contrib.django import app

from lgnet.core.clock import now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.examinations import actions
from lgnet.network.models import Organisation

log = logging.getLogger(__name__)


def end_everywhere() -> int:
    """Hand in what ran out, one organisation after another; how many attempts."""
    with acting_as(Actor(DbRole.WORKER)):
        bodies = list(Organisation.objects.values_list("pk", flat=True))
    ended = 0
    for body in bodies:
        with acting_as(Actor(DbRole.WORKER, body)):
            ended += actions.end_what_ran_out(at=now())
    return ended


@app.periodic(cron="*/5 * * * *")
@app.task(name="examinations.end", queueing_lock="examinations.end", pass_context=False)
def end(timestamp: int) -> None:
    """Every five minutes. `timestamp` is when it was due (Unix seconds)."""
    ended = end_everywhere()
    if ended:
        log.info("tests: %s attempts handed in by time, due at %s", ended, timestamp)
