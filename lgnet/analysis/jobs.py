# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The roll-ups are made anew every hour; a figure says of when it is."""

import logging

from procrastinate.contrib.django import app

from lgnet.analysis import actions

log = logging.getLogger(__name__)


@app.periodic(cron="7 * * * *")
@app.task(name="analysis.refresh", queueing_lock="analysis.refresh", pass_context=False)
def refresh(timestamp: int) -> None:
    """Every hour. `timestamp` is when it was due (Unix seconds)."""
    partners = actions.refresh_all()
    log.info("roll-ups of %s partners made anew, due at %s", partners, timestamp)
