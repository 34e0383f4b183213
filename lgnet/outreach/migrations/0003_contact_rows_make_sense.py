# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words about a person need a key to be destroyed with; sex and age are of the counted lists."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("outreach", "0002_row_security")]
    operations = [
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                name="contact_words_have_a_key",
                condition=Q(key__isnull=False) | Q(nickname__isnull=True, note__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                name="contact_known_sex", condition=Q(sex__in=["F", "M", "N", ""])
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                name="contact_known_age_band", condition=Q(age_band__in=["<18", "18-60", ">60", ""])
            ),
        ),
    ]
