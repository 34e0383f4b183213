# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An index that another one begins with is written at every insert and read by nobody: it goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("direction", "0005_decisions_are_read_by_all_and_written_by_the_nation"),
        ("network", "0003_no_index_twice"),
    ]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="edition",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.edition",
            ),
        ),
        migrations.AlterField(
            model_name="target",
            name="edition",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.edition",
            ),
        ),
        migrations.AlterField(
            model_name="targetpart",
            name="target",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="direction.target",
            ),
        ),
    ]
