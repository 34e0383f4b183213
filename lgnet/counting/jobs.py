# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The count's work in the background. Totals are right before and after it: compacting only makes them shorter."""

import logging

from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting import actions

log = logging.getLogger(__name__)


@app.periodic(cron="*/5 * * * *")
@app.task(name="counting.compact_totals", queueing_lock="counting.compact_totals", pass_context=False)
def compact_totals(timestamp: int) -> None:
    """Every five minutes: one row for each total. `timestamp` is when it was due (Unix seconds)."""
    with acting_as(Actor(DbRole.WORKER)):
        rows = actions.compact()
    log.info("totals compacted: %s rows read, due at %s", rows, timestamp)
