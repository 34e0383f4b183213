# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counts depends only on which facts stand, never on the order in which they came.

A fact stands until a counter-fact takes it back, once. A person counts in a scope while a fact of theirs
stands there, in the month and with the sex and age band of the earliest one (rule CNT-5): so a back-dated
fact, a correction or two workers at the same moment leave the totals that the exact query would find.
"""

from django.db import migrations, models
from django.db.models import Q

ZERO = "'00000000-0000-0000-0000-000000000000'::uuid"
SCOPES = f"cross join lateral (values (f.partner_id), ({ZERO})) s(scope)"
STANDS = (
    "f.kind <> 'contact' and f.weight = 1 and f.pseudonym is not null"
    " and not exists (select from counting_countingfact g where g.corrects_id = f.id)"
)

CHECK_CORRECTION = """
create function counting_check_correction() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (
        select from counting_countingfact f
        where f.id = new.corrects_id and f.weight = 1 and f.kind = new.kind and f.partner_id = new.partner_id
          and f.occurred_on = new.occurred_on and f.sex = new.sex and f.age_band = new.age_band
          and f.pseudonym is not distinct from new.pseudonym
    ) then
        raise exception 'a counter-fact repeats the fact that it takes back';
    end if;
    return new;
end $$;
create trigger counting_check_correction before insert on counting_countingfact
    for each row when (new.corrects_id is not null) execute function counting_check_correction();
"""

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
    with touched as (
        select distinct s.scope, f.kind, f.pseudonym from new_facts f {SCOPES} where f.kind <> 'contact'
    ), before as (
        select c.* from counting_countedperson c join touched using (scope, kind, pseudonym)
    ), standing as (
        select distinct on (t.scope, t.kind, t.pseudonym)
               t.scope, t.kind, t.pseudonym, f.sex, f.age_band, date_trunc('month', f.occurred_on)::date as month,
               count(*) over (partition by t.scope, t.kind, t.pseudonym) as weight
        from touched t
        join counting_countingfact f
          on f.pseudonym = t.pseudonym and f.kind = t.kind and (t.scope = {ZERO} or f.partner_id = t.scope)
        where {STANDS}
        order by t.scope, t.kind, t.pseudonym, f.occurred_on, f.id
    ), after as (
        update counting_countedperson c
        set weight = coalesce(n.weight, 0), sex = coalesce(n.sex, ''), age_band = coalesce(n.age_band, ''),
            month = coalesce(n.month, '0001-01-01')
        from touched t left join standing n using (scope, kind, pseudonym)
        where c.scope = t.scope and c.kind = t.kind and c.pseudonym = t.pseudonym
        returning c.*
    )
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select scope, kind, month, sex, age_band, sum(change)
    from (
        select scope, kind, month, sex, age_band, -1 as change from before where weight > 0
        union all
        select scope, kind, month, sex, age_band, 1 from after where weight > 0
    ) changes
    group by 1, 2, 3, 4, 5 having sum(change) <> 0;
    return null;
end $$;
"""

MAINTENANCE = f"""
create or replace function counting_compact() returns bigint
language sql security definer set search_path = public, pg_temp as $$
    with cells as (
        select scope, kind, month, sex, age_band from counting_total
        group by 1, 2, 3, 4, 5 having count(*) > 1 or sum(n) = 0
    ), gone as (
        delete from counting_total t using cells c
        where (t.scope, t.kind, t.month, t.sex, t.age_band) = (c.scope, c.kind, c.month, c.sex, c.age_band)
        returning t.*
    ), kept as (
        insert into counting_total (scope, kind, month, sex, age_band, n)
        select scope, kind, month, sex, age_band, sum(n) from gone group by 1, 2, 3, 4, 5 having sum(n) <> 0
    )
    select count(*) from gone
$$;

-- For the owner: all totals anew from the facts, after a bulk load or a change of the rules.
create function counting_rebuild() returns void
language sql set search_path = public, pg_temp as $$
    delete from counting_total;
    delete from counting_countedperson;
    insert into counting_countedperson (scope, kind, pseudonym, sex, age_band, month, weight)
    select distinct on (s.scope, f.kind, f.pseudonym)
           s.scope, f.kind, f.pseudonym, f.sex, f.age_band, date_trunc('month', f.occurred_on)::date,
           count(*) over (partition by s.scope, f.kind, f.pseudonym)
    from counting_countingfact f {SCOPES}
    where {STANDS}
    order by s.scope, f.kind, f.pseudonym, f.occurred_on, f.id;
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select scope, kind, month, sex, age_band, count(*) from counting_countedperson group by 1, 2, 3, 4, 5
    union all
    select s.scope, f.kind, date_trunc('month', f.occurred_on)::date, f.sex, f.age_band, sum(f.weight)
    from counting_countingfact f {SCOPES} where f.kind = 'contact' group by 1, 2, 3, 4, 5;
$$;
revoke execute on function counting_rebuild() from public;
select counting_rebuild();
"""


class Migration(migrations.Migration):
    dependencies = [("counting", "0002_totals_and_row_security")]
    operations = [
        migrations.AddConstraint(
            "countingfact", models.UniqueConstraint(name="fact_taken_back_once", fields=["corrects"])
        ),
        migrations.AddIndex(
            "countingfact",
            models.Index(
                fields=["pseudonym", "kind"],
                name="fact_pseudonym_kind",
                condition=Q(pseudonym__isnull=False),
            ),
        ),
        migrations.RemoveConstraint("countingfact", "fact_correction_has_reason"),
        migrations.AddConstraint(
            "countingfact",
            models.CheckConstraint(
                name="fact_correction_has_reason",
                condition=Q(weight=1, corrects=None) | Q(weight=-1, corrects__isnull=False) & ~Q(reason=""),
            ),
        ),
        migrations.RunSQL(CHECK_CORRECTION + ROLL_UP, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(MAINTENANCE, reverse_sql=migrations.RunSQL.noop),
    ]
