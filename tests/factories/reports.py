# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Quarterly reports of the tests, made by the job and the actions that the pages use."""

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.reports import queries
from lgnet.reports.actions import (
    attach,
    open_reports,
    remember_reminder,
    save_answer,
    save_deviation,
    save_subject,
    send_back,
    set_schedule,
    submit,
    validate,
)
from lgnet.reports.models import Deviation, NetworkSubject, Reminder, Report, Sending
from lgnet.reports.questions import Origin, Question

# In the days in which the third quarter of 2026 is reported.
REPORTING = "2026-10-05T10:00:00Z"


def a_report(by: Worker) -> Report:
    """The report of the quarter that is open today, as the job opens it."""
    open_reports()
    with acting_as(by.actor()):
        return queries.own_reports(by.partner_id)[0]


def answered(by: Worker, report: Report, *, words: str = "Tre incontri con la rete.") -> Report:
    """The same with something under each question."""
    with acting_as(by.actor()):
        for question in Question:
            save_answer(by=by, report=report, question=question, text=f"{words} {question}", version=0)
    return report


def a_deviation(by: Worker, report: Report, *, kind: str = "deviations", remedy: str = "") -> Deviation:
    """A deviation whose origin is the context."""
    with acting_as(by.actor()):
        return save_deviation(
            by=by, report=report, row_id=new_id(), kind=kind, text="Avvio dei laboratori rinviato",
            origin=Origin.CONTEXT, indicator="O.2.3", remedy=remedy,
        )  # fmt: skip


def a_subject(by: Worker, report: Report) -> NetworkSubject:
    """A body of the territory."""
    with acting_as(by.actor()):
        return save_subject(
            by=by,
            report=report,
            row_id=new_id(),
            name="ASL 3",
            kind=NetworkSubject.Kind.HEALTH,
            role="Visite",
        )


def a_sending(by: Worker, report: Report) -> Sending:
    """The report as it is sent, warnings read."""
    with acting_as(by.actor()):
        return submit(by=by, report=report, warnings_read=True)


def a_validated_report(by: Worker, nation: Worker) -> Report:
    """A report that was answered, sent and accepted."""
    report = answered(by, a_report(by))
    a_sending(by, report)
    with acting_as(nation.actor()):
        return validate(by=nation, report=report)


def a_report_with_everything(by: Worker, nation: Worker) -> Report:
    """A report whose quarter was reminded of, with lines, a file and a remark: no table stays empty."""
    report = answered(by, a_report(by))
    a_deviation(by, report)
    a_subject(by, report)
    with acting_as(by.actor()):
        attach(by=by, report=report, name="verbale.pdf", blocks=[b"%PDF-1.7"])
    with acting_as(Actor(DbRole.WORKER, by.partner_id)):
        remember_reminder(report=report, kind=Reminder.Kind.LATE, people_told=1)
    a_sending(by, report)
    with acting_as(nation.actor()):
        set_schedule(by=nation, days_to_send=10, open_days_before=14, remind_days_before=7)
        return send_back(by=nation, report=report, remarks={"whole": "Da rivedere"})
