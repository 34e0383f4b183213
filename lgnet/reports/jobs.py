# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports in the background: quarters open, coordinators are reminded and told what the nation decided."""

import datetime as dt
import logging
import uuid

from procrastinate.contrib.django import app

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions
from lgnet.reports import actions, notifications, queries
from lgnet.reports.models import Reminder, Report

log = logging.getLogger(__name__)


@app.periodic(cron="10 5 * * *")
@app.task(name="reports.open_quarters", queueing_lock="reports.open_quarters", pass_context=False)
def open_quarters(timestamp: int) -> None:
    """Every morning: open the quarter whose day has come. `timestamp` is when it was due (Unix seconds)."""
    opened = actions.open_reports()
    log.info("reports: %s quarters are open, due at %s", len(opened), timestamp)


@app.periodic(cron="30 6 * * *")
@app.task(name="reports.remind", queueing_lock="reports.remind", pass_context=False)
def remind(timestamp: int) -> None:
    """Every morning: write to the coordinators whose report is due soon, today, or was due."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = [partner.pk for partner in editions.local_partners()]
    told = sum(_remind_partner(partner_id) for partner_id in partners)
    log.info("reports: %s reminders sent, due at %s", told, timestamp)


def _remind_partner(partner_id: uuid.UUID) -> int:
    with acting_as(Actor(DbRole.WORKER, partner_id)):
        unsent = list(queries.own_reports(partner_id).filter(state=Report.State.DRAFT))
        days = queries.schedule(editions.current()).remind_days_before
        wanted = [(report, kind) for report in unsent if (kind := kind_for(report.period.due_on, days))]
        people = queries.coordinators(partner_id) if wanted else []
        fresh = [
            (report, kind)
            for report, kind in wanted
            if people and actions.remember_reminder(report=report, kind=kind, people_told=len(people))
        ]
    return sum(notifications.tell(people, report, kind) for report, kind in fresh)


def kind_for(due_on: dt.date, days_before: int) -> Reminder.Kind | None:
    """Which reminder a deadline asks for today; a day on which no job ran is made up for."""
    day = today()
    if day > due_on:
        return Reminder.Kind.LATE
    if day == due_on:
        return Reminder.Kind.ON_THE_DAY
    return Reminder.Kind.BEFORE if due_on - day <= dt.timedelta(days=days_before) else None


@app.task(name="reports.tell_decision")
def tell_decision(report_id: str, partner_id: str, state: str) -> None:
    """Tell a partner's coordinators what the nation decided."""
    partner = uuid.UUID(partner_id)
    with acting_as(Actor(DbRole.WORKER, partner)):
        report = queries.own_reports(partner).get(pk=uuid.UUID(report_id))
        people = queries.coordinators(partner)
    notifications.tell(people, report, state)
