# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures as the screens show them, read from the totals: a small, constant number of queries.

Row security gives a partner's people their own totals and the network's, and the nation all of them; a scope
that is not yours is empty, so ask `partners_for` first whether it exists for somebody.
"""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db import connection
from django.db.models import QuerySet

from lgnet.core.clock import now
from lgnet.core.rowsecurity import DbRole
from lgnet.counting.models import NETWORK, CountingFact
from lgnet.direction.indicators import INDICATORS, O_2_3, TAKEN_IN_CHARGE, Cell, Fact, Indicator
from lgnet.direction.models import Target
from lgnet.network import editions, shipped
from lgnet.network.models import Edition, Organisation
from lgnet.network.shipped import TargetMeasure
from lgnet.network.worker import Worker

K = TypeVar("K")
# Only where the published words name what the indicator counts (docs/data/network.md, "Targets"). People
# "intercepted" are neither contacts, which count meetings, nor surely persons registered.
SAME_MEASURE = {
    TargetMeasure.PEOPLE_REACHED: O_2_3,
    TargetMeasure.PEOPLE_TAKEN_IN_CHARGE: TAKEN_IN_CHARGE,
}

_OF_SCOPE = """
select kind, month, sex, age_band, sum(n) from counting_total
where scope = %(scope)s and kind = any(%(kinds)s)
group by 1, 2, 3, 4 having sum(n) <> 0
"""
_OF_EVERY_SCOPE = """
select scope, kind, month, sum(n) from counting_total
where kind = %(kind)s or scope = %(network)s
group by 1, 2, 3 having sum(n) <> 0
"""


@dataclass(frozen=True)
class Figures:
    """One indicator in one scope, to the last detail, and the moment at which it was true."""

    indicator: Indicator
    scope: uuid.UUID
    as_of: dt.datetime
    cells: Mapping[Cell, int]

    @property
    def value(self) -> int:
        return sum(self.cells.values())

    def by_month(self) -> dict[dt.date, int]:
        """New units by month, the months with none left out."""
        return _summed((cell.month, n) for cell, n in self.cells.items())

    def by_sex_and_age(self) -> dict[tuple[str, str], int]:
        """Units by sex and age band, as frozen at the first count."""
        return _summed(((cell.sex, cell.age_band), n) for cell, n in self.cells.items())


@dataclass(frozen=True)
class Overview:
    """One indicator for each scope, and every indicator for the network: new units by month."""

    as_of: dt.datetime
    months: Mapping[tuple[uuid.UUID, str], Mapping[dt.date, int]]

    def by_month(self, scope: uuid.UUID, indicator: Indicator) -> Mapping[dt.date, int]:
        return self.months.get((scope, indicator.fact_kind), {})

    def value(self, scope: uuid.UUID, indicator: Indicator) -> int:
        return sum(self.by_month(scope, indicator).values())


def figures(
    scope: uuid.UUID, indicators: Iterable[Indicator] = tuple(INDICATORS.values())
) -> dict[str, Figures]:
    """The figures of a partner, or of the network (`NETWORK`), by code of indicator. One query."""
    wanted = {str(indicator.fact_kind): indicator for indicator in indicators}
    cells: dict[str, dict[Cell, int]] = {kind: {} for kind in wanted}
    with connection.cursor() as cursor:
        cursor.execute(_OF_SCOPE, {"scope": scope, "kinds": list(wanted)})
        for kind, month, sex, age_band, n in cursor.fetchall():
            cells[kind][Cell(month, sex, age_band)] = int(n)
    as_of = now()
    return {found.code: Figures(found, scope, as_of, cells[kind]) for kind, found in wanted.items()}


def overview(indicator: Indicator) -> Overview:
    """One indicator for all partners that the asker may see, all indicators for the network. One query."""
    months: dict[tuple[uuid.UUID, str], dict[dt.date, int]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(_OF_EVERY_SCOPE, {"kind": str(indicator.fact_kind), "network": NETWORK})
        for scope, kind, month, n in cursor.fetchall():
            months[scope, kind][month] = int(n)
    return Overview(now(), months)


def exact(
    indicator: Indicator,
    scope: uuid.UUID = NETWORK,
    *,
    until: dt.date | None = None,
    known_at: dt.datetime | None = None,
) -> Counter[Cell]:
    """The same from the facts themselves: for snapshots and proofs. Slow by comparison.

    `until`: the last day that counts. `known_at`: facts that the database took in later do not exist.
    """
    asked: dict[str, str | uuid.UUID | dt.date | None] = {
        "kind": str(indicator.fact_kind),
        "scope": scope,
        "until": until,
        "known_at": known_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(indicator.exact_sql, asked)
        return Counter({Cell(month, sex, age): int(n) for month, sex, age, n in cursor.fetchall()})


def facts() -> list[Fact]:
    """All facts, for the slow twins."""
    return [
        Fact(
            row.pk, row.kind, row.partner_id, row.occurred_on,
            None if row.pseudonym is None else bytes(row.pseudonym),
            row.sex, row.age_band, row.weight, row.corrects_id, tuple(row.lines), row.days, row.detail, row.is_weak,
        )
        for row in CountingFact.objects.iterator()
    ]  # fmt: skip


def partners_for(worker: Worker) -> QuerySet[Organisation]:
    """The partners whose figures exist for somebody: their own, or all for the nation."""
    partners = editions.local_partners()
    return partners if worker.role.db_role == DbRole.NATIONAL else partners.filter(pk=worker.partner_id)


def targets(
    of: Edition, scopes: Collection[uuid.UUID | None] | None = None
) -> dict[tuple[uuid.UUID, str], Target]:
    """The targets that hold, by scope (`NETWORK` for the network) and code of indicator. One query."""
    rows = Target.objects.filter(edition=of).order_by("partner_id", "indicator", "-decided_on", "-version")
    held = rows.distinct("partner_id", "indicator")
    return {
        (row.partner_id or NETWORK, row.indicator): row
        for row in held
        if row.value is not None and (scopes is None or row.partner_id in scopes)
    }


@dataclass(frozen=True)
class PublishedElsewhere:
    """A number that a partner published and that none of our indicators measures."""

    words: str
    sources: tuple[str, ...]


def published_elsewhere(partner: Organisation) -> tuple[PublishedElsewhere, ...]:
    """What a partner published that cannot be compared with an indicator of ours. No query."""
    return tuple(
        PublishedElsewhere(row.published_as_it, row.source)
        for row in shipped.targets()
        if (row.edition, row.organisation) == (editions.CURRENT, partner.code)
        and row.measure not in SAME_MEASURE
    )


def target_history(of: Edition, partner: Organisation | None, indicator: Indicator) -> QuerySet[Target]:
    """Every version of a target, the one that holds first."""
    versions = Target.objects.filter(edition=of, partner=partner, indicator=indicator.code)
    return versions.select_related("decided_by", "decision").order_by("-decided_on", "-version")


def _summed(pairs: Iterable[tuple[K, int]]) -> dict[K, int]:
    sums: dict[K, int] = {}
    for key, n in pairs:
        sums[key] = sums.get(key, 0) + n
    return sums
