# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the access log says of itself and of those who come in."""

from django.db import transaction

from lgnet.core import audit
from lgnet.core.audit import ChainReport
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import policies, queries
from lgnet.network.models import Colleague
from lgnet.network.trail import Wanted
from lgnet.network.worker import Worker


@transaction.atomic
def note_log_in(*, by: Colleague) -> None:
    """Write down that somebody logged in, in the chain of the partner they work for (the first of several)."""
    memberships = queries.working_memberships(by)
    partner_id = memberships[0].organisation_id if memberships else None
    with acting_as(Actor(DbRole.GATE, partner_id, by.pk)):
        audit.record("session.opened", on=by)


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
