# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import datetime
import django.contrib.postgres.fields
import django.db.models.deletion
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0005_no_index_twice'),
        ('network', '0003_no_index_twice'),
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('address', models.CharField(max_length=200)),
                ('city', models.CharField(max_length=60)),
                ('postcode', models.CharField(blank=True, max_length=5)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('step_free', models.BooleanField(blank=True, null=True)),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.site')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'name'), name='one_place_per_name'), models.CheckConstraint(condition=models.Q(models.Q(('latitude', None), ('longitude', None)), models.Q(('latitude__gte', -90), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='place_on_the_map'), models.CheckConstraint(condition=models.Q(('postcode', ''), ('postcode__regex', '^[0-9]{5}$'), _connector='OR'), name='place_postcode')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('is_mobile', models.BooleanField(default=False)),
                ('name', models.CharField(max_length=120)),
                ('provider', models.CharField(blank=True, max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('eligibility', models.TextField(blank=True)),
                ('documents', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('documents_note', models.CharField(blank=True, max_length=200)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('website', models.URLField(blank=True)),
                ('capacity_note', models.CharField(blank=True, max_length=200)),
                ('cost', models.CharField(choices=[('free', 'Free of charge'), ('contribution', 'A small contribution'), ('paid', 'To be paid')], default='free', max_length=12)),
                ('cost_note', models.CharField(blank=True, max_length=200)),
                ('written_at', models.DateTimeField()),
                ('words_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.interventiontype')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['changed_at', 'id'], name='service_changed')],
                'constraints': [models.UniqueConstraint(fields=('partner', 'name'), name='one_service_per_name'), models.CheckConstraint(condition=models.Q(models.Q(('checked_at', None), ('checked_by', None)), models.Q(('checked_at__isnull', False), ('checked_by__isnull', False)), _connector='OR'), name='service_checked_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('published_at', None), ('published_by', None)), models.Q(('checked_at__isnull', False), ('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='service_published_at_and_by'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='service_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Nag',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('sent_on', models.DateField()),
                ('letters', models.PositiveSmallIntegerField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='nags', to='directory.service')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('service', 'sent_on'), name='one_nag_per_day')],
            },
        ),
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='desks', to='directory.place')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='desks', to='directory.service')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('service', 'place'), name='one_desk_per_place')],
            },
        ),
        migrations.CreateModel(
            name='ServiceText',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=3)),
                ('name', models.CharField(max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('eligibility', models.TextField(blank=True)),
                ('documents_note', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[('written', 'Not yet checked by a native speaker'), ('checked', 'Checked by a native speaker')], default='written', max_length=8)),
                ('written_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='directory.service')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('service', 'language'), name='one_text_per_language'), models.CheckConstraint(condition=models.Q(models.Q(('language', 'it'), _negated=True), models.Q(('name', ''), _negated=True)), name='text_of_another_language')],
            },
        ),
        migrations.CreateModel(
            name='SheetRun',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('services', 'Services and their desks'), ('stops', 'Stops of a mobile unit')], max_length=8)),
                ('file_name', models.CharField(max_length=200)),
                ('file_digest', models.CharField(max_length=64)),
                ('header', models.JSONField(default=list)),
                ('cells', models.JSONField(default=list)),
                ('columns', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('checked', 'Checked'), ('done', 'Done'), ('undone', 'Undone')], default='checked', max_length=8)),
                ('written', models.JSONField(default=dict)),
                ('rows_written', models.PositiveIntegerField(default=0)),
                ('read_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('read_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', '-read_at'], name='sheetrun_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('done_by', None)), models.Q(('done_at__isnull', False), ('done_by__isnull', False)), _connector='OR'), name='sheet_done_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='SpecialDay',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('opens', models.TimeField(blank=True, null=True)),
                ('closes', models.TimeField(blank=True, null=True)),
                ('reason', models.CharField(choices=[('holiday', 'Public holiday'), ('staff', 'Nobody can be there'), ('works', 'Works in the building'), ('other', 'Another reason')], default='holiday', max_length=8)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='special_days', to='directory.place')),
            ],
            options={
                'ordering': ['from_on', 'opens'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='special_days_end_after_they_begin'), models.CheckConstraint(condition=models.Q(models.Q(('closes', None), ('opens', None)), models.Q(('closes__gt', models.F('opens')), ('opens__isnull', False)), _connector='OR'), name='special_hours_end_after_they_begin')],
            },
        ),
        migrations.CreateModel(
            name='Stop',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('place_name', models.CharField(max_length=120)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('weekday', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('only_on', models.DateField(blank=True, null=True)),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('valid_from', models.DateField(blank=True, null=True)),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stops', to='directory.service')),
            ],
            options={
                'ordering': ['weekday', 'only_on', 'starts'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('only_on', None), ('weekday__lte', 6)), models.Q(('only_on__isnull', False), ('valid_from', None), ('valid_until', None), ('weekday', None)), _connector='OR'), name='stop_each_week_or_once'), models.CheckConstraint(condition=models.Q(models.Q(('starts__gte', datetime.time(5, 0)), models.Q(('ends__gt', models.F('starts')), ('ends__lte', datetime.time(5, 0)), _connector='OR')), models.Q(models.Q(('starts__gte', datetime.time(5, 0)), _negated=True), ('ends__lte', datetime.time(5, 0)), ('ends__gt', models.F('starts'))), _connector='OR'), name='stop_in_one_night'), models.CheckConstraint(condition=models.Q(('valid_from', None), ('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='stop_valid_until_after_from'), models.CheckConstraint(condition=models.Q(models.Q(('latitude', None), ('longitude', None)), models.Q(('latitude__gte', -90), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='stop_on_the_map')],
            },
        ),
        migrations.CreateModel(
            name='StopChange',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('night', models.DateField()),
                ('is_cancelled', models.BooleanField(default=False)),
                ('reason', models.CharField(choices=[('weather', 'Bad weather'), ('vehicle', 'The vehicle is broken'), ('staff', 'Nobody can be there'), ('event', 'An event in the place'), ('other', 'Another reason')], default='other', max_length=8)),
                ('place_name', models.CharField(blank=True, max_length=120)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('starts', models.TimeField(blank=True, null=True)),
                ('ends', models.TimeField(blank=True, null=True)),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('stop', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='directory.stop')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('stop', 'night'), name='one_change_per_night'), models.CheckConstraint(condition=models.Q(models.Q(('ends', None), ('is_cancelled', True), ('place_name', ''), ('starts', None)), models.Q(('is_cancelled', False), models.Q(models.Q(('place_name', ''), _negated=True), ('starts__isnull', False), _connector='OR')), _connector='OR'), name='change_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('ends', None), ('starts', None)), models.Q(('ends__isnull', False), ('starts__isnull', False), models.Q(models.Q(('starts__gte', datetime.time(5, 0)), models.Q(('ends__gt', models.F('starts')), ('ends__lte', datetime.time(5, 0)), _connector='OR')), models.Q(models.Q(('starts__gte', datetime.time(5, 0)), _negated=True), ('ends__lte', datetime.time(5, 0)), ('ends__gt', models.F('starts'))), _connector='OR')), _connector='OR'), name='change_in_one_night')],
            },
        ),
        migrations.CreateModel(
            name='WrongReport',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('closed', 'It was closed, or nobody was there'), ('hours', 'The hours are wrong'), ('place', 'The place is wrong'), ('contact', 'The telephone does not answer'), ('other', 'Something else')], max_length=8)),
                ('text', models.CharField(blank=True, max_length=500)),
                ('language', models.CharField(max_length=3)),
                ('reported_at', models.DateTimeField()),
                ('told_on', models.DateField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('', 'To be looked at'), ('corrected', 'Corrected'), ('right', 'It is right as it is'), ('useless', 'Not about this service')], max_length=10)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='directory.service')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', '-reported_at'], name='report_of_what_is_wrong_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_at', None), ('settled_by', None)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='report_settled_at_and_by')],
            },
        ),
        migrations.CreateModel(
            name='Hours',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
                ('desk', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='directory.desk')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'ordering': ['weekday', 'opens'],
                'constraints': [models.UniqueConstraint(fields=('desk', 'weekday', 'opens'), name='one_opening_at_a_time'), models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='hours_weekday'), models.CheckConstraint(condition=models.Q(('closes__gt', models.F('opens'))), name='hours_end_after_they_begin')],
            },
        ),
    ]
