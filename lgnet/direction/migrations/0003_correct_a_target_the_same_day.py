# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction may correct a target it decided the same day; what it was before stays in the history."""

from django.db import migrations

from lgnet.core.protection import history_triggers

UPDATE = "grant update (value, source, sureness, decided_by_id) on direction_target to lgnet_national"


class Migration(migrations.Migration):
    dependencies = [("direction", "0002_row_security")]
    operations = [
        migrations.RunSQL([UPDATE, *history_triggers("direction_target")], reverse_sql=migrations.RunSQL.noop)
    ]
