# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Made by makemigrations; protected in 0002."""

import django.contrib.postgres.fields
import django.db.models.deletion
import lgnet.core.clock
import lgnet.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Colleague',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('language', models.CharField(default='it', max_length=8)),
                ('joined_at', models.DateTimeField(default=lgnet.core.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=200)),
                ('short_name', models.CharField(max_length=60)),
                ('kind', models.CharField(choices=[('ministry', 'Ministry'), ('association', 'Association'), ('foundation', 'Foundation'), ('municipality', 'Municipality'), ('agency', 'Agency'), ('third_sector', 'Third-sector body')], max_length=20)),
                ('belfiore', models.CharField(blank=True, max_length=4)),
                ('istat', models.CharField(blank=True, max_length=6)),
                ('region', models.CharField(blank=True, max_length=60)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['short_name'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('colleague', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, parent_link=True, primary_key=True, serialize=False, to='network.colleague')),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'abstract': False,
            },
            bases=('network.colleague', models.Model),
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=200)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('fund', models.CharField(blank=True, max_length=200)),
                ('source', models.TextField(blank=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='edition_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='DataAgreement',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('controller', "Controller's act"), ('joint_controllers', 'Joint controllers (art. 26)'), ('processor', 'Processor (art. 28)')], max_length=20)),
                ('reference', models.CharField(max_length=200)),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='data_agreements', to='network.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='Site',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('one_stop_shop', 'One Stop Shop'), ('mobile_unit', 'Mobile unit'), ('day_centre', 'Day centre'), ('residence', 'Residence'), ('desk', 'Desk')], max_length=20)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('opening_hours', models.CharField(blank=True, max_length=200)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), blank=True, default=list, size=None)),
                ('is_public', models.BooleanField(default=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='network.organisation')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('partner', 'name'), name='one_site_per_name')],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='network.organisation')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('partner', 'name'), name='one_team_per_name')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('outreach_operator', 'Outreach operator'), ('front_desk', 'One Stop Shop front desk'), ('case_manager', 'Social worker, case manager'), ('specialist', 'Specialist of the team'), ('coordinator', 'Local coordinator'), ('partner_administrator', "Partner's administrator"), ('data_protection_officer', 'Data protection officer'), ('national_analyst', 'National monitoring'), ('national_director', 'National direction')], max_length=30)),
                ('valid_from', models.DateField(default=lgnet.core.clock.today)),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=200)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='network.colleague')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='network.organisation')),
                ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='network.site')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='network.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user', 'organisation', 'role'), name='one_open_membership_per_role'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='membership_ended_at_and_by'), models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='membership_until_after_from'), models.CheckConstraint(condition=models.Q(('role__in', ['outreach_operator', 'front_desk', 'case_manager', 'specialist', 'coordinator', 'partner_administrator', 'data_protection_officer', 'national_analyst', 'national_director'])), name='membership_known_role')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=120)),
                ('role', models.CharField(choices=[('outreach_operator', 'Outreach operator'), ('front_desk', 'One Stop Shop front desk'), ('case_manager', 'Social worker, case manager'), ('specialist', 'Specialist of the team'), ('coordinator', 'Local coordinator'), ('partner_administrator', "Partner's administrator"), ('data_protection_officer', 'Data protection officer'), ('national_analyst', 'National monitoring'), ('national_director', 'National direction')], max_length=30)),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('token_digest', models.BinaryField(unique=True)),
                ('invited_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('accepted_at', None), ('withdrawn_at', None)), fields=('partner', 'email', 'role'), name='one_open_invitation_per_role'), models.CheckConstraint(condition=models.Q(('role__in', ['outreach_operator', 'front_desk', 'case_manager', 'specialist', 'coordinator', 'partner_administrator', 'data_protection_officer'])), name='invitation_role_of_a_partner')],
            },
        ),
        migrations.CreateModel(
            name='Partnership',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('lead', 'Lead'), ('national_partner', 'National partner'), ('local_partner', 'Local partner'), ('support', 'Support to a local partner')], max_length=20)),
                ('is_new', models.BooleanField(default=False)),
                ('lines', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('civic_engagement', 'Civic engagement and work autonomy'), ('taking_in_charge', 'Taking in charge'), ('housing', 'Housing')], max_length=20), blank=True, default=list, size=None)),
                ('agreement_signed_on', models.DateField(blank=True, null=True)),
                ('source', models.TextField(blank=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partnerships', to='network.edition')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partnerships', to='network.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'organisation'), name='one_partnership_per_edition'), models.CheckConstraint(condition=models.Q(('lines__contained_by', ['civic_engagement', 'taking_in_charge', 'housing'])), name='partnership_known_lines')],
            },
        ),
    ]
