# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Looking at the access log leaves a trace in it, as every look does."""

from django.db import transaction

from lgnet.core import audit
from lgnet.core.audit import ChainReport
from lgnet.network import policies
from lgnet.network.trail import Wanted
from lgnet.network.worker import Worker


@transaction.atomic
def see_access_log(*, by: Worker, wanted: Wanted) -> None:
    """Write down that somebody read the log, and by what they narrowed it (not the values)."""
    policies.see_access_log(by).enforce()
    audit.record("audit.seen", by=[name for name in Wanted.__slots__ if getattr(wanted, name)])


@transaction.atomic
def verify_access_log(*, by: Worker) -> ChainReport | None:
    """Recompute the partner's own chain; None where nothing was ever recorded."""
    policies.see_access_log(by).enforce()
    report = next((found for found in audit.verify() if found.chain == by.partner_id), None)
    audit.record("audit.verified", breaks=len(report.breaks) if report else 0)
    return report
