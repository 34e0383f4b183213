# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Surveys in the background: opened when a module ends, three months later, reminded of and closed."""

import logging

from django.conf import settings
from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.evaluation import actions
from lgnet.training.queries.telling import partner_ids

log = logging.getLogger(__name__)


def run_surveys() -> tuple[int, int, int]:
    """Close what is over, open what is due, ask and remind one partner after another: how many of each."""
    with acting_as(Actor(DbRole.WORKER)):
        closed, opened = actions.close_due(), actions.open_due()
        partners = partner_ids()
    letters = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            letters += actions.tell_partner(address=settings.SITE_ADDRESS)
    return closed, opened, letters


@app.periodic(cron="35 * * * *")
@app.task(name="evaluation.surveys", queueing_lock="evaluation.surveys", pass_context=False)
def surveys(timestamp: int) -> None:
    """Every hour: whoever was there finds the survey the same day. `timestamp` is when it was due (Unix seconds)."""
    closed, opened, letters = run_surveys()
    if closed or opened or letters:
        log.info("surveys: %s closed, %s opened, %s letters, due at %s", closed, opened, letters, timestamp)
