# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Runs and mappings exist only for their partner."""

from django.db import migrations

from lgnet.core.protection import protect

WRITE = "select, insert, update"


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_import_runs"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        protect(table, grants={"lgnet_local": WRITE, "lgnet_worker": WRITE})
        for table in ("imports_columnmapping", "imports_importrun")
    ]
