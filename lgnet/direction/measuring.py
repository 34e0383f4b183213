# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Values at a cut-off for the checks, and what pages show beside a figure: lines, waiting, what is derived.

`live` reads the totals and is fast; `exact_at` counts the facts and is what a cut-off keeps. Row security gives
each role its own part.
"""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction.checks import Values
from lgnet.direction.indicators import DERIVED, INDICATORS, Derived, Indicator, Share
from lgnet.direction.indicators.counting_rules import EVERYTHING_SQL, LINES_SQL, TOTALS_SQL
from lgnet.network import editions

MEMORY = "256MB"  # for each step of the count of everything; with the usual few it goes to disk
Everything = dict[tuple[uuid.UUID, str], Counter[tuple[dt.date, str, str]]]
CODES: Mapping[str, str] = {str(each.fact_kind): code for code, each in INDICATORS.items()}

_TOTALS = """
select scope, kind, sex, age_band, sum(n) from counting_total
where month <= %(until)s group by 1, 2, 3, 4 having sum(n) <> 0
"""
_DAYS_OF_ALL = """
select scope, code, sum(n) from counting_breakdown
where kind = %(kind)s and dimension = 'days' group by 1, 2 having sum(n) <> 0
"""
_DAYS_BY_MONTH = """
select month, code, sum(n) from counting_breakdown
where scope = %(scope)s and kind = %(kind)s and dimension = 'days' group by 1, 2 having sum(n) <> 0
"""
_ONE_BREAKDOWN = """
select code, sum(n) from counting_breakdown
where scope = %(scope)s and kind = %(kind)s and dimension = %(dimension)s group by 1 having sum(n) <> 0
"""
_BREAKDOWN = """
select scope, kind, code, sum(n) from counting_breakdown
where dimension = %(dimension)s and month <= %(until)s group by 1, 2, 3 having sum(n) <> 0
"""


@dataclass(frozen=True)
class Waiting:
    """How many persons waited how many days, and what follows from it."""

    share_of: Share
    days: Mapping[int, int]

    @property
    def persons(self) -> int:
        """Of how many persons the waiting is known."""
        return sum(self.days.values())

    @property
    def in_time(self) -> int:
        """How many waited no longer than the standard."""
        return sum(n for days, n in self.days.items() if days <= self.share_of.within_days)

    @property
    def percent(self) -> int | None:
        """The share in time, rounded down; None where nobody is counted."""
        return self.in_time * 100 // self.persons if self.persons else None

    @property
    def median(self) -> int | None:
        """The days after which half of the persons (or one more) were taken in charge."""
        return quantile(self.days, 0.5)


def quantile(days: Mapping[int, int], part: float) -> int | None:
    """The smallest number of days that at least this part of the persons did not exceed; None for nobody."""
    total, seen = sum(days.values()), 0
    for day in sorted(days):
        seen += days[day]
        if seen >= part * total:
            return day
    return None


def waiting(share: Share, scope: uuid.UUID = NETWORK) -> Waiting:
    """The waiting of a partner, or of the network. One query."""
    return Waiting(share, Counter(dict(_rows(share.screen_sql, kind=share.fact_kind, scope=scope))))


def waiting_by_scope(share: Share) -> dict[uuid.UUID, Waiting]:
    """The waiting of every scope that the asker may see. One query."""
    days: dict[uuid.UUID, Counter[int]] = defaultdict(Counter)
    for scope, code, n in _rows(_DAYS_OF_ALL, kind=share.fact_kind):
        days[scope][int(code)] = int(n)
    return {scope: Waiting(share, found) for scope, found in days.items()}


def waiting_by_month(share: Share, scope: uuid.UUID = NETWORK) -> dict[dt.date, Counter[int]]:
    """How many waited how many days, by the month in which they were taken in charge. One query."""
    days: dict[dt.date, Counter[int]] = defaultdict(Counter)
    for month, code, n in _rows(_DAYS_BY_MONTH, kind=share.fact_kind, scope=scope):
        days[month][int(code)] = int(n)
    return dict(days)


def exact_waiting(
    share: Share,
    scope: uuid.UUID = NETWORK,
    *,
    until: dt.date | None = None,
    known_at: dt.datetime | None = None,
) -> Waiting:
    """The same from the facts themselves."""
    rows = _rows(share.exact_sql, kind=share.fact_kind, scope=scope, until=until, known_at=known_at)
    return Waiting(share, Counter(dict(rows)))


def lines(indicator: Indicator, scope: uuid.UUID = NETWORK) -> Counter[str]:
    """Persons by action line; who is followed on two is in both. One query."""
    return _dimension(indicator, scope, "line")


def details(indicator: Indicator, scope: uuid.UUID = NETWORK) -> Counter[str]:
    """Persons by detail: how the intake ended of those not taken in charge. One query."""
    return _dimension(indicator, scope, "detail")


def weak(indicator: Indicator, scope: uuid.UUID = NETWORK) -> int:
    """Persons known only by a weak pseudonym. One query."""
    return _dimension(indicator, scope, "weak").total()


def exact_lines(indicator: Indicator, scope: uuid.UUID = NETWORK) -> Counter[str]:
    """Persons by action line from the facts themselves."""
    rows = _rows(LINES_SQL, kind=indicator.fact_kind, scope=scope, until=None, known_at=None)
    return Counter(dict(rows))


def derived(of: Derived) -> int:
    """The number of authorities or projects; whoever sees one partner only counts that one. One query."""
    ((n,),) = _rows(of.screen_sql, kind=of.fact_kind, edition=editions.CURRENT)
    return int(n)


def exact_derived(of: Derived, *, until: dt.date | None = None, known_at: dt.datetime | None = None) -> int:
    """The same from the facts themselves."""
    asked = {"kind": of.fact_kind, "edition": editions.CURRENT, "until": until, "known_at": known_at}
    ((n,),) = _rows(of.exact_sql, **asked)
    return int(n)


def everything(*, until: dt.date | None = None, known_at: dt.datetime | None = None) -> Everything:
    """Every indicator of persons and events in every scope, counted anew from the facts in one query.

    By scope and code: new units by month, sex and age band. `until`: the last day that counts. `known_at`:
    facts entered later do not exist.
    """
    with connection.cursor() as cursor:
        cursor.execute("select set_config('work_mem', %s, true), set_config('jit', 'off', true)", [MEMORY])
    found: Everything = defaultdict(Counter)
    for scope, kind, month, sex, age_band, n in _rows(EVERYTHING_SQL, until=until, known_at=known_at):
        if kind in CODES:
            found[scope, CODES[kind]][month, sex, age_band] = int(n)
    return dict(found)


def live(until: dt.date, partner: uuid.UUID | None = None) -> Values:
    """The values up to the end of the month of `until`, from the totals: of a partner, or of all with the network."""
    cells: dict[tuple[uuid.UUID, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for scope, kind, sex, age_band, n in _rows(_TOTALS, until=until):
        if kind in CODES and partner in {None, scope}:
            cells[scope, CODES[kind]][sex, age_band] = int(n)
    weakly = {
        (scope, CODES[kind]): int(n)
        for scope, kind, _code, n in _rows(_BREAKDOWN, dimension="weak", until=until)
        if kind in CODES
    }
    return Values(
        until=until,
        cells=cells,
        totals={key: found.total() for key, found in cells.items()},
        partners=_partners() if partner is None else (partner,),
        is_network=partner is None,
        derived={code: derived(each) for code, each in DERIVED.items()} if partner is None else {},
        weak=weakly,
    )


def exact_at(until: dt.date, known_at: dt.datetime | None = None) -> Values:
    """The values up to a day, counted anew from the facts; totals are counted apart from their cells."""
    cells: dict[tuple[uuid.UUID, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for key, found in everything(until=until, known_at=known_at).items():
        for (_month, sex, age_band), n in found.items():
            cells[key][sex, age_band] += n
    totals = {key: found.total() for key, found in cells.items()}
    for scope, kind, n in _rows(TOTALS_SQL, until=until, known_at=known_at):
        if kind in CODES:
            totals[scope, CODES[kind]] = int(n)
    return Values(
        until=until,
        cells=cells,
        totals=totals,
        partners=_partners(),
        derived={code: exact_derived(each, until=until, known_at=known_at) for code, each in DERIVED.items()},
    )


def _partners() -> tuple[uuid.UUID, ...]:
    return tuple(editions.local_partners().values_list("pk", flat=True))


def _dimension(indicator: Indicator, scope: uuid.UUID, dimension: str) -> Counter[str]:
    rows = _rows(_ONE_BREAKDOWN, kind=indicator.fact_kind, scope=scope, dimension=dimension)
    return Counter({code: int(n) for code, n in rows})


def _rows(sql: str, **asked: str | uuid.UUID | dt.date | None) -> list[tuple[Any, ...]]:
    plain = {name: str(one) if isinstance(one, FactKind) else one for name, one in asked.items()}
    with connection.cursor() as cursor:
        cursor.execute(sql, plain)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
