# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.db.models.deletion
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('counting', '0006_one_person_is_frozen_for_all_kinds'),
        ('network', '0002_row_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sample',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('contact', 'Contact'), ('declined', 'Help declined at a contact'), ('registered', 'Person registered'), ('not_taken', 'Person not taken in charge'), ('taken_in_charge', 'Person taken in charge'), ('assisted', 'Person assisted'), ('supported', 'Participant supported'), ('language_course', 'Participant in a language course'), ('civic_orientation', 'Participant in a civic orientation course'), ('guidance', 'Participant with personalised professional guidance'), ('reunification', 'Participant helped with family reunification'), ('recognition', 'Participant who applied for recognition of qualifications'), ('long_term', 'Participant who applied for long-term residence'), ('level_gained', 'Participant who gained a language level'), ('helpful', 'Participant who found the activity helpful'), ('housed', 'Person who reached housing autonomy')], max_length=20)),
                ('until', models.DateField()),
                ('seed', models.CharField(max_length=40)),
                ('confidence', models.PositiveSmallIntegerField()),
                ('tolerable', models.PositiveSmallIntegerField()),
                ('population', models.PositiveIntegerField()),
                ('population_sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('is_national', models.BooleanField()),
                ('ordered_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('ordered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('size__lte', models.F('population'))), name='sample_within_population'), models.CheckConstraint(condition=models.Q(('confidence__range', (50, 99))), name='sample_confidence_percent'), models.CheckConstraint(condition=models.Q(('tolerable__range', (1, 50))), name='sample_tolerable_percent'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('closed_by', None)), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), _connector='OR'), name='sample_closed_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='SampledFact',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('fact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='counting.countingfact')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('sample', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='evidence.sample')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sample', 'position'), name='one_place_in_a_sample'), models.UniqueConstraint(fields=('sample', 'fact'), name='sampled_once')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('rule', models.CharField(max_length=10)),
                ('outcome', models.CharField(choices=[('found', 'Found on paper'), ('missing', 'Missing'), ('irregular', 'Irregular')], max_length=10)),
                ('checked_at', models.DateTimeField()),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('sampled', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='evidence.sampledfact')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sampled', 'rule'), name='one_finding_per_item')],
            },
        ),
        migrations.CreateModel(
            name='EvidenceItem',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('rule', models.CharField(max_length=10)),
                ('label', models.CharField(max_length=30)),
                ('row_id', models.UUIDField()),
                ('sha256', models.CharField(max_length=64)),
                ('frozen_at', models.DateTimeField()),
                ('fact', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='counting.countingfact')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('fact', 'rule', 'sha256'), name='evidence_once_per_state')],
            },
        ),
    ]
