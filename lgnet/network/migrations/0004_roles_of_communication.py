# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two roles more: who tells the public what a partner does, and who keeps the image of the whole network."""

from django.db import migrations, models
from django.db.models import Q

OF_A_PARTNER = (
    ("outreach_operator", "Outreach operator"),
    ("front_desk", "One Stop Shop front desk"),
    ("case_manager", "Social worker, case manager"),
    ("specialist", "Specialist of the team"),
    ("coordinator", "Local coordinator"),
    ("partner_administrator", "Partner's administrator"),
    ("data_protection_officer", "Data protection officer"),
    ("communications_officer", "Communications officer"),
)
OF_THE_NATION = (
    ("national_analyst", "National monitoring"),
    ("national_director", "National direction"),
    ("national_communications", "National communications"),
)
CHOICES = [*OF_A_PARTNER, *OF_THE_NATION]
LOCAL, ALL = [code for code, _name in OF_A_PARTNER], [code for code, _name in CHOICES]


class Migration(migrations.Migration):
    dependencies = [("network", "0003_no_index_twice")]
    operations = [
        migrations.RemoveConstraint("invitation", "invitation_role_of_a_partner"),
        migrations.RemoveConstraint("membership", "membership_known_role"),
        migrations.AlterField("invitation", "role", models.CharField(choices=CHOICES, max_length=30)),
        migrations.AlterField("membership", "role", models.CharField(choices=CHOICES, max_length=30)),
        migrations.AddConstraint(
            "invitation",
            models.CheckConstraint(condition=Q(role__in=LOCAL), name="invitation_role_of_a_partner"),
        ),
        migrations.AddConstraint(
            "membership",
            models.CheckConstraint(condition=Q(role__in=ALL), name="membership_known_role"),
        ),
    ]
