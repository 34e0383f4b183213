# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The open data of the demo: an older and a newer release are out, the newest waits to be looked at."""

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.open_data import actions
from lgnet.snapshots.models import Snapshot

PUBLISHED, KEPT = 2, 3  # of the latest cut-offs, in the order of their days


def publish_open_data(*, by: Worker) -> int:
    """Publish the figures of past cut-offs, one after the other; how many releases there are."""
    with acting_as(by.actor()):
        latest = list(Snapshot.objects.select_related("edition").order_by("-cutoff_on", "-taken_at"))
        days = {one.cutoff_on: one for one in reversed(latest)}
        chosen = [days[day] for day in sorted(days)][-KEPT:]
        for number, snapshot in enumerate(chosen):
            release = actions.compute(by=by, release_id=actions.prepare(by=by, snapshot=snapshot).pk)
            if number < PUBLISHED and release.state == release.State.PREPARED:
                actions.publish(by=by, release=release)
    return len(chosen)
