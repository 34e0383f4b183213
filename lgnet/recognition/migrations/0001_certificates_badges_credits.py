# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.db.models.deletion
import lgnet.core.ids
import lgnet.core.shipped_csv
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('examinations', '0002_row_security'),
        ('network', '0003_no_index_twice'),
        ('training', '0002_row_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='Lookup',
            fields=[
                ('visitor', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('since', models.DateTimeField(db_index=True)),
                ('asked', models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='StatusList',
            fields=[
                ('number', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('token', models.TextField()),
                ('made_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('holder_name', models.CharField(max_length=120)),
                ('name_key', models.CharField(max_length=120)),
                ('body_name', models.CharField(max_length=200)),
                ('course_code', models.CharField(max_length=40)),
                ('course_title', models.CharField(max_length=200)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('mode', models.CharField(choices=[('presence', 'In presence'), ('online', 'On line, live'), ('blended', 'Partly in presence, partly on line')], max_length=8)),
                ('hours_planned', models.DecimalField(decimal_places=2, max_digits=6)),
                ('hours_attended', models.DecimalField(decimal_places=2, max_digits=6)),
                ('outcome', models.CharField(blank=True, choices=[('', 'No test'), ('passed', 'Passed')], max_length=8)),
                ('outcome_percent', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('credits', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('special_credits', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('accreditation', models.CharField(blank=True, max_length=60)),
                ('signatory', models.CharField(max_length=120)),
                ('signatory_role', models.CharField(max_length=120)),
                ('issued_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_for', models.CharField(blank=True, choices=[('wrong', 'It contains an error'), ('not_earned', 'The course was not completed after all'), ('accreditation', 'The accreditation was withdrawn'), ('asked', 'Its holder asks for it')], max_length=14)),
                ('revoked_note', models.CharField(blank=True, max_length=300)),
                ('holder', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='network.colleague')),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('module', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.module')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replacement', to='recognition.certificate')),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['holder', '-ends_on', '-id'], name='certificates_of_somebody'), models.Index(fields=['-issued_at', '-id'], name='certificates_latest'), models.Index(fields=['module', 'holder'], name='certificates_of_a_module')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('module', 'holder'), name='one_valid_certificate_per_course'), models.CheckConstraint(condition=models.Q(models.Q(('revoked_at', None), ('revoked_by', None), ('revoked_for', '')), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False), models.Q(('revoked_for', ''), _negated=True)), _connector='OR'), name='certificate_revoked_at_and_by'), models.CheckConstraint(condition=models.Q(('hours_attended__gte', 0), ('hours_attended__lte', models.F('hours_planned')), ('special_credits__gte', 0), ('special_credits__lte', models.F('credits'))), name='certificate_numbers'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='certificate_days')],
            },
        ),
        migrations.CreateModel(
            name='Badge',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('status_index', models.PositiveIntegerField(unique=True)),
                ('token', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('certificate', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='badge', to='recognition.certificate')),
            ],
        ),
        migrations.CreateModel(
            name='IssuerKey',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('public', models.CharField(max_length=64)),
                ('key_id', models.CharField(max_length=40)),
                ('wrapped', models.BinaryField()),
                ('made_at', models.DateTimeField()),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.Value(1), condition=models.Q(('retired_at', None)), name='one_issuer_key_in_use')],
            },
        ),
        migrations.CreateModel(
            name='Scheme',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.SlugField(db_index=False, max_length=20)),
                ('label_it', models.CharField(max_length=120)),
                ('label_en', models.CharField(max_length=120)),
                ('unit', models.CharField(choices=[('credits', 'credits'), ('hours', 'hours')], max_length=8)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('needed', models.PositiveSmallIntegerField()),
                ('special_needed', models.PositiveSmallIntegerField(default=0)),
                ('special_it', models.CharField(blank=True, max_length=120)),
                ('special_en', models.CharField(blank=True, max_length=120)),
                ('activities_most', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('source', models.CharField(max_length=200)),
                ('sure', models.CharField(max_length=12)),
            ],
            options={
                'ordering': ['code', 'starts_on'],
                'constraints': [models.UniqueConstraint(fields=('code', 'starts_on'), name='one_scheme_per_period'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='scheme_period'), models.CheckConstraint(condition=models.Q(('special_needed__lte', models.F('needed'))), name='scheme_part_within_the_whole')],
            },
            bases=(lgnet.core.shipped_csv.Labelled, models.Model),
        ),
        migrations.AddField(
            model_name='certificate',
            name='scheme',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recognition.scheme'),
        ),
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('credits', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('special_credits', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('accreditation', models.CharField(blank=True, max_length=60)),
                ('accredited_on', models.DateField(blank=True, null=True)),
                ('signatory', models.CharField(max_length=120)),
                ('signatory_role', models.CharField(max_length=120)),
                ('set_at', models.DateTimeField()),
                ('exam', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='examinations.exam')),
                ('module', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='award', to='training.module')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('scheme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recognition.scheme')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('credits', 0), models.Q(('accredited_on__isnull', False), ('scheme__isnull', False), models.Q(('accreditation', ''), _negated=True)), _connector='OR'), name='award_credits_are_accredited'), models.CheckConstraint(condition=models.Q(('special_credits__gte', 0), ('special_credits__lte', models.F('credits'))), name='award_part_within_the_whole')],
            },
        ),
        migrations.CreateModel(
            name='OutsideCourse',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200)),
                ('body', models.CharField(max_length=160)),
                ('ended_on', models.DateField()),
                ('hours', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('credits', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('special_credits', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('is_activity', models.BooleanField(default=False)),
                ('accreditation', models.CharField(blank=True, max_length=60)),
                ('proof_name', models.CharField(blank=True, max_length=120)),
                ('proof_type', models.CharField(blank=True, max_length=100)),
                ('proof_size', models.PositiveIntegerField(default=0)),
                ('proof_digest', models.CharField(blank=True, max_length=64)),
                ('stored_as', models.CharField(blank=True, max_length=64)),
                ('key_id', models.CharField(blank=True, max_length=40)),
                ('wrapped', models.BinaryField(blank=True, null=True)),
                ('entered_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('colleague', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('scheme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recognition.scheme')),
            ],
            options={
                'indexes': [models.Index(fields=['colleague', '-ended_on', '-id'], name='outside_courses_of_somebody')],
                'constraints': [models.CheckConstraint(condition=models.Q(('credits__gte', 0), ('hours__gte', 0), ('special_credits__gte', 0), ('special_credits__lte', models.F('credits'))), name='outside_course_numbers'), models.CheckConstraint(condition=models.Q(('scheme__isnull', False), ('credits', 0), _connector='OR'), name='outside_course_credits_of_a_scheme')],
            },
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('credits', 0), models.Q(('scheme__isnull', False), models.Q(('accreditation', ''), _negated=True)), _connector='OR'), name='certificate_credits_are_accredited'),
        ),
    ]
