# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The wrapped keys of everything encrypted."""

import django.db.models.deletion  # noqa: F401
from django.db import migrations, models

import lgnet.core.ids
from lgnet.core.protection import protect


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="DataKey",
            fields=[
                ("id", models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ("partner_id", models.UUIDField()),
                ("key_id", models.CharField(max_length=40)),
                ("wrapped", models.BinaryField(null=True)),
                ("destroyed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        name="datakey_wrapped_or_destroyed",
                        condition=models.Q(wrapped=None) ^ models.Q(destroyed_at=None),
                    )
                ]
            },
        ),
        protect(
            "core_datakey",
            grants={"lgnet_local": "select, insert, update", "lgnet_worker": "select, insert, update"},
        ),
    ]
