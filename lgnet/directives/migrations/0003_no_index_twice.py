# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An index that another one begins with is written at every insert and read by nobody: it goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0002_row_security"),
        ("network", "0003_no_index_twice"),
    ]

    operations = [
        migrations.AlterField(
            model_name="addressee",
            name="directive",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="addressees",
                to="directives.directive",
            ),
        ),
        migrations.AlterField(
            model_name="addressee",
            name="partner",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="reading",
            name="directive",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="readings",
                to="directives.directive",
            ),
        ),
        migrations.AlterField(
            model_name="reminder",
            name="addressee",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="directives.addressee",
            ),
        ),
    ]
