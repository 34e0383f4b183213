# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Modules and materials of the training, questions and discussions: told to the library as practices are.

What a working group says among itself stays there: its threads are no documents. Of a thread everything is found that
is shown; what was hidden or deleted is found no more.
"""

from django.db import migrations

TRAINING = """
create function library_tell_module(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    d library_document;
    one training_module;
begin
    select * into one from training_module where id = p_id;
    if one.state is distinct from 'open' then
        perform library_drop(p_id);
        return;
    end if;
    d.id := one.id;
    d.kind := 'module';
    d.audience := 'network';
    d.language := 'it';
    d.title := one.code || ' · ' || one.title;
    d.body := one.contents;
    d.at := coalesce(one.published_at, one.written_at);
    perform library_put(d);
end $$;

create function library_tell_material(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    d library_document;
    one record;
begin
    select m.id, m.title, m.module_id, v.text, v.transcript, v.name, v.added_at into one
    from training_material m
    join training_module u on u.id = m.module_id and u.state = 'open'
    join lateral (
        select v.* from training_materialversion v where v.material_id = m.id order by v.number desc limit 1
    ) v on true
    where m.id = p_id and m.taken_back_at is null;
    if not found then
        perform library_drop(p_id);
        return;
    end if;
    d.id := one.id;
    d.kind := 'material';
    d.audience := 'network';
    d.language := 'it';
    d.title := one.title;
    d.body := concat_ws(E'\\n', one.text, one.transcript, one.name);
    d.at := one.added_at;
    d.under := one.module_id;
    perform library_put(d);
end $$;
revoke execute on function library_tell_module(uuid) from public;
revoke execute on function library_tell_material(uuid) from public;

create function library_of_module() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform library_tell_module(coalesce(new.id, old.id));
    if tg_op = 'UPDATE' and new.state <> old.state then
        perform library_tell_material(m.id) from training_material m where m.module_id = new.id;
    end if;
    return null;
end $$;
create function library_of_material() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform library_tell_material(coalesce(new.id, old.id));
    return null;
end $$;
create function library_of_material_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform library_tell_material(new.material_id);
    return null;
end $$;
-- Every enrolment counts an arrival at its module: that says nothing new here.
create trigger library_of_module
    after insert or delete or update of state, code, title, contents, published_at on training_module
    for each row execute function library_of_module();
create trigger library_of_material after insert or update or delete on training_material
    for each row execute function library_of_material();
create trigger library_of_material_version after insert on training_materialversion
    for each row execute function library_of_material_version();
select library_tell_module(id) from training_module;
select library_tell_material(id) from training_material;
"""

EXCHANGE = """
create function library_tell_thread(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    d library_document;
    one exchange_thread;
begin
    select * into one from exchange_thread where id = p_id;
    if one.id is null or one.is_gone or one.group_id is not null then
        perform library_drop(p_id);
        return;
    end if;
    d.id := one.id;
    d.kind := 'discussion';
    d.partner_id := one.organisation_id;
    d.audience := 'network';
    d.language := one.language;
    d.title := one.title;
    d.body := (
        select string_agg(p.text, E'\\n' order by p.written_at, p.id) from exchange_post p
        where p.thread_id = p_id and p.deleted_at is null and p.hidden_at is null
    );
    d.themes := array[left(one.theme_id, 20)];
    d.at := one.last_post_at;
    perform library_put(d);
end $$;
revoke execute on function library_tell_thread(uuid) from public;
create function library_of_thread() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform library_tell_thread(coalesce(new.id, old.id));
    return null;
end $$;
create function library_of_post() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform library_tell_thread(new.thread_id);
    return null;
end $$;
-- A post that is written, deleted or hidden changes its thread, which tells; a mended one does not.
create trigger library_of_thread after insert or update or delete on exchange_thread
    for each row execute function library_of_thread();
create trigger library_of_post after update of text on exchange_post
    for each row execute function library_of_post();
select library_tell_thread(id) from exchange_thread;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0002_search"),
        ("training", "0002_row_security"),
        ("exchange", "0002_row_security"),
    ]
    operations = [migrations.RunSQL(TRAINING + EXCHANGE, reverse_sql=migrations.RunSQL.noop)]
