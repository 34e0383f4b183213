# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public says what is wrong, the partner settles it; a partner is reminded of what nobody confirmed for 90 days."""

import datetime as dt
import uuid
from functools import partial

from django.db import transaction

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import current_actor
from lgnet.directory import notifications, policies, queries
from lgnet.directory.actions.writing import locked
from lgnet.directory.models import Nag, Service, TeamContact, WrongReport
from lgnet.network.worker import Worker

TEXT = 500


def report_wrong(
    *, service: Service, kind: str, text: str, language: str, report_id: uuid.UUID | None = None
) -> None:
    """Keep what a visitor says is wrong. Nobody asks who; limits are the caller's. Sent twice, it is kept once."""
    row = WrongReport(
        id=report_id or new_id(), service=service, partner_id=service.partner_id, kind=kind,
        text=" ".join(text.split())[:TEXT], language=language[:3], reported_at=now(),
    )  # fmt: skip
    WrongReport.objects.bulk_create([row], ignore_conflicts=True)


@transaction.atomic
def settle(*, by: Worker, report: WrongReport, outcome: str) -> WrongReport:
    """Say what came of it. Who says that it is right confirms the service."""
    report = WrongReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.settle(by, report).enforce()
    report.outcome, report.settled_at, report.settled_by = outcome, now(), by.user
    report.save(update_fields=["outcome", "settled_at", "settled_by"])
    if outcome != WrongReport.Outcome.USELESS:
        service = locked(report.service_id)
        service.checked_at = service.changed_at = now()
        service.checked_by = by.user
        service.save(update_fields=["checked_at", "checked_by", "changed_at"])
    audit.record("service.report_settled", on=report, outcome=outcome)
    return report


@transaction.atomic
def reopen(*, by: Worker, report: WrongReport) -> WrongReport:
    """Undo it: the report waits again."""
    report = WrongReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.write(by).enforce()
    report.outcome, report.settled_at, report.settled_by = "", None, None
    report.save(update_fields=["outcome", "settled_at", "settled_by"])
    audit.record("service.report_reopened", on=report)
    return report


def remind_partner(*, day: dt.date, address: str) -> int:
    """Write to those who keep services and contacts of the partner acting now what is stale or reported wrong.

    The letters sent. Run by the daily job as `lgnet_worker` for one partner after another; twice on a day sends once.
    """
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    stale = queries.to_remind(actor.partner_id, day, now())
    reports = queries.to_tell(actor.partner_id)
    contacts = list(queries.contacts_to_remind(actor.partner_id, day, now()))
    if not stale and not reports and not contacts:
        return 0
    link = f"{address}/directory/"
    keepers = queries.keepers_of(actor.partner_id)
    letters = [
        notifications.Letter(user.email, user.language, link, len(stale), len(reports), len(contacts))
        for user in keepers
    ]
    if contacts:
        letters += [
            notifications.Letter(user.email, user.language, f"{address}/directory/team/", 0, 0, len(contacts))
            for user in queries.keepers_of(actor.partner_id, ("communications_officer",))
            if user not in keepers
        ]
    if letters:
        TeamContact.objects.filter(pk__in=[contact.pk for contact in contacts]).update(reminded_on=day)
    Nag.objects.bulk_create(
        Nag(service=service, partner_id=actor.partner_id, sent_on=day, letters=len(letters))
        for service in stale
    )
    WrongReport.objects.filter(pk__in=[report.pk for report in reports]).update(told_on=day)
    audit.record(
        "service.reminded", kind="directory.service", stale=len(stale), reports=len(reports),
        contacts=len(contacts),
    )  # fmt: skip
    transaction.on_commit(partial(notifications.waiting, letters), robust=True)
    return len(letters)
