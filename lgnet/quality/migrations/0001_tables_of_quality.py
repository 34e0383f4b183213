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
        ('people', '0002_row_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='Dismissal',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('check_code', models.CharField(max_length=40)),
                ('subject_id', models.UUIDField()),
                ('reason', models.CharField(choices=[('not_known', 'The person does not know'), ('not_shown', 'Document not shown'), ('refused', 'The person prefers not to say'), ('being_issued', 'Being issued or renewed'), ('lost', 'Lost or stolen'), ('not_foreseen', 'Not foreseen for this document'), ('right', 'Checked: it is right as it is'), ('two_people', 'Checked: they are two people')], max_length=20)),
                ('dismissed_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('dismissed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('subject_id', 'check_code'), name='one_dismissal_per_miss')],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('check_code', models.CharField(max_length=40)),
                ('week', models.DateField()),
                ('looked_at', models.PositiveIntegerField()),
                ('failed', models.PositiveIntegerField()),
                ('measured_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'week', 'check_code'), name='one_measure_per_week'), models.CheckConstraint(condition=models.Q(('failed__lte', models.F('looked_at'))), name='measure_failed_among_looked_at'), models.CheckConstraint(condition=models.Q(('week__iso_week_day', 1)), name='measure_of_a_monday')],
            },
        ),
        migrations.CreateModel(
            name='Suspicion',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('check_code', models.CharField(max_length=40)),
                ('person_version', models.PositiveIntegerField()),
                ('other_version', models.PositiveIntegerField(blank=True, null=True)),
                ('found_at', models.DateTimeField()),
                ('other', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('check_code', 'person', 'other'), name='one_suspicion_per_pair', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('other', None), ('other__gt', models.F('person')), _connector='OR'), name='suspicion_of_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('other', None), ('other_version', None)), models.Q(('other__isnull', False), ('other_version__isnull', False)), _connector='OR'), name='suspicion_knows_both_versions')],
            },
        ),
        migrations.CreateModel(
            name='WorkerMeasure',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('check_code', models.CharField(max_length=40)),
                ('week', models.DateField()),
                ('looked_at', models.PositiveIntegerField()),
                ('failed', models.PositiveIntegerField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'week', 'check_code', 'worker'), name='one_worker_measure_per_week'), models.CheckConstraint(condition=models.Q(('failed__lte', models.F('looked_at'))), name='worker_measure_failed_among_looked_at')],
            },
        ),
    ]
