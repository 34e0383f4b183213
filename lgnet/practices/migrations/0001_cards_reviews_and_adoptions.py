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
            name='Card',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('language', models.CharField(choices=[('it', 'Italian'), ('en', 'English'), ('de', 'German'), ('fr', 'French')], default='it', max_length=2)),
                ('title', models.CharField(max_length=160)),
                ('context', models.TextField(blank=True)),
                ('problem', models.TextField(blank=True)),
                ('steps', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300), blank=True, default=list, size=None)),
                ('people', models.TextField(blank=True)),
                ('cost', models.TextField(blank=True)),
                ('cost_euro', models.PositiveIntegerField(blank=True, null=True)),
                ('months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('results', models.TextField(blank=True)),
                ('went_wrong', models.TextField(blank=True)),
                ('transfer', models.TextField(blank=True)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('lines', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('civic_engagement', 'Civic engagement and work autonomy'), ('taking_in_charge', 'Taking in charge'), ('housing', 'Housing')], max_length=20), blank=True, default=list, size=None)),
                ('is_public', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Given to another partner to review'), ('published', 'Published'), ('replaced', 'Replaced by a newer version'), ('retired', 'No longer done')], default='draft', max_length=10)),
                ('written_at', models.DateTimeField()),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=300)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'published')), fields=['-published_at', '-id'], name='card_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('submitted_at', None), ('submitted_by', None)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='card_submitted_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('published_at', None), ('published_by', None)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='card_published_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='card_ended_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('published_at', None), ('state__in', ['draft', 'submitted'])), models.Q(('published_at__isnull', False), ('state__in', ['published', 'replaced', 'retired'])), _connector='OR'), name='card_published_when_it_says_so'), models.CheckConstraint(condition=models.Q(('language__in', ['it', 'en', 'de', 'fr'])), name='card_known_language'), models.CheckConstraint(condition=models.Q(('lines__contained_by', ['civic_engagement', 'taking_in_charge', 'housing'])), name='card_known_lines')],
            },
        ),
        migrations.CreateModel(
            name='Adoption',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('aim', models.TextField(blank=True)),
                ('indicator', models.CharField(blank=True, max_length=20)),
                ('definition_version', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('started_on', models.DateField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('begun_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, choices=[('', 'Under way'), ('worked', 'It worked here too'), ('partly', 'It worked in part'), ('failed', 'It did not work here'), ('stopped', 'We stopped before the end')], max_length=10)),
                ('result', models.TextField(blank=True)),
                ('changed', models.TextField(blank=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('compared_at', models.DateTimeField(blank=True, null=True)),
                ('before', models.PositiveIntegerField(blank=True, null=True)),
                ('after', models.PositiveIntegerField(blank=True, null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='practices.card')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', '-begun_at'], name='adoption_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('partner', models.F('author')), _negated=True), name='adoption_by_another_partner'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None), ('outcome', '')), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='adoption_ended_at_and_by'), models.CheckConstraint(condition=models.Q(('due_on', None), ('due_on__gte', models.F('started_on')), _connector='OR'), name='adoption_due_after_start'), models.CheckConstraint(condition=models.Q(models.Q(('definition_version', None), ('indicator', '')), models.Q(models.Q(('indicator', ''), _negated=True), ('definition_version__isnull', False)), _connector='OR'), name='adoption_measured_by_a_version')],
            },
        ),
        migrations.CreateModel(
            name='CardFile',
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
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='practices.card')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'ordering': ['added_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('given_at', models.DateTimeField()),
                ('adoption', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='practices.adoption')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='Practice',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('begun_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', None)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='practice_confirmed_at_and_by')],
            },
        ),
        migrations.AddField(
            model_name='card',
            name='practice',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='cards', to='practices.practice'),
        ),
        migrations.AddField(
            model_name='adoption',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='practices.practice'),
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('sent_on', models.DateField()),
                ('letters', models.PositiveSmallIntegerField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('practice', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='practices.practice')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('practice', 'sent_on'), name='one_practice_reminder_per_day')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('turn', models.PositiveSmallIntegerField()),
                ('taken_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, choices=[('', 'Being reviewed'), ('approved', 'Approved'), ('sent_back', 'Sent back'), ('given_up', 'Given up')], max_length=10)),
                ('reasons', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='practices.card')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('partner', models.F('author')), _negated=True), name='review_by_another_partner'), models.UniqueConstraint(condition=models.Q(('outcome__in', ['', 'approved'])), fields=('card', 'turn'), name='one_review_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('outcome', '')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='review_decided_at_and_by'), models.CheckConstraint(condition=models.Q(('outcome', 'sent_back'), ('reasons', ''), _negated=True), name='review_sent_back_with_reasons')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='practices.review')),
            ],
            options={
                'ordering': ['asked_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='question_answered_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionStep',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=300)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('adoption', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='practices.adoption')),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('adoption', 'position'), name='one_step_per_position'), models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('done_by', None)), models.Q(('done_at__isnull', False), ('done_by__isnull', False)), _connector='OR'), name='step_done_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='ComparedMonth',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('is_after', models.BooleanField()),
                ('value', models.PositiveIntegerField(blank=True, null=True)),
                ('adoption', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='months', to='practices.adoption')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'ordering': ['month'],
                'constraints': [models.UniqueConstraint(fields=('adoption', 'month'), name='one_value_per_month')],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('indicator', models.CharField(max_length=20)),
                ('definition_version', models.PositiveSmallIntegerField()),
                ('value', models.PositiveIntegerField(blank=True, null=True)),
                ('measured_at', models.DateTimeField()),
                ('card', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='practices.card')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('card', 'indicator'), name='one_figure_per_indicator')],
            },
        ),
        migrations.AddConstraint(
            model_name='card',
            constraint=models.UniqueConstraint(fields=('practice', 'version'), name='one_card_per_version'),
        ),
        migrations.AddConstraint(
            model_name='card',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'submitted'])), fields=('practice',), name='one_card_at_work'),
        ),
        migrations.AddConstraint(
            model_name='card',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('practice',), name='one_card_published'),
        ),
        migrations.AddConstraint(
            model_name='adoption',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('practice', 'partner'), name='one_adoption_under_way'),
        ),
    ]
