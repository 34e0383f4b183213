# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Editors may leave a job behind that tells somebody; the desk may ask what waits for the nation and what came back.

The workflow lies in the library's tables, which only editors reach: two functions answer for them. A partner reads of
its own pages only.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER

DEFER = """
do $$ declare f text; begin
  for f in select oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace and proname like 'procrastinate\\_defer\\_%'
  loop
    execute format('grant execute on function %s to lgnet_editor, lgnet_publisher', f);
  end loop;
end $$
"""
LINES = (
    "from wagtailcore_workflowstate s join wagtailcore_taskstate t on t.id = s.current_task_state_id"
    " join website_sitepage w on w.page_ptr_id = s.object_id::int join wagtailcore_page p on p.id = w.page_ptr_id"
    " left join network_organisation o on o.id = w.partner_id"
)
ASKED = [
    "create function website_waiting(_limit int) returns table (page int, title text, partner text,"
    " since timestamptz) language sql stable security definer set search_path = public, pg_temp as $$"
    f" select p.id, p.draft_title::text, coalesce(o.short_name, '')::text, t.started_at {LINES}"
    "  where s.status = 'in_progress' and t.status = 'in_progress' order by t.started_at, p.id limit _limit $$",
    "revoke all on function website_waiting(int) from public",
    "grant execute on function website_waiting(int) to lgnet_national",
    "create function website_sent_back(_limit int) returns table (page int, title text, remark text,"
    " since timestamptz) language sql stable security definer set search_path = public, pg_temp as $$"
    f" select p.id, p.draft_title::text, t.comment, t.finished_at {LINES}"
    f"  where s.status = 'needs_changes' and w.partner_id = {CURRENT_PARTNER}"
    "  order by t.finished_at, p.id limit _limit $$",
    "revoke all on function website_sent_back(int) from public",
    "grant execute on function website_sent_back(int) to lgnet_local",
]


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0005_cards_of_events_tell_visitors"),
        ("core", "0003_job_queue"),
    ]
    operations = [migrations.RunSQL([DEFER, *ASKED], reverse_sql=migrations.RunSQL.noop)]
