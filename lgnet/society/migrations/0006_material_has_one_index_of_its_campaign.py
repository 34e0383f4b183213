# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a campaign offers is found by the rule that it is there once: an index of the campaign alone repeats it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("society", "0005_materials_from_the_media_kit")]
    operations = [
        migrations.AlterField(
            "material",
            "campaign",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="materials",
                to="society.campaign",
            ),
        )
    ]
