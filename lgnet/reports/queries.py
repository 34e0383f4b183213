# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of reports. Row security decides what exists: a partner its own, the nation what was sent."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from lgnet.core.clock import today
from lgnet.network import editions
from lgnet.network.models import Colleague, Edition, Membership, Organisation
from lgnet.reports import document, figures
from lgnet.reports.document import Document
from lgnet.reports.models import (
    Answer,
    Attachment,
    Deviation,
    NetworkSubject,
    Period,
    Report,
    Schedule,
    Sending,
)
from lgnet.reports.quarters import Quarter
from lgnet.reports.questions import Question

COORDINATOR = "coordinator"
QUARTERS_SHOWN = 8


def schedule(edition: Edition) -> Schedule:
    """The deadlines of an edition: those decided, or the usual ones (not saved)."""
    return Schedule.objects.filter(edition=edition).first() or Schedule(edition=edition)


def periods(edition: Edition) -> QuerySet[Period]:
    """The quarters of an edition that were opened, the latest first."""
    return Period.objects.filter(edition=edition).select_related("edition").order_by("-starts_on")


def period_of(quarter: Quarter) -> Period | None:
    """The period of a quarter in the present edition."""
    first, last = quarter.first_day, quarter.last_day
    return periods(editions.current()).filter(starts_on__gte=first, starts_on__lte=last).first()


def planned(edition: Edition, quarter: Quarter, days: Schedule) -> Period:
    """A quarter as a period of an edition, cut at the edition's ends; not saved."""
    ends_on = min(quarter.last_day, edition.ends_on)
    return Period(
        edition=edition,
        starts_on=max(quarter.first_day, edition.starts_on),
        ends_on=ends_on,
        opens_on=ends_on - dt.timedelta(days=days.open_days_before),
        due_on=ends_on + dt.timedelta(days=days.days_to_send),
    )


def reports() -> QuerySet[Report]:
    """Every report that exists for who acts, with what its state needs."""
    return Report.objects.select_related("partner", "period__edition", "sent_by", "decided_by")


def own_reports(partner_id: uuid.UUID) -> QuerySet[Report]:
    """A partner's reports, the latest quarter first."""
    return reports().filter(partner=partner_id).order_by("-period__starts_on")


def previous(report: Report) -> Report | None:
    """The same partner's report of the quarter before, if there is one."""
    rows = own_reports(report.partner_id).filter(period__starts_on__lt=report.period.starts_on)
    return rows.filter(period__edition=report.period.edition_id).first()


def latest_sending(report: Report) -> Sending | None:
    """What was sent last."""
    rows = Sending.objects.filter(report=report).select_related("sent_by")
    return rows.order_by("-number").first()


def answers(report: Report) -> dict[str, Answer]:
    """What is written under each question so far."""
    rows = Answer.objects.filter(report=report).select_related("written_by")
    return {row.question: row for row in rows}


def deviations(report: Report) -> QuerySet[Deviation]:
    """The deviations and problems that stand, in the order in which they were written."""
    return Deviation.objects.filter(report=report, removed_at=None).order_by("written_at", "id")


def subjects(report: Report) -> QuerySet[NetworkSubject]:
    """The bodies of the territory that stand."""
    return NetworkSubject.objects.filter(report=report, removed_at=None).order_by("name", "id")


def attachments(report: Report) -> QuerySet[Attachment]:
    """The files that stand."""
    return Attachment.objects.filter(report=report, removed_at=None).order_by("added_at", "id")


def draft(report: Report) -> Document:
    """The report as it would be sent now. Six queries; the partner's people only."""
    return document.written(
        report.partner,
        report.period,
        figures.derive(report.partner_id, report.period),
        list(answers(report).values()),
        list(deviations(report)),
        list(subjects(report)),
        list(attachments(report)),
    )


def former_document(report: Report) -> Document | None:
    """What was sent for the quarter before: its text stands beside the one being written."""
    before = previous(report)
    sent = latest_sending(before) if before else None
    return document.frozen(sent.content) if sent else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that waits for the partner, and how many of the six questions are still to be answered."""

    report: Report
    missing: int


def waiting(partner_id: uuid.UUID) -> list[Waiting]:
    """The reports a partner has to write or correct, the oldest first. Four queries at most."""
    still_open = [Report.State.DRAFT, Report.State.SENT_BACK, Report.State.REOPENED]
    rows = list(own_reports(partner_id).filter(state__in=still_open).order_by("period__starts_on"))
    if not rows:
        return []
    done = set(Answer.objects.filter(report__in=rows).exclude(text="").values_list("report", "question"))
    standing = Deviation.objects.filter(report__in=rows, removed_at=None)
    done |= set(standing.values_list("report", "kind"))
    networks = NetworkSubject.objects.filter(report__in=rows, removed_at=None).values_list(
        "report", flat=True
    )
    done |= {(report, Question.NETWORKS.value) for report in networks}
    return [Waiting(row, sum((row.pk, q.value) not in done for q in Question)) for row in rows]


@dataclass(frozen=True, slots=True)
class Board:
    """The nation's board: partners by quarters. What the nation has no row of was not sent yet."""

    partners: Sequence[Organisation]
    periods: Sequence[Period]
    found: dict[tuple[uuid.UUID, uuid.UUID], Report]

    def report(self, partner: Organisation, period: Period) -> Report | None:
        return self.found.get((partner.pk, period.pk))

    def late(self) -> list[tuple[Organisation, Period]]:
        """Who has never sent what was due, the longest overdue first."""
        over = [period for period in reversed(self.periods) if period.due_on < today()]
        return [(each, period) for period in over for each in self.partners if not self.report(each, period)]

    def in_state(self, *states: str) -> list[Report]:
        """The reports in one of these states, the oldest quarter first."""
        rows = [row for row in self.found.values() if row.state in states]
        return sorted(rows, key=lambda row: (row.period.starts_on, row.partner.short_name))


def board() -> Board:
    """The last eight quarters of all partners. Four queries."""
    edition = editions.current()
    shown = list(periods(edition)[:QUARTERS_SHOWN])
    rows = reports().filter(period__in=shown)
    return Board(
        partners=list(editions.local_partners()),
        periods=shown,
        found={(row.partner_id, row.period_id): row for row in rows},
    )


def sent_for(period: Period) -> list[tuple[Report, Sending]]:
    """What the partners sent last for a quarter, by the partner's name. Two queries."""
    rows = {row.pk: row for row in reports().filter(period=period)}
    sendings = Sending.objects.filter(report__in=rows).order_by("report", "-number").distinct("report")
    pairs = [(rows[sending.report_id], sending) for sending in sendings]
    return sorted(pairs, key=lambda pair: pair[0].partner.short_name)


def coordinators(partner_id: uuid.UUID) -> list[Colleague]:
    """Who is written to about a partner's reports: its coordinators of today."""
    rows = Membership.objects.valid_now().filter(organisation_id=partner_id, role=COORDINATOR)
    return [row.user for row in rows.select_related("user").order_by("user__email")]
