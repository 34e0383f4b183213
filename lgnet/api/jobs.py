# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The API's work in the background."""

import datetime as dt

from procrastinate.contrib.django import app

from lgnet.api import actions
from lgnet.core.clock import now
from lgnet.core.rowsecurity import GATE, acting_as


@app.periodic(cron="17 * * * *")
@app.task(name="api.forget_minutes", queueing_lock="api.forget_minutes", pass_context=False)
def forget_minutes(timestamp: int) -> None:
    """Every hour: counts of requests older than an hour. `timestamp` is when it was due (Unix seconds)."""
    with acting_as(GATE):
        actions.forget_minutes(before=now() - dt.timedelta(hours=1))
