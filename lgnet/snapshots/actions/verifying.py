# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verifying a cut-off, and writing down that it was done."""

from lgnet.core import audit
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.snapshots import policies, queries
from lgnet.snapshots.findings import Report
from lgnet.snapshots.models import Snapshot


def verify(*, by: Worker, snapshot: Snapshot) -> Report:
    """Recompute a cut-off from the facts and the frozen definitions, by one who is not acting yet."""
    with acting_as(by.actor()):
        policies.verify(by).enforce()
        report = queries.verification(snapshot)
        audit.record(
            "snapshot.verified",
            on=snapshot,
            code=snapshot.code,
            holds=report.holds,
            found=len(report.findings),
        )
    return report
