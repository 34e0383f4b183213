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
    ]

    operations = [
        migrations.CreateModel(
            name='Period',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('opens_on', models.DateField()),
                ('due_on', models.DateField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'starts_on'), name='one_period_per_quarter'), models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on')), ('due_on__gte', models.F('ends_on')), ('opens_on__lte', models.F('due_on'))), name='period_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('draft', 'In preparation'), ('submitted', 'Waiting for validation'), ('sent_back', 'To be corrected'), ('validated', 'Validated'), ('reopened', 'Re-opened')], default='draft', max_length=10)),
                ('sendings_count', models.PositiveSmallIntegerField(default=0)),
                ('opened_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='reports.period')),
                ('sent_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'period'), name='one_report_per_quarter'), models.CheckConstraint(condition=models.Q(models.Q(('sendings_count', 0), ('sent_at', None), ('sent_by', None), ('state', 'draft')), models.Q(('sendings_count__gt', 0), ('sent_at__isnull', False), ('sent_by__isnull', False), models.Q(('state', 'draft'), _negated=True)), _connector='OR'), name='report_sent_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='report_decided_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('before', 'Before'), ('on_the_day', 'On The Day'), ('late', 'Late')], max_length=10)),
                ('due_on', models.DateField()),
                ('people_told', models.PositiveSmallIntegerField()),
                ('sent_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='reports.report')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'kind', 'due_on'), name='one_reminder_per_deadline')],
            },
        ),
        migrations.CreateModel(
            name='NetworkSubject',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('written_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('name', models.CharField(max_length=160)),
                ('kind', models.CharField(choices=[('health', 'Health service'), ('prefecture', 'Prefecture or police headquarters'), ('school', 'School or adult education'), ('work', 'Job centre or employer'), ('third_sector', 'Third sector'), ('municipal', 'Other municipal office'), ('housing', 'Owners and housing agencies'), ('community', 'Communities and associations of migrants'), ('other', 'Something else')], max_length=12)),
                ('role', models.TextField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('removed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='reports.report')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('removed_at', None), ('removed_by', None)), models.Q(('removed_at__isnull', False), ('removed_by__isnull', False)), _connector='OR'), name='networksubject_removed_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='Deviation',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('written_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('deviations', 'Deviation from the timeline'), ('problems', 'Problem')], max_length=10)),
                ('text', models.TextField()),
                ('origin', models.CharField(choices=[('beneficiary', 'The beneficiary (our own body)'), ('others', 'Other subjects'), ('context', 'The context')], max_length=11)),
                ('indicator', models.CharField(blank=True, max_length=30)),
                ('remedy', models.TextField(blank=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('removed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deviations', to='reports.report')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('removed_at', None), ('removed_by', None)), models.Q(('removed_at__isnull', False), ('removed_by__isnull', False)), _connector='OR'), name='deviation_removed_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=130)),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('stored_as', models.CharField(max_length=32)),
                ('key_id', models.CharField(max_length=40)),
                ('wrapped', models.BinaryField()),
                ('added_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('removed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='reports.report')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('removed_at', None), ('removed_by', None)), models.Q(('removed_at__isnull', False), ('removed_by__isnull', False)), _connector='OR'), name='attachment_removed_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('question', models.CharField(choices=[('activities', 'Main activities and outputs'), ('strengths', 'Strengths and success factors'), ('deviations', 'Deviations from the approved timeline'), ('problems', 'Problems and how they were solved'), ('work-group', 'Changes in the work group'), ('networks', 'How the territorial networks were activated')], max_length=12)),
                ('text', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('written_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='reports.report')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'question'), name='one_answer_per_question'), models.CheckConstraint(condition=models.Q(('question__in', ['activities', 'strengths', 'deviations', 'problems', 'work-group', 'networks'])), name='answer_known_question')],
            },
        ),
        migrations.CreateModel(
            name='ReportStep',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('from_state', models.CharField(choices=[('draft', 'In preparation'), ('submitted', 'Waiting for validation'), ('sent_back', 'To be corrected'), ('validated', 'Validated'), ('reopened', 'Re-opened')], max_length=10)),
                ('to_state', models.CharField(choices=[('draft', 'In preparation'), ('submitted', 'Waiting for validation'), ('sent_back', 'To be corrected'), ('validated', 'Validated'), ('reopened', 'Re-opened')], max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('taken_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='reports.report')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['report', 'taken_at'], name='reportstep_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Schedule',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('days_to_send', models.PositiveSmallIntegerField(default=10)),
                ('open_days_before', models.PositiveSmallIntegerField(default=14)),
                ('remind_days_before', models.PositiveSmallIntegerField(default=7)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
            ],
        ),
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('sent_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='reports.report')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'number'), name='one_sending_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('about', models.CharField(choices=[('activities', 'Main activities and outputs'), ('strengths', 'Strengths and success factors'), ('deviations', 'Deviations from the approved timeline'), ('problems', 'Problems and how they were solved'), ('work-group', 'Changes in the work group'), ('networks', 'How the territorial networks were activated'), ('figures', 'Figures'), ('whole', 'The whole report')], max_length=12)),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('sending', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='reports.sending')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sending', 'about'), name='one_remark_per_question')],
            },
        ),
    ]
