# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A corrected service, stop or asset ends every kept page at once: nobody waits at a stop that was cancelled."""

from django.db import migrations

SHOWN = (
    "directory_service", "directory_servicetext", "directory_place", "directory_desk", "directory_hours",
    "directory_specialday", "directory_stop", "directory_stopchange", "mediakit_asset", "mediakit_version",
    "mediakit_rendition", "society_campaign",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0003_events_tell_visitors"),
        ("directory", "0002_row_security"),
        ("mediakit", "0002_row_security"),
        ("society", "0002_row_security"),
    ]
    operations = [
        migrations.RunSQL(
            [
                f"create trigger tells_visitors after insert or update or delete on {table} for each statement"
                " execute function website_changed()"
                for table in SHOWN
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
