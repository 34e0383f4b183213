# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a report, and if not, why. Names are those of the actions."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.reports.checks import Finding
from lgnet.reports.models import Report

State = Report.State

_CLOSED: dict[str, Promise] = {
    State.SUBMITTED: _(
        "The report was sent: it is read now, and opens again only if the nation sends it back."
    ),
    State.VALIDATED: _("The report is validated: ask the national monitoring to re-open it."),
}
_NOT_WAITING: dict[str, Promise] = {
    State.DRAFT: _("The partner has not sent this report yet."),
    State.SENT_BACK: _("The report is with the partner, to be corrected."),
    State.VALIDATED: _("This report is validated already."),
    State.REOPENED: _("The report was re-opened and is with the partner."),
}


def write(by: Worker, report: Report) -> Verdict:
    """Write answers, lines and attachments."""
    if not by.may(Permission.REPORT_WRITE):
        return no(_("Your role reads reports and does not write them."))
    if report.partner_id != by.partner_id:
        return no(_("Only the partner writes its own report."))
    if not report.is_open:
        return no(_CLOSED[report.state])
    return yes


def submit(by: Worker, report: Report, findings: Sequence[Finding] = ()) -> Verdict:
    """Send the report to the nation. `findings` of the checks that stop it are told one after another."""
    if not by.may(Permission.REPORT_SUBMIT):
        return no(_("Only the coordinator sends the report."))
    verdict = write(by, report)
    if not verdict:
        return verdict
    stops = next((finding for finding in findings if finding.blocks), None)
    return no(stops.sentence) if stops else yes


def send_back(by: Worker, report: Report) -> Verdict:
    """Ask the partner to correct the report."""
    return _decide(by, report, State.SENT_BACK)


def validate(by: Worker, report: Report) -> Verdict:
    """Accept the report as it is."""
    return _decide(by, report, State.VALIDATED)


def _decide(by: Worker, report: Report, to: str) -> Verdict:
    if not by.may(Permission.REPORT_VALIDATE):
        return no(_("Only the national monitoring decides on reports."))
    if to not in Report.NEXT[report.state]:
        return no(_NOT_WAITING[report.state])
    return yes


def reopen(by: Worker, report: Report) -> Verdict:
    """Let the partner change a validated report."""
    if not by.may(Permission.REPORT_VALIDATE):
        return no(_("Only the national monitoring re-opens a report."))
    if State.REOPENED not in Report.NEXT[report.state]:
        return no(_("Only a validated report is re-opened."))
    return yes


def set_schedule(by: Worker) -> Verdict:
    """Decide the deadlines of the edition, or move one."""
    if not by.may(Permission.NETWORK_MANAGE):
        return no(_("Only the national direction sets the deadlines of reports."))
    return yes


def see(by: Worker) -> Verdict:
    """Read reports at all."""
    if by.may(Permission.FIGURES_PARTNER) or by.may(Permission.REPORT_VALIDATE):
        return yes
    return no(_("Your role does not include reading reports."))
