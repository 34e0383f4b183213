# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Totals kept by trigger, so that a figure is ready when it is asked; who sees which facts.

A person counts once in each scope (the partner, and the network as the scope of all zeros) as long as the
weights of its facts sum above zero. Changes are appended to the totals and compacted later, so that two
workers never wait for the same counter.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

TABLES = """
create table counting_countedperson (
    scope uuid not null,
    kind varchar(20) not null,
    pseudonym bytea not null,
    sex varchar(1) not null,
    age_band varchar(5) not null,
    month date not null,
    weight integer not null,
    primary key (scope, kind, pseudonym)
);
create table counting_total (
    id bigint generated always as identity primary key,
    scope uuid not null,
    kind varchar(20) not null,
    month date not null,
    sex varchar(1) not null,
    age_band varchar(5) not null,
    n integer not null
);
create index counting_total_lookup on counting_total (scope, kind);
"""

FUNCTIONS = """
create function counting_roll_up() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- events: every one counts, in the partner and in the network
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select scope, kind, date_trunc('month', occurred_on)::date, sex, age_band, sum(weight)
    from new_facts
    cross join lateral (values (partner_id), ('00000000-0000-0000-0000-000000000000'::uuid)) s(scope)
    where kind = 'contact'
    group by 1, 2, 3, 4, 5;

    -- persons: once in each scope; what was frozen at the first count stays
    with incoming as (
        select scope, kind, pseudonym, sum(weight)::int as weight,
               (array_agg(sex order by occurred_on, id))[1] as sex,
               (array_agg(age_band order by occurred_on, id))[1] as age_band,
               min(date_trunc('month', occurred_on)::date) as month
        from new_facts
        cross join lateral (values (partner_id), ('00000000-0000-0000-0000-000000000000'::uuid)) s(scope)
        where kind <> 'contact'
        group by scope, kind, pseudonym
    ), counted as (
        insert into counting_countedperson as c (scope, kind, pseudonym, sex, age_band, month, weight)
        select scope, kind, pseudonym, sex, age_band, month, weight from incoming
        order by scope, kind, pseudonym  -- one order for everybody: no deadlock
        on conflict (scope, kind, pseudonym) do update set
            weight = c.weight + excluded.weight,
            sex = case when c.weight > 0 then c.sex else excluded.sex end,
            age_band = case when c.weight > 0 then c.age_band else excluded.age_band end,
            month = case when c.weight > 0 then c.month else excluded.month end
        returning c.scope, c.kind, c.pseudonym, c.sex, c.age_band, c.month, c.weight
    ), turned as (
        select c.*, case when c.weight > 0 then 1 else -1 end as change
        from counted c join incoming i using (scope, kind, pseudonym)
        where (c.weight > 0) <> (c.weight - i.weight > 0)
    )
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select scope, kind, month, sex, age_band, sum(change) from turned group by 1, 2, 3, 4, 5;
    return null;
end $$;

create trigger counting_roll_up after insert on counting_countingfact
    referencing new table as new_facts for each statement execute function counting_roll_up();

create function counting_append_only() returns trigger language plpgsql as $$
begin raise exception 'counting facts are corrected by counter-facts, never edited'; end $$;
create trigger counting_append_only before update on counting_countingfact
    for each row execute function counting_append_only();

create function counting_compact() returns bigint
language sql security definer set search_path = public, pg_temp as $$
    with gone as (delete from counting_total returning *),
    kept as (
        insert into counting_total (scope, kind, month, sex, age_band, n)
        select scope, kind, month, sex, age_band, sum(n) from gone group by 1, 2, 3, 4, 5 having sum(n) <> 0
        returning 1
    )
    select count(*) from kept
$$;
revoke execute on function counting_compact() from public;
grant execute on function counting_compact() to lgnet_worker;
"""

NETWORK = "scope = '00000000-0000-0000-0000-000000000000'::uuid"


class Migration(migrations.Migration):
    dependencies = [("counting", "0001_tables_of_counting"), ("network", "0002_row_security")]
    operations = [
        migrations.RunSQL(TABLES + FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        protect(
            "counting_countingfact",
            grants={
                "lgnet_local": "select, insert",
                "lgnet_worker": "select, insert",
                "lgnet_national": "select",
            },
            extra=(
                "create policy national_rows on counting_countingfact for select to lgnet_national using (true)",
            ),
        ),
        protect(
            "counting_factsubject",
            grants={"lgnet_local": "select, insert", "lgnet_worker": "select, insert"},
        ),
        protect("counting_countedperson", grants={}, partner_rows=None),
        protect(
            "counting_total",
            grants={"lgnet_local": "select", "lgnet_worker": "select", "lgnet_national": "select"},
            partner_rows=f"scope = {CURRENT_PARTNER} or {NETWORK}",
            extra=(
                "create policy national_rows on counting_total for select to lgnet_national using (true)",
            ),
        ),
    ]
