# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two files that somebody said to be of one person count once: the one points to the other."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_no_index_twice")]
    operations = [
        migrations.AddField(
            "person",
            "same_as",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followers",
                to="people.person",
            ),
        ),
        migrations.AddIndex(
            "person",
            models.Index(
                fields=["same_as"], name="person_same_as", condition=models.Q(same_as__isnull=False)
            ),
        ),
        migrations.AddConstraint(
            "person",
            models.CheckConstraint(
                name="person_not_same_as_itself",
                condition=models.Q(("same_as", models.F("id")), _negated=True),
            ),
        ),
    ]
