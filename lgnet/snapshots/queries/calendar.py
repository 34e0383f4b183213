# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who keeps the next cut-off waiting: what is not recorded, and where nothing has come in for a month."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from lgnet.counting.models import NETWORK
from lgnet.direction.indicators import O_2_3
from lgnet.snapshots.models import Work

_BY_SCOPE = """
select scope,
       coalesce(sum(n) filter (where kind = %(kind)s), 0),
       coalesce(sum(n) filter (where kind = %(kind)s and (sex = '' or age_band = '')), 0),
       max(month) filter (where n > 0)
from counting_total where scope <> %(network)s group by scope
"""


@dataclass(frozen=True)
class Waiting:
    """How a partner stands before a cut-off: counted persons, how many lack sex or age band, the last month told."""

    counted: int
    not_recorded: int
    last_month: dt.date | None


def waiting_for() -> dict[uuid.UUID, Waiting]:
    """By partner, of those whose totals the asker sees. One query over the totals."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_SCOPE, {"kind": str(O_2_3.fact_kind), "network": NETWORK})
        return {scope: Waiting(int(n), int(bad), last) for scope, n, bad, last in cursor.fetchall()}


def latest_works(kind: str, **about: object) -> QuerySet[Work]:
    """Pieces of work of a kind, the latest first."""
    rows = Work.objects.filter(kind=kind, **about).select_related("snapshot", "asked_by")
    return rows.order_by("-asked_at", "-id")
