# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lines of the sheet of counted persons: who is behind a value of the network, by code, in parts by key."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from lgnet.direction.indicators import Indicator
from lgnet.interop.sheets import CellOut
from lgnet.network.models import Organisation
from lgnet.snapshots.boundary import inside
from lgnet.snapshots.models import Snapshot
from lgnet.snapshots.sheets.columns import Placed
from lgnet.snapshots.short_codes import short_code

_PART = f"""
select distinct on (f.pseudonym) f.pseudonym, f.partner_id, f.sex, f.age_band, f.occurred_on, f.is_weak
from counting_countingfact f
where f.kind = %(kind)s and f.weight = 1 and f.pseudonym > %(after)s and {inside("f")}
  and not exists (
      select from counting_countingfact g where g.corrects_id = f.id and g.entered_at <= %(known_at)s
  )
order by f.pseudonym, f.occurred_on, f.id
limit %(size)s
"""  # noqa: S608 - constants only


@dataclass(frozen=True)
class Counted:
    """A counted person, as the nation knows her."""

    snapshot: Snapshot
    indicator: Indicator
    partner: str
    pseudonym: bytes
    sex: str
    age_band: str
    counted_on: Any
    is_weak: bool


VALUES: Mapping[str, Callable[[Counted], CellOut]] = {
    "snapshot": lambda row: row.snapshot.code,
    "cutoff_on": lambda row: row.snapshot.cutoff_on,
    "indicator": lambda row: row.indicator.code,
    "person": lambda row: short_code(row.pseudonym),
    "partner": lambda row: row.partner,
    "sex": lambda row: row.sex,
    "age_band": lambda row: row.age_band,
    "counted_on": lambda row: row.counted_on,
    "identity": lambda row: "weak" if row.is_weak else "strong",
}


def part(
    snapshot: Snapshot, indicator: Indicator, columns: tuple[Placed, ...], after: str, size: int
) -> tuple[list[list[CellOut]], str]:
    """The next lines, and the key of the last of them; no lines: that was all. `after` is such a key."""
    partners = _partners()
    with connection.cursor() as cursor:
        cursor.execute(
            _PART,
            {
                "kind": str(indicator.fact_kind), "after": bytes.fromhex(after), "size": size,
                "until": snapshot.cutoff_on, "known_at": snapshot.taken_at,
            },
        )  # fmt: skip
        found = cursor.fetchall()
    values = [VALUES[column.kind.code] for column in columns]
    lines = []
    for pseudonym, partner, *rest in found:
        row = Counted(snapshot, indicator, partners[partner], bytes(pseudonym), *rest)
        lines.append([value(row) for value in values])
    return lines, bytes(found[-1][0]).hex() if found else after


def _partners() -> dict[uuid.UUID, str]:
    return dict(Organisation.objects.values_list("pk", "code"))
