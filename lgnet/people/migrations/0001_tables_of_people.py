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
    ]

    operations = [
        migrations.CreateModel(
            name='ResidenceStatus',
            fields=[
                ('code', models.CharField(max_length=6, primary_key=True, serialize=False)),
                ('label_it', models.CharField(max_length=200)),
                ('label_en', models.CharField(max_length=200)),
                ('legal_basis', models.CharField(blank=True, max_length=300)),
                ('family', models.CharField(blank=True, max_length=30)),
                ('so2_default', models.CharField(choices=[('ELIGIBLE', 'Eligible'), ('CHECK', 'To be checked'), ('NOT_ELIGIBLE', 'Not eligible')], max_length=12)),
                ('is_sensitive', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['label_it'],
            },
        ),
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=16)),
                ('given_name', lgnet.core.fields.EncryptedTextField()),
                ('family_name', lgnet.core.fields.EncryptedTextField()),
                ('native_name', lgnet.core.fields.EncryptedTextField()),
                ('known_as', lgnet.core.fields.EncryptedTextField()),
                ('birth_place', lgnet.core.fields.EncryptedTextField()),
                ('sex', models.CharField(blank=True, choices=[('F', 'Female'), ('M', 'Male'), ('N', 'Non-binary'), ('', 'Not recorded')], max_length=1)),
                ('birth_date', models.DateField(blank=True, null=True)),
                ('birth_precision', models.CharField(choices=[('day', 'Exact day'), ('month', 'Month and year'), ('year', 'Year only'), ('estimated', 'Estimated year'), ('unknown', 'Unknown')], default='day', max_length=10)),
                ('birth_country', models.CharField(blank=True, max_length=2)),
                ('citizenships', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), blank=True, default=list, size=None)),
                ('is_stateless', models.BooleanField(default=False)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), blank=True, default=list, size=None)),
                ('needs_interpreter', models.BooleanField(default=False)),
                ('arrived_on', models.DateField(blank=True, null=True)),
                ('is_protected', models.BooleanField(default=False)),
                ('pseudonym', models.BinaryField(null=True)),
                ('pseudonym_is_weak', models.BooleanField(default=True)),
                ('registered_at', models.DateTimeField()),
                ('import_run', models.UUIDField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('key', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.datakey')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('registered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', '-registered_at', '-id'], name='person_partner_latest'), models.Index(condition=models.Q(('import_run__isnull', False)), fields=['import_run'], name='person_import')],
                'constraints': [models.UniqueConstraint(fields=('partner', 'code'), name='person_code_per_partner'), models.CheckConstraint(condition=models.Q(models.Q(('birth_date', None), ('birth_precision', 'unknown')), models.Q(('birth_date__isnull', False), models.Q(('birth_precision', 'unknown'), _negated=True)), _connector='OR'), name='person_birth_date_or_unknown'), models.CheckConstraint(condition=models.Q(('birth_date', None), ('birth_date__gte', '1900-01-01'), _connector='OR'), name='person_born_after_1900'), models.CheckConstraint(condition=models.Q(('sex__in', ['F', 'M', 'N', ''])), name='person_known_sex')],
            },
        ),
        migrations.CreateModel(
            name='MatchKey',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('key', models.BigIntegerField()),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='match_keys', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'key'], include=('person',), name='matchkey_lookup')],
            },
        ),
        migrations.CreateModel(
            name='Identifier',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('tax_code', 'Tax code'), ('provisional_tax_code', 'Provisional tax code (11 digits)'), ('stp', 'STP code'), ('eni', 'ENI code'), ('residence_permit', 'Residence permit'), ('permit_receipt', 'Receipt of a permit request'), ('passport', 'Passport'), ('identity_card', 'Identity card'), ('anpr', 'ANPR identifier'), ('vestanet', 'Asylum application (Vestanet)'), ('other', 'Other document')], max_length=30)),
                ('value', lgnet.core.fields.EncryptedTextField(key='person.key')),
                ('value_index', models.BinaryField()),
                ('issuer', models.CharField(blank=True, max_length=120)),
                ('valid_from', models.DateField(blank=True, null=True)),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('is_verified', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identifiers', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['partner', 'value_index'], name='identifier_by_value'), models.Index(fields=['partner', 'valid_until'], name='identifier_expiring')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('person', 'kind', 'value_index'), name='identifier_once_per_person'), models.CheckConstraint(condition=models.Q(('valid_from', None), ('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='identifier_until_after_from')],
            },
        ),
        migrations.CreateModel(
            name='HouseholdMember',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('head', 'Reference person'), ('partner', 'Spouse or partner'), ('child', 'Child'), ('parent', 'Parent'), ('sibling', 'Brother or sister'), ('other', 'Other relative or cohabitant')], max_length=10)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='people.household')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('household', 'person'), name='one_open_place_per_household')],
            },
        ),
        migrations.CreateModel(
            name='Guardian',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', lgnet.core.fields.EncryptedTextField(key='person.key')),
                ('reach', lgnet.core.fields.EncryptedTextField(key='person.key')),
                ('appointed_on', models.DateField(blank=True, null=True)),
                ('until_on', models.DateField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guardians', to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='ContactChannel',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('phone', 'Telephone'), ('email', 'E-mail'), ('through', 'Through somebody')], max_length=10)),
                ('value', lgnet.core.fields.EncryptedTextField(key='person.key')),
                ('is_safe', models.BooleanField(default=True)),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='channels', to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='PrivacyNotice',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.CharField(max_length=20)),
                ('language', models.CharField(max_length=8)),
                ('how', models.CharField(choices=[('paper', 'On paper'), ('read_aloud', 'Read aloud'), ('interpreter', 'With an interpreter'), ('screen', 'On a screen')], max_length=12)),
                ('delivered_on', models.DateField()),
                ('delivered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='StayStatus',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('document', models.CharField(choices=[('permit', 'Residence permit'), ('receipt_first', 'Receipt of first request'), ('receipt_renewal', 'Receipt of renewal'), ('certificate', 'Certificate or order'), ('none', 'No document')], max_length=20)),
                ('from_on', models.DateField()),
                ('issued_on', models.DateField(blank=True, null=True)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('expiry_missing', models.CharField(blank=True, choices=[('not_asked', 'Not asked yet'), ('not_known', 'The person does not know'), ('not_shown', 'Document not shown'), ('refused', 'The person prefers not to say'), ('being_issued', 'Being issued or renewed'), ('lost', 'Lost or stolen'), ('not_foreseen', 'Not foreseen for this document')], max_length=20)),
                ('renewal_requested_on', models.DateField(blank=True, null=True)),
                ('questura', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
                ('is_current', models.BooleanField(default=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stay_statuses', to='people.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('status', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.residencestatus')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('is_current', True)), fields=['partner', 'expires_on'], name='stay_expiring')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('person',), name='one_current_stay'), models.CheckConstraint(condition=models.Q(models.Q(('expires_on__isnull', False), ('expiry_missing', '')), models.Q(('expires_on', None), models.Q(('expiry_missing', ''), _negated=True)), _connector='OR'), name='stay_expiry_or_reason'), models.CheckConstraint(condition=models.Q(('issued_on', None), ('expires_on', None), ('expires_on__gte', models.F('issued_on')), _connector='OR'), name='stay_expires_after_issue')],
            },
        ),
    ]
