# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An index that another one begins with is written at every insert and read by nobody: it goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_row_security"),
    ]

    operations = [
        migrations.AlterField(
            model_name="partnership",
            name="edition",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="partnerships",
                to="network.edition",
            ),
        ),
        migrations.AlterField(
            model_name="site",
            name="partner",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sites",
                to="network.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="team",
            name="partner",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="teams",
                to="network.organisation",
            ),
        ),
    ]
