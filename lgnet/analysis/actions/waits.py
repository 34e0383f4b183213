# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The statement that counts the waits of a partner. `tests/analysis/test_waits.py` has its slow twin."""

JUDGED = """
with standard as materialized (  -- hours that hold here: the partner's own where they are stricter
    select n.step, n.urgency, least(n.hours, coalesce(o.hours, n.hours)) as hours
    from cases_clockstandard n
    left join cases_clockstandard o
      on o.partner_id = %(scope)s and o.step = n.step and o.urgency = n.urgency
    where n.partner_id is null
), episode as (
    select i.person_id, i.urgency, i.first_contact_at as met_at, i.screened_at, i.taken_at, i.first_service_at,
           to_char(i.first_contact_at at time zone 'Europe/Rome', 'YYYY"-Q"Q') as quarter,
           case when i.taken_at is null and i.outcome not in ('', 'take_in_charge')
                then coalesce(i.screened_at, i.first_contact_at) end as ended_at,
           c.closed_at
    from cases_intake i
    left join cases_case c on c.intake_id = i.id
    where i.partner_id = %(scope)s
), reached as (
    select e.*, s.step, s.done_at, s.over_at, s.since
    from episode e
    cross join lateral (values
        ('screen', e.screened_at, case when e.screened_at is null then e.ended_at end, e.met_at),
        ('take_in_charge', e.taken_at, e.ended_at, e.met_at),
        ('first_service', e.first_service_at, coalesce(e.ended_at, e.closed_at), e.taken_at)
    ) s(step, done_at, over_at, since)
), judged as materialized (
    select r.quarter, r.urgency, r.step, r.done_at is not null as done,
           r.done_at is null and r.over_at is not null as ended,
           r.done_at is null and r.over_at is null as waiting,
           r.screened_at is not null as screened,
           case when r.taken_at is not null then 'taken' when r.ended_at is not null then 'ended'
                else 'waiting' end as stage,
           least(
               (coalesce(r.done_at, r.over_at, %(now)s) at time zone 'Europe/Rome')::date
               - (r.met_at at time zone 'Europe/Rome')::date,
               %(longest)s + 1
           ) as days,
           coalesce(r.done_at, %(now)s) <= (  -- the earliest over this urgency and all lower ones
               select min(analysis_due(
                   case when r.step = 'take_in_charge' and s.urgency >= 2
                        then coalesce(r.screened_at, r.since) else r.since end, s.hours))
               from standard s
               where s.step = r.step and s.urgency <= r.urgency
           ) as within
    from reached r
)"""

WAITS = f"""{JUDGED}, counted as (
    select quarter, urgency, step, days,
           count(*) filter (where done) as done,
           count(*) filter (where ended) as ended,
           count(*) filter (where waiting) as waiting,
           count(*) filter (where done and within) as on_time,
           count(*) filter (where (done or waiting) and not within) as late
    from judged
    group by quarter, urgency, step, days
), summed as (
    select p.period, u.urgency, c.step, c.days, sum(c.done) as done, sum(c.ended) as ended,
           sum(c.waiting) as waiting, sum(c.on_time) as on_time, sum(c.late) as late
    from counted c
    cross join lateral (values (''), (left(c.quarter, 4)), (c.quarter)) p(period)
    cross join lateral (values (-1), (c.urgency::int)) u(urgency)
    group by p.period, u.urgency, c.step, c.days
), persons as materialized (  -- else they are counted again for each row that they are joined to
    select p.period, u.urgency, count(distinct e.person_id) as people
    from episode e
    cross join lateral (values (''), (left(e.quarter, 4)), (e.quarter)) p(period)
    cross join lateral (values (-1), (e.urgency::int)) u(urgency)
    group by p.period, u.urgency
)
insert into analysis_wait
    (scope, period, urgency, step, days, done, ended, waiting, on_time, late, people, told)
select %(scope)s, s.period, s.urgency, s.step, s.days, s.done, s.ended, s.waiting, s.on_time, s.late, g.people,
       false
from summed s
join persons g using (period, urgency)
"""  # noqa: S608 - our own expressions

WAITS_OF_THE_NETWORK = """
insert into analysis_wait
    (scope, period, urgency, step, days, done, ended, waiting, on_time, late, people, told)
select %(network)s, w.period, w.urgency, w.step, w.days, sum(w.done), sum(w.ended), sum(w.waiting),
       sum(w.on_time), sum(w.late),
       sum(sum(w.done + w.ended + w.waiting)) over (partition by w.period, w.urgency, w.step), true
from analysis_wait w
where w.told and w.scope <> %(network)s
group by w.period, w.urgency, w.step, w.days
"""
