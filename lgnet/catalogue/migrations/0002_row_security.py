# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue is read by everybody; the nation keeps it."""

from django.db import migrations

from lgnet.core.protection import protect

READERS = ("lgnet_gate", "lgnet_local", "lgnet_national", "lgnet_public", "lgnet_worker")


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_intervention_types"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        protect(
            "catalogue_interventiontype",
            grants=dict.fromkeys(READERS, "select") | {"lgnet_national": "select, insert, update"},
            partner_rows=None,
            open_to=READERS,
        ),
    ]
