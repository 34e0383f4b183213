# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cut-offs of the tests, taken by the direction."""

import datetime as dt

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.snapshots import actions
from lgnet.snapshots.models import Sheet, Snapshot, Work
from lgnet.snapshots.sheets.columns import as_shipped

JUNE = dt.date(2026, 6, 30)


def a_cutoff(by: Worker, day: dt.date = JUNE, *, reason: str = "a correction") -> Snapshot:
    """A cut-off of what the facts say now, up to a day."""
    snapshot = actions.take(by=by, cutoff_on=day, reason=reason)
    with acting_as(by.actor()):
        return Snapshot.objects.select_related("edition", "before", "taken_by").get(pk=snapshot.pk)


def a_cutoff_with_everything(by: Worker) -> Snapshot:
    """A cut-off with a piece of work, an acknowledgement and columns of a sheet that were set."""
    snapshot = a_cutoff(by)
    with acting_as(by.actor()):
        actions.ask(by=by, kind=Work.Kind.VERIFY, snapshot=snapshot, in_background=False)
        actions.acknowledge(by=by, snapshot=snapshot, reason="the partner is asked")
        columns = [(one.kind.code, one.title) for one in as_shipped(Sheet.INDICATORS)]
        actions.set_layout(by=by, sheet=Sheet.INDICATORS, columns=columns)
    return snapshot
