# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How often a public form was sent, counted among the shared values by a function: visitors read no count.

Keys of Django's cache are digests of 64 hexadecimal digits; these begin with a word and never meet them.
"""

from django.db import migrations

COUNT = """
create function core_count_form(p_form text, p_visitor text, p_now timestamptz, p_seconds integer)
returns table (own integer, everybody integer)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    parts text := 'forms:' || substr(md5(p_form), 1, 16) || ':';
begin
    delete from core_sharedvalue where key in (
        select s.key from core_sharedvalue s where s.expires_at <= p_now and s.key like 'form%'
        limit 20 for update skip locked);
    insert into core_sharedvalue as s (key, value, expires_at)
        values ('form:' || left(p_visitor, 32), to_jsonb(1), p_now + make_interval(secs => p_seconds))
        on conflict (key) do update set
            value = case when s.expires_at <= p_now then to_jsonb(1) else to_jsonb((s.value)::integer + 1) end,
            expires_at = case when s.expires_at <= p_now then excluded.expires_at else s.expires_at end
        returning (s.value)::integer into own;
    insert into core_sharedvalue as s (key, value, expires_at)
        values (parts || left(p_visitor, 1), to_jsonb(1), p_now + make_interval(secs => p_seconds))
        on conflict (key) do update set
            value = case when s.expires_at <= p_now then to_jsonb(1) else to_jsonb((s.value)::integer + 1) end,
            expires_at = case when s.expires_at <= p_now then excluded.expires_at else s.expires_at end;
    select coalesce(sum((s.value)::integer), 0)::integer into everybody from core_sharedvalue s
        where s.key in (select parts || to_hex(n) from generate_series(0, 15) n) and s.expires_at > p_now;
    return next;
end $$;
revoke execute on function core_count_form(text, text, timestamptz, integer) from public;
grant execute on function core_count_form(text, text, timestamptz, integer)
    to lgnet_public, lgnet_local, lgnet_national, lgnet_gate;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0005_shared_values_row_security")]
    operations = [migrations.RunSQL(COUNT, reverse_sql=migrations.RunSQL.noop)]
