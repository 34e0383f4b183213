# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a run needs to be followed and taken back, and the two functions that take it back.

No role may delete people. An import nobody has worked on is the exception: the function deletes exactly the
rows of one finished run of the acting partner, and states counter-facts for what was counted.
"""

from django.db import migrations, models

# Tables below a person or a case, children first; the column that leads to the parent.
OF_CASE = (
    (
        "cases_score",
        "assessment_id in (select id from cases_assessment where case_id in (select id from undo_cases))",
    ),
    (
        "cases_goalaction",
        "goal_id in (select g.id from cases_goal g join cases_plan p on p.id = g.plan_id"
        " where p.case_id in (select id from undo_cases))",
    ),
    ("cases_goal", "plan_id in (select id from cases_plan where case_id in (select id from undo_cases))"),
    *(
        (f"cases_{name}", "case_id in (select id from undo_cases)")
        for name in ("assessment", "plan", "intervention", "review", "note", "vulnerability", "casemember")
    ),
)
OF_PERSON = tuple(
    (name, "person_id in (select id from undo_people)")
    for name in (
        "cases_case",
        "cases_intake",
        "people_matchkey",
        "people_identifier",
        "people_contactchannel",
        "people_staystatus",
        "people_guardian",
        "people_privacynotice",
        "people_householdmember",
    )
)
DELETES = "\n".join(f"    delete from {table} where {rows};" for table, rows in (*OF_CASE, *OF_PERSON))

# What somebody added later has an id made later: UUIDv7 begins with the milliseconds.
YOUNGER = "\n        union ".join(
    [
        f"select t.person_id from {table} t join undo_people u on u.id = t.person_id where t.id > later"
        for table in (
            "people_identifier",
            "people_contactchannel",
            "people_staystatus",
            "people_guardian",
            "people_privacynotice",
            "people_householdmember",
            "cases_intake",
            "cases_case",
        )
    ]
    + [
        f"select u.person_id from {table} t join undo_cases u on u.id = t.case_id where t.id > later"
        for table in (
            "cases_assessment",
            "cases_plan",
            "cases_intervention",
            "cases_review",
            "cases_note",
            "cases_vulnerability",
            "cases_casemember",
        )
    ]
    + [
        "select c.person_id from outreach_contact c join undo_people u on u.id = c.person_id",
        "select u.id from core_rowhistory h join undo_people u on u.id = h.row_id",
        "select u.person_id from core_rowhistory h join undo_cases u on u.id = h.row_id",
        "select i.person_id from core_rowhistory h join cases_intake i on i.id = h.row_id"
        " join undo_people u on u.id = i.person_id",
    ]
)

FUNCTIONS = f"""
create function imports_undo_scope(run uuid) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    finished timestamptz;
begin
    select finished_at into finished from imports_importrun
    where id = run and state = 'done' and partner_id = nullif(current_setting('app.partner', true), '')::uuid;
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

create function imports_touched(run uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    finished timestamptz := imports_undo_scope(run);
    later uuid := (lpad(to_hex((extract(epoch from finished) * 1000)::bigint), 12, '0')
                   || '7fffbfffffffffffffff')::uuid;
    n bigint;
begin
    select count(*) into n from (
        {YOUNGER}
    ) touched;
    return n;
end $$;

create function imports_undo(run uuid, why text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    n bigint;
begin
    if imports_touched(run) > 0 then
        raise exception 'somebody has worked on these people' using errcode = '55006';
    end if;
    with standing as (
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
    select fresh, partner_id, subject_id, evidence from standing;
    create temp table undo_households on commit drop as
        select distinct household_id as id from people_householdmember
        where person_id in (select id from undo_people);
{DELETES}
    delete from people_household h using undo_households u where h.id = u.id
        and not exists (select 1 from people_householdmember m where m.household_id = h.id);
    delete from people_person where id in (select id from undo_people);
    get diagnostics n = row_count;
    delete from core_datakey where id in (select key_id from undo_people);
    return n;
end $$;

revoke execute on function imports_undo_scope(uuid) from public;
revoke execute on function imports_touched(uuid) from public;
revoke execute on function imports_undo(uuid, text) from public;
grant execute on function imports_touched(uuid) to lgnet_local;
grant execute on function imports_undo(uuid, text) to lgnet_local;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0002_row_security"),
        ("cases", "0002_row_security"),
        ("outreach", "0002_row_security"),
        ("counting", "0002_totals_and_row_security"),
    ]
    operations = [
        migrations.AddField("importrun", "warning_count", models.PositiveIntegerField(default=0)),
        migrations.AddField("importrun", "with_cases", models.BooleanField(default=False)),
        migrations.AddField("importrun", "skip_bad_lines", models.BooleanField(default=False)),
        migrations.AddField("importrun", "lines_refused", models.PositiveIntegerField(default=0)),
        migrations.AddField("importrun", "cases_written", models.PositiveIntegerField(default=0)),
        migrations.AddField("importrun", "beat_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddIndex(
            "importrun", models.Index(fields=["partner", "-started_at"], name="importrun_latest")
        ),
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
    ]
