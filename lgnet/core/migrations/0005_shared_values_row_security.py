# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Only the gate reads and writes shared values."""

from django.db import migrations

from lgnet.core.protection import protect


class Migration(migrations.Migration):
    dependencies = [("core", "0004_shared_values")]
    operations = [
        protect(
            "core_sharedvalue",
            grants={"lgnet_gate": "select, insert, update, delete"},
            partner_rows=None,
            open_to=("lgnet_gate",),
        ),
    ]
