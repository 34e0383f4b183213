# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What only a case's circle reads stays inside it in the history too: nobody else meets the former rows."""

from django.db import migrations

HIDE = """
create policy circle_history on core_rowhistory as restrictive for select to lgnet_local, lgnet_worker
    using (table_name not in ('cases_vulnerability', 'cases_note'))
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_row_security"),
        ("core", "0003_job_queue"),
    ]
    operations = [
        migrations.RunSQL(HIDE, reverse_sql="drop policy circle_history on core_rowhistory"),
    ]
