# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.contrib.postgres.fields
import django.db.models.deletion
import lgnet.core.ids
import lgnet.directives.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0003_codes_with_days_and_versions'),
        ('network', '0002_row_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='Directive',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('number', models.PositiveIntegerField(blank=True, null=True)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('kind', models.CharField(choices=[('know', 'To know'), ('acknowledge', 'To acknowledge'), ('answer', 'To answer')], max_length=12)),
                ('subject', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('answer_kind', models.CharField(blank=True, choices=[('', 'No answer'), ('text', 'In words'), ('choice', 'One of some choices'), ('number', 'A number')], max_length=8)),
                ('question', models.CharField(blank=True, max_length=300)),
                ('choices', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None)),
                ('lines', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('civic_engagement', 'Civic engagement and work autonomy'), ('taking_in_charge', 'Taking in charge'), ('housing', 'Housing')], max_length=20), blank=True, default=list, size=None)),
                ('regions', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('partners', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(), blank=True, default=list, size=None)),
                ('must_read', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('outreach_operator', 'Outreach operator'), ('front_desk', 'One Stop Shop front desk'), ('case_manager', 'Social worker, case manager'), ('specialist', 'Specialist of the team'), ('coordinator', 'Local coordinator'), ('partner_administrator', "Partner's administrator"), ('data_protection_officer', 'Data protection officer'), ('national_analyst', 'National monitoring'), ('national_director', 'National direction')], max_length=30), default=lgnet.directives.models.coordinators, size=None)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('issued', 'Issued'), ('closed', 'Closed'), ('withdrawn', 'Withdrawn'), ('replaced', 'Replaced by a correction')], default='draft', max_length=10)),
                ('written_at', models.DateTimeField()),
                ('issued_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=300)),
                ('catalogue', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='directives', to='catalogue.catalogueversion')),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='directives.directive')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('issued_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['-issued_at', '-id'], name='directive_latest')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('number__isnull', False)), fields=('year', 'number', 'version'), name='one_directive_per_number'), models.CheckConstraint(condition=models.Q(models.Q(('issued_at', None), ('issued_by', None), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('issued_at__isnull', False), ('issued_by__isnull', False), ('number__isnull', False)), _connector='OR'), name='directive_numbered_when_issued'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='directive_ended_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'answer'), models.Q(('answer_kind', ''), _negated=True)), models.Q(models.Q(('kind', 'answer'), _negated=True), ('answer_kind', '')), _connector='OR'), name='directive_asks_what_is_to_be_answered')],
            },
        ),
        migrations.CreateModel(
            name='Addressee',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('acknowledged_at', models.DateTimeField(blank=True, null=True)),
                ('answer_text', models.TextField(blank=True)),
                ('answer_choice', models.CharField(blank=True, max_length=120)),
                ('answer_number', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('acknowledged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('directive', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addressees', to='directives.directive')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'directive'], name='addressee_of_partner')],
                'constraints': [models.UniqueConstraint(fields=('directive', 'partner'), name='one_addressee_per_partner'), models.CheckConstraint(condition=models.Q(models.Q(('acknowledged_at', None), ('acknowledged_by', None)), models.Q(('acknowledged_at__isnull', False), ('acknowledged_by__isnull', False)), _connector='OR'), name='addressee_acknowledged_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('answered_by', None)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='addressee_answered_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='DirectiveFile',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('stored_as', models.CharField(max_length=64)),
                ('sealed_for', models.UUIDField()),
                ('key_id', models.CharField(max_length=40)),
                ('wrapped', models.BinaryField()),
                ('added_at', models.DateTimeField()),
                ('directive', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='directives.directive')),
            ],
            options={
                'ordering': ['added_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('read_at', models.DateTimeField()),
                ('noted_at', models.DateTimeField(blank=True, null=True)),
                ('directive', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='directives.directive')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('directive', 'partner', 'reader'), name='one_reading_per_reader'), models.CheckConstraint(condition=models.Q(('noted_at', None), ('noted_at__gte', models.F('read_at')), _connector='OR'), name='reading_noted_after_read')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('sent_on', models.DateField()),
                ('letters', models.PositiveSmallIntegerField()),
                ('addressee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='directives.addressee')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('addressee', 'sent_on'), name='one_reminder_per_day')],
            },
        ),
    ]
