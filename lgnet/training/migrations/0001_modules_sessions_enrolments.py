# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import datetime
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_no_index_twice'),
    ]

    operations = [
        migrations.CreateModel(
            name='Module',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=12)),
                ('title', models.CharField(max_length=200)),
                ('area', models.CharField(choices=[('reception', 'Taking in charge and integrated services'), ('rights', 'Rights and legal matters'), ('health', 'Health and vulnerability'), ('housing', 'Housing autonomy'), ('work', 'Work autonomy and civic engagement'), ('mediation', 'Language and cultural mediation'), ('protection', 'Violence, trafficking and exploitation'), ('governance', 'Networks, co-planning and governance'), ('data', 'Data, monitoring and reporting')], max_length=12)),
                ('contents', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('open', 'Published'), ('called_off', 'Called off')], default='draft', max_length=10)),
                ('places', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                ('places_per_partner', models.PositiveIntegerField(blank=True, null=True)),
                ('needs_approval', models.BooleanField(default=True)),
                ('enrol_until', models.DateField()),
                ('threshold', models.PositiveSmallIntegerField(default=80, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)])),
                ('arrivals', models.PositiveIntegerField(default=0)),
                ('written_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('called_off_at', models.DateTimeField(blank=True, null=True)),
                ('called_off_reason', models.CharField(blank=True, max_length=300)),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('places__gte', 1)), name='module_has_places'), models.CheckConstraint(condition=models.Q(('places_per_partner', None), models.Q(('places_per_partner__gte', 1), ('places_per_partner__lte', models.F('places'))), _connector='OR'), name='module_places_per_partner_within_places'), models.CheckConstraint(condition=models.Q(('threshold__gte', 1), ('threshold__lte', 100)), name='module_threshold_is_a_percentage'), models.CheckConstraint(condition=models.Q(models.Q(('published_at', None), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('published_at__isnull', False)), _connector='OR'), name='module_published_when_open'), models.CheckConstraint(condition=models.Q(models.Q(('called_off_at__isnull', False), ('state', 'called_off'), models.Q(('called_off_reason', ''), _negated=True)), models.Q(models.Q(('state', 'called_off'), _negated=True), ('called_off_at', None), ('called_off_reason', '')), _connector='OR'), name='module_called_off_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Enrolment',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('arrival', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('waiting', 'On the waiting list'), ('seated', 'Has a place'), ('declined', 'Not approved'), ('withdrawn', 'Withdrawn'), ('lapsed', 'Not approved in time')], default='waiting', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('seated_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=300)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('module', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='training.module')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'module'], name='enrolment_of_partner'), models.Index(condition=models.Q(('state', 'waiting')), fields=['module', 'arrival'], name='enrolment_waiting')],
                'constraints': [models.UniqueConstraint(fields=('module', 'arrival'), name='one_arrival_per_turn'), models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'seated'))), fields=('module', 'colleague'), name='one_standing_enrolment'), models.CheckConstraint(condition=models.Q(models.Q(('seated_at', None), ('state', 'waiting')), models.Q(('seated_at__isnull', False), ('state', 'seated')), models.Q(('state__in', ('waiting', 'seated')), _negated=True), _connector='OR'), name='enrolment_seated_since'), models.CheckConstraint(condition=models.Q(models.Q(('approved_at', None), ('approved_by', None)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), name='enrolment_approved_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None), ('state__in', ('waiting', 'seated'))), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), ('state__in', ('declined', 'withdrawn'))), models.Q(('ended_at__isnull', False), ('ended_by', None), ('state', 'lapsed')), _connector='OR'), name='enrolment_ended_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='Prerequisite',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('module', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='prerequisites', to='training.module')),
                ('required', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opens', to='training.module')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('module', 'required'), name='one_prerequisite_per_pair'), models.CheckConstraint(condition=models.Q(('module', models.F('required')), _negated=True), name='no_module_requires_itself')],
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200)),
                ('aims', models.TextField(blank=True)),
                ('written_at', models.DateTimeField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.edition')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
        ),
        migrations.AddField(
            model_name='module',
            name='programme',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='modules', to='training.programme'),
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=200)),
                ('mode', models.CharField(choices=[('presence', 'In presence'), ('online', 'On line'), ('blended', 'In presence and on line')], max_length=8)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('break_minutes', models.PositiveSmallIntegerField(default=0)),
                ('room', models.CharField(blank=True, max_length=120)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('link', models.URLField(blank=True, max_length=500)),
                ('room_places', models.PositiveIntegerField(blank=True, null=True)),
                ('speakers', models.CharField(blank=True, max_length=300)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('called_off', 'Called off')], default='planned', max_length=10)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('moved_from', models.DateTimeField(blank=True, null=True)),
                ('called_off_reason', models.CharField(blank=True, max_length=300)),
                ('module', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='training.module')),
            ],
            options={
                'ordering': ['starts_at', 'id'],
                'indexes': [models.Index(fields=['module', 'starts_at'], name='session_of_module'), models.Index(fields=['starts_at'], name='session_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_start'), models.CheckConstraint(condition=models.Q(('ends_at__lte', django.db.models.expressions.CombinedExpression(models.F('starts_at'), '+', models.Value(datetime.timedelta(seconds=43200))))), name='session_lasts_less_than_a_day'), models.CheckConstraint(condition=models.Q(('ends_at__gt', django.db.models.expressions.CombinedExpression(models.F('starts_at'), '+', django.db.models.expressions.CombinedExpression(models.F('break_minutes'), '*', models.Value(datetime.timedelta(seconds=60)))))), name='session_longer_than_its_break'), models.CheckConstraint(condition=models.Q(models.Q(('mode', 'presence'), models.Q(('room', ''), _negated=True)), models.Q(('mode', 'online'), models.Q(('link', ''), _negated=True)), models.Q(('mode', 'blended'), models.Q(('room', ''), _negated=True), models.Q(('link', ''), _negated=True)), _connector='OR'), name='session_says_where'), models.CheckConstraint(condition=models.Q(('room_places', None), ('room_places__gte', 1), _connector='OR'), name='session_room_has_places'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'called_off'), models.Q(('called_off_reason', ''), _negated=True)), models.Q(('called_off_reason', ''), ('state', 'planned')), _connector='OR'), name='session_called_off_says_why')],
            },
        ),
        migrations.CreateModel(
            name='OnlineLog',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('digest', models.CharField(max_length=64)),
                ('lines', models.PositiveIntegerField()),
                ('taken', models.PositiveIntegerField()),
                ('errors', models.JSONField(blank=True, default=list)),
                ('read_at', models.DateTimeField()),
                ('read_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='logs', to='training.session')),
            ],
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('seated', 'A place is yours'), ('moved', 'A session was moved'), ('called_off', 'A session was called off'), ('reminder', 'A session is near'), ('ended', 'The enrolment has ended')], max_length=10)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('sent_at', models.DateTimeField()),
                ('enrolment', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='training.enrolment')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.session')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('enrolment', 'kind', 'session', 'sequence'), name='told_each_thing_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('file', 'File'), ('page', 'Page'), ('video', 'Video')], max_length=5)),
                ('title', models.CharField(max_length=200)),
                ('added_at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('module', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='materials', to='training.module')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='materials', to='training.session')),
            ],
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('how', models.CharField(choices=[('qr', 'QR code in the room'), ('code', 'Code typed'), ('list', "Trainer's list"), ('log', 'Log of the webinar'), ('makeup', 'Made up')], max_length=6)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('entered_at', models.DateTimeField(blank=True, null=True)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('enrolment', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='training.enrolment')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='training.session')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('enrolment', 'session'), name='one_attendance_per_session'), models.CheckConstraint(condition=models.Q(('left_at', None), models.Q(('entered_at__isnull', False), ('left_at__gte', models.F('entered_at'))), _connector='OR'), name='attendance_leaves_after_entering'), models.CheckConstraint(condition=models.Q(models.Q(('how', 'makeup'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='attendance_makeup_says_what')],
            },
        ),
        migrations.CreateModel(
            name='Teaching',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('session', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='teachings', to='training.session')),
                ('trainer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('session', 'trainer'), name='one_teaching_per_trainer')],
            },
        ),
        migrations.CreateModel(
            name='MaterialVersion',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('file', 'File'), ('page', 'Page'), ('video', 'Video')], max_length=5)),
                ('number', models.PositiveSmallIntegerField()),
                ('what_changed', models.CharField(blank=True, max_length=200)),
                ('text', models.TextField(blank=True)),
                ('captions', models.TextField(blank=True)),
                ('transcript', models.TextField(blank=True)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('content_type', models.CharField(blank=True, max_length=100)),
                ('size', models.PositiveIntegerField(default=0)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('stored_as', models.CharField(blank=True, max_length=64)),
                ('key_id', models.CharField(blank=True, max_length=40)),
                ('wrapped', models.BinaryField(blank=True, default=b'')),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('material', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='training.material')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('material', 'number'), name='one_material_per_number'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'page'), ('stored_as', ''), models.Q(('text', ''), _negated=True)), models.Q(('kind', 'file'), models.Q(('stored_as', ''), _negated=True)), models.Q(('kind', 'video'), models.Q(('stored_as', ''), _negated=True), models.Q(('captions', ''), _negated=True), models.Q(('transcript', ''), _negated=True)), _connector='OR'), name='material_is_what_its_kind_says')],
            },
        ),
        migrations.AddConstraint(
            model_name='module',
            constraint=models.UniqueConstraint(fields=('programme', 'code'), name='one_module_per_code'),
        ),
    ]
