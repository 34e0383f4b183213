# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An event that is published, translated, moved or cancelled lets no page be kept that says otherwise.

Not each registration: its turn is counted on the event's row too, and nobody should wait for another because of that.
"""

from django.db import migrations

SAID = (
    "state, audience, starts_at, ends_at, place, is_online, access, contact, takes_registrations, capacity, language,"
    " words_version, sequence, end_reason"
)


class Migration(migrations.Migration):
    dependencies = [("website", "0002_row_security"), ("society", "0003_what_visitors_may")]
    operations = [
        migrations.RunSQL(
            [
                f"create trigger tells_visitors after insert or delete or update of {SAID} on society_event"
                " for each statement execute function website_changed()",
                "create trigger tells_visitors after insert or delete or update on society_eventtext"
                " for each statement execute function website_changed()",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
