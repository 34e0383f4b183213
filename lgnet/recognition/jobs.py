# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of revoked badges is signed anew each night, long before it lapses."""

import logging

from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.recognition import actions

log = logging.getLogger(__name__)


def renew() -> None:
    """Sign the list anew, on nobody's behalf."""
    with acting_as(Actor(DbRole.WORKER)):
        actions.refresh_list(by=None)


@app.periodic(cron="15 2 * * *")
@app.task(name="recognition.renew_list", queueing_lock="recognition.renew_list", pass_context=False)
def renew_list(timestamp: int) -> None:
    """Every night. `timestamp` is when it was due (Unix seconds)."""
    renew()
    log.info("list of revoked badges signed, due at %s", timestamp)
