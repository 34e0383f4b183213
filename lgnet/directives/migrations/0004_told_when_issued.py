# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Coordinators are written to when something is issued, once; what was sent until now were reminders."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("directives", "0003_no_index_twice")]
    operations = [
        migrations.AddField(
            model_name="reminder",
            name="kind",
            field=models.CharField(
                choices=[("issued", "Issued"), ("due", "Due")], default="due", max_length=6
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                fields=["addressee"], condition=Q(kind="issued"), name="told_once_that_it_was_issued"
            ),
        ),
    ]
