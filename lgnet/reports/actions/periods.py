# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The calendar of reports: quarters open by themselves, deadlines are moved by the direction."""

import datetime as dt
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions
from lgnet.network.models import Edition
from lgnet.network.worker import Worker
from lgnet.reports import policies, queries
from lgnet.reports.models import Period, Reminder, Report, Schedule
from lgnet.reports.quarters import Quarter


def open_reports() -> list[Period]:
    """Open the quarters whose day has come, with a report for each local partner. Repeatable; run by a job.

    Where no quarter was ever opened it begins with the latest one: nobody is asked for what is long past.
    """
    with acting_as(Actor(DbRole.WORKER)):
        edition = editions.current()
        opened = [_opened(edition, quarter) for quarter in _due(edition)]
        partners = [partner.pk for partner in editions.local_partners()]
    for period in opened:
        for partner_id in partners:
            with acting_as(Actor(DbRole.WORKER, partner_id)):
                _report(period, partner_id)
    return opened


def _due(edition: Edition) -> list[Quarter]:
    """The quarters to open today: those after the last one that is open, which may lack some partner's report."""
    days, day = queries.schedule(edition), today()
    last = queries.periods(edition).first()
    quarter = last.quarter if last else Quarter.of(min(day, edition.ends_on)).previous
    found = []
    while quarter.first_day <= edition.ends_on:
        if queries.planned(edition, quarter, days).opens_on > day:
            break
        if quarter.last_day >= edition.starts_on:
            found.append(quarter)
        quarter = quarter.next
    return found if last else found[-1:]


def _opened(edition: Edition, quarter: Quarter) -> Period:
    planned = queries.planned(edition, quarter, queries.schedule(edition))
    period, _made = Period.objects.get_or_create(
        edition=edition,
        starts_on=planned.starts_on,
        defaults={"ends_on": planned.ends_on, "opens_on": planned.opens_on, "due_on": planned.due_on},
    )
    return period


def _report(period: Period, partner_id: uuid.UUID) -> None:
    report, made = Report.objects.get_or_create(
        partner_id=partner_id, period=period, defaults={"opened_at": now()}
    )
    if made:
        audit.record("report.opened", on=report)


@transaction.atomic
def set_schedule(
    *, by: Worker, days_to_send: int, open_days_before: int, remind_days_before: int
) -> Schedule:
    """Decide the deadlines of the quarters to come; those that are open keep theirs."""
    policies.set_schedule(by).enforce()
    edition = editions.current()
    chosen = {
        "days_to_send": days_to_send,
        "open_days_before": open_days_before,
        "remind_days_before": remind_days_before,
    }
    schedule, _made = Schedule.objects.update_or_create(edition=edition, defaults=chosen)
    audit.record("report.schedule_set", on=schedule, days=chosen)
    return schedule


@transaction.atomic
def set_deadline(*, by: Worker, period: Period, due_on: dt.date) -> Period:
    """Move the deadline of one quarter, for everybody."""
    policies.set_schedule(by).enforce()
    period = Period.objects.select_for_update(of=("self",)).select_related("edition").get(pk=period.pk)
    if due_on < period.ends_on:
        raise Refused(_("A report is due after its quarter is over."))
    period.due_on = due_on
    period.save(update_fields=["due_on"])
    audit.record("report.deadline_set", on=period, due_on=due_on)
    return period


def remember_reminder(*, report: Report, kind: Reminder.Kind, people_told: int) -> bool:
    """Note that a reminder goes out; False where it went out already for this deadline. Run by a job."""
    _row, made = Reminder.objects.get_or_create(
        report=report,
        kind=kind,
        due_on=report.period.due_on,
        defaults={"partner_id": report.partner_id, "people_told": people_told, "sent_at": now()},
    )
    return made
