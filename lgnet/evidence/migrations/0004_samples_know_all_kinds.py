# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The kinds of facts that a sample may name are those that there are; nothing changes in the database."""

from importlib import import_module

from django.db import migrations, models

KINDS = import_module("lgnet.counting.migrations.0008_events_and_who_came").KINDS


class Migration(migrations.Migration):
    dependencies = [("evidence", "0003_no_index_twice"), ("counting", "0008_events_and_who_came")]
    operations = [
        migrations.AlterField("sample", "kind", models.CharField(choices=KINDS, max_length=20)),
    ]
