# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees which directives; what was issued stays as it was; what the nation may count and whom it may name."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

PARTNERS = "lgnet_local, lgnet_worker"
READ = {"lgnet_local": "select", "lgnet_worker": "select"}
WRITE = "select, insert, update, delete"
ANSWER = (
    "select, update (acknowledged_at, acknowledged_by_id, answer_text, answer_choice, answer_number,"
    " answered_at, answered_by_id)"
)
ADDRESSED = (
    "state <> 'draft' and exists (select from directives_addressee a"
    f" where a.directive_id = directives_directive.id and a.partner_id = {CURRENT_PARTNER})"
)
VISIBLE = "exists (select from directives_directive d where d.id = directive_id)"  # by its own row security

STAYS_AS_ISSUED = """
create function directives_stay_as_issued() returns trigger language plpgsql as $$
begin
    if old.state = 'draft' then
        return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' or (new.year, new.number, new.version, new.kind, new.subject, new.text, new.answer_kind,
           new.question, new.choices, new.lines, new.regions, new.partners, new.must_read, new.due_on,
           new.issued_at, new.issued_by_id, new.corrects_id, new.catalogue_id)
       is distinct from (old.year, old.number, old.version, old.kind, old.subject, old.text, old.answer_kind,
           old.question, old.choices, old.lines, old.regions, old.partners, old.must_read, old.due_on,
           old.issued_at, old.issued_by_id, old.corrects_id, old.catalogue_id) then
        raise exception 'an issued directive is corrected by a new version, never edited';
    end if;
    return new;
end $$;
create trigger directives_stay_as_issued before update or delete on directives_directive
    for each row execute function directives_stay_as_issued();

create function directives_files_stay() returns trigger language plpgsql as $$
begin
    if exists (select from directives_directive d
               where d.id = coalesce(new.directive_id, old.directive_id) and d.state <> 'draft') then
        raise exception 'the files of an issued directive stay as they are';
    end if;
    return coalesce(new, old);
end $$;
create trigger directives_files_stay before insert or update or delete on directives_directivefile
    for each row execute function directives_files_stay();
"""

# For the nation: how many at each partner must read and did, and the coordinators by name (staff data). Nothing
# else of a partner's staff leaves it.
READERS = """
create function directives_readers(p_directive uuid, p_day date)
returns table (partner_id uuid, members integer, readers integer, coordinator text, read_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
    with valid as (
        select m.organisation_id, m.user_id, m.role from network_membership m
        where m.ended_at is null and m.valid_from <= p_day and (m.valid_until is null or m.valid_until >= p_day)
    )
    select a.partner_id, n.members, n.readers, c.name, c.read_at
    from directives_addressee a
    join directives_directive d on d.id = a.directive_id and d.state <> 'draft'
    cross join lateral (
        select count(distinct v.user_id)::int as members, count(distinct r.reader_id)::int as readers
        from valid v
        left join directives_reading r
            on r.directive_id = d.id and r.partner_id = a.partner_id and r.reader_id = v.user_id
        where v.organisation_id = a.partner_id and v.role = any (d.must_read)
    ) n
    left join lateral (
        select distinct k.name, r.read_at
        from valid v
        join network_colleague k on k.id = v.user_id
        left join directives_reading r
            on r.directive_id = d.id and r.partner_id = a.partner_id and r.reader_id = v.user_id
        where v.organisation_id = a.partner_id and v.role = 'coordinator'
    ) c on true
    where a.directive_id = p_directive
    order by a.partner_id, c.name
$$;
revoke execute on function directives_readers(uuid, date) from public;
grant execute on function directives_readers(uuid, date) to lgnet_national;

create function directives_use_of_types(p_codes text[])
returns table (code text, partner_id uuid, interventions bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select i.type_id::text, i.partner_id, count(*)
    from cases_intervention i
    where i.type_id = any (p_codes) and i.withdrawn_at is null
    group by 1, 2
$$;
revoke execute on function directives_use_of_types(text[]) from public;
grant execute on function directives_use_of_types(text[]) to lgnet_national;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0001_circulars_and_answers"),
        ("catalogue", "0004_row_security_of_versions"),
        ("cases", "0003_history_keeps_the_circle"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protect(
            "directives_addressee",
            grants={"lgnet_local": ANSWER, "lgnet_worker": "select", "lgnet_national": "select, insert"},
            extra=(
                "create policy national_rows on directives_addressee to lgnet_national using (true)"
                " with check (true)",
            ),
            history=True,
        ),
        protect(
            "directives_directive",
            grants={**READ, "lgnet_national": WRITE},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=(
                f"create policy addressed_rows on directives_directive for select to {PARTNERS} using ({ADDRESSED})",
            ),
        ),
        protect(
            "directives_directivefile",
            grants={**READ, "lgnet_national": WRITE},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=(
                f"create policy visible_rows on directives_directivefile for select to {PARTNERS} using ({VISIBLE})",
            ),
        ),
        protect(
            "directives_reading",
            grants={"lgnet_local": "select, insert, update", "lgnet_worker": "select"},
        ),
        protect(
            "directives_reminder",
            grants={"lgnet_worker": "select, insert", "lgnet_local": "select", "lgnet_national": "select"},
            extra=(
                "create policy national_rows on directives_reminder for select to lgnet_national using (true)",
            ),
        ),
        migrations.RunSQL(STAYS_AS_ISSUED + READERS, reverse_sql=migrations.RunSQL.noop),
    ]
