# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The statement that counts the cells of a partner. `tests/analysis/test_cells.py` has its slow twin.

Every source gives a quarter, an urgency (-1: none is known), a line, two codes and a number; one expansion makes
the sums over years, over all periods and over all urgencies.
"""

_QUARTER = "to_char({} at time zone 'Europe/Rome', 'YYYY\"-Q\"Q')"
_CONTACT = _QUARTER.format("t.met_at")
_EPISODE = _QUARTER.format("i.first_contact_at")
_CLOSED = _QUARTER.format("c.closed_at")
_DELIVERED = "to_char(v.delivered_on, 'YYYY\"-Q\"Q')"

SOURCES = f"""
with contact as (
    select {_CONTACT} as quarter, t.place, btrim(t.area) as area,
           case when t.declined then 'declined' else 'met' end as answer,
           t.met_at at time zone 'Europe/Rome' as wall
    from outreach_contact t
    where t.partner_id = %(scope)s
), episode as (
    select i.id, {_EPISODE} as quarter, i.urgency::int as urgency, i.source, i.outcome, i.screened_at, i.taken_at,
           i.needs
    from cases_intake i
    where i.partner_id = %(scope)s
), taken as (
    select e.quarter, e.urgency, c.intake_id, l.line,
           case when c.closed_at is null then 'open' else c.closure_reason end as closure
    from cases_case c
    join episode e on e.id = c.intake_id
    cross join lateral unnest(case when c.lines = '{{}}' then array['none'] else c.lines end) l(line)
    where c.partner_id = %(scope)s
), work as (
    select {_DELIVERED} as quarter, v.result, k.area, v.type_id, v.case_id
    from cases_intervention v
    join catalogue_interventiontype k on k.code = v.type_id
    where v.partner_id = %(scope)s and v.withdrawn_at is null
), answers(type_id, need) as (
    select unnest(%(types)s::text[]), unnest(%(needs)s::text[])
), given as (
    select distinct c.intake_id, a.need
    from work w
    join answers a on a.type_id = w.type_id
    join cases_case c on c.id = w.case_id
    where w.result = 'done'
), asked as (
    select e.id as intake_id, n.need
    from episode e
    cross join lateral unnest(e.needs) n(need)
    where e.screened_at is not null
), need as (
    select e.quarter, e.urgency, intake_id, need,
           case when a.need is null then 'unasked' when g.need is null then 'open' else 'answered' end as answer
    from asked a
    full join given g using (intake_id, need)
    join episode e on e.id = intake_id
    where need <> all(%(restricted)s)
)"""  # noqa: S608 - our own expressions

CELLS = f"""{SOURCES}, raw(topic, quarter, urgency, line, first, second, n) as (
    select 'entry', quarter, urgency, '', source,
           case when taken_at is not null then 'taken'
                when outcome = 'take_in_charge' then 'to_take'
                when outcome <> '' then outcome
                when screened_at is null then 'to_screen'
                else 'to_decide' end,
           count(*)
    from episode group by 1, 2, 3, 4, 5, 6
    union all
    select 'line', quarter, urgency, '', 'taken', line, count(*) from taken group by 1, 2, 3, 4, 5, 6
    union all
    select 'end', quarter, urgency, '', line, closure, count(*) from taken group by 1, 2, 3, 4, 5, 6
    union all
    select 'place', quarter, -1, '', place, answer, count(*) from contact group by 1, 2, 3, 4, 5, 6
    union all
    select 'area', quarter, -1, '', area, answer, count(*) from contact where area <> '' group by 1, 2, 3, 4, 5, 6
    union all
    select 'refusal', quarter, -1, '', 'street', s.second, count(*)
    from contact cross join lateral (values ('all'), (nullif(answer, 'met'))) s(second)
    where s.second is not null group by 1, 2, 3, 4, 5, 6
    union all
    select 'refusal', quarter, urgency, '', 'screening', s.second, count(*)
    from episode cross join lateral (values ('all'), (nullif(nullif(outcome, 'take_in_charge'), ''))) s(second)
    where screened_at is not null and s.second is not null group by 1, 2, 3, 4, 5, 6
    union all
    select 'refusal', quarter, -1, '', 'service', s.second, count(*)
    from work cross join lateral (values ('all'), (nullif(result, 'done'))) s(second)
    where area <> 'protection' and s.second is not null group by 1, 2, 3, 4, 5, 6
    union all
    select 'refusal', {_CLOSED}, -1, '', 'closure', s.second, count(*)
    from cases_case c
    cross join lateral (
        values ('all'), (case when c.closure_reason in ('withdrew', 'untraceable') then c.closure_reason end)
    ) s(second)
    where c.partner_id = %(scope)s and c.closed_at is not null and s.second is not null group by 1, 2, 3, 4, 5, 6
    union all
    select 'service', quarter, -1, '', area, result, count(*)
    from work where area <> 'protection' group by 1, 2, 3, 4, 5, 6
    union all
    select 'season', quarter, -1, '', to_char(wall, 'MM'), to_char(wall, 'ID'), count(*)
    from contact group by 1, 2, 3, 4, 5, 6
    union all
    select 'hour', quarter, -1, '', lpad((extract(hour from wall)::int / 3 * 3)::text, 2, '0'), to_char(wall, 'ID'),
           count(*)
    from contact group by 1, 2, 3, 4, 5, 6
    union all
    select 'need', n.quarter, n.urgency, n.line, n.need, n.answer, count(*)
    from (
        select intake_id, quarter, urgency, need, answer, '' as line from need
        union all
        select n.intake_id, n.quarter, n.urgency, n.need, n.answer, t.line from need n join taken t using (intake_id)
    ) n
    group by 1, 2, 3, 4, 5, 6
)
insert into analysis_cell (scope, topic, period, urgency, line, first, second, n, least, told)
select %(scope)s, r.topic, p.period, u.urgency, r.line, r.first, r.second, sum(r.n), 0, false
from raw r
cross join lateral (values (''), (left(r.quarter, 4)), (r.quarter)) p(period)
cross join lateral (select -1 union select r.urgency) u(urgency)
group by r.topic, p.period, u.urgency, r.line, r.first, r.second
"""  # noqa: S608 - our own expressions

CELLS_OF_THE_NETWORK = """
insert into analysis_cell (scope, topic, period, urgency, line, first, second, n, least, told)
select %(network)s, topic, period, urgency, line, first, second, sum(n), max(least), true
from analysis_cell
where told and scope <> %(network)s and topic <> all(%(local_topics)s)
group by topic, period, urgency, line, first, second
"""
