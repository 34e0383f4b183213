# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making the roll-ups anew: partner by partner as that partner, then the network from what they tell."""

import secrets
import time
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from lgnet.analysis.actions.atoms import ATOMS, TELL_CELLS, TELL_WAITS, WAITING
from lgnet.analysis.actions.cells import CELLS, CELLS_OF_THE_NETWORK
from lgnet.analysis.actions.spread import spread_out
from lgnet.analysis.actions.telling import Telling
from lgnet.analysis.actions.waits import WAITS, WAITS_OF_THE_NETWORK
from lgnet.analysis.models import BANDS, LONGEST, PLAIN, SENSITIVE, Kept, Refresh, Topic
from lgnet.cases.needs import RESTRICTED
from lgnet.catalogue.shipped import intervention_types
from lgnet.core.clock import now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.models import NETWORK
from lgnet.disclosure import Key, SharingOut
from lgnet.network import editions

__all__ = ["refresh", "refresh_all"]

PARTS = ("answer", "weekday", "hour", "place", "area", "source", "case", "closed", "service", "need")
OF_A_CELL = ("topic", "quarter", "urgency", "line", "first", "second", "n", "least")
OF_A_WAIT = ("quarter", "urgency", "step", "days", "done", "ended", "waiting", "on_time", "late")


def refresh(*, scope: uuid.UUID) -> None:
    """Make the roll-ups of a partner, or of the network (`NETWORK`), anew in one transaction.

    Runs as the jobs' role for that partner: row security lets it read the partner's rows and nobody else's. The
    network is the sum of what the partners tell: a person at two partners counts at both.
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
        if not is_network:
            _tell(cursor, scope, values)
        took = round((time.monotonic() - began) * 1000)
        Refresh.objects.update_or_create(
            scope=scope, defaults={"made_at": values["now"], "milliseconds": took}
        )


def refresh_all() -> int:
    """Make all roll-ups anew; returns how many partners there are."""
    with acting_as(Actor(DbRole.WORKER)):
        partners = list(editions.local_partners().values_list("pk", flat=True))
    for partner in partners:
        refresh(scope=partner)
    refresh(scope=NETWORK)
    with acting_as(Actor(DbRole.WORKER)):
        spread_out(partners)
    return len(partners)


def _tell(cursor: CursorWrapper, scope: uuid.UUID, values: Mapping[str, Any]) -> None:
    """Draw what leaves the partner, as last time where that still holds, and write it beside the exact numbers."""
    kept = Kept.objects.filter(pk=scope).first()
    chance = secrets.SystemRandom().random
    telling = Telling(
        SharingOut(PLAIN, chance, _before(kept.plain if kept else [])),
        SharingOut(SENSITIVE, chance, _before(kept.sensitive if kept else [])),
    )
    telling.everything(_atoms(cursor, ATOMS, values, PARTS), _atoms(cursor, WAITING, values))
    cursor.execute(TELL_CELLS, {"scope": scope, **_columns(OF_A_CELL, telling.cells)})
    waits = [
        (quarter, int(urgency), step, int(band), *(row.get(name, 0) for name in OF_A_WAIT[4:]))
        for (quarter, urgency, step, band), row in telling.waits.items()
        if any(row.values())
    ]
    cursor.execute(TELL_WAITS, {"scope": scope, **_columns(OF_A_WAIT, waits)})
    drawn = {
        name: [[*key, n] for key, n in tree.told.items()]
        for name, tree in (("plain", telling.plain), ("sensitive", telling.sensitive))
    }
    Kept.objects.update_or_create(scope=scope, defaults=drawn)


def _atoms(
    cursor: CursorWrapper, statement: str, values: Mapping[str, Any], parts: Sequence[str] = ()
) -> dict[str, dict[Key, int]]:
    """The parts of a partner's numbers by what they are parts of; none is left out because it is empty."""
    cursor.execute(statement, values)
    found: dict[str, dict[Key, int]] = {part: {} for part in parts}
    for part, key, n in cursor.fetchall():
        found.setdefault(part, {})[tuple(key)] = n
    return found


def _before(kept: Sequence[Sequence[Any]]) -> dict[Key, int]:
    return {tuple(key): n for *key, n in kept}


def _columns(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, list[Any]]:
    """Rows as one list for each column, as `unnest` takes them."""
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def _constants() -> dict[str, Any]:
    kinds = [kind for kind in intervention_types() if kind.need_area]
    return {
        "longest": LONGEST,
        "bands": list(BANDS),
        "types": [kind.code for kind in kinds],
        "needs": [kind.need_area for kind in kinds],
        "restricted": sorted(RESTRICTED),
        "local_topics": [Topic.AREA.value],
    }
