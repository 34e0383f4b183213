# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An index that another one begins with is written at every insert and read by nobody: it goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_history_keeps_the_circle"),
        ("network", "0003_no_index_twice"),
        ("people", "0004_no_index_twice"),
    ]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="partner",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="clockstandard",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="intake",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="intakes",
                to="people.person",
            ),
        ),
        migrations.AlterField(
            model_name="intervention",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="interventions",
                to="cases.case",
            ),
        ),
        migrations.AlterField(
            model_name="note",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="cases.case",
            ),
        ),
        migrations.AlterField(
            model_name="plan",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plans",
                to="cases.case",
            ),
        ),
        migrations.AlterField(
            model_name="score",
            name="assessment",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="cases.assessment",
            ),
        ),
    ]
