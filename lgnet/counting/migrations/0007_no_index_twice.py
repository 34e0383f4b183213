# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An index that another one begins with is written at every insert and read by nobody: it goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("counting", "0006_one_person_is_frozen_for_all_kinds"),
        ("network", "0003_no_index_twice"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="countingfact",
            name="fact_taken_back_once",
        ),
        migrations.AlterField(
            model_name="countingfact",
            name="corrects",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="counting.countingfact",
            ),
        ),
        migrations.AlterField(
            model_name="countingfact",
            name="partner",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="countingfact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("corrects__isnull", False)),
                fields=("corrects",),
                name="fact_taken_back_once",
            ),
        ),
    ]
