# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who writes and who reads the site: editors their partner's pages, visitors what is published and nothing else.

Also: the number that every change of what is public raises, and the counters of pages.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

WRITERS = ("lgnet_editor", "lgnet_publisher")
EVERYTHING = "select, insert, update, delete"
OWN = f"partner_id = {CURRENT_PARTNER}"

# The library's tables: its editors work with all of them; its permissions keep each to their own pages, and the
# table of our pages below repeats that as row security.
LIBRARY = """
do $$ declare t name; begin
  for t in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and (relname like 'wagtail%' or relname like 'taggit%' or relname like 'simple_translation%')
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, update, delete on %I to lgnet_editor, lgnet_publisher', t);
    execute format('create policy writers on %I to lgnet_editor, lgnet_publisher using (true) with check (true)', t);
  end loop;
end $$
"""
VISITORS = [
    *(
        f"grant select on {table} to lgnet_public, lgnet_local, lgnet_national"
        for table in (
            "wagtailcore_page", "wagtailcore_locale", "wagtailimages_image", "wagtailimages_rendition",
            "wagtailredirects_redirect",
        )
    ),
    "create policy visitors on wagtailcore_page for select to lgnet_public, lgnet_local, lgnet_national using (live)",
    *(
        f"create policy visitors on {table} for select to lgnet_public, lgnet_local, lgnet_national using (true)"
        for table in (
            "wagtailcore_locale", "wagtailimages_image", "wagtailimages_rendition", "wagtailredirects_redirect",
        )
    ),
]  # fmt: skip
# The library reads whole users where it says who wrote: it meets a view without the digest of a password.
USERS = [
    "create schema if not exists lgnet_editing",
    "grant usage on schema lgnet_editing to lgnet_editor, lgnet_publisher",
    "create view lgnet_editing.network_user as select colleague_id, ''::varchar(128) as password,"
    " null::timestamptz as last_login, is_active from public.network_user",
    "grant select on lgnet_editing.network_user to lgnet_editor, lgnet_publisher",
    "grant select on network_colleague to lgnet_editor, lgnet_publisher",
    "create policy writers on network_colleague for select to lgnet_editor, lgnet_publisher using (true)",
    "grant select on network_organisation to lgnet_editor, lgnet_publisher",
    "create policy writers on network_organisation for select to lgnet_editor, lgnet_publisher using (true)",
    "grant select on django_content_type, auth_permission, auth_group, auth_group_permissions"
    " to lgnet_editor, lgnet_publisher",
]
EDITION = [
    "insert into website_publicedition (id, number) values (1, 1)",
    # Asked by the log-in role itself, before a request's transaction begins: it can do nothing else.
    "create function website_edition() returns bigint language sql stable security definer"
    " set search_path = public, pg_temp as 'select number from website_publicedition where id = 1'",
    "create function website_changed() returns trigger language plpgsql security definer"
    " set search_path = public, pg_temp as"
    " 'begin update website_publicedition set number = number + 1 where id = 1; return null; end'",
    "create trigger tells_visitors after update on wagtailcore_page for each row"
    " when (old.live or new.live) execute function website_changed()",
    "create trigger tells_visitors_of_new after insert on wagtailcore_page for each row"
    " when (new.live) execute function website_changed()",
    "create trigger tells_visitors_of_gone after delete on wagtailcore_page for each row"
    " when (old.live) execute function website_changed()",
    *(
        f"create trigger tells_visitors after insert or update or delete on {table} for each statement"
        " execute function website_changed()"
        for table in (
            "wagtailredirects_redirect", "network_organisation", "network_partnership", "network_site",
            "open_data_release", "practices_card",
        )
    ),
]  # fmt: skip
# An address that people keep leads on for ever: the library would write that after the commit, when nobody acts.
MOVED = [
    "create function website_moved() returns trigger language plpgsql security definer"
    " set search_path = public, pg_temp as $$ begin"
    "  delete from wagtailredirects_redirect where automatically_created"
    "    and old_path in (rtrim(old.url_path, '/'), rtrim(new.url_path, '/'));"
    "  insert into wagtailredirects_redirect (old_path, site_id, is_permanent, redirect_page_id,"
    "    redirect_page_route_path, redirect_link, automatically_created, created_at)"
    "  values (left(rtrim(old.url_path, '/'), 255), null, true, new.id, '', '', true, now());"
    "  return null; end $$",
    "create trigger keeps_the_old_address after update on wagtailcore_page for each row"
    " when (old.url_path <> new.url_path and old.first_published_at is not null) execute function website_moved()",
]
COUNTERS = [
    "create function website_count(_path text, _day date, _number int) returns void language sql security definer"
    " set search_path = public, pg_temp as $$ insert into website_pageviews (id, path, day, number, counted_at)"
    " values (gen_random_uuid(), left(_path, 200), _day, greatest(_number, 0), now())"
    " on conflict (day, path) do update set number = website_pageviews.number + excluded.number, counted_at = now() $$",
    "revoke all on function website_count(text, date, int) from public",
    "grant execute on function website_count(text, date, int) to lgnet_public",
]


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0001_written_pages"),
        ("wagtailadmin", "0001_tables"),
        ("wagtaildocs", "0001_tables"),
        ("wagtailimages", "0001_tables"),
        ("wagtailredirects", "0001_tables"),
        ("wagtailsearch", "0001_tables"),
        ("wagtailusers", "0001_tables"),
        ("simple_translation", "0001_tables"),
        ("taggit", "0001_tables"),
        ("network", "0002_row_security"),
        ("open_data", "0002_row_security"),
        ("practices", "0002_row_security"),
    ]
    operations = [
        migrations.RunSQL(LIBRARY, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL([*VISITORS, *USERS], reverse_sql=migrations.RunSQL.noop),
        protect(
            "website_sitepage",
            grants=dict.fromkeys(WRITERS, EVERYTHING)
            | dict.fromkeys(("lgnet_public", "lgnet_local", "lgnet_national"), "select"),
            partner_rows=None,
            open_to=("lgnet_publisher",),
            extra=(
                "create policy editors_read on website_sitepage for select to lgnet_editor using (true)",
                f"create policy editors_add on website_sitepage for insert to lgnet_editor with check ({OWN})",
                f"create policy editors_write on website_sitepage for update to lgnet_editor using ({OWN})"
                f" with check ({OWN})",
                f"create policy editors_remove on website_sitepage for delete to lgnet_editor using ({OWN})",
                "create policy visitors on website_sitepage for select to lgnet_public, lgnet_local, lgnet_national"
                " using (exists (select 1 from wagtailcore_page p where p.id = page_ptr_id))",
            ),
        ),
        protect(
            "website_nationtask",
            grants=dict.fromkeys(WRITERS, "select"),
            partner_rows=None,
            open_to=WRITERS,
        ),
        protect(
            "website_publicedition",
            grants={"lgnet_public": "select"},
            partner_rows=None,
            open_to=("lgnet_public",),
        ),
        protect(
            "website_pageviews",
            grants=dict.fromkeys(("lgnet_local", "lgnet_national", *WRITERS), "select"),
            partner_rows=None,
            open_to=("lgnet_local", "lgnet_national", *WRITERS),
        ),
        migrations.RunSQL([*EDITION, *MOVED, *COUNTERS], reverse_sql=migrations.RunSQL.noop),
    ]
