# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees which rows of the training; places are given by one function, in the order of arrival."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

ALL = "select, insert, update, delete"
READ = {"lgnet_local": "select", "lgnet_worker": "select"}
PARTNERS = "lgnet_local, lgnet_worker"
TAUGHT = (
    "(select s.module_id from training_session s join training_teaching t on t.session_id = s.id"
    f" where t.trainer_id = {CURRENT_USER})"
)
TEACHES = f"session_id in (select t.session_id from training_teaching t where t.trainer_id = {CURRENT_USER})"
MINE = f"enrolment_id in (select e.id from training_enrolment e where e.colleague_id = {CURRENT_USER})"
VISIBLE_ENROLMENT = "enrolment_id in (select e.id from training_enrolment e)"  # by its own row security
END = "state, ended_at, ended_by_id, end_reason"


def seen(table: str, using: str, roles: str = PARTNERS, command: str = "select") -> str:
    """A policy by which some rows exist."""
    return f"create policy visible_rows on {table} for {command} to {roles} using ({using})"


def nation(table: str, command: str = "all") -> str:
    """The nation's rows: all of them."""
    check = " with check (true)" if command == "all" else ""
    return f"create policy national_rows on {table} for {command} to lgnet_national using (true){check}"


def with_module(table: str, grants: dict[str, str] | None = None, extra: tuple[str, ...] = ()) -> object:
    """A table that is seen with its module, and written by the nation."""
    return protect(
        table,
        grants={**READ, "lgnet_national": ALL, **(grants or {})},
        partner_rows=None,
        extra=(
            seen(table, "module_id in (select m.id from training_module m)"),
            nation(table),
            *extra,
        ),
    )


FUNCTIONS = """
create function training_seats_are_given() returns trigger language plpgsql as $$
begin
    if new.state = 'seated' and (tg_op = 'INSERT' or old.state <> 'seated')
       and current_user in ('lgnet_local', 'lgnet_national', 'lgnet_worker') then
        raise exception 'a place is given by training_settle alone';
    end if;
    return new;
end $$;
create trigger training_seats_are_given before insert or update on training_enrolment
    for each row execute function training_seats_are_given();

-- The next turn in a module. Whoever asks at the same moment waits in the queue of the lock, which is first come,
-- first served, and is held until the transaction ends: turns have no gaps of people who were not there.
create function training_arrive(p_module uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare turn bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('training.module' || p_module, 0));
    update training_module set arrivals = arrivals + 1
    where id = p_module and state = 'open' returning arrivals into turn;
    return turn;
end $$;

-- Gives free places to who waits, the earliest first, nobody beyond their partner's share; how many were given.
-- Run again it gives nothing more. Nobody loses a place where there are fewer than before.
create function training_settle(p_module uuid, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    free bigint;
    share bigint;
    given bigint := 0;
    next record;
begin
    perform pg_advisory_xact_lock(hashtextextended('training.module' || p_module, 0));
    select least(m.places, room.places) - taken.n, m.places_per_partner into free, share
    from training_module m
    cross join lateral (
        select min(s.room_places) as places from training_session s
        where s.module_id = m.id and s.state = 'planned' and s.mode = 'presence'
    ) room
    cross join lateral (
        select min(s.starts_at) as starts from training_session s where s.module_id = m.id and s.state = 'planned'
    ) first
    cross join lateral (
        select count(*) as n from training_enrolment e where e.module_id = m.id and e.state = 'seated'
    ) taken
    where m.id = p_module and m.state = 'open' and (first.starts is null or first.starts > p_now);
    for next in
        select e.id, e.partner_id from training_enrolment e
        where e.module_id = p_module and e.state = 'waiting' order by e.arrival
    loop
        exit when free is null or given >= free;
        continue when share is not null and share <= (
            select count(*) from training_enrolment t
            where t.module_id = p_module and t.partner_id = next.partner_id and t.state = 'seated'
        );
        update training_enrolment set state = 'seated', seated_at = p_now where id = next.id;
        given := given + 1;
    end loop;
    return given;
end $$;

-- Numbers for everybody who works here; names stay with the partner.
create function training_seats(p_modules uuid[])
returns table (module_id uuid, seated bigint, waiting bigint, partners bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select m, count(e.id) filter (where e.state = 'seated'), count(e.id) filter (where e.state = 'waiting'),
           count(distinct e.partner_id) filter (where e.state in ('seated', 'waiting'))
    from unnest(p_modules) m left join training_enrolment e on e.module_id = m
    group by m
$$;

-- How many wait before somebody, of whatever partner.
create function training_ahead(p_module uuid, p_arrival bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) from training_enrolment e
    where e.module_id = p_module and e.state = 'waiting' and e.arrival < p_arrival
$$;

revoke execute on function training_arrive(uuid) from public;
revoke execute on function training_settle(uuid, timestamptz) from public;
revoke execute on function training_seats(uuid[]) from public;
revoke execute on function training_ahead(uuid, bigint) from public;
grant execute on function training_arrive(uuid) to lgnet_local, lgnet_national;
grant execute on function training_settle(uuid, timestamptz) to lgnet_local, lgnet_national, lgnet_worker;
grant execute on function training_seats(uuid[]) to lgnet_local, lgnet_national, lgnet_worker;
grant execute on function training_ahead(uuid, bigint) to lgnet_local, lgnet_national, lgnet_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("training", "0001_modules_sessions_enrolments"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protect(
            "training_programme",
            grants={**READ, "lgnet_national": ALL},
            partner_rows=None,
            open_to=("lgnet_local", "lgnet_worker", "lgnet_national"),
        ),
        protect(
            "training_module",
            grants={**READ, "lgnet_national": ALL},
            partner_rows=None,
            extra=(seen("training_module", "state <> 'draft'"), nation("training_module")),
        ),
        with_module("training_prerequisite"),
        with_module("training_session"),
        protect(
            "training_teaching",
            grants={**READ, "lgnet_national": ALL},
            partner_rows=None,
            open_to=("lgnet_local", "lgnet_worker", "lgnet_national"),
        ),
        protect(
            "training_enrolment",
            grants={
                "lgnet_local": f"select, insert, update ({END}, approved_at, approved_by_id)",
                "lgnet_worker": f"select, update ({END})",
                "lgnet_national": f"select, update ({END})",
            },
            partner_rows=None,
            extra=(
                seen(
                    "training_enrolment",
                    f"partner_id = {CURRENT_PARTNER} or colleague_id = {CURRENT_USER} or module_id in {TAUGHT}",
                    "lgnet_local",
                ),
                "create policy own_partner on training_enrolment for insert to lgnet_local with check"
                f" (partner_id = {CURRENT_PARTNER} and state = 'waiting')",
                "create policy own_partner_changes on training_enrolment for update to lgnet_local"
                f" using (partner_id = {CURRENT_PARTNER} or colleague_id = {CURRENT_USER})",
                "create policy worker_rows on training_enrolment to lgnet_worker"
                f" using (partner_id = {CURRENT_PARTNER}) with check (partner_id = {CURRENT_PARTNER})",
                nation("training_enrolment"),
            ),
            history=True,
        ),
        protect(
            "training_notice",
            grants={"lgnet_local": "select", "lgnet_national": "select", "lgnet_worker": "select, insert"},
            partner_rows=None,
            extra=(
                seen("training_notice", VISIBLE_ENROLMENT, "lgnet_local"),
                "create policy worker_rows on training_notice to lgnet_worker"
                f" using ({VISIBLE_ENROLMENT}) with check ({VISIBLE_ENROLMENT})",
                nation("training_notice", "select"),
            ),
        ),
        protect(
            "training_attendance",
            grants={
                "lgnet_local": ALL,
                "lgnet_worker": "select",
                "lgnet_national": ALL,
            },
            partner_rows=None,
            extra=(
                seen("training_attendance", VISIBLE_ENROLMENT),
                "create policy own_code on training_attendance for insert to lgnet_local"
                f" with check ({MINE} and how in ('qr', 'code'))",
                "create policy own_code_changes on training_attendance for update to lgnet_local"
                f" using ({MINE} and how in ('qr', 'code'))",
                f"create policy taught_rows on training_attendance to lgnet_local using ({TEACHES})",
                nation("training_attendance"),
            ),
            history=True,
        ),
        protect(
            "training_onlinelog",
            grants={"lgnet_local": "select, insert", "lgnet_national": "select, insert"},
            partner_rows=None,
            extra=(
                f"create policy taught_rows on training_onlinelog to lgnet_local using ({TEACHES})",
                nation("training_onlinelog"),
            ),
        ),
        with_module(
            "training_material",
            {"lgnet_local": "select, insert, update (title, taken_back_at)"},
            (f"create policy taught_rows on training_material to lgnet_local using (module_id in {TAUGHT})",),
        ),
        protect(
            "training_materialversion",
            grants={**READ, "lgnet_local": "select, insert", "lgnet_national": ALL},
            partner_rows=None,
            extra=(
                seen("training_materialversion", "material_id in (select m.id from training_material m)"),
                "create policy taught_rows on training_materialversion for insert to lgnet_local with check"
                f" (material_id in (select m.id from training_material m where m.module_id in {TAUGHT}))",
                nation("training_materialversion"),
            ),
        ),
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
    ]
