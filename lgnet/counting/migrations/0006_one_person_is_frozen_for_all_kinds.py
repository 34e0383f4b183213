# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sex and age band are those of a person's first fact in the operation, for whatever they count (rule CNT-5).

So each part of a figure is at most the same part of the figure above it. The first fact that says it decides; of
several on one day, the first in the order F, M, N and the youngest band. The roll-up looks a touched person up
once, with everything that stands, in all scopes and kinds; the row of kind '' in the network is the person, and
the lock. Further breakdowns (action lines, days of waiting, details) have totals of their own.
"""

import django.contrib.postgres.fields
from django.db import migrations, models

from lgnet.core.protection import CURRENT_PARTNER, protect

ZERO = "'00000000-0000-0000-0000-000000000000'::uuid"
EVENTS = "('contact', 'declined')"
NETWORK = f"scope = {ZERO}"

TABLES = """
drop table counting_countedperson;
create table counting_countedperson (
    pseudonym bytea not null,
    scope uuid not null,
    kind varchar(20) not null,
    sex varchar(1) not null,
    age_band varchar(5) not null,
    month date not null,
    weight integer not null,
    lines text[] not null default '{}',
    days smallint,
    detail varchar(20) not null default '',
    is_weak boolean not null default false,
    primary key (pseudonym, scope, kind)
);
create table counting_breakdown (
    id bigint generated always as identity primary key,
    scope uuid not null,
    kind varchar(20) not null,
    dimension varchar(10) not null,
    code varchar(20) not null,
    month date not null,
    n integer not null
);
create index counting_breakdown_lookup on counting_breakdown (scope, kind, dimension);
"""

# Numbers that order by day first, then by sex or band: the smallest is that of the earliest fact that says it.
DAY_NUMBER = "(f.occurred_on - date '0001-01-01') * 4"
SEX_KEY = f"case when f.sex <> '' then {DAY_NUMBER} + position(f.sex in 'FMN') end"
BAND_KEY = (
    f"case f.age_band when '<18' then {DAY_NUMBER} + 1 when '18-60' then {DAY_NUMBER} + 2"
    f" when '>60' then {DAY_NUMBER} + 3 end"
)
SEX = "coalesce(substr('FMN', min(s.sex_key) % 4, 1), '')"
BAND = "coalesce((array['<18', '18-60', '>60'])[min(s.band_key) % 4], '')"

# One row for each person, scope and kind, from `standing` (aliased s) with its keys over the whole person.
COUNTED = f"""
        select c.pseudonym, c.scope, c.kind, c.sex, c.age_band, c.month, c.weight, c.days, c.detail, c.is_weak,
               array(select distinct l from unnest(string_to_array(c.all_lines, ',')) l where l <> '' order by l)
               as lines
        from (
            select s.pseudonym, x.scope, x.kind, {SEX} as sex, {BAND} as age_band,
                   date_trunc('month', min(s.occurred_on))::date as month, count(*)::int as weight,
                   (array_agg(s.days order by s.occurred_on, s.id))[1] as days,
                   (array_agg(s.detail order by s.occurred_on, s.id))[1] as detail,
                   bool_or(s.is_weak) as is_weak,
                   string_agg(array_to_string(s.lines, ','), ',') as all_lines
            from standing s
            cross join lateral (values (s.partner_id, s.kind), ({ZERO}, s.kind), ({ZERO}, '')) x(scope, kind)
            group by s.pseudonym, x.scope, x.kind
        ) c
"""


def broken_down(rows: str) -> str:
    """The further breakdowns of counted persons, as (scope, kind, dimension, code, month, change)."""
    return f"""
        select scope, kind, 'line' as dimension, l as code, month, change from {rows} cross join unnest(lines) l
        union all
        select scope, kind, 'days', days::text, month, change from {rows} where days is not null
        union all
        select scope, kind, 'detail', detail, month, change from {rows} where detail <> ''
        union all
        select scope, kind, 'weak', 'weak', month, change from {rows} where is_weak
    """


ROLL_UP = f"""
create or replace function counting_roll_up() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    -- events: every one counts, in the partner and in the network
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select s.scope, f.kind, date_trunc('month', f.occurred_on)::date, f.sex, f.age_band, sum(f.weight)
    from new_facts f cross join lateral (values (f.partner_id), ({ZERO})) s(scope)
    where f.kind in {EVENTS}
    group by 1, 2, 3, 4, 5;

    if not exists (select from new_facts where kind not in {EVENTS}) then
        return null;
    end if;

    -- persons: first they are taken, in one order for everybody, so that the next statement sees what the
    -- others have committed ...
    insert into counting_countedperson as c (pseudonym, scope, kind, sex, age_band, month, weight)
    select distinct f.pseudonym, {ZERO}, '', '', '', '0001-01-01'::date, 0
    from new_facts f where f.kind not in {EVENTS}
    order by 1
    on conflict (pseudonym, scope, kind) do update set weight = c.weight;

    -- ... then each is looked up again with everything that stands (lateral: see migration 0004)
    with touched as materialized (
        select distinct f.pseudonym from new_facts f where f.kind not in {EVENTS}
    ), standing as materialized (
        select f.* from touched t
        cross join lateral (
            select f.pseudonym, f.kind, f.partner_id, f.occurred_on, f.id, f.lines, f.days, f.detail, f.is_weak,
                   min({SEX_KEY}) over () as sex_key, min({BAND_KEY}) over () as band_key
            from counting_countingfact f
            where f.pseudonym = t.pseudonym and f.weight = 1 and f.kind not in {EVENTS}
              and not exists (select from counting_countingfact g where g.corrects_id = f.id)
            offset 0
        ) f
    ), after as materialized (
        select counted.*, 1 as change from ({COUNTED}) counted
    ), before as materialized (
        select c.*, -1 as change from touched t
        cross join lateral (
            select * from counting_countedperson c where c.pseudonym = t.pseudonym and c.weight > 0 offset 0
        ) c
    ), changes as materialized (
        select scope, kind, month, sex, age_band, lines, days, detail, is_weak, change from after where kind <> ''
        union all
        select scope, kind, month, sex, age_band, lines, days, detail, is_weak, change from before where kind <> ''
    ), gone as (
        delete from counting_countedperson c
        using (select pseudonym, scope, kind from before except select pseudonym, scope, kind from after) g
        where c.pseudonym = g.pseudonym and c.scope = g.scope and c.kind = g.kind
    ), written as (
        insert into counting_countedperson as c
            (pseudonym, scope, kind, sex, age_band, month, weight, lines, days, detail, is_weak)
        select pseudonym, scope, kind, sex, age_band, month, weight, lines, days, detail, is_weak from after
        on conflict (pseudonym, scope, kind) do update
        set sex = excluded.sex, age_band = excluded.age_band, month = excluded.month, weight = excluded.weight,
            lines = excluded.lines, days = excluded.days, detail = excluded.detail, is_weak = excluded.is_weak
        where (c.sex, c.age_band, c.month, c.weight, c.lines, c.days, c.detail, c.is_weak) is distinct from
              (excluded.sex, excluded.age_band, excluded.month, excluded.weight, excluded.lines, excluded.days,
               excluded.detail, excluded.is_weak)
    ), further as (
        insert into counting_breakdown (scope, kind, dimension, code, month, n)
        select scope, kind, dimension, code, month, sum(change) from ({broken_down("changes")}) b
        group by 1, 2, 3, 4, 5 having sum(change) <> 0
    )
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select scope, kind, month, sex, age_band, sum(change) from changes
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
    ), further_cells as (
        select scope, kind, dimension, code, month from counting_breakdown
        group by 1, 2, 3, 4, 5 having count(*) > 1 or sum(n) = 0
    ), further_gone as (
        delete from counting_breakdown t using further_cells c
        where (t.scope, t.kind, t.dimension, t.code, t.month) = (c.scope, c.kind, c.dimension, c.code, c.month)
        returning t.*
    ), further_kept as (
        insert into counting_breakdown (scope, kind, dimension, code, month, n)
        select scope, kind, dimension, code, month, sum(n) from further_gone
        group by 1, 2, 3, 4, 5 having sum(n) <> 0
    )
    select (select count(*) from gone) + (select count(*) from further_gone)
$$;

-- For the owner: all totals anew from the facts, after a bulk load or a change of the rules.
create or replace function counting_rebuild() returns void
language sql set search_path = public, pg_temp as $$
    delete from counting_total;
    delete from counting_breakdown;
    delete from counting_countedperson;
    insert into counting_countedperson
        (pseudonym, scope, kind, sex, age_band, month, weight, lines, days, detail, is_weak)
    with standing as (
        select f.pseudonym, f.kind, f.partner_id, f.occurred_on, f.id, f.lines, f.days, f.detail, f.is_weak,
               min({SEX_KEY}) over (partition by f.pseudonym) as sex_key,
               min({BAND_KEY}) over (partition by f.pseudonym) as band_key
        from counting_countingfact f
        where f.weight = 1 and f.kind not in {EVENTS}
          and not exists (select from counting_countingfact g where g.corrects_id = f.id)
    )
    select pseudonym, scope, kind, sex, age_band, month, weight, lines, days, detail, is_weak from ({COUNTED}) counted;
    insert into counting_total (scope, kind, month, sex, age_band, n)
    select scope, kind, month, sex, age_band, count(*) from counting_countedperson where kind <> ''
    group by 1, 2, 3, 4, 5
    union all
    select s.scope, f.kind, date_trunc('month', f.occurred_on)::date, f.sex, f.age_band, sum(f.weight)
    from counting_countingfact f cross join lateral (values (f.partner_id), ({ZERO})) s(scope)
    where f.kind in {EVENTS} group by 1, 2, 3, 4, 5 having sum(f.weight) <> 0;
    insert into counting_breakdown (scope, kind, dimension, code, month, n)
    with counted as (select *, 1 as change from counting_countedperson where kind <> '')
    select scope, kind, dimension, code, month, sum(change) from ({broken_down("counted")}) b
    group by 1, 2, 3, 4, 5;
$$;
select counting_rebuild();
"""


class Migration(migrations.Migration):
    dependencies = [("counting", "0005_facts_say_more")]
    operations = [
        migrations.DeleteModel("CountedPerson"),
        migrations.CreateModel(
            name="CountedPerson",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "pseudonym",
                        "scope",
                        "kind",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("pseudonym", models.BinaryField()),
                ("scope", models.UUIDField()),
                ("kind", models.CharField(max_length=20)),
                ("sex", models.CharField(max_length=1)),
                ("age_band", models.CharField(max_length=5)),
                ("month", models.DateField()),
                ("weight", models.IntegerField()),
                (
                    "lines",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("days", models.SmallIntegerField(null=True)),
                ("detail", models.CharField(max_length=20)),
                ("is_weak", models.BooleanField()),
            ],
            options={"db_table": "counting_countedperson", "managed": False},
        ),
        migrations.CreateModel(
            name="BreakdownTotal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("scope", models.UUIDField()),
                ("kind", models.CharField(max_length=20)),
                ("dimension", models.CharField(max_length=10)),
                ("code", models.CharField(max_length=20)),
                ("month", models.DateField()),
                ("n", models.IntegerField()),
            ],
            options={"db_table": "counting_breakdown", "managed": False},
        ),
        migrations.RunSQL(TABLES, reverse_sql=migrations.RunSQL.noop),
        protect("counting_countedperson", grants={}, partner_rows=None),
        protect(
            "counting_breakdown",
            grants={"lgnet_local": "select", "lgnet_worker": "select", "lgnet_national": "select"},
            partner_rows=f"scope = {CURRENT_PARTNER} or {NETWORK}",
            extra=(
                "create policy national_rows on counting_breakdown for select to lgnet_national using (true)",
            ),
        ),
        migrations.RunSQL(ROLL_UP + MAINTENANCE, reverse_sql=migrations.RunSQL.noop),
    ]
