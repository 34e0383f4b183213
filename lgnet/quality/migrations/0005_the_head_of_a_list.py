# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The head of everybody's list to mend, written by the night's job and read by its partner."""

import django.db.models.deletion
from django.db import migrations, models

from lgnet.core.protection import protect


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0003_no_index_twice"),
        ("quality", "0004_why_something_was_late"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pile",
            fields=[
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="network.membership",
                    ),
                ),
                ("people", models.PositiveIntegerField()),
                ("heads", models.JSONField()),
                ("counted_at", models.DateTimeField()),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                    ),
                ),
            ],
        ),
        protect(
            "quality_pile", grants={"lgnet_local": "select", "lgnet_worker": "select, insert, update, delete"}
        ),
    ]
