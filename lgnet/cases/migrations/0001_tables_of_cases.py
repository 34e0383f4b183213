# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.contrib.postgres.fields
import django.db.models.deletion
import lgnet.core.fields
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0001_intervention_types'),
        ('network', '0001_tables_of_the_network'),
        ('people', '0001_tables_of_people'),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=16)),
                ('stage', models.CharField(choices=[('taken', 'Taken in charge'), ('assessed', 'Assessed'), ('planned', 'Plan agreed'), ('running', 'Under way'), ('closed', 'Closed')], default='taken', max_length=10)),
                ('lines', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('civic_engagement', 'Civic engagement and work autonomy'), ('taking_in_charge', 'Taking in charge'), ('housing', 'Housing')], max_length=20), default=list, size=None)),
                ('urgency', models.PositiveSmallIntegerField(choices=[(0, 'Ordinary'), (1, 'Soon'), (2, 'Urgent'), (3, 'At once')], default=0)),
                ('opened_at', models.DateTimeField()),
                ('review_due_on', models.DateField(blank=True, null=True)),
                ('last_activity_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closure_reason', models.CharField(blank=True, choices=[('achieved', 'Goals achieved'), ('partly_achieved', 'Goals partly achieved'), ('moved', 'Moved to another municipality'), ('other_service', 'Passed on to another service'), ('withdrew', 'The person withdrew'), ('untraceable', 'The person cannot be found'), ('not_eligible', 'No longer meets the requirements'), ('returned', 'Returned or moved abroad'), ('died', 'Died'), ('project_end', 'End of the project')], max_length=20)),
                ('closure_note', lgnet.core.fields.EncryptedTextField(key='person.key')),
                ('helpfulness', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('import_run', models.UUIDField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
                ('manager', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', '-last_activity_at', '-id'], name='case_partner_latest'), models.Index(condition=models.Q(('stage', 'closed'), _negated=True), fields=['partner', 'manager', 'review_due_on'], name='case_caseload')],
                'constraints': [models.UniqueConstraint(fields=('partner', 'code'), name='case_code_per_partner'), models.UniqueConstraint(condition=models.Q(('stage', 'closed'), _negated=True), fields=('person',), name='one_open_case_per_person'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('stage', 'closed'), _negated=True), ('closed_at', None), ('closed_by', None), ('closure_reason', '')), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), ('stage', 'closed'), models.Q(('closure_reason', ''), _negated=True)), _connector='OR'), name='case_closed_with_reason'), models.CheckConstraint(condition=models.Q(('lines__contained_by', ['civic_engagement', 'taking_in_charge', 'housing'])), name='case_known_lines'), models.CheckConstraint(condition=models.Q(('helpfulness', None), ('helpfulness__range', (1, 5)), _connector='OR'), name='case_helpfulness_1_to_5')],
            },
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('moment', models.CharField(choices=[('entry', 'At entry'), ('review', 'At review'), ('exit', 'At exit')], max_length=10)),
                ('assessed_on', models.DateField()),
                ('summary', lgnet.core.fields.EncryptedTextField(key='case.person.key')),
                ('recorded_at', models.DateTimeField()),
                ('assessed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='cases.case')),
            ],
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('domain', models.CharField(choices=[('housing', 'Housing'), ('language', 'Italian language'), ('work', 'Work'), ('income', 'Income'), ('legal', 'Legal status'), ('health_access', 'Access to health care'), ('network', 'Social network'), ('autonomy', 'Autonomy')], max_length=15)),
                ('text', lgnet.core.fields.EncryptedTextField(key='plan.case.person.key')),
                ('text_for_person', lgnet.core.fields.EncryptedTextField(key='plan.case.person.key')),
                ('due_on', models.DateField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('', 'Open'), ('reached', 'Reached'), ('partly', 'Partly reached'), ('not_reached', 'Not reached'), ('dropped', 'No longer wanted')], max_length=12)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('blocked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='blocks', to='cases.goal')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'ordering': ['position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='GoalAction',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('text', lgnet.core.fields.EncryptedTextField(key='goal.plan.case.person.key')),
                ('who', models.CharField(choices=[('person', 'The person'), ('worker', 'The case manager'), ('team', 'The team'), ('outside', 'Another service')], max_length=10)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='cases.goal')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'ordering': ['position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('source', models.CharField(choices=[('outreach', 'Mobile unit'), ('walk_in', 'Came in person'), ('referral', 'Referred by a service'), ('public_notice', 'Public notice')], default='walk_in', max_length=15)),
                ('first_contact_at', models.DateTimeField()),
                ('screened_at', models.DateTimeField(blank=True, null=True)),
                ('urgency', models.PositiveSmallIntegerField(choices=[(0, 'Ordinary'), (1, 'Soon'), (2, 'Urgent'), (3, 'At once')], default=0)),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('needs_protection_now', models.BooleanField(default=False)),
                ('eligibility', models.CharField(blank=True, choices=[('eligible', 'Eligible'), ('to_check', 'To be checked'), ('not_eligible', 'Not eligible')], max_length=12)),
                ('eligibility_note', lgnet.core.fields.EncryptedTextField(key='person.key')),
                ('outcome', models.CharField(blank=True, choices=[('', 'To be decided'), ('take_in_charge', 'To be taken in charge'), ('oriented', 'Informed and oriented elsewhere'), ('not_eligible', 'Not eligible'), ('declined', 'The person declined'), ('lost', 'Contact lost')], max_length=20)),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('first_service_at', models.DateTimeField(blank=True, null=True)),
                ('next_step', models.CharField(blank=True, choices=[('screen', 'Screening'), ('take_in_charge', 'Taking in charge'), ('first_service', 'First service'), ('', 'Nothing')], default='screen', max_length=20)),
                ('due_at', models.DateTimeField(blank=True, null=True)),
                ('import_run', models.UUIDField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='intakes', to='people.person')),
                ('screened_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('next_step', ''), _negated=True), fields=['partner', 'due_at', 'id'], name='intake_queue'), models.Index(fields=['person', '-first_contact_at'], name='intake_of_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('screened_at', None), ('screened_by', None)), models.Q(('screened_at__isnull', False), ('screened_by__isnull', False)), _connector='OR'), name='intake_screened_at_and_by'), models.CheckConstraint(condition=models.Q(('next_step', ''), ('due_at__isnull', False), _connector='OR'), name='intake_waiting_has_due'), models.CheckConstraint(condition=models.Q(models.Q(('screened_at', None), ('screened_at__gte', models.F('first_contact_at')), _connector='OR'), models.Q(('taken_at', None), ('taken_at__gte', models.F('first_contact_at')), _connector='OR'), models.Q(('first_service_at', None), ('first_service_at__gte', models.F('first_contact_at')), _connector='OR')), name='intake_moments_in_order')],
            },
        ),
        migrations.AddField(
            model_name='case',
            name='intake',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='case', to='cases.intake'),
        ),
        migrations.CreateModel(
            name='Intervention',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('delivered_on', models.DateField()),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('result', models.CharField(choices=[('done', 'Done'), ('no_show', 'The person did not come'), ('refused', 'Refused by the person'), ('interrupted', 'Interrupted')], default='done', max_length=12)),
                ('cost_cents', models.PositiveIntegerField(blank=True, null=True)),
                ('note', lgnet.core.fields.EncryptedTextField(key='case.person.key')),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interventions', to='cases.case')),
                ('delivered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.interventiontype')),
            ],
            options={
                'indexes': [models.Index(fields=['case', '-delivered_on'], name='intervention_of_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes', None), ('minutes__lte', 1440), _connector='OR'), name='intervention_at_most_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('level', models.CharField(choices=[('partner', 'Everybody who works on cases here'), ('circle', 'Only the team of this case')], default='partner', max_length=10)),
                ('text', lgnet.core.fields.EncryptedTextField(key='case.person.key')),
                ('written_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='cases.case')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['case', '-written_at'], name='note_of_case')],
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('agreed', 'Agreed with the person'), ('superseded', 'Replaced by a later version')], default='draft', max_length=10)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('drafted_at', models.DateTimeField()),
                ('agreed_on', models.DateField(blank=True, null=True)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='cases.case')),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case', 'version'), name='plan_version_per_case'), models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('case',), name='one_draft_per_case'), models.UniqueConstraint(condition=models.Q(('status', 'agreed')), fields=('case',), name='one_agreed_plan_per_case'), models.CheckConstraint(condition=models.Q(models.Q(('agreed_on', None), ('status', 'draft')), models.Q(('status', 'draft'), _negated=True), _connector='OR'), name='plan_agreed_on_a_day')],
            },
        ),
        migrations.AddField(
            model_name='goal',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='cases.plan'),
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('reviewed_on', models.DateField()),
                ('summary', lgnet.core.fields.EncryptedTextField(key='case.person.key')),
                ('next_review_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='cases.case')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('reviewed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('next_review_on__gt', models.F('reviewed_on'))), name='review_next_is_later')],
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('domain', models.CharField(choices=[('housing', 'Housing'), ('language', 'Italian language'), ('work', 'Work'), ('income', 'Income'), ('legal', 'Legal status'), ('health_access', 'Access to health care'), ('network', 'Social network'), ('autonomy', 'Autonomy')], max_length=15)),
                ('value', models.CharField(blank=True, max_length=10)),
                ('missing', models.CharField(blank=True, max_length=20)),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='cases.assessment')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('assessment', 'domain'), name='one_score_per_domain'), models.CheckConstraint(condition=models.Q(('value', ''), ('missing', ''), _connector='XOR'), name='score_value_or_reason')],
            },
        ),
        migrations.CreateModel(
            name='Vulnerability',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('category', models.CharField(max_length=5)),
                ('certainty', models.CharField(choices=[('reported', 'Reported'), ('observed', 'Observed'), ('ascertained', 'Ascertained by a professional')], max_length=12)),
                ('detected_on', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vulnerabilities', to='cases.case')),
                ('detected_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vulnerabilities', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case', 'category'), name='vulnerability_once')],
            },
        ),
        migrations.CreateModel(
            name='CaseMember',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(choices=[('manager', 'Case manager'), ('social_worker', 'Social worker'), ('psychologist', 'Psychologist'), ('legal', 'Legal operator'), ('mediator', 'Cultural mediator'), ('educator', 'Educator'), ('housing', 'Housing mediator'), ('other', 'Other professional')], max_length=15)),
                ('joined_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='cases.case')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('left_at', None)), fields=['case', 'user'], name='casemember_circle')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('case', 'user'), name='once_in_a_team')],
            },
        ),
        migrations.CreateModel(
            name='ClockStandard',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('step', models.CharField(choices=[('screen', 'Screening'), ('take_in_charge', 'Taking in charge'), ('first_service', 'First service'), ('', 'Nothing')], max_length=20)),
                ('urgency', models.PositiveSmallIntegerField(choices=[(0, 'Ordinary'), (1, 'Soon'), (2, 'Urgent'), (3, 'At once')])),
                ('hours', models.PositiveIntegerField()),
                ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'step', 'urgency'), name='one_standard_per_step', nulls_distinct=False)],
            },
        ),
    ]
