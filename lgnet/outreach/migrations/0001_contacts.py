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
        ('core', '0002_audit_chain_and_row_history'),
        ('network', '0001_tables_of_the_network'),
        ('people', '0001_tables_of_people'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('place', models.CharField(choices=[('street', 'Street or square'), ('mobile_unit', 'At the mobile unit'), ('station', 'Station'), ('settlement', 'Settlement or occupied building'), ('one_stop_shop', 'One Stop Shop'), ('other', 'Elsewhere')], max_length=15)),
                ('area', models.CharField(blank=True, max_length=120)),
                ('met_at', models.DateTimeField()),
                ('language', models.CharField(blank=True, max_length=8)),
                ('sex', models.CharField(blank=True, choices=[('F', 'Female'), ('M', 'Male'), ('N', 'Non-binary'), ('', 'Not recorded')], max_length=1)),
                ('age_band', models.CharField(blank=True, choices=[('<18', 'Under 18'), ('18-60', '18 to 60'), ('>60', 'Over 60'), ('', 'Not recorded')], max_length=5)),
                ('nickname', lgnet.core.fields.EncryptedTextField()),
                ('note', lgnet.core.fields.EncryptedTextField()),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('help_given', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('declined', models.BooleanField(default=False)),
                ('tied_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('key', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.datakey')),
                ('met_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='people.person')),
                ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.site')),
                ('tied_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', '-met_at', '-id'], name='contact_partner_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('person', None), ('tied_at', None), ('tied_by', None)), models.Q(('person__isnull', False), ('tied_at__isnull', False), ('tied_by__isnull', False)), _connector='OR'), name='contact_tied_at_and_by')],
            },
        ),
    ]
