# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The head of everybody's list, counted at night: the statement behind a list takes longer to plan than to run.

The first page shows it and asks only whether its few lines still stand (`queries.first_to_mend`). Runs as the
job's role for a partner.
"""

import uuid

from lgnet.core.clock import now
from lgnet.network.worker import Worker
from lgnet.quality import policies, queries
from lgnet.quality.models import Pile

KEPT = 15  # lines: five are shown, and whoever mends those sees the next


def pile_up(*, partner_id: uuid.UUID) -> int:
    """Count anew what everybody at work here has to mend; returns how many lists there are."""
    workers = [Worker(each.user, each) for each in queries.at_work(partner_id)]
    piles = [_pile(worker) for worker in workers if policies.see(worker)]
    Pile.objects.filter(partner=partner_id).delete()
    Pile.objects.bulk_create(piles)
    return len(piles)


def _pile(worker: Worker) -> Pile:
    rows, people = queries.count_to_mend(
        partner_id=worker.partner_id,
        worker_id=worker.user.pk,
        checks=policies.mendable(worker),
        coordinates=policies.coordinates(worker),
        size=KEPT,
    )
    heads = [
        [
            str(row.person_id),
            row.worst,
            miss.check.code,
            str(miss.subject_id),
            miss.case_id and str(miss.case_id),
        ]
        for row in rows
        for miss in row.misses[:1]
    ]
    return Pile(
        membership=worker.membership,
        partner_id=worker.partner_id,
        people=people,
        heads=heads,
        counted_at=now(),
    )


__all__ = ["KEPT", "pile_up"]
