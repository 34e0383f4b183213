# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An undo runs as a job and can be followed: of a hundred thousand people it takes minutes.

It stays one transaction, so nothing that it writes is seen before its end. What others can see are its locks: after
each step the function takes one more, and `lgnet.imports.progress` counts them.
"""

from importlib import import_module

from django.db import migrations, models

FIRST = import_module("lgnet.imports.migrations.0003_runs_that_can_be_followed_and_undone")
STEP = "    perform pg_advisory_xact_lock(hashtextextended('imports.undo:' || run || ':{n}', 0));"


def _with_steps(statements: list[str]) -> str:
    numbered = enumerate(statements, start=1)
    return "\n".join(f"{statement}\n{STEP.format(n=n)}" for n, statement in numbered)


BODY = _with_steps(
    [
        """    if imports_touched(run) > 0 then
        raise exception 'somebody has worked on these people' using errcode = '55006';
    end if;""",
        """    with standing as (
        select f.*, s.subject_id, s.evidence, gen_random_uuid() as fresh
        from counting_factsubject s join undo_people u on u.id = s.subject_id
        join counting_countingfact f on f.id = s.fact_id
        where f.weight = 1
          and not exists (select 1 from counting_countingfact c where c.corrects_id = f.id and c.weight = -1)
    ), taken_back as (
        insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band,
                                           weight, corrects_id, reason, recorded_at)
        select fresh, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band, -1, id, why,
               clock_timestamp() from standing
    )
    insert into counting_factsubject (fact_id, partner_id, subject_id, evidence)
    select fresh, partner_id, subject_id, evidence from standing;""",
        """    create temp table undo_households on commit drop as
        select distinct household_id as id from people_householdmember
        where person_id in (select id from undo_people);""",
        *FIRST.DELETES.splitlines(),
        """    delete from people_household h using undo_households u where h.id = u.id
        and not exists (select 1 from people_householdmember m where m.household_id = h.id);""",
        """    delete from people_person where id in (select id from undo_people);
    get diagnostics n = row_count;""",
        "    delete from core_datakey where id in (select key_id from undo_people);",
    ]
)

FUNCTIONS = f"""
create or replace function imports_undo_scope(run uuid) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    finished timestamptz;
begin
    select finished_at into finished from imports_importrun
    where id = run and state in ('done', 'undoing')
      and partner_id = nullif(current_setting('app.partner', true), '')::uuid;
    if finished is null then
        raise exception 'this run cannot be undone' using errcode = '42501';
    end if;
    drop table if exists undo_people, undo_cases;
    create temp table undo_people on commit drop as select id, key_id from people_person where import_run = run;
    create temp table undo_cases on commit drop as
        select c.id, c.person_id from cases_case c join undo_people p on p.id = c.person_id;
    create index on undo_people (id);
    create index on undo_cases (id);
    analyze undo_people, undo_cases;
    return finished;
end $$;

create or replace function imports_undo(run uuid, why text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    n bigint;
begin
{BODY}
    return n;
end $$;
"""

STATES = [
    ("uploaded", "Uploaded"), ("checking", "Being checked"), ("checked", "Checked"), ("writing", "Being written"),
    ("done", "Done"), ("failed", "Not done"), ("undoing", "Being undone"), ("undone", "Undone"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("imports", "0005_what_was_taken_away_is_work_too")]
    operations = [
        migrations.AlterField(
            "importrun", "state", models.CharField(choices=STATES, default="uploaded", max_length=10)
        ),
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
    ]
