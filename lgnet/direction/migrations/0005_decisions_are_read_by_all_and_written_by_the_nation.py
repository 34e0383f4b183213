# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Decisions and parts are read like targets and written by the nation alone; a version is never changed.

The sum of the parts is held by a deferred trigger. A partner learns how the others stand from one function,
which leaves itself out, names nobody and keeps silent where fewer than five others have a target.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

READERS = ("lgnet_local", "lgnet_national", "lgnet_worker")
GRANTS = dict.fromkeys(READERS, "select") | {"lgnet_national": "select, insert"}

SUMS = """
create function direction_check_parts() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    whole bigint;
    cells bigint;
begin
    select value into whole from direction_target where id = new.target_id;
    select sum(value) into cells from direction_targetpart where target_id = new.target_id and kind = 'cell';
    if whole is null or cells <> whole then
        raise exception 'the cells of a target add up to the whole' using errcode = 'check_violation';
    end if;
    if exists (select from direction_targetpart where target_id = new.target_id and value > whole) then
        raise exception 'no part of a target is more than the whole' using errcode = 'check_violation';
    end if;
    if exists (
        select from (
            select value, lag(value) over (order by month) as before
            from direction_targetpart where target_id = new.target_id and kind = 'month'
        ) months where value < before
    ) then
        raise exception 'the months of a target never fall' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger direction_parts_add_up after insert or update on direction_targetpart
    deferrable initially deferred for each row execute function direction_check_parts();
"""

SPREAD = f"""
create function direction_spread(asked_edition uuid, codes text[], kinds text[])
returns table (code text, partners int, lowest int, lower_part int, middle int, upper_part int, highest int)
language sql stable security definer set search_path = public, pg_temp as $$
    with asked as (
        select * from unnest(codes, kinds) a(code, kind)
    ), others as (
        select organisation_id as partner_id from network_partnership
        where edition_id = asked_edition and role = 'local_partner' and organisation_id <> {CURRENT_PARTNER}
    ), held as (
        select distinct on (t.partner_id, t.indicator) t.partner_id, t.indicator, t.value
        from direction_target t join others using (partner_id)
        where t.edition_id = asked_edition
        order by t.partner_id, t.indicator, t.decided_on desc, t.version desc
    ), reached as (
        select c.scope, c.kind, sum(c.n) as n
        from counting_total c join others o on o.partner_id = c.scope
        where c.kind = any(kinds) group by 1, 2
    ), shares as (
        select a.code, (coalesce(r.n, 0) * 100 / h.value)::int as share
        from held h
        join asked a on a.code = h.indicator
        left join reached r on r.scope = h.partner_id and r.kind = a.kind
        where h.value > 0
    )
    select s.code, count(*)::int, min(share), percentile_disc(0.25) within group (order by share),
        percentile_disc(0.5) within group (order by share), percentile_disc(0.75) within group (order by share),
        max(share)
    from shares s group by s.code having count(*) >= 5
$$;
revoke execute on function direction_spread(uuid, text[], text[]) from public;
grant execute on function direction_spread(uuid, text[], text[]) to lgnet_local;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("direction", "0004_targets_in_versions_with_parts"),
        ("counting", "0004_look_each_person_up_by_index"),
    ]
    operations = [
        protect("direction_decision", grants=GRANTS, partner_rows=None, open_to=READERS),
        protect("direction_targetpart", grants=GRANTS, partner_rows=None, open_to=READERS),
        migrations.RunSQL(
            "revoke update (value, source, sureness, decided_by_id) on direction_target from lgnet_national",
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.RunSQL(SUMS, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(SPREAD, reverse_sql=migrations.RunSQL.noop),
    ]
