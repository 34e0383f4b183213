# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A corrected contact of a team ends every kept page; a place taken or given back ends the pages of that event.

No trigger counts registrations: all of them would wait for one row. The numbers themselves are the mark under which
a page of an event is kept, read at each request from what is committed.
"""

from django.db import migrations

PLACES = """
create function website_places(p_slug text) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
    select hashtextextended(coalesce(string_agg(e.id || ' ' || s.seated || ' ' || s.waiting, ',' order by e.id), ''), 0)
    from society_event e
    cross join lateral (
        select count(*) filter (where r.state = 'seated') seated, count(*) filter (where r.state = 'waiting') waiting
        from society_registration r where r.event_id = e.id and r.state in ('seated', 'waiting')
    ) s
    where e.takes_registrations and e.state = 'published' and e.ends_at > now()
      and (p_slug = '' or e.slug = p_slug)
$$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0006_editors_tell_each_other"),
        ("directory", "0003_team_contacts"),
        ("society", "0003_what_visitors_may"),
    ]
    operations = [
        migrations.RunSQL(
            [
                "create trigger tells_visitors after insert or delete or update of part, name, phone, email, days,"
                " opens, closes, languages, is_hidden, checked_at on directory_teamcontact"
                " for each statement execute function website_changed()",
                PLACES,
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
