# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An index that another one begins with is written at every insert and read by nobody: it goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0003_no_index_twice"),
        ("snapshots", "0002_row_security"),
    ]

    operations = [
        migrations.AlterField(
            model_name="factleaf",
            name="snapshot",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="leaves",
                to="snapshots.snapshot",
            ),
        ),
        migrations.AlterField(
            model_name="frozendefinition",
            name="snapshot",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="definitions",
                to="snapshots.snapshot",
            ),
        ),
        migrations.AlterField(
            model_name="result",
            name="snapshot",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="results",
                to="snapshots.snapshot",
            ),
        ),
        migrations.AlterField(
            model_name="sheetlayout",
            name="edition",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.edition",
            ),
        ),
        migrations.AlterField(
            model_name="snapshot",
            name="edition",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.edition",
            ),
        ),
        migrations.AlterField(
            model_name="work",
            name="snapshot",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="works",
                to="snapshots.snapshot",
            ),
        ),
    ]
