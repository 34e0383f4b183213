# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.contrib.postgres.fields
import django.db.models.deletion
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_no_index_twice'),
    ]

    operations = [
        migrations.CreateModel(
            name='Admission',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('extra_percent', models.PositiveSmallIntegerField(default=0)),
                ('extra_attempts', models.PositiveSmallIntegerField(default=0)),
                ('admitted_at', models.DateTimeField()),
                ('admitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='admissions', to='network.colleague')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('extra_percent__lte', 200)), name='admission_extra_time_at_most_thrice'), models.CheckConstraint(condition=models.Q(('extra_attempts__lte', 20)), name='admission_extra_attempts')],
            },
        ),
        migrations.CreateModel(
            name='Bank',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120, unique=True)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'ordering': ['title'],
            },
        ),
        migrations.CreateModel(
            name='Exam',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('title', models.CharField(max_length=160)),
                ('instructions', models.TextField(blank=True)),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=2)),
                ('pass_percent', models.PositiveSmallIntegerField(default=60)),
                ('for_everybody', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('open', 'Open'), ('closed', 'Closed')], default='draft', max_length=8)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pass_percent__gte', 1), ('pass_percent__lte', 100)), name='test_pass_mark_is_a_percentage'), models.CheckConstraint(condition=models.Q(('attempts__gte', 1), ('attempts__lte', 20)), name='test_can_be_tried'), models.CheckConstraint(condition=models.Q(('minutes', None), models.Q(('minutes__gte', 1), ('minutes__lte', 480)), _connector='OR'), name='test_lasts_a_while')],
            },
        ),
        migrations.CreateModel(
            name='Draw',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('questions', models.PositiveSmallIntegerField()),
                ('bank', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='draws', to='examinations.bank')),
                ('exam', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='draws', to='examinations.exam')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('exam', 'bank'), name='one_draw_per_bank'), models.CheckConstraint(condition=models.Q(('questions__gte', 1), ('questions__lte', 100)), name='draw_takes_something')],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('seed', models.BigIntegerField()),
                ('begun_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(choices=[('open', 'Under way'), ('marking', 'Waiting for the trainer'), ('done', 'Marked')], default='open', max_length=8)),
                ('handed', models.CharField(blank=True, choices=[('', 'Not yet'), ('hand', 'Handed in'), ('time', 'Handed in when the time was over')], max_length=4)),
                ('handed_at', models.DateTimeField(blank=True, null=True)),
                ('points', models.PositiveIntegerField(default=0)),
                ('most_points', models.PositiveIntegerField(default=0)),
                ('passed', models.BooleanField(null=True)),
                ('marked_at', models.DateTimeField(blank=True, null=True)),
                ('admission', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='examinations.admission')),
                ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('exam', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='attempts_made', to='examinations.exam')),
            ],
            options={
                'indexes': [models.Index(fields=['exam', '-begun_at', '-id'], name='attempts_of_a_test'), models.Index(condition=models.Q(('state', 'open')), fields=['ends_at'], name='attempts_running_out')],
                'constraints': [models.UniqueConstraint(fields=('admission', 'number'), name='one_attempt_per_number'), models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('admission',), name='one_open_attempt'), models.CheckConstraint(condition=models.Q(models.Q(('handed', ''), ('handed_at', None), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), models.Q(('handed', ''), _negated=True), ('handed_at__isnull', False)), _connector='OR'), name='attempt_handed_in_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), ('marked_at__isnull', False), ('passed__isnull', False)), models.Q(models.Q(('state', 'done'), _negated=True), ('marked_at', None), ('passed', None)), _connector='OR'), name='attempt_judged_when_marked'), models.CheckConstraint(condition=models.Q(('points__lte', models.F('most_points'))), name='attempt_points_within'), models.CheckConstraint(condition=models.Q(('ends_at', None), ('ends_at__gt', models.F('begun_at')), _connector='OR'), name='attempt_ends_after_it_began')],
            },
        ),
        migrations.AddField(
            model_name='admission',
            name='exam',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='admissions', to='examinations.exam'),
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
                ('bank', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='examinations.bank')),
                ('retired_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('retired_at', None), ('retired_by', None)), models.Q(('retired_at__isnull', False), ('retired_by__isnull', False)), _connector='OR'), name='question_retired_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='QuestionVersion',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('single', 'One right answer'), ('multiple', 'Several right answers'), ('true_false', 'True or false'), ('text', 'Open answer, marked by the trainer')], max_length=12)),
                ('text', models.TextField()),
                ('options', models.JSONField(default=list)),
                ('feedback', models.TextField(blank=True)),
                ('points', models.PositiveSmallIntegerField(default=1)),
                ('written_at', models.DateTimeField()),
                ('question', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='examinations.question')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('question', 'number'), name='one_question_version_per_number'), models.CheckConstraint(condition=models.Q(('points__gte', 1)), name='question_is_worth_something'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'text'), _negated=True), ('options', []), _connector='OR'), name='question_open_without_options')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('chosen', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None)),
                ('text', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField(blank=True, null=True)),
                ('points', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('remark', models.TextField(blank=True)),
                ('marked_at', models.DateTimeField(blank=True, null=True)),
                ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('marked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('attempt', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='examinations.attempt')),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='examinations.questionversion')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('attempt', 'position'), name='one_answer_per_position'), models.CheckConstraint(condition=models.Q(models.Q(('marked_at', None), ('marked_by', None)), models.Q(('marked_at__isnull', False), ('marked_by__isnull', False), ('points__isnull', False)), _connector='OR'), name='answer_marked_at_and_by')],
            },
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=models.UniqueConstraint(fields=('exam', 'colleague'), name='admitted_once_to_a_test'),
        ),
    ]
