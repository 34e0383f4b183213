# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers belong to nobody: one function takes them, one counts them when a survey is closed, no role reads them."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

STAFF = ("lgnet_local", "lgnet_worker", "lgnet_national")
READ = dict.fromkeys(STAFF, "select")
OWN_OR_WHOLE = f"scope = 'network' or partner_id = {CURRENT_PARTNER}"
WITH_GROUP = "group_id in (select g.id from evaluation_group g)"  # by its own row security
# What was written in words: a partner reads its own, the nation that of the whole network without knowing from where.
OWN_GROUP = f"group_id in (select g.id from evaluation_group g where g.partner_id = {CURRENT_PARTNER})"
WHOLE = "group_id in (select g.id from evaluation_group g where g.scope = 'network')"

FUNCTIONS = f"""
-- One answer of whoever acts: the invitation is marked and the answer written in one go, or neither.
-- 1 when it was counted; 0 where the invitation is not theirs, was answered already, or the survey is not open.
create function evaluation_answer(p_invitation uuid, p_marks integer[], p_text text, p_day date) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    its record;
begin
    update evaluation_invitation i set answered = true
    from evaluation_survey s
    where i.id = p_invitation and not i.answered and i.colleague_id = {CURRENT_USER}
      and s.id = i.survey_id and s.closed_on is null and p_day between s.opens_on and s.closes_on
    returning i.survey_id, i.partner_id, s.questionnaire_id into its;
    if not found then
        return 0;
    end if;
    if cardinality(p_marks) <> (select count(*) from evaluation_question q
                                where q.questionnaire_id = its.questionnaire_id and q.answered = 'scale') then
        raise exception 'one mark for each question that has a scale';
    end if;
    insert into evaluation_answer (id, survey_id, partner_id, marks)
        values (gen_random_uuid(), its.survey_id, its.partner_id, p_marks::smallint[]);
    if btrim(p_text) <> '' then
        insert into evaluation_remark (id, survey_id, partner_id, text)
            values (gen_random_uuid(), its.survey_id, its.partner_id, btrim(p_text));
    end if;
    return 1;
end $$;

-- How many were asked and how many answered: of the whole network, and of the partners that the asker may follow.
create function evaluation_turnout(p_surveys uuid[])
returns table (survey_id uuid, partner_id uuid, invited bigint, answered bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select i.survey_id, i.partner_id, count(*), count(*) filter (where i.answered)
    from evaluation_invitation i where i.survey_id = any (p_surveys)
    group by grouping sets ((i.survey_id), (i.survey_id, i.partner_id))
    having grouping(i.partner_id) = 1 or current_setting('role', true) = 'lgnet_national'
        or i.partner_id = {CURRENT_PARTNER}
$$;

-- Closes a survey and says what may be told of it. Partners with at least five answers stand alone; all others stand
-- together, with the smallest of those beside them as long as they are fewer than five. 1, or 0 where it was closed.
create function evaluation_close(p_survey uuid, p_day date) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    least constant bigint := 5;
    alone uuid[];
    joining uuid;
    others bigint;
begin
    update evaluation_survey s set closed_on = p_day where s.id = p_survey and s.closed_on is null;
    if not found then
        return 0;
    end if;
    -- The order in which answers came is forgotten by the table itself.
    with gone as (delete from evaluation_answer a where a.survey_id = p_survey returning a.*)
        insert into evaluation_answer (id, survey_id, partner_id, marks)
        select gen_random_uuid(), g.survey_id, g.partner_id, g.marks from gone g order by random();
    with gone as (delete from evaluation_remark r where r.survey_id = p_survey returning r.*)
        insert into evaluation_remark (id, survey_id, partner_id, text)
        select gen_random_uuid(), g.survey_id, g.partner_id, g.text from gone g order by random();
    select coalesce(array_agg(c.partner_id), '{{}}') into alone
    from (select a.partner_id from evaluation_answer a where a.survey_id = p_survey
          group by a.partner_id having count(*) >= least) c;
    loop
        select count(*) into others from evaluation_answer a
        where a.survey_id = p_survey and a.partner_id <> all (alone);
        exit when others = 0 or others >= least or cardinality(alone) = 0;
        select a.partner_id into joining from evaluation_answer a
        where a.survey_id = p_survey and a.partner_id = any (alone)
        group by a.partner_id order by count(*), a.partner_id limit 1;
        alone := array_remove(alone, joining);
    end loop;
    insert into evaluation_group (id, survey_id, scope, partner_id, answers)
    select gen_random_uuid(), p_survey, 'partner', a.partner_id, count(*)
    from evaluation_answer a where a.survey_id = p_survey and a.partner_id = any (alone) group by a.partner_id
    union all
    select gen_random_uuid(), p_survey, 'others', null, others where others >= least
    union all
    select gen_random_uuid(), p_survey, 'network', null, count(*)
    from evaluation_answer a where a.survey_id = p_survey having count(*) >= least;
    insert into evaluation_tally (id, group_id, position, mark, n)
    select gen_random_uuid(), g.id, m.position, m.mark, count(*)
    from evaluation_group g
    join evaluation_answer a on a.survey_id = g.survey_id
         and (g.scope = 'network' or a.partner_id = g.partner_id
              or (g.scope = 'others' and a.partner_id <> all (alone)))
    cross join lateral unnest(a.marks) with ordinality as m (mark, position)
    where g.survey_id = p_survey group by g.id, m.position, m.mark;
    insert into evaluation_quote (id, group_id, text)
    select gen_random_uuid(), g.id, r.text
    from evaluation_group g
    join evaluation_remark r on r.survey_id = g.survey_id and (g.scope = 'network' or r.partner_id = g.partner_id)
    where g.survey_id = p_survey and least <= (
        select count(*) from evaluation_remark o
        where o.survey_id = p_survey and (g.scope = 'network' or o.partner_id = g.partner_id)
    )
    order by random();
    return 1;
end $$;

-- In which role somebody worked at their partner on the days of a module: the fund's form asks for it.
create function evaluation_roles(p_enrolments uuid[]) returns table (enrolment_id uuid, role text)
language sql stable security definer set search_path = public, pg_temp as $$
    select distinct on (e.id) e.id, m.role::text
    from training_enrolment e
    cross join lateral (
        select min(s.starts_at)::date as first, max(s.ends_at)::date as last
        from training_session s where s.module_id = e.module_id and s.state = 'planned'
    ) days
    join network_membership m on m.user_id = e.colleague_id and m.organisation_id = e.partner_id
         and m.valid_from <= days.last
         and coalesce(least(m.valid_until, m.ended_at::date), 'infinity') >= days.first
    where e.id = any (p_enrolments)
      and (current_setting('role', true) = 'lgnet_national' or e.partner_id = {CURRENT_PARTNER})
    order by e.id, m.valid_from desc, m.id
$$;

-- The test that a module asks for, by partner and (null) altogether: the best attempt of each who has a place.
-- A partner's people are told of theirs and of the whole where five sat it and the rest are five or none.
create function evaluation_tested(p_module uuid)
returns table (partner_id uuid, sat bigint, passed bigint, percent bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    with best as (
        select distinct on (e.id) e.partner_id, t.passed, t.points * 100 / nullif(t.most_points, 0) as percent
        from training_enrolment e
        join recognition_award w on w.module_id = e.module_id
        join examinations_attempt t on t.exam_id = w.exam_id and t.colleague_id = e.colleague_id and t.state = 'done'
        where e.module_id = p_module and e.state = 'seated'
        order by e.id, t.passed desc, t.points * 100 / nullif(t.most_points, 0) desc nulls last
    ), counted as (
        select b.partner_id, count(*) as sat, count(*) filter (where b.passed) as passed,
               avg(b.percent)::bigint as percent
        from best b group by grouping sets ((), (b.partner_id)) having count(*) > 0
    )
    select c.partner_id, c.sat, c.passed, c.percent
    from counted c, (select count(*) as n from best) whole
    where current_setting('role', true) = 'lgnet_national'
       or (c.sat >= 5 and (c.partner_id is null
           or (c.partner_id = {CURRENT_PARTNER} and (whole.n = c.sat or whole.n - c.sat >= 5))))
$$;

revoke execute on function evaluation_answer(uuid, integer[], text, date) from public;
revoke execute on function evaluation_turnout(uuid[]) from public;
revoke execute on function evaluation_tested(uuid) from public;
revoke execute on function evaluation_roles(uuid[]) from public;
revoke execute on function evaluation_close(uuid, date) from public;
grant execute on function evaluation_answer(uuid, integer[], text, date) to lgnet_local;
grant execute on function evaluation_turnout(uuid[]) to lgnet_local, lgnet_national, lgnet_worker;
grant execute on function evaluation_tested(uuid) to lgnet_local, lgnet_national;
grant execute on function evaluation_roles(uuid[]) to lgnet_local, lgnet_national;
grant execute on function evaluation_close(uuid, date) to lgnet_worker;
"""


def told(table: str, of_partner: str, of_nation: str = "true") -> object:
    """Figures of closed surveys: written by the function that closes, read by the partner and the nation."""
    return protect(
        table,
        grants={"lgnet_local": "select", "lgnet_national": "select"},
        partner_rows=None,
        extra=(
            f"create policy own_rows on {table} for select to lgnet_local using ({of_partner})",
            f"create policy national_rows on {table} for select to lgnet_national using ({of_nation})",
        ),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("evaluation", "0001_surveys_and_what_is_told_of_them"),
        ("core", "0002_audit_chain_and_row_history"),
        ("recognition", "0002_row_security"),
    ]
    operations = [
        *(
            protect(
                table,
                grants={**READ, "lgnet_national": "select, insert"},
                partner_rows=None,
                open_to=STAFF,
            )
            for table in ("evaluation_questionnaire", "evaluation_question")
        ),
        protect(
            "evaluation_survey",
            grants={**READ, "lgnet_worker": "select, insert"},
            partner_rows=None,
            open_to=STAFF,
        ),
        protect(
            "evaluation_invitation",
            grants={
                "lgnet_local": "select",
                "lgnet_worker": "select, insert, update (reminders, reminded_on)",
            },
            partner_rows=None,
            extra=(
                "create policy own_rows on evaluation_invitation for select to lgnet_local"
                f" using (colleague_id = {CURRENT_USER})",
                "create policy partner_rows on evaluation_invitation to lgnet_worker"
                f" using (partner_id = {CURRENT_PARTNER}) with check (partner_id = {CURRENT_PARTNER})",
            ),
        ),
        protect("evaluation_answer", grants={}, partner_rows=None),
        protect("evaluation_remark", grants={}, partner_rows=None),
        told("evaluation_group", OWN_OR_WHOLE),
        told("evaluation_tally", WITH_GROUP),
        told("evaluation_quote", OWN_GROUP, WHOLE),
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
    ]
