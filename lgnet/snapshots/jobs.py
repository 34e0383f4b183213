# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cut-offs and sheets in the background. A job names the membership it works for, which must be valid then."""

import datetime as dt
import uuid

from django.utils import translation
from procrastinate.contrib.django import app

from lgnet.network.queries import worker_for
from lgnet.snapshots import files
from lgnet.snapshots.actions.running import run


@app.task(name="snapshots.work", queue="snapshots")
def work(work_id: str, membership_id: str) -> None:
    """Do a piece of work: take, verify, or make a sheet from where it stopped."""
    by = worker_for(uuid.UUID(membership_id))
    if by is not None:
        with translation.override(by.user.language):
            run(by=by, work_id=uuid.UUID(work_id))


@app.periodic(cron="17 3 * * *")
@app.task(name="snapshots.throw_away", queueing_lock="snapshots.throw_away", pass_context=False)
def throw_away(timestamp: int) -> None:
    """Every night: sheets that nobody fetched within a week go. `timestamp` is when it was due (Unix seconds)."""
    files.remove_old(dt.datetime.fromtimestamp(timestamp, dt.UTC))
