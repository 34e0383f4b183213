# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; filled, searched and protected in 0002."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_no_index_twice'),
    ]

    operations = [
        migrations.CreateModel(
            name='Word',
            fields=[
                ('word', models.CharField(max_length=40, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('practice', 'Practice'), ('module', 'Training module'), ('material', 'Training material'), ('discussion', 'Discussion'), ('directive', 'Circular')], max_length=12)),
                ('audience', models.CharField(choices=[('public', 'Everybody'), ('network', 'The network'), ('listed', 'Some partners, and the nation'), ('partner', 'Its partner')], max_length=8)),
                ('readers', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('language', models.CharField(max_length=2)),
                ('title', models.CharField(max_length=300)),
                ('body', models.TextField()),
                ('themes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('at', models.DateTimeField()),
                ('under', models.UUIDField(null=True)),
                ('partner', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['-at', '-id'], name='document_latest'), models.Index(fields=['kind', '-at', '-id'], name='document_latest_of_kind')],
                'constraints': [models.CheckConstraint(condition=models.Q(('language__in', ['it', 'en', 'de', 'fr'])), name='document_known_language'), models.CheckConstraint(condition=models.Q(('audience__in', ['public', 'network', 'listed', 'partner'])), name='document_known_audience')],
            },
        ),
    ]
