# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mark of a demo: everybody may read it, nobody but the owner may write it."""

from django.db import migrations, models

import lgnet.core.clock
from lgnet.core.protection import protect

EVERYBODY = ("lgnet_gate", "lgnet_local", "lgnet_national", "lgnet_worker", "lgnet_public")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("core", "0001_data_keys")]
    operations = [
        migrations.CreateModel(
            name="DemoMark",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(default=lgnet.core.clock.now)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="one_demo_mark")]
            },
        ),
        protect(
            "demo_demomark",
            grants=dict.fromkeys(EVERYBODY, "select"),
            partner_rows=None,
            open_to=EVERYBODY,
        ),
    ]
