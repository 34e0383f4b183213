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
            name='Snapshot',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('cutoff_on', models.DateField()),
                ('taken_at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('code_version', models.CharField(max_length=80)),
                ('tree_version', models.PositiveSmallIntegerField()),
                ('facts', models.BigIntegerField()),
                ('facts_digest', models.CharField(max_length=64)),
                ('definitions_digest', models.CharField(max_length=64)),
                ('results_digest', models.CharField(max_length=64)),
                ('seal', models.CharField(max_length=64)),
                ('before', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='snapshots.snapshot')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['edition', '-cutoff_on', '-taken_at'], name='snapshot_latest')],
            },
        ),
        migrations.CreateModel(
            name='Result',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('scope', models.UUIDField()),
                ('indicator', models.CharField(max_length=30)),
                ('measure', models.CharField(choices=[('achieved', 'Value achieved'), ('out_of', 'Out of'), ('planned', 'Planned value')], max_length=10)),
                ('sex', models.CharField(blank=True, max_length=1)),
                ('age_band', models.CharField(blank=True, max_length=5)),
                ('line', models.CharField(blank=True, max_length=30)),
                ('n', models.IntegerField()),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='results', to='snapshots.snapshot')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('snapshot', 'scope', 'indicator', 'measure', 'sex', 'age_band', 'line'), name='result_once')],
            },
        ),
        migrations.CreateModel(
            name='FrozenDefinition',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('indicator', models.CharField(max_length=30)),
                ('version', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('sql', models.TextField()),
                ('counted_by', models.CharField(choices=[('recipe', 'The recipe of the cut-off'), ('itself', 'Its own query')], max_length=10)),
                ('digest', models.CharField(max_length=64)),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='definitions', to='snapshots.snapshot')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('snapshot', 'indicator'), name='frozen_definition_once')],
            },
        ),
        migrations.CreateModel(
            name='FactLeaf',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=30)),
                ('month', models.DateField()),
                ('n', models.IntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leaves', to='snapshots.snapshot')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('snapshot', 'partner', 'kind', 'month'), name='fact_leaf_once')],
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('findings', models.JSONField()),
                ('reason', models.CharField(max_length=500)),
                ('acknowledged_at', models.DateTimeField()),
                ('acknowledged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledgements', to='snapshots.snapshot')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='acknowledged_with_reason')],
            },
        ),
        migrations.CreateModel(
            name='Work',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('take', 'Cut-off'), ('verify', 'Verification'), ('export', 'Sheet')], max_length=10)),
                ('cutoff_on', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('sheet', models.CharField(blank=True, choices=[('indicators', 'Indicator values'), ('counted', 'Counted persons, by code'), ('recipients', 'Recipients (third-country nationals)')], max_length=12)),
                ('indicator', models.CharField(blank=True, max_length=30)),
                ('format', models.CharField(blank=True, max_length=4)),
                ('columns', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('waiting', 'Waiting for its turn'), ('running', 'At work'), ('done', 'Done'), ('failed', 'Not done')], default='waiting', max_length=10)),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(blank=True, null=True)),
                ('parts', models.JSONField(default=list)),
                ('outcome', models.JSONField(default=dict)),
                ('failure', models.CharField(blank=True, max_length=500)),
                ('asked_at', models.DateTimeField()),
                ('beat_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('snapshot', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='snapshots.snapshot')),
            ],
            options={
                'indexes': [models.Index(fields=['snapshot', 'kind', '-asked_at'], name='work_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('cutoff_on__isnull', False), ('kind', 'take')), ('snapshot__isnull', False), _connector='OR'), name='work_is_about_something')],
            },
        ),
        migrations.CreateModel(
            name='SheetLayout',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('sheet', models.CharField(choices=[('indicators', 'Indicator values'), ('counted', 'Counted persons, by code'), ('recipients', 'Recipients (third-country nationals)')], max_length=12)),
                ('version', models.PositiveSmallIntegerField()),
                ('columns', models.JSONField()),
                ('source', models.CharField(blank=True, max_length=300)),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'sheet', 'version'), name='sheet_layout_version')],
            },
        ),
    ]
