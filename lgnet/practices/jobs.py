# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practices in the background: the other partner is told, and once a year a partner is asked whether it is still so."""

import logging
import uuid

from django.conf import settings
from procrastinate.contrib.django import app

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions
from lgnet.practices import actions

log = logging.getLogger(__name__)


def tell_one(what: str, partner_id: uuid.UUID, card_id: uuid.UUID) -> int:
    """Tell the coordinators of a partner; the letters sent."""
    with acting_as(Actor(DbRole.WORKER, partner_id)):
        return actions.tell_partner(what=what, card_id=card_id, address=settings.SITE_ADDRESS)


def remind_everybody() -> int:
    """Remind each partner's coordinators, one partner after another; the letters sent."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = [each.organisation_id for each in editions.local_partnerships()]
    sent = 0
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner)):
            sent += actions.remind_partner(day=today(), address=settings.SITE_ADDRESS)
    return sent


@app.task(name="practices.tell")
def tell(what: str, partner_id: str, card_id: str) -> None:
    """After something happened that a partner waits for."""
    sent = tell_one(what, uuid.UUID(partner_id), uuid.UUID(card_id))
    log.info("practice %s: %s letters", card_id, sent)


@app.periodic(cron="40 6 * * *")
@app.task(name="practices.remind", queueing_lock="practices.remind", pass_context=False)
def remind(timestamp: int) -> None:
    """Every morning. `timestamp` is when it was due (Unix seconds)."""
    log.info("reminders of practices: %s letters, due at %s", remind_everybody(), timestamp)
