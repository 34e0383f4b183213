# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.contrib.postgres.indexes
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
            name='CountedPerson',
            fields=[
                ('pk', models.CompositePrimaryKey('scope', 'kind', 'pseudonym', blank=True, editable=False, primary_key=True, serialize=False)),
                ('scope', models.UUIDField()),
                ('kind', models.CharField(max_length=20)),
                ('pseudonym', models.BinaryField()),
                ('sex', models.CharField(max_length=1)),
                ('age_band', models.CharField(max_length=5)),
                ('month', models.DateField()),
                ('weight', models.IntegerField()),
            ],
            options={
                'db_table': 'counting_countedperson',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Total',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('scope', models.UUIDField()),
                ('kind', models.CharField(max_length=20)),
                ('month', models.DateField()),
                ('sex', models.CharField(max_length=1)),
                ('age_band', models.CharField(max_length=5)),
                ('n', models.IntegerField()),
            ],
            options={
                'db_table': 'counting_total',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='CountingFact',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('contact', 'Contact'), ('registered', 'Person registered'), ('taken_in_charge', 'Person taken in charge'), ('supported', 'Participant supported')], max_length=20)),
                ('occurred_on', models.DateField()),
                ('pseudonym', models.BinaryField(null=True)),
                ('is_weak', models.BooleanField(default=False)),
                ('sex', models.CharField(blank=True, choices=[('F', 'Female'), ('M', 'Male'), ('N', 'Non-binary'), ('', 'Not recorded')], max_length=1)),
                ('age_band', models.CharField(blank=True, choices=[('<18', 'Under 18'), ('18-60', '18 to 60'), ('>60', 'Over 60'), ('', 'Not recorded')], max_length=5)),
                ('weight', models.SmallIntegerField(default=1)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('recorded_at', models.DateTimeField()),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='counting.countingfact')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'kind', 'occurred_on'], name='fact_partner_kind_day'), django.contrib.postgres.indexes.BrinIndex(fields=['recorded_at'], name='fact_recorded_brin')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind', 'contact'), ('pseudonym__isnull', False), _connector='OR'), name='fact_person_has_pseudonym'), models.CheckConstraint(condition=models.Q(models.Q(('corrects', None), ('weight', 1)), models.Q(('corrects__isnull', False), ('weight__in', [-1, 1]), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='fact_correction_has_reason')],
            },
        ),
        migrations.CreateModel(
            name='FactSubject',
            fields=[
                ('fact', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='subject', serialize=False, to='counting.countingfact')),
                ('subject_id', models.UUIDField(db_index=True)),
                ('evidence', models.CharField(max_length=60)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
        ),
    ]
