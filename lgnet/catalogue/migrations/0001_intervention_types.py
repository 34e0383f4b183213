# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='InterventionType',
            fields=[
                ('code', models.CharField(max_length=8, primary_key=True, serialize=False)),
                ('area', models.CharField(max_length=40)),
                ('label_it', models.CharField(max_length=200)),
                ('label_en', models.CharField(max_length=200)),
                ('counts_for', models.CharField(blank=True, max_length=40)),
                ('is_monetary', models.BooleanField(default=False)),
                ('retired_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['code'],
            },
        ),
    ]
