# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Codes with their days, and changes of the catalogue as versions; protected in 0004."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import lgnet.core.ids


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_row_security"),
        ("network", "0002_row_security"),
    ]

    operations = [
        migrations.CreateModel(
            name="CatalogueChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("add", "New code"), ("reword", "Other words"), ("retire", "Retired")],
                        max_length=8,
                    ),
                ),
                ("code", models.CharField(max_length=8)),
                ("area", models.CharField(blank=True, max_length=40)),
                ("label_it", models.CharField(blank=True, max_length=200)),
                ("label_en", models.CharField(blank=True, max_length=200)),
                ("counts_for", models.CharField(blank=True, max_length=40)),
                ("is_monetary", models.BooleanField(default=False)),
                (
                    "successors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=8), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "code"],
            },
        ),
        migrations.CreateModel(
            name="CatalogueVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("valid_from", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("prepared", "Being prepared"),
                            ("pushed", "Pushed"),
                            ("undone", "Taken back"),
                        ],
                        default="prepared",
                        max_length=10,
                    ),
                ),
                ("prepared_at", models.DateTimeField()),
                ("pushed_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name="interventiontype",
            name="earlier",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="interventiontype",
            name="successors",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=8), blank=True, default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="interventiontype",
            name="valid_from",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="interventiontype",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("retired_on", None),
                    ("valid_from", None),
                    ("retired_on__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="type_retired_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="interventiontype",
            constraint=models.CheckConstraint(
                condition=models.Q(("successors", []), ("retired_on__isnull", False), _connector="OR"),
                name="type_succeeded_only_when_retired",
            ),
        ),
        migrations.AddField(
            model_name="catalogueversion",
            name="prepared_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.colleague"
            ),
        ),
        migrations.AddField(
            model_name="catalogueversion",
            name="pushed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.colleague",
            ),
        ),
        migrations.AddField(
            model_name="catalogueversion",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.colleague",
            ),
        ),
        migrations.AddField(
            model_name="cataloguechange",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changes",
                to="catalogue.catalogueversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="catalogueversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pushed_at", None), ("pushed_by", None)),
                    models.Q(("pushed_at__isnull", False), ("pushed_by__isnull", False)),
                    _connector="OR",
                ),
                name="version_pushed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="catalogueversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="version_undone_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="cataloguechange",
            constraint=models.UniqueConstraint(fields=("version", "code"), name="one_change_per_code"),
        ),
        migrations.AddConstraint(
            model_name="cataloguechange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "retire"),
                    models.Q(
                        models.Q(("label_it", ""), _negated=True), models.Q(("label_en", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="change_with_words_unless_retired",
            ),
        ),
    ]
