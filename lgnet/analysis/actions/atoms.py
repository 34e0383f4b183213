# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The statements behind what is told outside a partner: the parts that numbers are made of, and the rows written.

Each part is counted by the codes that its pages show together, and by those it shares with other parts: a month by
weekday and a quarter by weekday and hour are parts of the same contacts.
"""

from lgnet.analysis.actions.cells import SOURCES
from lgnet.analysis.actions.waits import JUDGED

ATOMS = f"""{SOURCES}, met as (
    select to_char(wall, 'YYYY-MM') as month, to_char(wall, 'ID') as weekday,
           lpad((extract(hour from wall)::int / 3 * 3)::text, 2, '0') as hour, quarter, place, area, answer
    from contact
), stood as (
    select e.id, e.quarter, e.urgency::text as urgency, e.source, (e.screened_at is not null)::text as screened,
           case when e.taken_at is not null then 'taken'
                when e.outcome = 'take_in_charge' then 'to_take'
                when e.outcome <> '' then e.outcome
                when e.screened_at is null then 'to_screen'
                else 'to_decide' end as outcome
    from episode e
), lines as (
    select intake_id, string_agg(distinct line, '+' order by line) as lines, min(closure) as closure
    from taken group by intake_id
)
select 'answer', array[month, answer], count(*) from met group by month, answer
union all
select 'weekday', array[month, weekday], count(*) from met group by month, weekday
union all
select 'hour', array[quarter, weekday, hour], count(*) from met group by quarter, weekday, hour
union all
select 'place', array[quarter, answer, place], count(*) from met group by quarter, answer, place
union all
select 'area', array[quarter, answer, area], count(*) from met group by quarter, answer, area
union all
select 'source', array[quarter, urgency, outcome, screened, source], count(*)
from stood group by quarter, urgency, outcome, screened, source
union all
select 'case', array[s.quarter, s.urgency, coalesce(l.lines, 'none'), coalesce(l.closure, 'open')], count(*)
from stood s left join lines l on l.intake_id = s.id
where s.outcome = 'taken' group by 2
union all
select 'closed', array[c.closure_reason, to_char(c.closed_at at time zone 'Europe/Rome', 'YYYY"-Q"Q')], count(*)
from cases_case c join stood s on s.id = c.intake_id and s.outcome = 'taken'
where c.partner_id = %(scope)s and c.closed_at is not null group by 2
union all
select 'service', array[quarter, area, result], count(*) from work where area <> 'protection'
group by quarter, area, result
union all
select 'need', array[n.quarter, n.urgency::text, n.need, n.answer, coalesce(l.lines, '')], count(*)
from need n left join lines l on l.intake_id = n.intake_id group by 2
"""  # noqa: S608 - our own expressions

WAITING = f"""{JUDGED}, known as (
    select quarter, urgency::text as urgency, stage, screened::text as screened, step,
           case when done then 'done' when ended then 'ended' else 'waiting' end as state,
           case when done and within then 'on_time' when (done or waiting) and not within then 'late'
                else 'open' end as verdict,
           (select min(band) from unnest(%(bands)s::int[]) band where band >= days)::text as band
    from judged
)
select step, array[quarter, urgency, stage, screened, state, verdict, band], count(*) from known group by 1, 2
"""  # noqa: S608 - our own expressions

TELL_CELLS = """
with r(topic, quarter, urgency, line, first, second, n, least) as (
    select * from unnest(
        %(topic)s::text[], %(quarter)s::text[], %(urgency)s::int[], %(line)s::text[], %(first)s::text[],
        %(second)s::text[], %(n)s::int[], %(least)s::int[]
    )
)
insert into analysis_cell (scope, topic, period, urgency, line, first, second, n, least, told)
select %(scope)s, r.topic, p.period, u.urgency, r.line, r.first, r.second, sum(r.n), max(r.least), true
from r
cross join lateral (values (''), (left(r.quarter, 4)), (r.quarter)) p(period)
cross join lateral (select -1 union select r.urgency) u(urgency)
group by r.topic, p.period, u.urgency, r.line, r.first, r.second
"""

TELL_WAITS = """
with r(quarter, urgency, step, days, done, ended, waiting, on_time, late) as (
    select * from unnest(
        %(quarter)s::text[], %(urgency)s::int[], %(step)s::text[], %(days)s::int[], %(done)s::int[],
        %(ended)s::int[], %(waiting)s::int[], %(on_time)s::int[], %(late)s::int[]
    )
)
insert into analysis_wait
    (scope, period, urgency, step, days, done, ended, waiting, on_time, late, people, told)
select %(scope)s, p.period, u.urgency, r.step, r.days, sum(r.done), sum(r.ended), sum(r.waiting),
       sum(r.on_time), sum(r.late),
       sum(sum(r.done + r.ended + r.waiting)) over (partition by p.period, u.urgency, r.step), true
from r
cross join lateral (values (''), (left(r.quarter, 4)), (r.quarter)) p(period)
cross join lateral (values (-1), (r.urgency)) u(urgency)
group by p.period, u.urgency, r.step, r.days
"""
