# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dismissals and suspicions exist for their partner only; the nation reads the measures, which hold numbers."""

from django.db import migrations

from lgnet.core.protection import protect

ALL = "select, insert, update, delete"


class Migration(migrations.Migration):
    dependencies = [("quality", "0001_tables_of_quality"), ("core", "0002_audit_chain_and_row_history")]
    operations = [
        protect(
            "quality_dismissal",
            grants={"lgnet_local": "select, insert, update", "lgnet_worker": "select"},
            history=True,
        ),
        protect("quality_suspicion", grants={"lgnet_local": "select", "lgnet_worker": ALL}),
        protect(
            "quality_measure",
            grants={"lgnet_local": "select", "lgnet_worker": ALL, "lgnet_national": "select"},
            extra=(
                "create policy national_rows on quality_measure for select to lgnet_national using (true)",
            ),
        ),
        protect("quality_workermeasure", grants={"lgnet_local": "select", "lgnet_worker": ALL}),
    ]
