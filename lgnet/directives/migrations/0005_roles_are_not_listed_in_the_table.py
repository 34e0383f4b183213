# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A new role is no change of the table: the form says which roles there are."""

import django.contrib.postgres.fields
from django.db import migrations, models

import lgnet.directives.models


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0004_told_when_issued"),
    ]

    operations = [
        migrations.AlterField(
            model_name="directive",
            name="must_read",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30),
                default=lgnet.directives.models.coordinators,
                size=None,
            ),
        ),
    ]
