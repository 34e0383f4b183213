# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Meetings and visits of which the report was written before facts of them were stated count too."""

from django.db import migrations

REPORTED_BEFORE = """
do $$
declare
    m record;
begin
    for m in
        select id, organisation_id, kind, (starts_at at time zone 'Europe/Rome')::date as day
        from meetings_meeting where reported_at is not null and group_id is null
    loop
        perform set_config('app.partner', m.organisation_id::text, true);
        perform counting_hold('event', m.day, m.kind, 1, m.id, 'meetings.meeting:' || m.id, now());
    end loop;
    perform set_config('app.partner', '', true);
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_partners_are_invited"), ("counting", "0008_events_and_who_came")]
    operations = [migrations.RunSQL(REPORTED_BEFORE, reverse_sql=migrations.RunSQL.noop)]
