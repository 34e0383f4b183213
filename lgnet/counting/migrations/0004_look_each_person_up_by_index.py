# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The roll-up looks each touched person up by index, one after the other.

PostgreSQL knows nothing about the size of new rows and of what is computed from them: it compared every touched
person with every other, and a chunk of two thousand people took minutes. A lateral join leaves it no such choice.
The rule is unchanged (CNT-5): see migration 0003.
"""

from django.db import migrations

ZERO = "'00000000-0000-0000-0000-000000000000'::uuid"
SCOPES = f"cross join lateral (values (f.partner_id), ({ZERO})) s(scope)"

ROLL_UP = f"""
create or replace function counting_roll_up() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- events: every one counts, in the partner and in the network
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select s.scope, f.kind, date_trunc('month', f.occurred_on)::date, f.sex, f.age_band, sum(f.weight)
    from new_facts f {SCOPES}
    where f.kind = 'contact'
    group by 1, 2, 3, 4, 5;

    -- persons: first the rows are taken, in one order for everybody, so that the next statement sees what
    -- the others have committed ...
    insert into counting_countedperson as c (scope, kind, pseudonym, sex, age_band, month, weight)
    select distinct s.scope, f.kind, f.pseudonym, '', '', '0001-01-01'::date, 0
    from new_facts f {SCOPES}
    where f.kind <> 'contact'
    order by 1, 2, 3
    on conflict (scope, kind, pseudonym) do update set weight = c.weight;

    -- ... then each person is looked up again in their standing facts
    with touched as materialized (
        select t.*, c.month as old_month, c.sex as old_sex, c.age_band as old_band, c.weight as old_weight
        from (
            select distinct s.scope, f.kind, f.pseudonym from new_facts f {SCOPES} where f.kind <> 'contact'
        ) t
        cross join lateral (
            select * from counting_countedperson c
            where c.scope = t.scope and c.kind = t.kind and c.pseudonym = t.pseudonym
            offset 0
        ) c
    ), found as materialized (
        select t.*, n.sex, n.age_band, n.month, n.weight
        from touched t
        left join lateral (
            select f.sex, f.age_band, date_trunc('month', f.occurred_on)::date as month,
                   count(*) over () as weight
            from counting_countingfact f
            where f.pseudonym = t.pseudonym and f.kind = t.kind and (t.scope = {ZERO} or f.partner_id = t.scope)
              and f.weight = 1
              and not exists (select from counting_countingfact g where g.corrects_id = f.id)
            order by f.occurred_on, f.id
            limit 1
        ) n on true
    ), written as (
        insert into counting_countedperson as c (scope, kind, pseudonym, sex, age_band, month, weight)
        select scope, kind, pseudonym, coalesce(sex, ''), coalesce(age_band, ''),
               coalesce(month, '0001-01-01'), coalesce(weight, 0)
        from found
        on conflict (scope, kind, pseudonym) do update
        set sex = excluded.sex, age_band = excluded.age_band, month = excluded.month, weight = excluded.weight
    )
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select scope, kind, month, sex, age_band, sum(change)
    from (
        select scope, kind, old_month as month, old_sex as sex, old_band as age_band, -1 as change
        from found where old_weight > 0
        union all
        select scope, kind, month, sex, age_band, 1 from found where weight > 0
    ) changes
    group by 1, 2, 3, 4, 5 having sum(change) <> 0;
    return null;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("counting", "0003_totals_follow_the_standing_facts")]
    operations = [migrations.RunSQL(ROLL_UP, reverse_sql=migrations.RunSQL.noop)]
