# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations, constraints inside the tables; protected in 0002."""

import django.contrib.postgres.fields
import django.db.models.deletion
import lgnet.core.ids
import lgnet.core.shipped_csv
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_no_index_twice'),
        ('training', '0002_row_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='Questionnaire',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('usefulness', 'Usefulness, at the end'), ('use', 'Use of what was learnt, after three months')], max_length=10)),
                ('number', models.PositiveSmallIntegerField()),
                ('written_at', models.DateTimeField()),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'number'), name='one_questionnaire_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('questionnaire', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='evaluation.questionnaire')),
                ('position', models.PositiveSmallIntegerField()),
                ('answered', models.CharField(choices=[('scale', 'From 1 to 5'), ('words', 'In words')], default='scale', max_length=5)),
                ('label_it', models.CharField(max_length=200)),
                ('label_en', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('questionnaire', 'position'), name='one_question_per_position'), models.UniqueConstraint(condition=models.Q(('answered', 'words')), fields=('questionnaire',), name='one_question_in_words')],
            },
            bases=(lgnet.core.shipped_csv.Labelled, models.Model),
        ),
        migrations.CreateModel(
            name='Survey',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('module', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='training.module')),
                ('kind', models.CharField(choices=[('usefulness', 'Usefulness, at the end'), ('use', 'Use of what was learnt, after three months')], max_length=10)),
                ('questionnaire', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='evaluation.questionnaire')),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('module', 'kind'), name='one_survey_per_kind'), models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='survey_closes_after_opening')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('survey', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='evaluation.survey')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.enrolment')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('invited_on', models.DateField()),
                ('reminders', models.PositiveSmallIntegerField(default=0)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('answered', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'survey'], name='invitation_of_partner')],
                'constraints': [models.UniqueConstraint(fields=('survey', 'colleague'), name='asked_once_in_a_survey'), models.CheckConstraint(condition=models.Q(models.Q(('reminded_on', None), ('reminders', 0)), models.Q(('reminded_on__isnull', False), ('reminders__gte', 1), ('reminders__lte', 2)), _connector='OR'), name='invitation_reminded_at_most_twice')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluation.survey')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('marks', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('marks__contained_by', [0, 1, 2, 3, 4, 5])), name='answer_marks_on_the_scale')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluation.survey')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('text', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('survey', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='evaluation.survey')),
                ('scope', models.CharField(choices=[('partner', 'Partner'), ('others', 'Others'), ('network', 'Network')], max_length=7)),
                ('partner', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('answers', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('survey', 'scope', 'partner'), name='one_group_per_scope', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('answers__gte', 5)), name='group_is_never_small'), models.CheckConstraint(condition=models.Q(models.Q(('partner__isnull', False), ('scope', 'partner')), models.Q(models.Q(('scope', 'partner'), _negated=True), ('partner', None)), _connector='OR'), name='group_of_a_partner_names_it')],
            },
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('group', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tallies', to='evaluation.group')),
                ('position', models.PositiveSmallIntegerField()),
                ('mark', models.PositiveSmallIntegerField()),
                ('n', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('group', 'position', 'mark'), name='one_tally_per_mark')],
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='evaluation.group')),
                ('text', models.TextField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
    ]
