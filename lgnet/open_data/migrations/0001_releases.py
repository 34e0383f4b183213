# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.db.models.deletion
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0002_row_security'),
        ('snapshots', '0002_row_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=30, unique=True)),
                ('period_from', models.DateField()),
                ('period_to', models.DateField()),
                ('note', models.CharField(blank=True, max_length=500)),
                ('state', models.CharField(choices=[('preparing', 'Being computed'), ('prepared', 'To be looked at'), ('published', 'Published'), ('discarded', 'Thrown away'), ('failed', 'Not done')], default='preparing', max_length=10)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('prepared_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='snapshots.snapshot')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('published_at', None), ('published_by', None)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='release_published_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='ReleasedTable',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('dataset', models.SlugField(max_length=30)),
                ('indicator', models.CharField(max_length=30)),
                ('version', models.PositiveSmallIntegerField()),
                ('cells_shown', models.PositiveIntegerField()),
                ('cells_withheld', models.PositiveIntegerField()),
                ('protected', models.PositiveIntegerField()),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tables', to='open_data.release')),
            ],
            options={
                'ordering': ['dataset'],
                'constraints': [models.UniqueConstraint(fields=('release', 'dataset'), name='released_table_once')],
            },
        ),
        migrations.CreateModel(
            name='ReleasedCell',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('partner', models.SlugField(max_length=60)),
                ('sex', models.CharField(max_length=1)),
                ('age_band', models.CharField(max_length=5)),
                ('value', models.PositiveIntegerField(null=True)),
                ('reason', models.CharField(max_length=12)),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cells', to='open_data.releasedtable')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('table', 'partner', 'sex', 'age_band'), name='released_cell_once'), models.CheckConstraint(condition=models.Q(models.Q(('reason', 'shown'), ('value__isnull', False)), models.Q(models.Q(('reason', 'shown'), _negated=True), ('value', None)), _connector='OR'), name='released_cell_shown_or_withheld')],
            },
        ),
    ]
