# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a cut-off runs through the facts, and how often each person stands on its near side.

`entered_at` is set by PostgreSQL when a fact is written. A cut-off waits for a moment in which no fact is being
written and reads the clock then: what is committed was entered before, whatever comes is entered later. So
"entered up to `taken_at`" names the same facts for ever, also while people go on working.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from lgnet.counting.models import NETWORK
from lgnet.direction.indicators.counting_rules import EVERYTHING_SQL

ZERO = f"'{NETWORK}'::uuid"


@dataclass(frozen=True)
class Boundary:
    """Days up to `cutoff_on` (of Rome), entered up to `taken_at` (an instant, the same in summer and winter)."""

    cutoff_on: dt.date
    taken_at: dt.datetime

    def parameters(self, prefix: str = "") -> dict[str, Any]:
        """For the conditions that `inside` makes, and for the exact queries of the definitions."""
        return {f"{prefix}until": self.cutoff_on, f"{prefix}known_at": self.taken_at}


def inside(alias: str, prefix: str = "") -> str:
    """The condition that a fact lies inside a boundary."""
    return f"({alias}.occurred_on <= %({prefix}until)s and {alias}.entered_at <= %({prefix}known_at)s)"


# What comes first by day decides, of one day F before M before N and the younger before the older (rule CNT-5).
_DAY = "(f.occurred_on - date '0001-01-01') * 4"
_SEX_KEY = f"case when f.sex <> '' then {_DAY} + position(f.sex in 'FMN') end"
_BAND_KEY = f"{_DAY} + array_position(array['<18', '18-60', '>60'], f.age_band::text)"
SEX = "coalesce(substr('FMN', mod(min(sex_key), 4), 1), '')"
BAND = "coalesce((array['<18', '18-60', '>60'])[mod(min(band_key), 4)], '')"


def standing(prefix: str = "", only: str = "") -> str:
    """The facts of persons that stand inside a boundary, with the keys by which sex and age band are chosen.

    A counter-fact repeats the day of its fact, so that only its entry decides. `only`: more conditions on `f`.
    """
    return f"""
    select f.pseudonym, f.partner_id, f.kind, f.occurred_on, f.id, f.lines,
           {_SEX_KEY} as sex_key, {_BAND_KEY} as band_key
    from counting_countingfact f
    where f.weight = 1 and f.pseudonym is not null and {inside("f", prefix)}{only}
      and not exists (
          select from counting_countingfact g where g.corrects_id = f.id and g.entered_at <= %({prefix}known_at)s
      )
    """  # noqa: S608 - constants only


# How the values of a cut-off are computed: frozen with it, and run again when it is verified.
VALUES_SQL = f"""
select scope, kind, sex, age_band, '' as line, sum(n) as n from ({EVERYTHING_SQL}) everything
group by scope, kind, sex, age_band having sum(n) <> 0
"""  # noqa: S608 - constants only
# Who is followed on two action lines is in both ("of which").
LINES_SQL = f"""
with standing as materialized ({standing()}),
frozen as (select pseudonym, {SEX} as sex, {BAND} as age_band from standing group by pseudonym),
followed as (
    select distinct s.scope, f.kind, f.pseudonym, line
    from standing f cross join lateral unnest(f.lines) line
    cross join lateral (values (f.partner_id), ({ZERO})) s(scope)
)
select scope, kind, sex, age_band, line, count(*) as n from followed join frozen using (pseudonym)
group by scope, kind, sex, age_band, line
"""  # noqa: S608 - constants only

# The tree of digests. A leaf is the digest over its facts in the order of their ids, each written as plain text so
# that it can be recomputed outside PostgreSQL (`lgnet.snapshots.digests.leaf_text`). A formula in use is never
# changed: it gets the next number.
_INSTANT = "to_char({} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
_LEAF_TEXTS = {
    1: f"""concat_ws('|', f.id, f.kind, f.partner_id, to_char(f.occurred_on, 'YYYY-MM-DD'),
        coalesce(encode(f.pseudonym, 'hex'), '-'), f.is_weak::int, f.sex, f.age_band, f.weight,
        coalesce(f.corrects_id::text, '-'), f.reason, array_to_string(f.lines, ','),
        coalesce(f.days::text, '-'), f.detail, {_INSTANT.format("f.recorded_at")},
        {_INSTANT.format("f.entered_at")})"""
}
TREE_VERSION = 1


def leaves(version: int) -> str:
    """For each partner, kind and month: how many facts, and the digest over them. Memory: one leaf at a time."""
    return f"""
    select partner_id, kind, month, count(*) as n,
           encode(sha256(string_agg(leaf, ''::bytea order by id)), 'hex') as digest
    from (
        select f.partner_id, f.kind, date_trunc('month', f.occurred_on)::date as month, f.id,
               sha256(convert_to({_LEAF_TEXTS[version]}, 'UTF8')) as leaf
        from counting_countingfact f
        where {inside("f")}
    ) facts
    group by partner_id, kind, month
    order by partner_id, kind, month
    """  # noqa: S608 - constants only


@dataclass(frozen=True)
class Leaf:
    """A leaf of the tree as it is computed or kept."""

    partner_id: uuid.UUID
    kind: str
    month: dt.date
    n: int
    digest: str

    @property
    def place(self) -> tuple[uuid.UUID, str, dt.date]:
        return self.partner_id, self.kind, self.month


@dataclass(frozen=True)
class Value:
    """One value of the results as it is computed or kept."""

    scope: uuid.UUID
    indicator: str
    measure: str
    sex: str
    age_band: str
    line: str
    n: int

    @property
    def place(self) -> tuple[uuid.UUID, str, str, str, str, str]:
        return self.scope, self.indicator, self.measure, self.sex, self.age_band, self.line
