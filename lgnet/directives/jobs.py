# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Circulars in the background: coordinators are told when one is issued, and reminded in the morning."""

import logging
import uuid

from procrastinate.contrib.django import app

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.directives import actions
from lgnet.network import editions

log = logging.getLogger(__name__)


def remind_everybody() -> int:
    """Remind each partner's coordinators, one partner after another; the letters sent."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = [each.organisation_id for each in editions.local_partnerships()]
    sent = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            sent += actions.remind_partner(day=today())
    return sent


def tell_everybody(directive_id: uuid.UUID) -> int:
    """Tell the coordinators of each partner addressed, one partner after another; the letters sent."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = [each.organisation_id for each in editions.local_partnerships()]
    sent = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            sent += actions.tell_partner(directive_id=directive_id)
    return sent


@app.task(name="directives.tell_issued", retry=3)
def tell_issued(directive_id: str) -> None:
    """After a circular was issued. Tried again it goes on with the partners that were not told."""
    log.info("circular %s: %s letters", directive_id, tell_everybody(uuid.UUID(directive_id)))


@app.periodic(cron="30 6 * * *")
@app.task(name="directives.remind", queueing_lock="directives.remind", pass_context=False)
def remind(timestamp: int) -> None:
    """Every morning. `timestamp` is when it was due (Unix seconds)."""
    log.info("reminders of circulars: %s letters, due at %s", remind_everybody(), timestamp)
