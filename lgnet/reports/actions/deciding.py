# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report goes to the nation and comes back: every change of its state, each told to whom it concerns."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.network.worker import Worker
from lgnet.reports import checks, policies, queries
from lgnet.reports.actions.writing import locked
from lgnet.reports.document import digest_of
from lgnet.reports.models import Attachment, Remark, Report, ReportStep, Sending

State = Report.State


@transaction.atomic
def submit(*, by: Worker, report: Report, seen: str = "", warnings_read: bool = False) -> Sending:
    """Freeze the report as it is now and send it. `seen` tells which text the page showed.

    Raises `Stale` where somebody wrote on meanwhile, `Refused` with the first finding that stops it.
    """
    report = locked(report.pk)
    policies.submit(by, report).enforce()
    document = queries.draft(report)
    if seen and seen != document.seen:
        raise Stale(_("Somebody has written on in this report meanwhile: read it again before sending it."))
    findings = checks.run(document, report.period, report.partner_id)
    policies.submit(by, report, findings).enforce()
    if not warnings_read and any(not finding.blocks for finding in findings):
        raise Refused(_("Say that you have read the warnings before you send the report."))
    content = document.as_json()
    sending = Sending.objects.create(
        partner_id=report.partner_id, report=report, number=report.sendings_count + 1, content=content,
        digest=digest_of(content), sent_at=document.figures.as_of, sent_by_id=by.user.pk,
    )  # fmt: skip
    files = [file.id for file in document.attachments]
    Attachment.objects.filter(pk__in=files, sent_at=None).update(sent_at=sending.sent_at)
    report.sendings_count, report.sent_at, report.sent_by_id = sending.number, sending.sent_at, by.user.pk
    _go(by, report, State.SUBMITTED)
    audit.record(
        "report.submitted", on=report, number=sending.number, digest=sending.digest,
        warnings=sum(not finding.blocks for finding in findings),
    )  # fmt: skip
    return sending


@transaction.atomic
def send_back(*, by: Worker, report: Report, remarks: Mapping[str, str]) -> Report:
    """Ask the partner to correct: at least one remark, by what it is about."""
    report = locked(report.pk)
    policies.send_back(by, report).enforce()
    known = {about for about, _words in Remark.ABOUT}
    written = {about: text.strip() for about, text in remarks.items() if text.strip() and about in known}
    if not written:
        raise Refused(_("Write at least one remark: the partner must know what to correct."))
    sending = queries.latest_sending(report)
    if sending is None:
        raise Refused(_("The partner has not sent this report yet."))
    Remark.objects.bulk_create(
        Remark(
            partner_id=report.partner_id, sending=sending, about=about, text=text, written_at=now(),
            written_by_id=by.user.pk,
        )
        for about, text in written.items()
    )  # fmt: skip
    _decide(by, report, State.SENT_BACK)
    audit.record("report.sent_back", on=report, about=sorted(written))
    return report


@transaction.atomic
def validate(*, by: Worker, report: Report) -> Report:
    """Accept the report as it was sent."""
    report = locked(report.pk)
    policies.validate(by, report).enforce()
    _decide(by, report, State.VALIDATED)
    audit.record("report.validated", on=report, number=report.sendings_count)
    return report


@transaction.atomic
def reopen(*, by: Worker, report: Report, reason: str) -> Report:
    """Let the partner change a validated report. What was sent stays as it was."""
    report = locked(report.pk)
    policies.reopen(by, report).enforce()
    if not reason.strip():
        raise Refused(_("Say why the report is re-opened."))
    _decide(by, report, State.REOPENED, reason.strip())
    audit.record("report.reopened", on=report)
    return report


def take_out(*, by: Worker, what: str, kind: str) -> None:
    """Write down that somebody took a report away in a file."""
    policies.see(by).enforce()
    audit.record("report.taken_out", kind="reports.report", what=what, format=kind)


def _decide(by: Worker, report: Report, to: str, reason: str = "") -> None:
    report.decided_at, report.decided_by_id = now(), by.user.pk
    _go(by, report, to, reason)
    # The nation cannot read who works for a partner: a job, on the partner's behalf, tells its coordinators.
    app.configure_task("reports.tell_decision", allow_unknown=True).defer(
        report_id=str(report.pk), partner_id=str(report.partner_id), state=to
    )


def _go(by: Worker, report: Report, to: str, reason: str = "") -> None:
    """Change the state. Policies have said why not; a way that is not in the table is a fault of ours."""
    if to not in Report.NEXT[report.state]:
        raise Refused(_("This cannot be done now."))
    ReportStep.objects.create(
        partner_id=report.partner_id, report=report, from_state=report.state, to_state=to, reason=reason,
        taken_at=now(), taken_by_id=by.user.pk,
    )  # fmt: skip
    report.state = to
    report.save(update_fields=["state", "sendings_count", "sent_at", "sent_by", "decided_at", "decided_by"])
