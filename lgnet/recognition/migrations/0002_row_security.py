# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Certificates are their holder's and the nation's, and stay as issued; the public asks with a code, by a function.

The check tells whoever has the code whether the certificate stands, and never whose it is: only whether a name
that the visitor types is the one on it. Attempts are counted here, in the transaction of the question.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

EVERYBODY = ("lgnet_local", "lgnet_worker", "lgnet_national", "lgnet_public")
STAFF = EVERYBODY[:-1]
WORKING = "lgnet_local, lgnet_national"


def own(column: str) -> str:
    """Whose row it is."""
    return f"{column} = {CURRENT_USER}"


STAYS = """
create function recognition_certificate_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.revoked_at is not null
       or to_jsonb(new) - array['revoked_at', 'revoked_by_id', 'revoked_for', 'revoked_note']
          is distinct from to_jsonb(old) - array['revoked_at', 'revoked_by_id', 'revoked_for', 'revoked_note'] then
        raise exception 'a certificate stays as it was issued: revoke it and issue another';
    end if;
    return new;
end $$;
create trigger recognition_certificate_stays before update or delete on recognition_certificate
    for each row execute function recognition_certificate_stays();
"""

CHECK = """
create function recognition_check(p_code text, p_name text, p_visitor text, p_most integer, p_seconds integer)
returns table (verdict text, name_matches boolean, course_title text, course_code text, starts_on date,
               ends_on date, mode text, hours_planned numeric, hours_attended numeric, outcome text,
               credits numeric, scheme_it text, scheme_en text, accreditation text, issued_at timestamptz,
               revoked_at timestamptz, is_replaced boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    n integer;
begin
    delete from recognition_lookup l where l.since < now() - make_interval(secs => p_seconds);
    insert into recognition_lookup as l (visitor, since, asked) values (left(p_visitor, 32), now(), 1)
        on conflict (visitor) do update set asked = l.asked + 1
        returning l.asked into n;
    if n > p_most then
        return query select 'too_many'::text, null::boolean, null::text, null::text, null::date, null::date,
            null::text, null::numeric, null::numeric, null::text, null::numeric, null::text, null::text,
            null::text, null::timestamptz, null::timestamptz, null::boolean;
        return;
    end if;
    return query
    select case when c.revoked_at is null then 'valid' else 'revoked' end,
           case when p_name = '' then null else c.name_key = p_name end,
           c.course_title::text, c.course_code::text, c.starts_on, c.ends_on, c.mode::text, c.hours_planned,
           c.hours_attended, c.outcome::text, c.credits, s.label_it::text, s.label_en::text,
           c.accreditation::text, c.issued_at, c.revoked_at,
           exists (select from recognition_certificate r where r.replaces_id = c.id)
    from recognition_certificate c left join recognition_scheme s on s.id = c.scheme_id
    where c.code = p_code;
end $$;
revoke execute on function recognition_check(text, text, text, integer, integer) from public;
grant execute on function recognition_check(text, text, text, integer, integer)
    to lgnet_public, lgnet_local, lgnet_national;
"""

# For the coordinator: hours by colleague of the own partner, not which courses they were.
TEAM = f"""
create function recognition_team_hours(p_from date, p_until date)
returns table (colleague_id uuid, name text, in_network numeric, elsewhere numeric)
language sql stable security definer set search_path = public, pg_temp as $$
    select k.id, k.name::text,
           coalesce((select sum(c.hours_attended) from recognition_certificate c
                     where c.holder_id = k.id and c.partner_id = {CURRENT_PARTNER} and c.revoked_at is null
                       and c.ends_on between p_from and p_until), 0),
           coalesce((select sum(o.hours) from recognition_outsidecourse o
                     where o.colleague_id = k.id and o.partner_id = {CURRENT_PARTNER} and o.withdrawn_at is null
                       and o.ended_on between p_from and p_until), 0)
    from network_colleague k
    where exists (select from network_membership m
                  where m.user_id = k.id and m.organisation_id = {CURRENT_PARTNER} and m.ended_at is null
                    and m.valid_from <= p_until and (m.valid_until is null or m.valid_until >= p_from))
    order by k.name, k.id
$$;
revoke execute on function recognition_team_hours(date, date) from public;
grant execute on function recognition_team_hours(date, date) to lgnet_local;
"""

# What the published list holds anyway: the numbers of the badges whose certificate was revoked.
REVOKED = """
create function recognition_revoked() returns bigint[]
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(b.status_index::bigint order by b.status_index), '{}')
    from recognition_badge b join recognition_certificate c on c.id = b.certificate_id
    where c.revoked_at is not null
$$;
revoke execute on function recognition_revoked() from public;
grant execute on function recognition_revoked() to lgnet_local, lgnet_national, lgnet_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("recognition", "0001_certificates_badges_credits"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protect(
            "recognition_scheme",
            grants=dict.fromkeys(EVERYBODY, "select"),
            partner_rows=None,
            open_to=EVERYBODY,
        ),
        protect(
            "recognition_award",
            grants={**dict.fromkeys(STAFF, "select"), "lgnet_national": "select, insert, update"},
            partner_rows=None,
            open_to=STAFF,
        ),
        protect(
            "recognition_certificate",
            grants={
                "lgnet_local": "select",
                "lgnet_national": "select, insert,"
                " update (revoked_at, revoked_by_id, revoked_for, revoked_note)",
            },
            partner_rows=None,
            extra=(
                "create policy own_rows on recognition_certificate for select to lgnet_local"
                f" using ({own('holder_id')})",
                "create policy national_rows on recognition_certificate to lgnet_national using (true)"
                " with check (true)",
            ),
        ),
        protect("recognition_lookup", grants={}, partner_rows=None),
        protect(
            "recognition_issuerkey",
            grants={
                **dict.fromkeys(STAFF, "select"),
                "lgnet_public": "select (id, public, made_at, retired_at)",
                "lgnet_national": "select, insert, update (retired_at)",
            },
            partner_rows=None,
            open_to=EVERYBODY,
        ),
        protect(
            "recognition_badge",
            grants=dict.fromkeys(("lgnet_local", "lgnet_national"), "select, insert"),
            partner_rows=None,
            extra=(
                f"create policy own_rows on recognition_badge to {WORKING}"
                f" using ({own('holder_id')}) with check ({own('holder_id')})",
            ),
        ),
        protect(
            "recognition_statuslist",
            grants={
                **dict.fromkeys(STAFF, "select, insert, update"),
                "lgnet_public": "select",
            },
            partner_rows=None,
            open_to=EVERYBODY,
        ),
        protect(
            "recognition_outsidecourse",
            grants=dict.fromkeys(("lgnet_local", "lgnet_national"), "select, insert, update"),
            partner_rows=None,
            extra=(
                f"create policy own_rows on recognition_outsidecourse to {WORKING}"
                f" using ({own('colleague_id')}) with check ({own('colleague_id')})",
            ),
        ),
        migrations.RunSQL([STAYS, CHECK, TEAM, REVOKED], reverse_sql=migrations.RunSQL.noop),
    ]
