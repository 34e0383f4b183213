# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may touch the job queue: everybody defers, only the jobs' own role reads and runs.

A job's arguments may name people, so no role of a request sees the queue; deferring goes through
procrastinate's functions, which act as their owner.
"""

from django.db import migrations

DEFER = r"""
do $$
declare f regprocedure;
begin
    for f in select oid::regprocedure from pg_proc
             where pronamespace = 'public'::regnamespace and proname like 'procrastinate\_defer\_%' loop
        execute format('alter function %s security definer', f);
        execute format('alter function %s set search_path = public, pg_temp', f);
        execute format('revoke all on function %s from public', f);
        execute format('grant execute on function %s to lgnet_gate, lgnet_local, lgnet_national, lgnet_worker', f);
    end loop;
end $$
"""
RUN = """
grant select, insert, update, delete on procrastinate_jobs, procrastinate_events, procrastinate_workers,
    procrastinate_periodic_defers to lgnet_worker;
grant usage on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq,
    procrastinate_periodic_defers_id_seq, procrastinate_workers_id_seq to lgnet_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_audit_chain_and_row_history"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [migrations.RunSQL([DEFER, RUN], reverse_sql=migrations.RunSQL.noop)]
