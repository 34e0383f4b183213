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
        ('network', '0004_roles_of_communication'),
    ]

    operations = [
        migrations.CreateModel(
            name='Asset',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('logo', 'Logo'), ('template', 'Template'), ('palette', 'Colours'), ('font', 'Font'), ('photo', 'Photo'), ('video', 'Video')], max_length=10)),
                ('shipped_as', models.SlugField(blank=True, max_length=40, null=True, unique=True)),
                ('begun_at', models.DateTimeField()),
                ('begun_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['logo', 'template', 'palette', 'font', 'photo', 'video'])), name='asset_known_kind'), models.CheckConstraint(condition=models.Q(('begun_by__isnull', False), ('shipped_as__isnull', False), _connector='OR'), name='asset_begun_by_somebody_or_shipped')],
            },
        ),
        migrations.CreateModel(
            name='Product',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('poster', 'A3 poster'), ('card', 'Card for social media'), ('square', 'Square card'), ('note', 'Press note'), ('slide', 'Slide'), ('certificate', 'Head of a certificate'), ('signature', 'E-mail signature'), ('display', 'Electronic display'), ('plaque', 'Plaque'), ('leaflet', 'Leaflet'), ('page', 'Web page'), ('other', 'Other')], max_length=12)),
                ('title', models.CharField(max_length=160)),
                ('language', models.CharField(default='it', max_length=2)),
                ('design', models.JSONField(blank=True, default=dict)),
                ('event_id', models.UUIDField(blank=True, null=True)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('content_type', models.CharField(blank=True, max_length=100)),
                ('size', models.PositiveIntegerField(default=0)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('shown_from', models.DateField(blank=True, null=True)),
                ('shown_until', models.DateField(blank=True, null=True)),
                ('verdict', models.CharField(blank=True, choices=[('', 'Not checked'), ('passed', 'Keeps the rules'), ('broken', 'Breaks a rule'), ('unsure', 'Cannot be told in full')], default='', max_length=10)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.site')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('event_id__isnull', False)), fields=['event_id'], name='product_event')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['poster', 'card', 'square', 'note', 'slide', 'certificate', 'signature', 'display', 'plaque', 'leaflet', 'page', 'other'])), name='product_known_kind'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='product_ended_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('shown_from', None), ('shown_until', None)), models.Q(('shown_from__isnull', False), ('shown_until', None)), ('shown_from__lte', models.F('shown_until')), _connector='OR'), name='product_shown_until_after_from')],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(max_length=200)),
                ('content_type', models.CharField(max_length=100)),
                ('digest', models.CharField(max_length=64)),
                ('verdict', models.CharField(choices=[('', 'Not checked'), ('passed', 'Keeps the rules'), ('broken', 'Breaks a rule'), ('unsure', 'Cannot be told in full')], max_length=10)),
                ('findings', models.JSONField(default=list)),
                ('pictures', models.JSONField(default=list)),
                ('checked_at', models.DateTimeField()),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='mediakit.product')),
            ],
        ),
        migrations.CreateModel(
            name='Proof',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('taken_on', models.DateField()),
                ('note', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(max_length=120)),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('stored_as', models.CharField(max_length=64)),
                ('key_id', models.CharField(max_length=40)),
                ('wrapped', models.BinaryField()),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proofs', to='mediakit.product')),
            ],
            options={
                'ordering': ['-taken_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published'), ('replaced', 'Replaced by a newer version'), ('withdrawn', 'Withdrawn')], default='draft', max_length=10)),
                ('title', models.CharField(max_length=120)),
                ('alt', models.CharField(max_length=300)),
                ('rights_holder', models.CharField(max_length=160)),
                ('licence', models.CharField(choices=[('CC-BY-4.0', 'CC BY 4.0: use it, name the author'), ('CC-BY-ND-4.0', 'CC BY-ND 4.0: use it unchanged, name the author'), ('CC0-1.0', 'CC0: use it freely'), ('mark', 'Mark: to speak of the network or the body, unchanged'), ('OFL-1.1', 'SIL Open Font License 1.1'), ('Ubuntu-font-1.0', 'Ubuntu Font Licence 1.0'), ('EU-emblem', 'Emblem of the Union: by the rules for those who are funded')], max_length=20)),
                ('credit', models.CharField(blank=True, max_length=200)),
                ('eu_licence_ok', models.BooleanField(default=False)),
                ('shows_people', models.BooleanField(default=False)),
                ('release_until', models.DateField(blank=True, null=True)),
                ('release_withdrawn_on', models.DateField(blank=True, null=True)),
                ('release_name', models.CharField(blank=True, max_length=120)),
                ('release_stored_as', models.CharField(blank=True, max_length=64)),
                ('release_key_id', models.CharField(blank=True, max_length=40)),
                ('release_wrapped', models.BinaryField(blank=True, null=True)),
                ('file_name', models.CharField(max_length=120)),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('width', models.PositiveIntegerField(blank=True, null=True)),
                ('height', models.PositiveIntegerField(blank=True, null=True)),
                ('cleaned', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None)),
                ('written_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=300)),
                ('asset', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='mediakit.asset')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.colleague')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'published')), fields=['-published_at', '-id'], name='asset_latest')],
                'constraints': [models.UniqueConstraint(fields=('asset', 'version'), name='one_asset_per_version'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('asset',), name='one_asset_draft'), models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('asset',), name='one_asset_published'), models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('eu_licence_ok', True), ('published_at__isnull', False)), _connector='OR'), name='asset_published_may_go_to_the_union'), models.CheckConstraint(condition=models.Q(('state', 'draft'), ('shows_people', False), models.Q(('release_stored_as', ''), _negated=True), _connector='OR'), name='asset_people_have_a_release'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='asset_ended_at_and_by'), models.CheckConstraint(condition=models.Q(models.Q(('alt', ''), _negated=True), models.Q(('title', ''), _negated=True)), name='asset_says_what_it_shows'), models.CheckConstraint(condition=models.Q(('licence__in', ['CC-BY-4.0', 'CC-BY-ND-4.0', 'CC0-1.0', 'mark', 'OFL-1.1', 'Ubuntu-font-1.0', 'EU-emblem'])), name='asset_known_licence')],
            },
        ),
        migrations.CreateModel(
            name='Rendition',
            fields=[
                ('id', models.UUIDField(default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('label', models.SlugField(max_length=20)),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('width', models.PositiveIntegerField(blank=True, null=True)),
                ('height', models.PositiveIntegerField(blank=True, null=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('of', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='mediakit.version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('of', 'label'), name='one_rendition_per_label')],
            },
        ),
    ]
