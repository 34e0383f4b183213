# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture that announces an event stands beside links to it from the moment it is made."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("website", "0004_corrections_reach_everybody")]
    operations = [
        migrations.RunSQL(
            "create trigger tells_visitors after insert or delete or update on mediakit_product"
            " for each statement execute function website_changed()",
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
