# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every decision on a target is a version of its own, with its planned parts and the act that made it."""

import django.db.models.deletion
from django.db import migrations, models

import lgnet.core.ids

NUMBER_THEM = """
update direction_target t set version = n.version
from (
    select id, row_number() over (partition by edition_id, partner_id, indicator order by decided_on, id)
        - case when bool_or(sureness = 'published') over (partition by edition_id, partner_id, indicator)
          then 1 else 0 end as version
    from direction_target
) n
where n.id = t.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("direction", "0003_correct_a_target_the_same_day"),
        ("network", "0002_row_security"),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
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
                        choices=[
                            ("typed", "Target set"),
                            ("sheet", "Sheet of targets"),
                            ("redistribution", "Re-distribution"),
                            ("refused", "Re-distribution refused"),
                            ("taken_back", "Decision taken back"),
                        ],
                        max_length=20,
                    ),
                ),
                ("indicator", models.CharField(blank=True, max_length=30)),
                ("reason", models.TextField()),
                ("decided_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="TargetPart",
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
                        choices=[("cell", "Sex and age band"), ("line", "Action line"), ("month", "Month")],
                        max_length=5,
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("F", "Female"), ("M", "Male"), ("N", "Non-binary"), ("", "Not recorded")],
                        max_length=1,
                    ),
                ),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("<18", "Under 18"),
                            ("18-60", "18 to 60"),
                            (">60", "Over 60"),
                            ("", "Not recorded"),
                        ],
                        max_length=5,
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("civic_engagement", "Civic engagement and work autonomy"),
                            ("taking_in_charge", "Taking in charge"),
                            ("housing", "Housing"),
                        ],
                        max_length=20,
                    ),
                ),
                ("month", models.DateField(blank=True, null=True)),
                ("value", models.PositiveIntegerField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="target",
            name="one_target_per_day",
        ),
        migrations.AddField(
            model_name="target",
            name="below_reason",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="target",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="target",
            name="value",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="decided_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.colleague"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.edition"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="takes_back",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taken_back_by",
                to="direction.decision",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="targets",
                to="direction.decision",
            ),
        ),
        migrations.RunSQL(NUMBER_THEM, reverse_sql=migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                fields=("edition", "partner", "indicator", "version"),
                name="one_version_of_a_target",
                nulls_distinct=False,
            ),
        ),
        migrations.AddField(
            model_name="targetpart",
            name="target",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="direction.target"
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["edition", "-decided_at"], name="decision_latest"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "typed"), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="decision_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "taken_back"), ("takes_back__isnull", False)),
                    models.Q(models.Q(("kind", "taken_back"), _negated=True), ("takes_back__isnull", True)),
                    _connector="OR",
                ),
                name="decision_taken_back_names_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetpart",
            constraint=models.UniqueConstraint(
                fields=("target", "kind", "sex", "age_band", "line", "month"),
                name="one_part_of_a_target",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="targetpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "cell"),
                        ("line", ""),
                        ("month", None),
                        models.Q(("sex", ""), _negated=True),
                        models.Q(("age_band", ""), _negated=True),
                    ),
                    models.Q(
                        ("age_band", ""),
                        ("kind", "line"),
                        ("month", None),
                        ("sex", ""),
                        models.Q(("line", ""), _negated=True),
                    ),
                    models.Q(
                        ("age_band", ""),
                        ("kind", "month"),
                        ("line", ""),
                        ("month__day", 1),
                        ("month__isnull", False),
                        ("sex", ""),
                    ),
                    _connector="OR",
                ),
                name="part_says_what_of",
            ),
        ),
    ]
