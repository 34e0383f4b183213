# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the public reaches a team. No history is kept: the name of whoever no longer agrees is nowhere."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import lgnet.core.ids
from lgnet.core.protection import protect

WRITE, READ = "select, insert, update, delete", "select"
IN_PUBLIC = "id, partner_id, part, name, phone, email, days, opens, closes, languages, is_hidden, checked_at"


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_row_security"),
        ("network", "0004_roles_of_communication"),
    ]

    operations = [
        migrations.CreateModel(
            name="TeamContact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lgnet.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("coordination", "Coordination of the project"),
                            ("desk", "Desk and reception"),
                            ("street", "Mobile unit"),
                            ("social", "Social workers"),
                            ("legal", "Legal help"),
                            ("health", "Health"),
                            ("housing", "Housing"),
                            ("work", "Work and courses"),
                            ("mediation", "Cultural mediation"),
                            ("volunteers", "Associations and volunteers"),
                            ("press", "Communication and press"),
                        ],
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("agreed_on", models.DateField(blank=True, null=True)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("opens", models.TimeField(blank=True, null=True)),
                ("closes", models.TimeField(blank=True, null=True)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3), blank=True, default=list, size=None
                    ),
                ),
                ("is_hidden", models.BooleanField(default=False)),
                ("checked_at", models.DateTimeField()),
                ("reminded_on", models.DateField(blank=True, null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.colleague"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("phone", ""), _negated=True),
                            models.Q(("email", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="contact_reaches_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_on", None), ("name", "")),
                            models.Q(models.Q(("name", ""), _negated=True), ("agreed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="contact_named_who_agreed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closes", None), ("days", []), ("opens", None)),
                            models.Q(
                                models.Q(("days", []), _negated=True),
                                ("closes__gt", models.F("opens")),
                                ("opens__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="contact_hours_are_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__contained_by", [0, 1, 2, 3, 4, 5, 6])),
                        name="contact_days_of_a_week",
                    ),
                ],
            },
        ),
        protect(
            "directory_teamcontact",
            grants={
                "lgnet_local": WRITE,
                "lgnet_worker": "select, update (reminded_on)",
                "lgnet_national": READ,
                "lgnet_public": f"select ({IN_PUBLIC})",
            },
            extra=(
                "create policy national_rows on directory_teamcontact for select to lgnet_national using (true)",
                "create policy shown_rows on directory_teamcontact for select to lgnet_public, lgnet_local"
                " using (not is_hidden)",
            ),
        ),
    ]
