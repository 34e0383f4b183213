# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two more reasons why a miss stays: written on paper first, told of it later."""

from django.db import migrations, models

REASONS = [
    ("not_known", "The person does not know"), ("not_shown", "Document not shown"),
    ("refused", "The person prefers not to say"), ("being_issued", "Being issued or renewed"),
    ("lost", "Lost or stolen"), ("not_foreseen", "Not foreseen for this document"),
    ("right", "Checked: it is right as it is"), ("two_people", "Checked: they are two people"),
    ("on_paper", "Written on paper first: there was no connection, or no time"),
    ("told_later", "I was told of it later"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("quality", "0003_no_index_twice")]
    operations = [
        migrations.AlterField("dismissal", "reason", models.CharField(choices=REASONS, max_length=20)),
    ]
