# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nightly measure: partner by partner, each in its own transaction, so that one that fails stops no other."""

import datetime as dt
import logging
import uuid

from django.db import DatabaseError
from procrastinate.contrib.django import app

from lgnet.core.clock import ROME
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions
from lgnet.quality import actions

log = logging.getLogger(__name__)
SUNDAY = 6


@app.periodic(cron="40 1 * * *")
@app.task(name="quality.nightly", queueing_lock="quality.nightly", pass_context=False)
def nightly(timestamp: int) -> None:
    """Every night: look closer, then measure the week. `timestamp` is when it was due (Unix seconds)."""
    day = dt.datetime.fromtimestamp(timestamp, ROME)
    with acting_as(Actor(DbRole.WORKER)):
        partners = [partner.pk for partner in editions.local_partners()]
    for partner_id in partners:
        try:
            measure_partner(partner_id, thoroughly=day.weekday() == SUNDAY)
        except DatabaseError:
            log.exception("the quality of partner %s was not measured", partner_id)


def measure_partner(partner_id: uuid.UUID, *, thoroughly: bool) -> None:
    """One partner's night."""
    with acting_as(Actor(DbRole.WORKER, partner_id)):
        suspicions = actions.look_closer(partner_id=partner_id, thoroughly=thoroughly)
        checks = actions.measure(partner_id=partner_id)
        lists = actions.pile_up(partner_id=partner_id)
    log.info(
        "quality of %s: %s checks measured, %s suspicions, %s lists", partner_id, checks, suspicions, lists
    )
