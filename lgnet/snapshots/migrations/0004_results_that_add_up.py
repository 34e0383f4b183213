# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every result says whether it may be summed. Computed by PostgreSQL, also for the cut-offs that were taken before.

No digest covers the column, since it follows from the others: seals stay as they are.
"""

from django.db import migrations, models
from django.db.models import Case, Q, Value, When


class Migration(migrations.Migration):
    dependencies = [("snapshots", "0003_no_index_twice")]
    operations = [
        migrations.AddField(
            model_name="result",
            name="adds_up",
            field=models.GeneratedField(
                expression=Case(
                    When(Q(line="") & (~Q(measure="planned") | Q(sex="", age_band="")), then=Value(True)),
                    default=Value(False),
                ),
                output_field=models.BooleanField(),
                db_persist=True,
            ),
        ),
    ]
