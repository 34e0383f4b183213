# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ways to count, in SQL: every event, each person once, the days somebody waited, what is derived.

Scopes are a partner, or the network (all zeros) in which a person counts once across partners. Exact queries
take `until` (the last day that counts) and `known_at` (facts entered later do not exist); null: no limit. But for
`EVERYTHING_SQL`, which has a plain shape for others, they run in PostgreSQL and, word for word, in DuckDB. The slow
twins are in `twins`.
"""

from lgnet.counting.models import EVENT_KINDS, NETWORK, FactKind

# Parameters: kind, scope. Columns: month, sex, age_band, n.
SCREEN_SQL = """
select month, sex, age_band, sum(n)
from counting_total
where kind = %(kind)s and scope = %(scope)s
group by month, sex, age_band having sum(n) <> 0
"""
# Columns: days, n.
SCREEN_DAYS_SQL = """
select code::int, sum(n)
from counting_breakdown
where kind = %(kind)s and scope = %(scope)s and dimension = 'days'
group by code having sum(n) <> 0
"""
_EVENTS = ", ".join(sorted(f"'{kind.value}'" for kind in EVENT_KINDS))
_IN_SCOPE = f"(%(scope)s::uuid = '{NETWORK}' or f.partner_id = %(scope)s::uuid)"
_KNOWN = (
    "(%(until)s::date is null or f.occurred_on <= %(until)s::date)"
    " and (%(known_at)s::timestamptz is null or f.entered_at <= %(known_at)s::timestamptz)"
)
_NOT_TAKEN_BACK = """not exists (
        select 1 from counting_countingfact g
        where g.corrects_id = f.id
          and (%(known_at)s::timestamptz is null or g.entered_at <= %(known_at)s::timestamptz)
      )"""
# The earliest day decides; of several on one day the first in the order F, M, N and the youngest band (CNT-5).
_DAY = "(f.occurred_on - date '0001-01-01') * 4"
_SEX_KEY = f"case f.sex when 'F' then {_DAY} + 1 when 'M' then {_DAY} + 2 when 'N' then {_DAY} + 3 end"
_BAND_KEY = (
    f"case f.age_band when '<18' then {_DAY} + 1 when '18-60' then {_DAY} + 2 when '>60' then {_DAY} + 3 end"
)
_SEX = "case mod(min(sex_key), 4) when 1 then 'F' when 2 then 'M' when 3 then 'N' else '' end"
_BAND = "case mod(min(band_key), 4) when 1 then '<18' when 2 then '18-60' when 3 then '>60' else '' end"
_STANDING = f"""
    select f.pseudonym, f.partner_id, f.kind, f.occurred_on, {_SEX_KEY} as sex_key, {_BAND_KEY} as band_key
    from counting_countingfact f
    where f.weight = 1 and f.pseudonym is not null and {_KNOWN}
      and {_NOT_TAKEN_BACK}
"""  # noqa: S608 - constants only

EVENTS_SQL = f"""
select cast(date_trunc('month', f.occurred_on) as date) as month, f.sex, f.age_band, sum(f.weight) as n
from counting_countingfact f
where f.kind = %(kind)s and {_IN_SCOPE} and {_KNOWN}
group by 1, 2, 3 having sum(f.weight) <> 0
"""  # noqa: S608 - constants only

PERSONS_SQL = f"""
with standing as ({_STANDING}),
frozen as (select pseudonym, {_SEX} as sex, {_BAND} as age_band from standing group by pseudonym),
counted as (
    select f.pseudonym, cast(date_trunc('month', min(f.occurred_on)) as date) as month
    from standing f where f.kind = %(kind)s and {_IN_SCOPE}
    group by f.pseudonym
)
select month, sex, age_band, count(*) as n
from counted join frozen using (pseudonym)
group by month, sex, age_band
"""  # noqa: S608 - constants only

DAYS_SQL = f"""
with first as (
    select distinct on (f.pseudonym) f.pseudonym, f.days
    from counting_countingfact f
    where f.kind = %(kind)s and f.weight = 1 and {_IN_SCOPE} and {_KNOWN}
      and {_NOT_TAKEN_BACK}
    order by f.pseudonym, f.occurred_on, f.id
)
select days, count(*) as n from first where days is not null group by days
"""  # noqa: S608 - constants only

LINES_SQL = f"""
with standing as (
    select f.pseudonym, f.lines
    from counting_countingfact f
    where f.kind = %(kind)s and f.weight = 1 and f.pseudonym is not null and {_IN_SCOPE} and {_KNOWN}
      and {_NOT_TAKEN_BACK}
),
followed as (select distinct pseudonym, unnest(lines) as line from standing)
select line, count(*) as n from followed group by line
"""  # noqa: S608 - constants only

SCREEN_AUTHORITIES_SQL = f"""
select count(*) as n
from (
    select scope from counting_total where kind = %(kind)s and scope <> '{NETWORK}' group by scope having sum(n) > 0
) partners
"""  # noqa: S608 - constants only
# Parameters: edition. The same for screens: it is one number of one small table.
PROJECTS_SQL = """
select count(distinct p.edition_id) as n
from network_partnership p join network_edition e on e.id = p.edition_id
where e.code = %(edition)s and p.role = 'local_partner'
"""
AUTHORITIES_SQL = f"""
select count(distinct f.partner_id) as n
from counting_countingfact f
where f.kind = %(kind)s and f.weight = 1 and {_KNOWN}
  and {_NOT_TAKEN_BACK}
"""  # noqa: S608 - constants only

# Persons by scope and kind, counted apart from the cells of the figure, for the checks.
TOTALS_SQL = f"""
select f.partner_id as scope, f.kind, count(distinct f.pseudonym) as n from ({_STANDING}) f group by 1, 2
union all
select '{NETWORK}'::uuid, f.kind, count(distinct f.pseudonym) from ({_STANDING}) f group by f.kind
"""  # noqa: S608 - constants only

# Everything at once, plainly: scope, kind, month, sex, age_band, n. Facts are read twice, once for persons and once for
# events. Any engine runs it; PostgreSQL has a faster shape of the same question below, and tests hold one to the other.
# The first standing fact of each person in each kind at each partner; that only few facts are taken back is said
# aloud (`is not null`), so that only those few are looked for.
FIRST_SQL = f"""
select f.pseudonym, f.partner_id, f.kind, min(f.occurred_on) as occurred_on, min({_SEX_KEY}) as sex_key,
       min({_BAND_KEY}) as band_key
from counting_countingfact f
where f.weight = 1 and f.pseudonym is not null and {_KNOWN}
  and not exists (
    select 1 from counting_countingfact g
    where g.corrects_id = f.id and g.corrects_id is not null
      and (%(known_at)s::timestamptz is null or g.entered_at <= %(known_at)s::timestamptz)
  )
group by f.pseudonym, f.partner_id, f.kind
"""  # noqa: S608 - constants only
# What is counted of `first`: what comes before the question, and the question.
_BY_PERSON = f"""
frozen as (select pseudonym, {_SEX} as sex, {_BAND} as age_band from first group by pseudonym),
counted as (
    select partner_id as scope, kind, pseudonym, occurred_on from first
    union all
    select '{NETWORK}'::uuid, kind, pseudonym, min(occurred_on) from first group by kind, pseudonym
)
"""  # noqa: S608 - constants only
_PERSONS_COUNTED = """
select scope, kind, cast(date_trunc('month', occurred_on) as date) as month, sex, age_band, count(*) as n
from counted join frozen using (pseudonym)
group by 1, 2, 3, 4, 5
"""
_BY_EVENT = f"""
events as (
    select f.partner_id, f.kind, cast(date_trunc('month', f.occurred_on) as date) as month, f.sex, f.age_band,
           sum(f.weight) as n
    from counting_countingfact f
    where f.kind in ({_EVENTS}) and {_KNOWN}
    group by 1, 2, 3, 4, 5
)
"""  # noqa: S608 - constants only
_EVENTS_COUNTED = f"""
select partner_id, kind, month, sex, age_band, n from events where n <> 0
union all
select '{NETWORK}'::uuid, kind, month, sex, age_band, sum(n) from events
group by kind, month, sex, age_band having sum(n) <> 0
"""  # noqa: S608 - constants only
EVERY_PERSON_SQL = f"with {_BY_PERSON} {_PERSONS_COUNTED}"
EVERY_EVENT_SQL = f"with {_BY_EVENT} {_EVENTS_COUNTED}"
_BOTH = f"{_BY_PERSON}, {_BY_EVENT} {_PERSONS_COUNTED} union all {_EVENTS_COUNTED}"
PLAIN_SQL = f"with first as materialized ({FIRST_SQL}), {_BOTH}"

# The same for PostgreSQL, three times as fast. Persons are divided in two by pseudonym, so that two workers count side
# by side: nobody is in both halves. What keeps PostgreSQL from doing that stays out of them: a common table, a window,
# a subquery that looks outward. A person is one row with their facts in arrays, in the order of kind, day and partner:
# the first of a kind counts them in the network, the first of a kind and partner there. Kinds are numbers (their place
# in KINDS), and so is the look: four times the sex (1 F, 2 M, 3 N), and the age band (1, 2, 3).
HALVES = (r"f.pseudonym < '\x80'::bytea", r"f.pseudonym >= '\x80'::bytea")
KINDS = "array[" + ", ".join(f"'{kind}'" for kind in FactKind.values) + "]"
PERSON_LOOK = "coalesce(mod(min(sex_key), 4), 0) * 4 + coalesce(mod(min(band_key), 4), 0)"
EVENT_LOOK = (
    "(case f.sex when 'F' then 4 when 'M' then 8 when 'N' then 12 else 0 end"
    " + case f.age_band when '<18' then 1 when '18-60' then 2 when '>60' then 3 else 0 end)"
)
LOOK = (
    "coalesce((array['F', 'M', 'N'])[look / 4], '') as sex,"
    " coalesce((array['<18', '18-60', '>60'])[mod(look, 4)], '') as age_band"
)
_MANY_DAYS = (
    2**20
)  # more than any day has as a number; a place is the number of a kind times this, and the day


def standing_of(half: str, more: str = "") -> str:
    """The standing facts of half of the persons, with the number of the kind and the keys of sex and age band.

    That only few facts are taken back is said aloud (`is not null`), so that only those few are looked for.
    """
    return f"""
        select f.pseudonym, f.partner_id, array_position({KINDS}, f.kind::text) as kind,
               f.occurred_on - date '0001-01-01' as day, {_SEX_KEY} as sex_key, {_BAND_KEY} as band_key{more}
        from counting_countingfact f
        where f.weight = 1 and {half} and {_KNOWN}
          and not exists (
            select from counting_countingfact g
            where g.corrects_id = f.id and g.corrects_id is not null
              and (%(known_at)s::timestamptz is null or g.entered_at <= %(known_at)s::timestamptz)
          )"""  # noqa: S608 - constants only


def _month(day: str) -> str:
    """The month of a day; by way of `timestamp`, which unlike `timestamptz` looks no time zone up."""
    return f"date_trunc('month', ({day})::timestamp)::date"


def _firsts(half: str) -> str:
    return f"""
    select partners[turn] as partner_id, places[turn] / {_MANY_DAYS} as kind,
           {_month(f"date '0001-01-01' + mod(places[turn], {_MANY_DAYS})")} as month,
           turn = start as in_network, look, 1 as n
    from (
        select *, width_bucket(places[turn] / {_MANY_DAYS} * {_MANY_DAYS}, places) + 1 as start
        from (
            select *, generate_subscripts(places, 1) as turn
            from (
                select array_agg(partner_id order by place, partner_id) as partners,
                       array_agg(place order by place, partner_id) as places, {PERSON_LOOK} as look
                from (select *, kind * {_MANY_DAYS} + day as place from ({standing_of(half)}) f) placed
                group by pseudonym
            ) person
        ) fact
    ) fact
    where turn = start or array_position(partners, partners[turn], start) = turn"""  # noqa: S608 - constants only


ALL_EVENTS = f"from counting_countingfact f where f.kind in ({_EVENTS}) and {_KNOWN}"
_PARTS = [
    *map(_firsts, HALVES),
    f"""
    select f.partner_id, array_position({KINDS}, f.kind::text), {_month("f.occurred_on")}, true, {EVENT_LOOK},
           f.weight::int {ALL_EVENTS}""",
]
EVERYTHING_SQL = f"""
with cells as materialized (
    select partner_id, kind, month, in_network, look, sum(n) as n
    from ({" union all ".join(_PARTS)}) parts group by 1, 2, 3, 4, 5
), scopes as (
    select partner_id as scope, kind, month, look, sum(n) as n from cells group by 1, 2, 3, 4
    union all
    select '{NETWORK}'::uuid, kind, month, look, sum(n) from cells where in_network group by kind, month, look
)
select scope, ({KINDS})[kind] as kind, month, {LOOK}, n from scopes where n <> 0
"""  # noqa: S608 - constants only
