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
            name='DigestChoice',
            fields=[
                ('colleague', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='network.colleague')),
                ('rhythm', models.CharField(choices=[('daily', 'Every day'), ('weekly', 'Every Monday'), ('never', 'Never')], default='weekly', max_length=6)),
                ('chosen_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='DirectoryEntry',
            fields=[
                ('colleague', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='network.colleague')),
                ('headline', models.CharField(max_length=120)),
                ('skills', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(), blank=True, default=list, size=None)),
                ('themes', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(), blank=True, default=list, size=None)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), blank=True, default=list, size=None)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('shown_since', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, unique=True)),
                ('purpose', models.TextField()),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('coordinator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('opening', 'Opening'), ('answer', 'Answer'), ('comment', 'Comment')], max_length=8)),
                ('text', models.TextField()),
                ('language', models.CharField(choices=[('it', 'Italian'), ('en', 'English'), ('de', 'German'), ('fr', 'French')], default='it', max_length=2)),
                ('written_at', models.DateTimeField()),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('deleted_at', models.DateTimeField(blank=True, null=True)),
                ('hidden_at', models.DateTimeField(blank=True, null=True)),
                ('hidden_reason', models.CharField(blank=True, max_length=300)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('hidden_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('under', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='exchange.post')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'comment'), ('under__isnull', False)), models.Q(models.Q(('kind', 'comment'), _negated=True), ('under', None)), _connector='OR'), name='only_a_comment_stands_under_a_post'), models.CheckConstraint(condition=models.Q(models.Q(('hidden_at', None), ('hidden_by', None), ('hidden_reason', '')), models.Q(('hidden_at__isnull', False), ('hidden_by__isnull', False), models.Q(('hidden_reason', ''), _negated=True)), _connector='OR'), name='post_hidden_at_and_by_with_reason'), models.CheckConstraint(condition=models.Q(('edited_at', None), ('edited_at__gte', models.F('written_at')), _connector='OR'), name='post_edited_after_written')],
            },
        ),
        migrations.CreateModel(
            name='PostedAnyway',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('subject_kind', models.CharField(max_length=40)),
                ('subject_id', models.UUIDField()),
                ('link', models.CharField(max_length=200)),
                ('reason', models.CharField(max_length=300)),
                ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
                ('passages', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField(db_index=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.group')),
            ],
        ),
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('code', models.SlugField(primary_key=True, serialize=False)),
                ('label_it', models.CharField(max_length=80)),
                ('label_en', models.CharField(max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_offered', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('label_it', ''), _negated=True), models.Q(('label_en', ''), _negated=True)), name='skill_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('code', models.SlugField(primary_key=True, serialize=False)),
                ('label_it', models.CharField(max_length=80)),
                ('label_en', models.CharField(max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_offered', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('label_it', ''), _negated=True), models.Q(('label_en', ''), _negated=True)), name='theme_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('question', 'Question'), ('discussion', 'Discussion')], max_length=10)),
                ('title', models.CharField(max_length=160)),
                ('language', models.CharField(choices=[('it', 'Italian'), ('en', 'English'), ('de', 'German'), ('fr', 'French')], default='it', max_length=2)),
                ('started_at', models.DateTimeField()),
                ('last_post_at', models.DateTimeField()),
                ('replies', models.PositiveIntegerField(default=0)),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('is_plain', models.BooleanField(default=True)),
                ('is_gone', models.BooleanField(default=False)),
                ('accepted', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.post')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.group')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('theme', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.theme')),
            ],
            options={
                'indexes': [models.Index(fields=['-last_post_at', '-id'], name='thread_latest'), models.Index(fields=['theme', '-last_post_at', '-id'], name='thread_of_theme')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('accepted', None), ('accepted_at', None)), models.Q(('accepted__isnull', False), ('accepted_at__isnull', False)), _connector='OR'), name='thread_accepted_with_its_moment'), models.CheckConstraint(condition=models.Q(('kind', 'question'), ('accepted', None), _connector='OR'), name='only_a_question_is_answered')],
            },
        ),
        migrations.AddField(
            model_name='post',
            name='thread',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='exchange.thread'),
        ),
        migrations.CreateModel(
            name='Follow',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateTimeField()),
                ('follower', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.group')),
                ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.theme')),
                ('thread', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.thread')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('group', None), ('theme__isnull', False), ('thread', None)), models.Q(('group', None), ('theme', None), ('thread__isnull', False)), models.Q(('group__isnull', False), ('theme', None), ('thread', None)), _connector='OR'), name='follow_one_thing'), models.UniqueConstraint(fields=('follower', 'theme', 'thread', 'group'), name='follow_each_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='DigestSent',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('sent_on', models.DateField()),
                ('until', models.DateTimeField()),
                ('threads', models.PositiveSmallIntegerField()),
                ('colleague', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('colleague', 'sent_on'), name='one_digest_per_day')],
            },
        ),
        migrations.CreateModel(
            name='GroupMember',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('joined_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('group', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='exchange.group')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['group', 'joined_at'], name='groupmember_of_group')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('group', 'member'), name='one_membership_of_a_group'), models.CheckConstraint(condition=models.Q(('left_at', None), ('left_at__gte', models.F('joined_at')), _connector='OR'), name='groupmember_left_after_joined')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('mention', 'You are mentioned'), ('answer', 'A reply to you'), ('accepted', 'Your answer was accepted'), ('hidden', 'A post of yours was hidden'), ('restored', 'A post of yours is shown again'), ('reported', 'A post of your group was reported'), ('group', 'You belong to a working group')], max_length=10)),
                ('told_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.group')),
                ('recipient', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exchange.post')),
            ],
            options={
                'indexes': [models.Index(fields=['recipient', '-told_at', '-id'], name='notice_latest'), models.Index(condition=models.Q(('read_at', None)), fields=['recipient'], name='notice_unread')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', False), ('kind', 'group'), ('post', None)), models.Q(models.Q(('kind', 'group'), _negated=True), ('group', None), ('post__isnull', False)), _connector='OR'), name='notice_of_a_post_or_a_group')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('mentioned', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='exchange.post')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('post', 'mentioned'), name='mentioned_once')],
            },
        ),
        migrations.CreateModel(
            name='PostReport',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=300)),
                ('reported_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('', 'Open'), ('hidden', 'The post was hidden'), ('kept', 'The post stays')], max_length=6)),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='exchange.post')),
                ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('settled_at', None)), fields=['reported_at', 'id'], name='report_open')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at', None)), fields=('post', 'reporter'), name='one_open_report_each'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_at', None), ('settled_by', None)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='report_settled_at_and_by_with_outcome')],
            },
        ),
        migrations.CreateModel(
            name='PostVersion',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(blank=True, max_length=160)),
                ('text', models.TextField()),
                ('replaced_at', models.DateTimeField()),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='exchange.post')),
            ],
            options={
                'indexes': [models.Index(fields=['post', '-replaced_at'], name='postversion_of_post')],
            },
        ),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(fields=['thread', 'written_at', 'id'], name='post_of_thread'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'opening')), fields=('thread',), name='one_opening_per_thread'),
        ),
    ]
