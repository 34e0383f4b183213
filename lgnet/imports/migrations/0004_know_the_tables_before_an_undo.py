# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fresh statistics for whoever takes a large import back right after it.

Until PostgreSQL has looked at the tables by itself (a minute or more), it holds each day, kind and partner for
rare and looks facts up by those: every counter-fact would then read all the facts of that day.
"""

from django.db import migrations

ANALYZE = """
create function imports_know_tables() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    analyze counting_countingfact, counting_factsubject, counting_countedperson, people_person, cases_case,
        cases_intake, core_rowhistory;
end $$;
revoke execute on function imports_know_tables() from public;
grant execute on function imports_know_tables() to lgnet_local;
"""


class Migration(migrations.Migration):
    dependencies = [("imports", "0003_runs_that_can_be_followed_and_undone")]
    operations = [migrations.RunSQL(ANALYZE, reverse_sql=migrations.RunSQL.noop)]
