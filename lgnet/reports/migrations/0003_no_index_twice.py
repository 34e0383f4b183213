# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An index that another one begins with is written at every insert and read by nobody: it goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0003_no_index_twice"),
        ("reports", "0002_row_security"),
    ]

    operations = [
        migrations.AlterField(
            model_name="answer",
            name="report",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="reports.report",
            ),
        ),
        migrations.AlterField(
            model_name="period",
            name="edition",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.edition",
            ),
        ),
        migrations.AlterField(
            model_name="remark",
            name="sending",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="remarks",
                to="reports.sending",
            ),
        ),
        migrations.AlterField(
            model_name="reminder",
            name="report",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="reports.report",
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="partner",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="reportstep",
            name="report",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="steps",
                to="reports.report",
            ),
        ),
        migrations.AlterField(
            model_name="sending",
            name="report",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sendings",
                to="reports.report",
            ),
        ),
    ]
