# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making the roll-ups anew: partner by partner as that partner, then the network from what they say."""

import time
import uuid
from typing import Any

from django.db import connection

from lgnet.analysis.actions.cells import CELLS, CELLS_OF_THE_NETWORK
from lgnet.analysis.actions.waits import WAITS, WAITS_OF_THE_NETWORK
from lgnet.analysis.models import LEAST, LONGEST, Refresh, Topic
from lgnet.cases.needs import RESTRICTED
from lgnet.catalogue.shipped import intervention_types
from lgnet.core.clock import now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.models import NETWORK
from lgnet.direction.queries import local_partners

__all__ = ["refresh", "refresh_all"]


def refresh(*, scope: uuid.UUID) -> None:
    """Make the roll-ups of a partner, or of the network (`NETWORK`), anew in one transaction.

    Runs as the jobs' role for that partner: row security lets it read the partner's rows and nobody else's. The
    network is the sum of what the partners' roll-ups say: a person at two partners counts at both.
    """
    began = time.monotonic()
    is_network = scope == NETWORK
    values = {"scope": scope, "network": NETWORK, "now": now(), **_constants()}
    with acting_as(Actor(DbRole.WORKER, None if is_network else scope)), connection.cursor() as cursor:
        # Row security makes PostgreSQL expect few rows, and walk one list for each row of another: with a partner of
        # 99,000 people that never ends. Joined by hash it is seconds, and a small partner does not feel it.
        cursor.execute("set local enable_nestloop = off")
        for table in ("analysis_wait", "analysis_cell"):
            cursor.execute(f"delete from {table} where scope = %(scope)s", values)  # noqa: S608 - our own names
        cursor.execute(WAITS_OF_THE_NETWORK if is_network else WAITS, values)
        cursor.execute(CELLS_OF_THE_NETWORK if is_network else CELLS, values)
        took = round((time.monotonic() - began) * 1000)
        Refresh.objects.update_or_create(
            scope=scope, defaults={"made_at": values["now"], "milliseconds": took}
        )


def refresh_all() -> int:
    """Make all roll-ups anew; returns how many partners there are."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = list(local_partners().values_list("pk", flat=True))
    for partner in partners:
        refresh(scope=partner)
    refresh(scope=NETWORK)
    return len(partners)


def _constants() -> dict[str, Any]:
    kinds = [kind for kind in intervention_types() if kind.need_area]
    return {
        "longest": LONGEST,
        "types": [kind.code for kind in kinds],
        "needs": [kind.need_area for kind in kinds],
        "restricted": sorted(RESTRICTED),
        "topics": list(LEAST),
        "least": list(LEAST.values()),
        "local_topics": [Topic.AREA.value],
    }
