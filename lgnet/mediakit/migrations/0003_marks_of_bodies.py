# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A body says which of its logos stands for it on the public site: one at most."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mediakit", "0002_row_security")]
    operations = [
        migrations.AddField(model_name="asset", name="is_mark", field=models.BooleanField(default=False)),
        migrations.AddConstraint(
            model_name="asset",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_mark", True)), fields=("partner",), name="one_mark_of_a_body"
            ),
        ),
        migrations.AddConstraint(
            model_name="asset",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_mark", False), ("kind", "logo"), _connector="OR"),
                name="asset_mark_is_a_logo",
            ),
        ),
        migrations.RunSQL("grant select (is_mark) on mediakit_asset to lgnet_public", migrations.RunSQL.noop),
    ]
