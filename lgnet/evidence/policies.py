# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with evidence and samples. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.evidence.models import Sample
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def see_rows(by: Worker) -> Verdict:
    """Look at the rows that prove a count, with the names of people."""
    if not by.may(Permission.EVIDENCE_SEE):
        return no(_("Only the partner's coordinator looks at evidence."))
    return yes


freeze = see_rows


def order_sample(by: Worker) -> Verdict:
    """Draw a sample for an on-the-spot check."""
    if not (by.may(Permission.EVIDENCE_SEE) or by.may(Permission.REPORT_VALIDATE)):
        return no(_("Only the partner's coordinator or the nation draws a sample."))
    return yes


print_pack = see_rows


def record_findings(by: Worker, sample: Sample) -> Verdict:
    """Write down what the check found."""
    if not by.may(Permission.EVIDENCE_SEE):
        return no(_("The partner that was checked writes down what was found."))
    if sample.closed_at is not None:
        return no(_("This check is closed: its result stays as it is."))
    return yes


def close_sample(by: Worker, sample: Sample, *, is_complete: bool) -> Verdict:
    """End the check: its result is fixed."""
    if not is_complete:
        return no(_("Somebody drawn has not been looked at yet."))
    return record_findings(by, sample)
