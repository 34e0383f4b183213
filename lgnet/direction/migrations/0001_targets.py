# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.db.models.deletion
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_tables_of_the_network'),
    ]

    operations = [
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('indicator', models.CharField(max_length=30)),
                ('value', models.PositiveIntegerField()),
                ('sureness', models.CharField(choices=[('agreed', 'Agreed in the convention'), ('published', 'Published by the partner'), ('demo', 'Invented for the demonstration')], max_length=10)),
                ('source', models.TextField(blank=True)),
                ('decided_on', models.DateField()),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
                ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'partner', 'indicator', 'decided_on'), name='one_target_per_day', nulls_distinct=False)],
            },
        ),
    ]
