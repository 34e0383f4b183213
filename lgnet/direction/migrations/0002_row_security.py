# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Targets are read by everybody at work and set by the nation."""

from django.db import migrations

from lgnet.core.protection import protect

READERS = ("lgnet_local", "lgnet_national", "lgnet_worker")


class Migration(migrations.Migration):
    dependencies = [("direction", "0001_targets"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        protect(
            "direction_target",
            grants=dict.fromkeys(READERS, "select") | {"lgnet_national": "select, insert"},
            partner_rows=None,
            open_to=READERS,
        ),
    ]
