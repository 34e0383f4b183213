# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A campaign's own numbers, from the facts of its events: for everybody who sees the campaign, and of nobody by name.

Events that were held before facts of them were stated count too.
"""

from django.db import migrations

NUMBERS = """
create function society_campaign_numbers(p_campaign uuid)
returns table (partner uuid, month date, what text, n bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    with its as (
        select e.* from society_campaign c join society_event e on e.campaign_id = c.id
        where c.id = p_campaign
          and (c.state <> 'draft' or c.partner_id = nullif(current_setting('app.partner', true), '')::uuid)
    )
    select f.partner_id, date_trunc('month', f.occurred_on::timestamp)::date, f.kind::text, sum(f.weight)
    from its join counting_factsubject s on s.subject_id = its.id join counting_countingfact f on f.id = s.fact_id
    where f.kind in ('event', 'participation')
    group by 1, 2, 3 having sum(f.weight) <> 0
    union all
    select its.partner_id, date_trunc('month', its.starts_at at time zone 'Europe/Rome')::date, 'registered',
           sum(coalesce(its.registered_n, r.n))::bigint
    from its cross join lateral (
        select count(*) as n from society_registration r where r.event_id = its.id and r.state = 'seated'
    ) r
    where its.state = 'held' and its.takes_registrations
    group by 1, 2
$$;
revoke execute on function society_campaign_numbers(uuid) from public;
grant execute on function society_campaign_numbers(uuid) to lgnet_local, lgnet_national;
"""
HELD_BEFORE = """
do $$
declare
    e record;
begin
    for e in
        select s.id, s.partner_id, (s.starts_at at time zone 'Europe/Rome')::date as day,
               'society.event:' || s.id as proof,
               coalesce(s.walk_ins, 0) as walk_ins, coalesce(s.attended_n, (
                   select count(*) from society_registration r where r.event_id = s.id and r.came_at is not null
               ))::integer as came
        from society_event s where s.state = 'held'
    loop
        perform set_config('app.partner', e.partner_id::text, true);
        perform counting_hold('event', e.day, 'public', 1, e.id, e.proof, now());
        perform counting_hold('participation', e.day, 'registered', e.came, e.id, e.proof, now());
        perform counting_hold('participation', e.day, 'walk_in', e.walk_ins, e.id, e.proof, now());
    end loop;
    perform set_config('app.partner', '', true);
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("society", "0003_what_visitors_may"), ("counting", "0008_events_and_who_came")]
    operations = [migrations.RunSQL(NUMBERS + HELD_BEFORE, reverse_sql=migrations.RunSQL.noop)]
