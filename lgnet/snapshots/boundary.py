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
from lgnet.direction.indicators.counting_rules import (
    ALL_EVENTS,
    EVENT_LOOK,
    HALVES,
    KINDS,
    LOOK,
    PERSON_LOOK,
    standing_of,
)
from lgnet.network.models import ActionLine

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


# How the values of a cut-off are computed: frozen with it, and run again when it is verified. One reading of the facts
# gives the values and, beside them, those by action line ("of which": who is followed on two lines is in both). The
# shape is that of EVERYTHING_SQL: persons in two halves, counted side by side, each person with arrays of what they
# count in. Here a mark is the number of a kind times eight, and the lines on which the person is followed in it: 1, 2
# or 4, added up.
LINES = {2**place: line for place, line in enumerate(ActionLine.values)}
_MANY_LINES = 2 ** len(LINES)
_LINES_OF_FACT = " + ".join(
    f"case when '{line}' = any(f.lines) then {bit} else 0 end" for bit, line in LINES.items()
)


def _anywhere(bit: int) -> str:
    """A line's number if any of a person's marks of the kind has it: they are at several partners."""
    marks = ", ".join(f"kind * {_MANY_LINES} + {lines}" for lines in range(_MANY_LINES) if lines & bit)
    return f"case when marks && array[{marks}] then {bit} else 0 end"


def _values_of(half: str) -> str:
    return f"""
    select partners[turn] as partner_id, kind, mod(marks[turn], {_MANY_LINES}) as lines,
           before is distinct from kind as in_network,
           case when after is distinct from kind then mod(marks[turn], {_MANY_LINES})
                else {" + ".join(map(_anywhere, LINES))} end as lines_in_network, look, 1 as n
    from (
        select *, marks[turn - 1] / {_MANY_LINES} as before, marks[turn] / {_MANY_LINES} as kind,
               marks[turn + 1] / {_MANY_LINES} as after
        from (
            select *, generate_subscripts(marks, 1) as turn
            from (
                select array_agg(partner_id order by mark, partner_id) as partners,
                       array_agg(mark order by mark, partner_id) as marks, {PERSON_LOOK} as look
                from (
                    select pseudonym, partner_id, kind * {_MANY_LINES} + bit_or(lines) as mark,
                           min(sex_key) as sex_key, min(band_key) as band_key
                    from ({standing_of(half, f", {_LINES_OF_FACT} as lines")}) f
                    group by pseudonym, kind, partner_id
                ) marked
                group by pseudonym
            ) person
        ) fact
    ) fact"""  # noqa: S608 - constants only


_PARTS = [
    *map(_values_of, HALVES),
    f"select f.partner_id, array_position({KINDS}, f.kind::text), 0, true, 0, {EVENT_LOOK}, f.weight::int {ALL_EVENTS}",
]
_NAMED = ", ".join(f"({bit}, '{line}')" for bit, line in LINES.items())
VALUES_SQL = f"""
with cells as materialized (
    select partner_id, kind, lines, in_network, lines_in_network, look, sum(n) as n
    from ({" union all ".join(_PARTS)}) parts group by 1, 2, 3, 4, 5, 6
), scopes as (
    select partner_id as scope, kind, lines, look, n from cells
    union all
    select {ZERO}, kind, lines_in_network, look, n from cells where in_network
), placed as (
    select scope, kind, look, '' as line, sum(n) as n from scopes group by 1, 2, 3
    union all
    select scope, kind, look, line, sum(n) from scopes join (values {_NAMED}) named (bit, line) on lines & bit <> 0
    group by 1, 2, 3, 4
)
select scope, ({KINDS})[kind] as kind, {LOOK}, line, n from placed where n <> 0
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
    """For each partner, kind and month: how many facts, and the digest over them. Memory: one leaf at a time.

    Odd and even months are apart, so that two workers make digests side by side.
    """
    months = " union all ".join(_leaves_of(version, odd) for odd in ("< 1", ">= 1"))
    return f"select * from ({months}) leaves order by partner_id, kind, month"  # noqa: S608 - constants only


def _leaves_of(version: int, odd: str) -> str:
    return f"""
    select partner_id, kind, month, count(*) as n,
           encode(sha256(string_agg(leaf, ''::bytea order by id)), 'hex') as digest
    from (
        select f.partner_id, f.kind, date_trunc('month', f.occurred_on::timestamp)::date as month, f.id,
               sha256(convert_to({_LEAF_TEXTS[version]}, 'UTF8')) as leaf
        from counting_countingfact f
        where {inside("f")} and mod(date_part('month', f.occurred_on)::int, 2) {odd}
    ) facts
    group by partner_id, kind, month"""  # noqa: S608 - constants only


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
